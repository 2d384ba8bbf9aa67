import { expect, test } from "vitest";
import { liveHealthyYear, livePlanted, mixOf, sizeWithFloor } from "../bench/warnings/live-worlds.ts";
import type { PitfallId } from "../src/pitfalls/pitfall-definition.ts";

/** The whole tables are `npm run bench:warnings`; these hold the engine to them in a minute. */

test("healthy partnership-years of 34 figures cost about what the budget of four false alarms allows", () => {
  const years = Array.from({ length: 24 }, (_, at) => liveHealthyYear(900 + at));
  const rate = years.reduce((sum, { alarms }) => sum + alarms, 0) / years.length;
  console.log(`${rate.toFixed(2)} alarms a healthy year`);
  // 24 years of about 3: the mean has a standard error of 0.4.
  expect(rate).toBeGreaterThan(1.5);
  expect(rate).toBeLessThan(5);
});

test.each(["quality-decline", "poor-customer-feedback", "high-turnover", "slow-ramp"] satisfies PitfallId[])(
  "%s of medium size is seen in a median of nine weeks at most",
  (pitfall) => {
    const delays = Array.from({ length: 15 }, (_, at) => {
      const mix = mixOf(pitfall, 300 + at);
      const size = sizeWithFloor(mix, 5, 300 + at);
      return size === null ? 99 : (livePlanted(mix, size, 300 + at).delay ?? 99);
    }).sort((one, other) => one - other);
    console.log(`${pitfall}: median ${delays[7]} weeks`);
    expect(delays[7]).toBeLessThanOrEqual(9);
    expect(delays.filter((delay) => delay <= 12).length).toBeGreaterThanOrEqual(10);
  },
);
