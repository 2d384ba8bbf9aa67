import { expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import { addDays } from "../../values/time.ts";
import { simulateTenureMix, type TenureMixQuestion } from "./tenure-mix.ts";

const asOf = "2026-06-30";
const reviews = [10, 60, 120, 300].flatMap((tenureDays, band) =>
  Array.from({ length: 40 }, (_, at) => ({ tenureDays, score: 70 + 6 * band + (at % 5) - 2 })),
);
const question: TenureMixQuestion = {
  members: Array.from({ length: 40 }, (_, at) => ({ hired_on: addDays(asOf, -300 - at) })),
  reviews,
  asOf,
  growth: { on: "2026-07-07", heads: 40 },
  weeks: 52,
  draws: 60,
  chance: seededChance(3),
};
const simulated = (parts: Partial<TenureMixQuestion> = {}) => {
  const mix = simulateTenureMix({ ...question, chance: seededChance(3), ...parts });
  if (mix.kind !== "tenure-mix") throw new Error("too little data");
  return mix;
};

test("doubling at once halves tenure and costs quality, most in the first month and less as people stay", () => {
  const { days, worst } = simulated();
  expect(days[0]?.newcomers.p50).toBeGreaterThan(0.49);
  // Half of the people at 70 and half at 88 make 79: nine points lower.
  expect(worst.on).toBe(days[0]?.on);
  expect(worst.effect.p50).toBeGreaterThan(-10.5);
  expect(worst.effect.p50).toBeLessThan(-7.5);
  expect(days.at(-1)?.newcomers.p50).toBeLessThan(0.15);
});

test("no growth changes nothing, draw by draw", () => {
  const { days, worst } = simulated({ growth: { on: "2026-07-07", heads: 0 } });
  for (const day of days) expect(day.quality).toEqual(day.qualityWithoutGrowth);
  expect(worst.effect).toEqual({ p10: 0, p50: 0, p90: 0 });
});

test("slower growth costs less", () => {
  expect(simulated({ growth: { on: "2026-07-07", heads: 10 } }).worst.effect.p50).toBeGreaterThan(
    simulated().worst.effect.p50,
  );
});

test("the same seed gives the same days", () => expect(simulated()).toEqual(simulated()));

test("a band of tenure without reviews, or an empty roster, says nothing", () => {
  const old = reviews.filter(({ tenureDays }) => tenureDays > 30);
  expect(simulateTenureMix({ ...question, reviews: old })).toEqual({ kind: "too-little-data", have: 0, need: 10 });
  expect(simulateTenureMix({ ...question, members: [] })).toEqual({ kind: "too-little-data", have: 0, need: 1 });
});
