import { expect, test } from "vitest";
import { levelMonths } from "../../test/pitfalls/kpi-worlds.ts";
import { withForecasts } from "./level-forecast.ts";
import type { ServiceLevelVerdict } from "./verdict.ts";

/** Six months of 300 items, latest first, and a seventh so far. */
const months = (good: number, failedSoFar: number, of: number, better: "higher" | "lower") => {
  const count = (failed: number, all: number) => (better === "lower" ? failed : all - failed);
  const levels = levelMonths(Array.from({ length: 7 }, () => "met" as const)).map(
    (level): ServiceLevelVerdict => ({
      ...level,
      ...{ denominator: 300, numerator: count(300 - good, 300), target: better === "lower" ? 0.1 : 0.9 },
    }),
  );
  const [running, ...ended] = levels.toReversed();
  if (running === undefined) throw new Error("seven months were made");
  return { ended, running: { ...running, complete: false, denominator: of, numerator: count(failedSoFar, of) } };
};

/** What is forecast of a running month among those that ended. */
const forecastIn = (
  running: ServiceLevelVerdict,
  ended: readonly ServiceLevelVerdict[],
  better: "higher" | "lower",
  asOf: string,
) => withForecasts([...ended, running], () => better, asOf).at(-1)?.forecast ?? null;

const forecastOf = (better: "higher" | "lower", asOf = "2025-07-20") => {
  const { ended, running } = months(285, 26, 200, better);
  return forecastIn(running, ended, better, asOf);
};

test("a running share says where it will end, between what, and how fast its budget burns; counted the other way it says the same", () => {
  const forecast = forecastOf("higher");
  // 174 of 200 so far, and 106 more at the usual 95 %.
  expect(forecast?.value).toBeCloseTo((174 + 106.5 * 0.95) / 306.5, 2);
  expect(forecast?.interval.low).toBeCloseTo(0.888, 2);
  expect(forecast?.interval.high).toBeCloseTo(0.907, 2);
  // 26 of the 30.6 failures that 306 items may have, with 20 of 31 days gone.
  expect(forecast?.burnRate).toBeCloseTo(26 / 30.65 / (20 / 31), 2);
  const failures = forecastOf("lower");
  expect(failures?.value).toBeCloseTo(1 - (forecast?.value ?? 0), 10);
  expect(failures?.interval.low).toBeCloseTo(1 - (forecast?.interval.high ?? 0), 10);
  expect(failures?.burnRate).toBeCloseTo(forecast?.burnRate ?? 0, 10);
  expect(failures?.workedFrom).toMatchObject({ failed: 26, allowed: forecast?.workedFrom?.allowed });
  expect(failures?.workedFrom?.restValue).toBeCloseTo(1 - (forecast?.workedFrom?.restValue ?? 0), 10);
  expect(failures?.workedFrom?.usual.map(({ numerator }) => numerator)).toEqual([15, 15, 15, 15, 15, 15]);
});

test("a period that is over or has not begun, a figure that is no share, and too few months before have no forecast", () => {
  expect(forecastOf("higher", "2025-07-31")).toBeNull();
  expect(forecastOf("higher", "2025-06-30")).toBeNull();
  const { ended, running } = months(285, 26, 200, "higher");
  expect(forecastIn({ ...running, target: 4 }, ended, "higher", "2025-07-20")).toBeNull();
  expect(forecastIn({ ...running, numerator: null }, ended, "higher", "2025-07-20")).toBeNull();
  expect(forecastIn(running, ended.slice(0, 2), "higher", "2025-07-20")).toBeNull();
});
