import { expect, test } from "vitest";
import { endOfWeeks, firstMonday, weeklyKpi, weeksOf } from "../../../test/pitfalls/kpi-worlds.ts";
import { addDays, daysBetween } from "../../values/time.ts";
import { readKpiShift } from "./kpi-shift.ts";
import { stretchOf } from "./stretch.ts";

const dropAt = (at: number, size: number) => (week: number) => 0.93 - (week >= at ? size : 0);

test("a fall of five points is alarm within twelve weeks, with its onset to a few weeks", () => {
  const shift = readKpiShift(weeklyKpi(weeksOf(64, dropAt(52, 0.05), 7)), endOfWeeks(64));
  if (shift.kind !== "worse") throw new Error(shift.kind);
  expect(shift.state).toBe("alarm");
  expect(Math.abs(daysBetween(addDays(firstMonday, 7 * 52), shift.onset))).toBeLessThanOrEqual(21);
  expect(shift.raisedAt > shift.onset && shift.raisedAt <= endOfWeeks(64)).toBe(true);
  expect(shift.since.value).toBeCloseTo((shift.since.numerator ?? 0) / shift.since.denominator, 12);
  expect(shift.before.value).toBeGreaterThan(shift.since.value);
});

test("the same rise is no trouble where higher is better, and is where lower is", () => {
  const rising = weeksOf(64, (week) => 0.85 + (week >= 52 ? 0.06 : 0), 7);
  expect(readKpiShift(weeklyKpi(rising), endOfWeeks(64)).kind).toBe("steady");
  expect(readKpiShift(weeklyKpi(rising, { better: "lower" }), endOfWeeks(64)).kind).toBe("worse");
});

test("a KPI whose level has moved to the good side is not called worse for a rule that its wild beginning broke", () => {
  // A handful of items a week at first, most of them reopened; then hundreds, hardly any.
  const weeks = weeksOf(24, (week) => (week < 5 ? 0.6 : 0.06), 5).map((one, week) =>
    week < 5 ? { passed: 3, of: 5 } : one,
  );
  const jump = weeks.map((one, week) => (week === 23 ? { passed: Math.round(one.of * 0.16), of: one.of } : one));
  const shift = readKpiShift(weeklyKpi(jump, { better: "lower" }), endOfWeeks(24));
  if (shift.kind === "worse") expect(shift.since.value).toBeGreaterThan(shift.before.value);
  else expect(shift.kind).toBe("steady");
});

test("a steady KPI on a chart with common cause is steady", () => {
  const kpi = weeklyKpi(weeksOf(60, () => 0.93, 3));
  expect(kpi.variation).toBe("common-cause");
  expect(readKpiShift(kpi, endOfWeeks(60))).toEqual({ kind: "steady", measured: 60 });
});

test("one bad week is told, and is over when four periods together are back", () => {
  const weeks = weeksOf(60, (week) => (week === 50 ? 0.75 : 0.93), 3);
  const at = (count: number) => readKpiShift(weeklyKpi(weeks.slice(0, count)), endOfWeeks(count));
  expect(at(50).kind).toBe("steady");
  expect(at(51)).toMatchObject({ kind: "worse", state: "watch" });
  expect(at(60).kind).toBe("steady");
});

test("an episode keeps its day of raising while it lasts", () => {
  const weeks = weeksOf(72, dropAt(52, 0.06), 11);
  const days = [60, 64, 68, 72].map((count) => {
    const shift = readKpiShift(weeklyKpi(weeks.slice(0, count)), endOfWeeks(count));
    return shift.kind === "worse" ? shift.raisedAt : shift.kind;
  });
  expect(new Set(days).size).toBeLessThanOrEqual(2);
  expect(days.every((day) => day >= addDays(firstMonday, 7 * 52))).toBe(true);
});

test.each([
  ["too few weeks", weeklyKpi(weeksOf(5, () => 0.9, 1)), endOfWeeks(5), "CSAT: only 5 weeks measured, 12 needed"],
  ["nothing measured", weeklyKpi([]), endOfWeeks(5), "CSAT: nothing was measured by 9 February 2025"],
  [
    "no wanted direction",
    weeklyKpi(
      weeksOf(20, () => 0.9, 1),
      { better: null },
    ),
    endOfWeeks(20),
    "CSAT: no wanted direction is defined",
  ],
  [
    "stale figures",
    weeklyKpi(weeksOf(20, () => 0.9, 1)),
    endOfWeeks(26),
    "CSAT: last measured in the week that ended on 25 May 2025",
  ],
])("%s cannot be read, and says so", (_, kpi, asOf, because) => {
  expect(readKpiShift(kpi, asOf)).toEqual({ kind: "unreadable", because });
});

test("periods that end after the date of asking do not exist yet", () => {
  const whole = weeklyKpi(weeksOf(64, dropAt(52, 0.2), 7));
  expect(readKpiShift({ ...whole, variation: "common-cause" }, endOfWeeks(50)).kind).toBe("steady");
});

test("periods taken together give the share of their sums, not the mean of their shares", () => {
  const kpi = weeklyKpi([
    { passed: 1, of: 1 },
    { passed: 0, of: 99 },
  ]);
  const points = kpi.points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  expect(stretchOf(points, "share")).toMatchObject({ value: 0.01, numerator: 1, denominator: 100 });
  expect(stretchOf([], "share")).toBeNull();
});
