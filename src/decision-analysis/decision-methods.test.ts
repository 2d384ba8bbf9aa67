import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageDistance, borderDistance } from "./border-comparison.ts";
import { type Better, type Decision, total, zip } from "./decision-matrix.ts";
import { distanceAssessment, topsis, vikor } from "./ideal-distance.ts";
import { criticWeights, impactLossWeights } from "./loss-weights.ts";
import { normalisations, normalise } from "./normalise.ts";
import { promethee } from "./promethee.ts";
import { rankReversals } from "./rank-reversals.ts";
import { placesOf } from "./ranks.ts";
import { additiveRatio, compromiseRanking } from "./ratio-to-ideal.ts";
import { entropyWeights, giniWeights } from "./spread-weights.ts";
import { weightedSum, weightedSumProduct } from "./weighted-aggregates.ts";

const figure = fc.integer({ min: 1, max: 1000 });
const better: readonly Better[] = ["higher", "lower", "higher"];
const decision = fc
  .array(fc.tuple(figure, figure, figure), { minLength: 2, maxLength: 6 })
  .map((matrix): Decision => ({ matrix, weights: [0.5, 0.3, 0.2], better }));
const usual = better.map(() => ({ kind: "usual" }) as const);

const methods: Readonly<Record<string, (decision: Decision) => readonly number[]>> = {
  "weighted sum": (given) => weightedSum(given),
  WASPAS: (given) => weightedSumProduct(given),
  TOPSIS: (given) => topsis(given),
  VIKOR: (given) => vikor(given).map((regret) => -regret),
  "PROMETHEE II": (given) => promethee(given, usual).map(({ net }) => net),
  ARAS: (given) => additiveRatio(given),
  MARCOS: (given) => compromiseRanking(given),
  EDAS: (given) => averageDistance(given),
  MABAC: (given) => borderDistance(given),
};

describe.each(Object.entries(methods))("%s", (_, method) => {
  test("puts an option that is at least as good in everything at least as high", () =>
    fc.assert(
      fc.property(decision, (given) => {
        const [first] = given.matrix;
        if (first === undefined) return;
        const worse = first.map((x, at) => (better[at] === "lower" ? x + 1 : Math.max(1, x - 1)));
        const scores = method({ ...given, matrix: [...given.matrix, worse] });
        expect(scores[0]).toBeGreaterThanOrEqual((scores.at(-1) ?? Number.NaN) - 1e-9);
      }),
    ));

  test("does not mind in which unit a criterion is written, nor the order of the options", () =>
    fc.assert(
      fc.property(decision, (given) => {
        const before = method(given);
        const inCents = given.matrix.map((row) => row.map((x, at) => (at === 1 ? x * 100 : x)));
        const after = method({ ...given, matrix: inCents.toReversed() });
        zip(before, after.toReversed(), (one, other) => expect(other).toBeCloseTo(one, 8));
      }),
    ));

  test("gives the same score to options that are alike", () => {
    const [one, other] = method({
      matrix: [
        [3, 2, 1],
        [3, 2, 1],
        [5, 9, 4],
      ],
      weights: [0.5, 0.3, 0.2],
      better,
    });
    expect(one).toBeCloseTo(other ?? Number.NaN, 12);
  });
});

test("every normalisation lies from 0 to 1 for figures above zero, and keeps the order", () =>
  fc.assert(
    fc.property(decision, fc.constantFrom(...normalisations), (given, by) => {
      for (const row of normalise(given.matrix, better, by)) {
        for (const x of row) expect(x >= -1e-12 && x <= 1 + 1e-12).toBe(true);
      }
    }),
  ));

test("net flows of PROMETHEE II sum to nil: what one gains another loses", () =>
  fc.assert(
    fc.property(decision, (given) => {
      expect(total(promethee(given, usual).map(({ net }) => net))).toBeCloseTo(0, 10);
    }),
  ));

test.each([
  ["entropy", entropyWeights],
  ["Gini", giniWeights],
  ["CRITIC", criticWeights],
])("weights by %s sum to 1, and a criterion on which all are alike counts nothing", (_, weigh) => {
  const weights = weigh([
    [3, 5, 100],
    [4, 5, 300],
    [7, 5, 200],
  ]);
  expect(total(weights)).toBeCloseTo(1, 12);
  expect(weights[1]).toBeCloseTo(0, 12);
});

test("two criteria that are the same leave CILOS without an answer, and it says so", () => {
  const twins = [
    [1, 1, 2],
    [2, 2, 1],
    [3, 3, 3],
  ];
  expect(() => impactLossWeights(twins, ["higher", "higher", "higher"])).toThrow(RangeError);
});

test("a free offer is the best price, not the worst", () => {
  expect(weightedSum({ matrix: [[0], [10]], weights: [1], better: ["lower"] })).toEqual([1, 0]);
});

test.each([
  ["rows of other lengths", { matrix: [[1, 2], [1]], weights: [1, 1], better: ["higher", "higher"] }],
  ["no options", { matrix: [], weights: [1], better: ["higher"] }],
  ["a figure that is no number", { matrix: [[Number.NaN]], weights: [1], better: ["higher"] }],
] satisfies [string, Decision][])("%s are a mistake of the caller", (_, given) => {
  expect(() => distanceAssessment(given)).toThrow(RangeError);
});

test("places are shared by equals, and rounding decides nothing", () => {
  expect(placesOf([0.1 + 0.2, 0.3, 0.5, 0.1])).toEqual([2, 2, 1, 4]);
  expect(placesOf([0.3, 0.3, 0.5], { ties: "dense", better: "lower" })).toEqual([1, 1, 2]);
});

test("leaving out a third option can turn two others around under min-max, and each such pair is told", () => {
  // A and B are 0.1 apart on the first criterion; C stretches its scale, and without C the scale turns them.
  const matrix = [
    [10, 6],
    [9, 10],
    [0, 0],
  ];
  const places = (given: Decision["matrix"]) =>
    placesOf(weightedSum({ matrix: given, weights: [0.6, 0.4], better: ["higher", "higher"] }, "min-max"));
  expect(places(matrix)).toEqual([2, 1, 3]);
  expect(rankReversals(matrix, places)).toEqual([{ without: 2, wasAhead: 1, wasBehind: 0 }]);
});
