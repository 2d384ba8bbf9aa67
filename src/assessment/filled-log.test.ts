import { expect, test } from "vitest";
import { sampleVerdict } from "../../test/sample-verdict.ts";
import { addDays } from "../values/time.ts";
import { tellLeftOut, withoutFilling } from "./filled-log.ts";

const weekly = (values: readonly (number | null)[]) => ({
  ...{ metric: "backlog", every: "week" as const, segment: {} },
  measures: values.map((value, at) => ({
    period: { start: addDays("2026-01-05", 7 * at), end: addDays("2026-01-11", 7 * at) },
    ...{ metric: "backlog", segment: {}, value, numerator: value, denominator: value ?? 0, excluded: 0, pending: 0 },
    deviation: null,
  })),
});
const read = (values: readonly (number | null)[], kind: "standing" | "judged" = "standing") =>
  withoutFilling({ kind }, weekly(values)).measures.map(({ value }) => value);

test("while a log that begins empty fills, its backlog is not read; a quiet week on the way up does not end that", () => {
  expect(read([10, 22, 35, 41, 52, 60])).toEqual([]);
  expect(read([10, 22, 35, 33, 41, 52, 60, 58, 61, 59, 62])).toEqual([58, 61, 59, 62]);
  expect(read([10, null, 35, 33, 32, 36])).toEqual([32, 36]);
});

test("a backlog that stood from the first period, and one that grows later, lose a few periods alone", () => {
  expect(read([60, 58, 61, 59, 80, 95, 110])).toEqual([59, 80, 95, 110]);
  expect(read([60, 58, 57, 61])).toEqual([57, 61]);
});

test("figures of what ended are read from the first period on", () => {
  expect(read([0.5, 0.6, 0.7], "judged")).toEqual([0.5, 0.6, 0.7]);
});

test("a figure without a chart says how many periods were left out; one with a chart, or with all of them, does not", () => {
  const [kpi] = sampleVerdict().kpis;
  if (kpi === undefined) throw new Error("the sample verdict has a KPI");
  const bare = { ...kpi, every: "week" as const, noChartBecause: "2 weeks with records, 12 are needed for a chart" };
  expect(tellLeftOut(bare, 5).noChartBecause).toBe(
    "2 weeks with records, 12 are needed for a chart; the first 5 weeks, in which the log filled, are left out",
  );
  expect(tellLeftOut(bare, 0)).toBe(bare);
  expect(tellLeftOut({ ...kpi, noChartBecause: null }, 5).noChartBecause).toBeNull();
});
