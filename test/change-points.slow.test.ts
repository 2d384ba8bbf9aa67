import { expect, test } from "vitest";
import { findSharedChangePoints } from "../src/early-warning/change-points.ts";
import { readSharedText } from "./cases/shared-cases.ts";
import { scoreCovering, scoreF1 } from "./change-point-score.ts";

type Annotated = {
  annotations: Record<string, number[]>;
  series: { n_obs: number; series: { raw: (number | null)[] }[] };
};

const text = readSharedText("data/change_points/series.json");
const series: [string, Annotated][] = Object.entries(JSON.parse(text ?? "{}"));

test.skipIf(text === null)(
  "change points on the annotated series, default settings, beside the published figures",
  () => {
    const rows = series.map(([name, { annotations, series: part }]) => {
      const found = findSharedChangePoints(part.series.map((dimension) => dimension.raw));
      const changes = found.kind === "change-points" ? found.changes.map((change) => change.at) : [];
      const truth = Object.values(annotations);
      return {
        name,
        points: part.n_obs,
        f1: scoreF1(truth, changes),
        covering: scoreCovering(part.n_obs, truth, changes),
        f1OfNothing: scoreF1(truth, []),
        coveringOfNothing: scoreCovering(part.n_obs, truth, []),
        changes: changes.join(" "),
      };
    });
    const average = (figure: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + figure(row), 0) / rows.length;
    console.table(rows.map((row) => ({ ...row, f1: row.f1.toFixed(3), covering: row.covering.toFixed(3) })));
    const f1 = average((row) => row.f1);
    console.info(
      [
        `change points on ${rows.length} annotated series, margin 5`,
        `  ours           F1 ${f1.toFixed(3)}  covering ${average((row) => row.covering).toFixed(3)}`,
        `  doing nothing  F1 ${average((row) => row.f1OfNothing).toFixed(3)}  covering ${average((row) => row.coveringOfNothing).toFixed(3)}`,
        "  published defaults over 32 series, F1: BINSEG .698, PELT .674, BOCPD .662, doing nothing .645",
      ].join("\n"),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(f1).toBeGreaterThanOrEqual(0.75);
  },
);
