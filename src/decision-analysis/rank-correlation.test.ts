import { expect, test } from "vitest";
import { pearson, rankSimilarity, spearman, weightedSpearman } from "./rank-correlation.ts";

test("the swap of second and third place counts as in Sałabun & Urbaniak 2020", () => {
  const [reference, other] = [
    [1, 2, 3, 4, 5],
    [1, 3, 2, 4, 5],
  ];
  expect(spearman(reference, other)).toBeCloseTo(0.9, 12);
  expect(weightedSpearman(reference, other)).toBeCloseTo(0.8833333333333333, 12);
  expect(rankSimilarity(reference, other)).toBeCloseTo(0.8541666666666667, 12);
});

test("a series that does not vary moves with nothing", () => {
  expect(pearson([1, 1, 1], [1, 2, 3])).toBe(0);
});
