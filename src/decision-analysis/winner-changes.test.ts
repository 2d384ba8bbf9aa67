import fc from "fast-check";
import { expect, test } from "vitest";
import { entry, total } from "./decision-matrix.ts";
import { winnersByWeight } from "./winner-changes.ts";

test("the winner changes at exactly the weight where the lines cross", () => {
  // Quality 90 against 67, price 0.73 against 1: 0.9 − 0.17 w = 0.67 + 0.33 w at w = 0.46.
  const values = [
    [0.9, 0.73],
    [0.67, 1],
  ];
  const stretches = winnersByWeight(values, [0.7, 0.3], 1);
  expect(stretches.map(({ winners }) => winners)).toEqual([[0], [1]]);
  expect(stretches[0]?.to).toBeCloseTo(0.46, 12);
});

test("an option in the middle can win on a stretch of its own", () => {
  const stretches = winnersByWeight(
    [
      [1, 0],
      [0, 1],
      [0.6, 0.6],
    ],
    [0.5, 0.5],
    0,
  );
  expect(stretches.map(({ winners }) => winners)).toEqual([[1], [2], [0]]);
  expect(stretches.map(({ to }) => to)).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.6, 12), 1]);
});

test("options that are alike win together", () => {
  const twins = [
    [0.5, 0.2],
    [0.5, 0.2],
  ];
  expect(winnersByWeight(twins, [0.5, 0.5], 0)).toEqual([{ from: 0, to: 1, winners: [0, 1] }]);
});

test("a criterion that holds all the weight leaves no proportions to keep", () => {
  expect(() => winnersByWeight([[1, 0]], [1, 0], 0)).toThrow(RangeError);
});

const score = fc.integer({ min: 0, max: 100 }).map((points) => points / 100);
const table = fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 7 });

test("at any weight the winner of the stretch scores highest, and stretches cover 0 to 1", () =>
  fc.assert(
    fc.property(table, fc.double({ min: 0, max: 1, noNaN: true }), (values, weight) => {
      const weights = [0.5, 0.3, 0.2];
      const stretches = winnersByWeight(values, weights, 2);
      expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([0, 1]);
      const stretch = stretches.find(({ from, to }) => from <= weight && weight <= to);
      const scoreOf = (row: readonly number[]) =>
        weight * entry(row, 2) + ((1 - weight) * total([entry(row, 0) * 0.5, entry(row, 1) * 0.3])) / 0.8;
      const best = Math.max(...values.map(scoreOf));
      for (const winner of stretch?.winners ?? [Number.NaN]) {
        expect(scoreOf(entry(values, winner))).toBeCloseTo(best, 9);
      }
    }),
  ));
