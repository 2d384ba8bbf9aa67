import { expect, test } from "vitest";
import { geometricPriorities, hierarchyPriorities, prioritiesOf } from "./pairwise-comparison.ts";

/** A whole matrix from what stands above its diagonal. */
function comparisons(...above: readonly (readonly number[])[]): number[][] {
  const n = above.length + 1;
  const at = (i: number, j: number) => above[i]?.[j - i - 1] ?? Number.NaN;
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 1 : i < j ? at(i, j) : 1 / at(j, i))),
  );
}

const criteria = comparisons([1, 5, 3], [5, 3], [1 / 3]);
const facilities = [
  comparisons([5, 1, 1, 1 / 3, 3], [1 / 3, 1 / 5, 1 / 7, 1], [1 / 3, 1 / 5, 1], [1 / 3, 3], [7]),
  comparisons([7, 3, 1 / 3, 1 / 3, 1 / 3], [1 / 3, 1 / 7, 1 / 9, 1 / 7], [1 / 5, 1 / 5, 1 / 5], [1, 1], [1]),
  comparisons([1 / 9, 1 / 7, 1 / 9, 1, 1 / 5], [1, 1, 5, 3], [1, 5, 1], [7, 3], [1 / 3]),
  comparisons([1 / 5, 1 / 5, 1 / 3, 1 / 7, 1 / 5], [1, 3, 1 / 3, 1], [1, 1 / 3, 1], [1 / 7, 1], [5]),
];

test("the location of a facility comes out as in Papathanasiou & Ploskas 2018, chapter 4", () => {
  const { priorities } = prioritiesOf(criteria);
  const shares = hierarchyPriorities(facilities, priorities);
  expect(shares.map((share) => Number(share.toFixed(3)))).toEqual([0.117, 0.071, 0.095, 0.212, 0.35, 0.155]);
});

test("comparisons that agree with each other have no inconsistency, by either method", () => {
  const agreeing = comparisons([2, 4], [2]);
  const answer = prioritiesOf(agreeing);
  const expected = [4 / 7, 2 / 7, 1 / 7];
  for (const [at, share] of expected.entries()) {
    expect(answer.priorities[at]).toBeCloseTo(share, 12);
    expect(geometricPriorities(agreeing)[at]).toBeCloseTo(share, 12);
  }
  expect(answer.largestEigenvalue).toBeCloseTo(3, 12);
  expect(answer.consistencyRatio).toBeCloseTo(0, 12);
});

test("a circle of preferences is far beyond the ratio of 0.1", () => {
  // λ of a circle of threes is 1 + 3 + 1 ÷ 3: index (13 ÷ 3 − 3) ÷ 2, ratio by the random index 0.58.
  const { consistencyRatio } = prioritiesOf(comparisons([3, 1 / 3], [3]));
  expect(consistencyRatio).toBeCloseTo(2 / 3 / 0.58, 9);
});

test.each([
  ["not square", [[1, 2]]],
  [
    "an entry that is not the inverse of its mirror image",
    [
      [1, 2],
      [2, 1],
    ],
  ],
  [
    "zero",
    [
      [1, 0],
      [0, 1],
    ],
  ],
])("comparisons that are %s are a mistake of the caller", (_, matrix) => {
  expect(() => prioritiesOf(matrix)).toThrow(RangeError);
});
