import { expect, test } from "vitest";
import { inSimulatedFolder } from "../../test/simulated-folder.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import { withPartnership } from "./open-partnership.ts";
import type { KpiReading } from "./verdict.ts";

/** Mean of each figure before and after the onset, as of the last day; and the figures as of an earlier day. */
const figuresOf = (levers: Partial<Levers>) =>
  inSimulatedFolder({ levers }, (folder) =>
    withPartnership(folder, {}, async (opened) => {
      const [early, late] = await judgeAtDates(opened, ["2026-03-31", "2026-06-30"], { listsFailing: false });
      const told = late?.pitfalls.findings.map(({ id }) => id) ?? [];
      return { early: early?.kpis ?? [], late: late?.kpis ?? [], told };
    }),
  );

function meanOf(kpis: readonly KpiReading[], metric: string, side: "before" | "after"): number {
  const points = kpis.find((kpi) => kpi.metric === metric)?.points ?? [];
  const values = points.flatMap(({ period, value }) =>
    value === null || period.start >= "2026-01-01" !== (side === "after") ? [] : [value],
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const planted: Partial<Levers> = {
  ...{ bunching: 0.3, outsideOverlap: 1.2, spread: 1, reportedGap: 0.05, pulseGap: 1, rankGap: 1, coreWork: 0.12 },
};
const moves: readonly (readonly [string, number])[] = [
  ["bunching", 0.2],
  ["outside-overlap-share", -0.08],
  ["spread", 0.5],
  ["reported-gap", 0.045],
  ["pulse-gap", 0.6],
  ["goal-rank-distance", 1],
  ["core-work-share", 0.09],
];

test("each derived figure, and the share of core work, moves with the trouble that it is for, and stands still without", async () => {
  const ill = await figuresOf(planted);
  for (const [metric, least] of moves) {
    const moved = meanOf(ill.late, metric, "after") - meanOf(ill.late, metric, "before");
    expect(moved * Math.sign(least), metric).toBeGreaterThan(Math.abs(least));
  }
  // Work that was never handed over is told from the raw items, where there was none before.
  expect(ill.told).toContain("outsourcing-the-core/worsening/kpis");
  const well = await figuresOf({});
  expect(well.told.filter((id) => id.startsWith("outsourcing-the-core"))).toEqual([]);
  for (const [metric, least] of moves) {
    const moved = meanOf(well.late, metric, "after") - meanOf(well.late, metric, "before");
    expect(Math.abs(moved), metric).toBeLessThan(Math.abs(least) * 0.7);
  }
  // What was known in March is the same when it is asked for beside a later date.
  const known = (kpis: readonly KpiReading[]) =>
    kpis.find(({ metric }) => metric === "spread")?.points.map(({ value }) => value) ?? [];
  expect(known(well.late).slice(0, 30)).toEqual(known(well.early).slice(0, 30));
  expect(known(well.early).length).toBeLessThan(known(well.late).length);
}, 120_000);
