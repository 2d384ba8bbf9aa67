import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";
import { countChart, rateChart, shareChart } from "../../src/early-warning/attribute-charts.ts";
import type { LimitedPoint } from "../../src/early-warning/control-chart.ts";
import { individualsChart, movingRangeChart, timeBetweenChart } from "../../src/early-warning/individuals-chart.ts";
import { analyseRuns } from "../../src/early-warning/runs-analysis.ts";
import { deviationChart, meanChart, type Subgroup } from "../../src/early-warning/subgroup-charts.ts";
import { isClose, readSharedText } from "./shared-cases.ts";

type Table = Record<string, (number | null)[]>;
type Expected = Record<string, unknown[]> & { part: number[]; include: boolean[] };
type Calls = Record<string, { table: string; draw: (table: Table) => readonly LimitedPoint[] }>;

/** The calls behind each recorded result, as the file's own list names them. */
const calls: Calls = {
  "ex_6.3_1.rds": { table: "tbl_06.03", draw: (table) => meanChart(subgroups(table)) },
  "ex_6.3_2.rds": { table: "tbl_06.03", draw: (table) => deviationChart(subgroups(table)) },
  "ex_6.4_1.rds": { table: "tbl_06.04", draw: (table) => meanChart(subgroups(table)) },
  "ex_6.4_2.rds": { table: "tbl_06.04", draw: (table) => deviationChart(subgroups(table)) },
  "ex_6.5_3.rds": {
    table: "tbl_06.07",
    draw: (table) => individualsChart(column(table, "cost"), { frozenAfter: 20, convention: "individuals" }),
  },
  "ex_6.5_4.rds": {
    table: "tbl_06.07",
    draw: (table) => movingRangeChart(column(table, "cost"), { frozenAfter: 20 }),
  },
  "ex_7.1_5.rds": {
    table: "tbl_07.03",
    draw: (table) => shareChart(counted(table, "size"), { rebasedAt: [30], leftOut: [14, 22] }),
  },
  "tbl_7.4_1.rds": { table: "tbl_07.04", draw: (table) => shareChart(counted(table, "size")) },
  "ex_7.3_3.rds": {
    table: "tbl_07.08",
    draw: (table) => countChart(column(table, "count"), { frozenAfter: 26, leftOut: [5, 19] }),
  },
  "ex_7.4_1.rds": { table: "tbl_07.10", draw: (table) => rateChart(counted(table, "size")) },
  "ex_7.5_1.rds": { table: "tbl_07.11", draw: (table) => inFifties(rateChart(counted(table, "meters"))) },
  "ex_7.6_1.rds": { table: "tbl_07.14", draw: (table) => timeBetweenChart(column(table, "hours")) },
  "NA_test.rds": { table: "NA_test", draw: (table) => meanChart(subgroups(table)) },
};

const text = readSharedText("cases/control_charts.json");
const file: { tables: Record<string, Table>; expected: Record<string, Expected> } = JSON.parse(
  text ?? '{"tables":{},"expected":{}}',
);
const hasInputs = (name: string) => calls[name] !== undefined && file.tables[calls[name].table] !== undefined;

test.skipIf(text === null)("every chart of control_charts.json whose inputs the file holds", () => {
  const names = Object.keys(file.expected);
  const known = names.filter(hasInputs);
  const failures = known.flatMap((name) => {
    const wrong = differences(name);
    return wrong.length === 0 ? [] : [`${name}: ${wrong.slice(0, 3).join("; ")}`];
  });
  console.info(`control_charts.json ${known.length - failures.length}/${known.length}`);
  const unknown = names.filter((name) => !hasInputs(name));
  if (unknown.length > 0) console.info(`control_charts.json gives no inputs for ${unknown.join(", ")}: not compared`);
  expect(known.length).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});

function differences(name: string): string[] {
  const call = calls[name];
  const expected = file.expected[name];
  const table = call === undefined ? undefined : file.tables[call.table];
  if (call === undefined || expected === undefined || table === undefined) return ["not in the file"];
  const points = call.draw(table);
  const wrong: string[] = [];
  const compare = (field: string, actual: readonly (number | null)[]) =>
    (expected[field] ?? []).forEach((value, index) => {
      const figure = typeof value === "number" ? value : null;
      if (!isClose(actual[index], figure, 1e-9)) wrong.push(`${field}[${index}] ${actual[index]}, expected ${figure}`);
    });
  if (points.length !== expected.part.length) wrong.push(`${points.length} points`);
  compare(
    "y",
    points.map((point) => point.value),
  );
  compare(
    "cl",
    points.map((point) => point.centre),
  );
  compare(
    "lcl",
    points.map((point) => point.lower),
  );
  compare(
    "ucl",
    points.map((point) => point.upper),
  );
  const outside = points.map(({ value, lower, upper }) =>
    value !== null && lower !== null && upper !== null && (value < lower || value > upper) ? 1 : 0,
  );
  compareFlags(wrong, "sigma.signal", outside, expected["sigma.signal"] ?? []);
  compareRuns(wrong, points, expected, call.draw === calls["ex_6.5_4.rds"]?.draw);
  return wrong;
}

function compareFlags(wrong: string[], field: string, actual: readonly number[], expected: readonly unknown[]) {
  expected.forEach((flag, index) => {
    if (actual[index] !== Number(flag)) wrong.push(`${field}[${index}] ${actual[index]}, expected ${flag}`);
  });
}

function compareRuns(wrong: string[], points: readonly LimitedPoint[], expected: Expected, isRangeChart: boolean) {
  for (const phase of new Set(points.map((point) => point.phase))) {
    const indexes = points.flatMap((point, index) => (point.phase === phase ? index : []));
    const sides = indexes
      .filter((index) => expected.include[index] === true)
      .map((index) => Math.sign((points[index]?.value ?? Number.NaN) - (points[index]?.centre ?? 0)))
      .filter((side) => !Number.isNaN(side));
    const runs = analyseRuns(sides);
    const at = indexes[0] ?? 0;
    const pairs: [string, number | undefined][] = [
      ["n.useful", runs?.useful],
      ["longest.run", runs?.longestRun],
      ["longest.run.max", runs?.longestRunMaximum],
      ["n.crossings", runs?.crossings],
      ["n.crossings.min", runs?.crossingsMinimum],
      ["runs.signal", isRangeChart ? 0 : Number(runs?.isSignal)],
    ];
    for (const [field, actual] of pairs) {
      if (actual !== Number(expected[field]?.[at])) wrong.push(`${field} ${actual}, expected ${expected[field]?.[at]}`);
    }
  }
}

function subgroups(table: Table): Subgroup[] {
  const samples = [...new Set(table.sample)].filter((sample) => sample !== null);
  return samples.map((sample) => {
    const items = column(table, "obs").filter((item, index) => item !== null && table.sample?.[index] === sample);
    const measured = items.filter((item) => item !== null);
    return {
      mean: measured.length > 0 ? mean(measured) : null,
      deviation: measured.length > 1 ? sampleStandardDeviation(measured) : null,
      size: measured.length,
    };
  });
}

const column = (table: Table, name: string): (number | null)[] => table[name] ?? [];
const counted = (table: Table, of: string) =>
  column(table, "count").map((count, index) => ({ count, of: table[of]?.[index] ?? 0 }));
const inFifties = (points: readonly LimitedPoint[]): LimitedPoint[] => {
  const times = (figure: number | null) => (figure === null ? null : figure * 50);
  return points.map((point) => ({
    ...point,
    value: times(point.value),
    centre: times(point.centre),
    lower: times(point.lower),
    upper: times(point.upper),
  }));
};
