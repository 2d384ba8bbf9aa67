import { expect, test } from "vitest";
import { weeklyKpi, weeksOf } from "../../../test/pitfalls/kpi-worlds.ts";
import { addDays, daysBetween } from "../../values/time.ts";
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
