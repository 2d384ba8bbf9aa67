import { expect, test } from "vitest";
import {
  kendallConcordance,
  kendallTau,
  pearson,
  rankSimilarity,
  spearman,
  weightedSpearman,
} from "./rank-correlation.ts";

test("the swap of second and third place counts as in Sałabun & Urbaniak 2020", () => {
  const [reference, other] = [
    [1, 2, 3, 4, 5],
    [1, 3, 2, 4, 5],
  ];
  expect(spearman(reference, other)).toBeCloseTo(0.9, 12);
  expect(weightedSpearman(reference, other)).toBeCloseTo(0.8833333333333333, 12);
  expect(rankSimilarity(reference, other)).toBeCloseTo(0.8541666666666667, 12);
});

test("Kendall's τ counts pairs: one swap of ten pairs is 0.8, the reverse order −1", () => {
  expect(kendallTau([1, 2, 3, 4, 5], [1, 3, 2, 4, 5])).toBeCloseTo(0.8, 12);
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
});

test("shared places are corrected for, as in Kendall 1945", () => {
  // Five agreeing pairs of six; each ranking has one tie: 4 ÷ √(5 × 5) with ties in different pairs.
  expect(kendallTau([1, 2.5, 2.5, 4], [1, 2, 3.5, 3.5])).toBeCloseTo(4 / 5, 12);
});

test("people who all rank alike have a concordance of 1, and opposite ones of 0", () => {
  expect(
    kendallConcordance([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toBe(1);
  expect(
    kendallConcordance([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBe(0);
});

test("concordance is twelve times the spread of the sums of ranks over the most that it can be", () => {
  const judges = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ];
  // Sums 8, 14, 11, 11, 11, 8 around 10.5: S = 25.5; W = 12 × 25.5 ÷ (9 × 210).
  expect(kendallConcordance(judges)).toBeCloseTo((12 * 25.5) / (9 * 210), 12);
});

test("a series that does not vary moves with nothing", () => {
  expect(pearson([1, 1, 1], [1, 2, 3])).toBe(0);
});
