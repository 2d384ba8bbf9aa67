import { expect, test } from "vitest";
import { allOf, type Straying, strayingMonths } from "../../test/straying-months.ts";
import { seededChance } from "../values/seeded-chance.ts";
import { forecastPeriodEnd, type Passed, type PeriodEnd } from "./period-end-share.ts";

function forecast(soFar: Passed, usual: readonly Passed[], gone: number): PeriodEnd {
  const made = forecastPeriodEnd(soFar, usual, gone);
  if (made.kind !== "period-end") throw new Error("expected a forecast");
  return made;
}
const usual = (good: readonly number[], of = 300) => good.map((one) => ({ good: one, of }));

test("periods that are alike say how the rest passes, periods that differ leave it to what is in hand", () => {
  const alike = forecast({ good: 120, of: 150 }, usual([285, 285, 285, 285]), 0.5);
  expect(alike).toMatchObject({ betweenPeriods: 0, rest: 150 });
  expect(alike.restShare).toBeCloseTo(0.95, 3);
  expect(alike.expected).toBeCloseTo((120 + 0.95 * 150) / 300, 3);
  const differing = forecast({ good: 120, of: 150 }, usual([300, 240, 290, 220]), 0.5);
  expect(differing.restShare).toBeGreaterThan(0.79);
  expect(differing.restShare).toBeLessThan(0.83);
  expect(differing.interval.high - differing.interval.low).toBeGreaterThan(
    2 * (alike.interval.high - alike.interval.low),
  );
});

test("a period that is over ends where it stands, and nothing ends outside of what is still possible", () => {
  const over = forecast({ good: 270, of: 300 }, usual([285, 280, 290]), 1);
  expect(over).toMatchObject({ rest: 0, expected: 0.9, interval: { low: 0.9, high: 0.9 } });
  const perfect = forecast({ good: 10, of: 10 }, usual([20, 20, 20], 20), 0.5);
  expect(perfect.interval.high).toBeLessThanOrEqual(1);
  expect(perfect.interval.low).toBeGreaterThan(0.5);
  expect(forecast({ good: 0, of: 0 }, usual([285, 280, 290]), 0).expected).toBeCloseTo(0.95, 2);
  expect(forecastPeriodEnd({ good: 5, of: 9 }, usual([285, 280]), 0.5)).toEqual({
    ...{ kind: "too-little-data", have: 2, need: 3 },
  });
});

test.each([
  { month: 0, week: 0, memory: 0 },
  { month: 0.2, week: 0, memory: 0 },
  { month: 0, week: 0.2, memory: 0 },
  { month: 0, week: 0.3, memory: 0.4 },
] satisfies Straying[])(
  "four times in five the end lies in the interval, or a little more often: $month $week $memory",
  (world) => {
    for (const [known, gone, items] of [
      [3, 1, 60],
      [6, 2, 150],
      [6, 3, 40],
    ] as const) {
      const chance = seededChance(known * 10 + gone);
      const held = Array.from({ length: 300 }, () => {
        const all = strayingMonths(chance, known + 1, world, items);
        const running = all.at(-1) ?? [];
        const end = allOf(running);
        const { interval } = forecast(allOf(running.slice(0, gone)), all.slice(0, -1).map(allOf), gone / 4);
        return end.good / end.of >= interval.low - 1e-9 && end.good / end.of <= interval.high + 1e-9;
      }).filter(Boolean).length;
      expect(held / 300, `${known} periods, ${gone} of 4 weeks`).toBeGreaterThan(0.74);
      expect(held / 300, `${known} periods, ${gone} of 4 weeks`).toBeLessThan(0.97);
    }
  },
);
