import { expect, test } from "vitest";
import { sampleKpis } from "../../test/sample-kpis.ts";
import type { MeasureSeries } from "../metrics/measure.ts";
import { addDays } from "../values/time.ts";
import { ripePeriods, withUnripe } from "./ripe-periods.ts";

const first = "2026-01-05";
const asOf = addDays(first, 20 * 7 - 1);

/** Twenty weeks of 100 items, of which so many are pending. */
function weeksWith(pendingIn: (week: number) => number): MeasureSeries {
  const measures = Array.from({ length: 20 }, (_, week) => {
    const period = { start: addDays(first, 7 * week), end: addDays(first, 7 * week + 6) };
    const pending = pendingIn(week);
    const counted = { value: 0.9, numerator: 90 - pending, denominator: 100 - pending, pending, excluded: 0 };
    return { metric: "m", period, segment: {}, deviation: null, ...counted };
  });
  return { metric: "m", every: "week", segment: {}, measures };
}
const ripeWeeks = (pendingIn: (week: number) => number) => ripePeriods(weeksWith(pendingIn), asOf).measures.length;

test("the last weeks wait until nearly all of their items are decided", () => {
  expect(ripeWeeks(() => 0)).toBe(20);
  expect(ripeWeeks((week) => (week >= 18 ? 40 : 2))).toBe(18);
  expect(ripeWeeks((week) => (week === 19 ? 10 : 0))).toBe(20);
  expect(ripeWeeks((week) => (week === 19 ? 11 : 0))).toBe(19);
});

test("items that never get a value hold nothing up: calls that nobody answered have no talk time", () => {
  expect(ripeWeeks(() => 20)).toBe(20);
  // Of what can be decided one item in ten may still be open, and no more.
  expect(ripeWeeks((week) => (week === 19 ? 28 : 20))).toBe(20);
  expect(ripeWeeks((week) => (week === 19 ? 29 : 20))).toBe(19);
});

test("where most items are never decided, or no week is old enough to tell, nothing is read", () => {
  expect(ripeWeeks(() => 60)).toBe(0);
  const young = weeksWith(() => 20);
  expect(ripePeriods({ ...young, measures: young.measures.slice(14) }, asOf).measures).toEqual([]);
});

test("a figure without a chart says how many periods wait, and for what", () => {
  const all = weeksWith(() => 60);
  const [kpi] = sampleKpis();
  if (kpi === undefined) throw new Error("there is a sample");
  const bare = { ...kpi, noChartBecause: "0 weeks with records, 8 are needed for a chart" };
  const told = withUnripe(bare, all, ripePeriods(all, asOf), asOf).noChartBecause;
  expect(told).toMatch(/^0 weeks with records, .*; 20 more ended with 1200 records undecided: /);
  const decided = weeksWith(() => 0);
  expect(withUnripe(bare, decided, ripePeriods(decided, asOf), asOf)).toEqual(bare);
  expect(withUnripe(kpi, all, ripePeriods(all, asOf), asOf)).toEqual(kpi);
});
