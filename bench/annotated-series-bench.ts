import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findSharedChangePoints } from "../src/early-warning/change-points.ts";
import { scoreCovering, scoreF1 } from "../test/change-point-score.ts";

/**
 * Change points on annotated series, default settings: F1 (margin 5) and covering, those that the method was chosen on apart
 * from those that it never saw. `node bench/annotated-series-bench.ts FOLDER`, a folder with the series of the Turing Change
 * Point Dataset, `<name>.json` each, and its `annotations.json`.
 */
type Series = { readonly name: string; readonly n_obs: number; readonly series: readonly { raw: (number | null)[] }[] };
type Annotations = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The method was made on the first twelve, and how fine a step is told was chosen on all of these. */
const chosenOn = new Set([
  ...["brent_spot", "centralia", "debt_ireland", "gdp_japan", "homeruns", "nile", "quality_control_2"],
  ...["quality_control_3", "rail_lines", "robocalls", "shanghai_license", "uk_coal_employ"],
  ...["bank", "children_per_woman", "construction", "gdp_croatia", "global_co2", "lga_passengers"],
  ...["quality_control_1", "quality_control_5", "seatbelts", "us_population", "well_log"],
]);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.log("not run: name the folder of the series, as in `node bench/annotated-series-bench.ts FOLDER`");
} else {
  const read = <Content>(file: string): Content => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const annotations = read<Annotations>("annotations.json");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "annotations.json");
  const rows = files.flatMap((file) => {
    const { name, n_obs: points, series } = read<Series>(file);
    const truth = Object.values(annotations[name] ?? {});
    if (truth.length === 0) return [];
    const found = findSharedChangePoints(series.map(({ raw }) => raw));
    const changes = found.kind === "change-points" ? found.changes.map(({ at }) => at) : [];
    return {
      series: name,
      "chosen on": chosenOn.has(name),
      points,
      changes: changes.length,
      F1: scoreF1(truth, changes),
      covering: scoreCovering(points, truth, changes),
      "F1 of nothing": scoreF1(truth, []),
      "covering of nothing": scoreCovering(points, truth, []),
    };
  });
  const rounded = (figure: number) => Number(figure.toFixed(3));
  const averages = (of: string, some: typeof rows) => {
    const average = (key: "F1" | "covering" | "F1 of nothing" | "covering of nothing") =>
      (some.reduce((total, row) => total + row[key], 0) / some.length).toFixed(3);
    const nothing = `doing nothing ${average("F1 of nothing")} and ${average("covering of nothing")}`;
    console.log(`${of}: ${some.length} series, F1 ${average("F1")}, covering ${average("covering")} (${nothing})`);
  };
  console.table(rows.map((row) => ({ ...row, F1: rounded(row.F1), covering: rounded(row.covering) })));
  averages(
    "chosen on",
    rows.filter((row) => row["chosen on"]),
  );
  averages(
    "never seen",
    rows.filter((row) => !row["chosen on"]),
  );
  averages("all", rows);
}
