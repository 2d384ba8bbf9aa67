import { expect, test } from "vitest";
import { firstMonday, weeklyKpi, weeksOf } from "../../../../test/pitfalls/kpi-worlds.ts";
import type { KpiReading } from "../../../assessment/verdict.ts";
import { addDays, daysBetween } from "../../../values/time.ts";
import { firstDay, weighKpi, withoutWeek } from "./kpi-stream.ts";

/** A KPI measured every day from a Monday on. */
function weighedDays(count: number) {
  const weekly = weeklyKpi(weeksOf(count, () => 0.9, 2));
  const from = "2026-01-05";
  const points = weekly.points.map((point, at) => ({
    ...point,
    period: { start: addDays(from, at), end: addDays(from, at) },
  }));
  const weighed = weighKpi({ ...weekly, every: "day", points }, addDays(from, count));
  if (weighed.kind !== "weighed") throw new Error(weighed.because);
  return { weighed, monday: (week: number) => daysBetween(firstDay, addDays(from, 7 * week)) };
}

test("without a week its days are not there; where too few are left, nothing is said by moves or by factors", () => {
  const { weighed, monday } = weighedDays(70);
  expect(withoutWeek(weighed, monday(8)).days).toHaveLength(63);
  const few = weighedDays(35);
  expect(few.weighed.evidence.shifts.some((shift) => shift !== null)).toBe(true);
  const { logFactors, shifts } = withoutWeek(few.weighed, few.monday(4));
  expect([...logFactors, ...shifts].filter((said) => said !== null)).toEqual([]);
});

/** The same whole numbers, said to be one thing or another. */
function streamOf(parts: Partial<KpiReading>) {
  const weekly = weeklyKpi(weeksOf(30, () => 0.9, 3));
  const points = weekly.points.map((point) => ({ ...point, value: point.numerator ?? 0 }));
  const weighed = weighKpi({ ...weekly, unit: "count", points, ...parts }, addDays(firstMonday, 7 * 30));
  if (weighed.kind !== "weighed") throw new Error(weighed.because);
  return weighed.stream;
}

test("what a figure is goes by what its metric says, and whole numbers are taken for events only where none does", () => {
  const counted = streamOf({ kind: "count" });
  expect(counted).toMatchObject({ kind: "rate", points: { length: 30 } });
  expect(new Set(counted.points.map(({ of }) => of))).toEqual(new Set([1]));
  expect(streamOf({})).toEqual(counted);
  const summed = streamOf({ kind: "sum" });
  expect(summed.kind).toBe("mean");
  expect(summed.points.every(({ count }) => count === null)).toBe(true);
});

test("a share is a share whatever unit is written on it", () => {
  const { points } = weeklyKpi(weeksOf(30, () => 0.9, 3));
  expect(streamOf({ kind: "share", unit: "score", points }).kind).toBe("share");
  expect(streamOf({ unit: "score", points }).kind).toBe("mean");
});
