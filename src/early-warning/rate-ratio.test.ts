import { expect, test } from "vitest";
import { binomialTail, rateRatioChance } from "./rate-ratio.ts";

test("the binomial tail is the sum of its terms", () => {
  // 20 tosses of a coin: 211 of 2^20 ways to 18 heads or more.
  expect(binomialTail(18, 20, 0.5)).toBeCloseTo(211 / 2 ** 20, 14);
  expect(binomialTail(3, 3, 0.1)).toBeCloseTo(0.001, 14);
  expect([binomialTail(0, 5, 0.2), binomialTail(6, 5, 0.2), binomialTail(2, 5, 0), binomialTail(2, 5, 1)]).toEqual([
    ...[1, 0, 0, 1],
  ]);
  // A thousand expected of two thousand: half of the chance and half of the middle term.
  expect(binomialTail(1000, 2000, 0.5)).toBeCloseTo(0.5089, 4);
});

test("two rates are told apart as in the published example, and only beyond the ratio that is fair", () => {
  // 41 and 15 cases of breast cancer in 28,010 and 19,017 woman-years (Rothman 1986): mid-P 0.0177 as Stata's manual prints it.
  const [treated, others] = [
    { events: 41, exposure: 28_010 },
    { events: 15, exposure: 19_017 },
  ];
  const chance = rateRatioChance(treated, others, 1);
  const without = rateRatioChance({ ...treated, events: 42 }, { ...others, events: 14 }, 1);
  expect((chance + without) / 2).toBeCloseTo(0.0177, 4);
  expect(rateRatioChance(treated, others, 1.5)).toBeGreaterThan(0.25);
  expect(rateRatioChance({ events: 0, exposure: 10 }, others, 1)).toBe(1);
  expect(rateRatioChance({ events: 3, exposure: 0 }, others, 1)).toBe(1);
});
