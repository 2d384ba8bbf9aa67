import { describe, expect, test } from "vitest";
import { seededChance } from "../values/seeded-chance.ts";
import { acceptabilityOf } from "./acceptability.ts";
import { entry } from "./decision-matrix.ts";

/** Four standard errors of a share drawn so many times: missed by one seed in 16,000. */
const error = (share: number, draws: number) => 4 * Math.sqrt((share * (1 - share)) / draws);

describe("two criteria, where the shares are lengths that can be worked out", () => {
  // With w for the first criterion: a scores w, b 1 − w, c 0.6. So b leads below 0.4, c to 0.6, a above.
  const values = [
    [1, 0],
    [0, 1],
    [0.6, 0.6],
  ];
  const draws = 100_000;
  const [a, b, c] = acceptabilityOf({ values, weights: { kind: "any" }, draws, chance: seededChance(11) });

  test("each option is first as often as its stretch of weights is long", () => {
    for (const [option, share] of [
      [a, 0.4],
      [b, 0.4],
      [c, 0.2],
    ] as const) {
      expect(Math.abs((option?.places[0] ?? 0) - share)).toBeLessThan(error(share, draws));
    }
    // c is never last: one of the others always scores less than 0.6.
    expect(c?.places[2]).toBe(0);
  });

  test("the central weights are the middle of that stretch, and exact figures leave no doubt", () => {
    expect(a?.centralWeights?.[0]).toBeCloseTo(0.8, 2);
    expect(b?.centralWeights?.[0]).toBeCloseTo(0.2, 2);
    expect(c?.centralWeights?.[0]).toBeCloseTo(0.5, 2);
    expect([a?.confidence, b?.confidence, c?.confidence]).toEqual([1, 1, 1]);
  });

  test("an order of weights cuts the stretches: the first counts at least half", () => {
    const ordered = acceptabilityOf({
      values,
      weights: { kind: "ordered", mostFirst: [0, 1] },
      draws,
      chance: seededChance(12),
    });
    const expected = [0.8, 0, 0.2];
    for (const [at, share] of expected.entries()) {
      expect(Math.abs((ordered[at]?.places[0] ?? 0) - share)).toBeLessThanOrEqual(error(share, draws));
    }
    expect(ordered[1]?.centralWeights).toBeNull();
    expect(ordered[1]?.confidence).toBeNull();
  });

  test("bounds of weights cut the stretches too", () => {
    const weights = { kind: "between", low: [0.3, 0], high: [0.5, 1] } as const;
    const bounded = acceptabilityOf({ values, weights, draws, chance: seededChance(13) });
    for (const [at, share] of [0, 0.5, 0.5].entries()) {
      expect(Math.abs((bounded[at]?.places[0] ?? 0) - share)).toBeLessThanOrEqual(3 * error(share, draws));
    }
  });
});

test("the benefit and risk of two thrombosis drugs come out as published", () => {
  // Figures of van Valkenhoef et al. 2012, Multicriteria benefit–risk assessment using network meta-analysis, from the
  // 10,000 draws that the R package smaa 0.3 carries, each summed up by its mean and deviation; results by that package.
  const normal = (mean: number, deviation: number) => ({ kind: "normal", mean, deviation }) as const;
  const heparin = [normal(0.4117, 0.1218), normal(0.4249, 0.1565), normal(0.9258, 0.0728)];
  const enoxaparin = [normal(0.7514, 0.0838), normal(0.6084, 0.1525), normal(0.6151, 0.1655)];
  const [one, other] = acceptabilityOf({
    values: [heparin, enoxaparin],
    weights: { kind: "any" },
    draws: 100_000,
    chance: seededChance(5),
  });
  const published = { first: 0.3504, weights: [0.1865, 0.2772, 0.5363], confidence: [0.6682, 0.8956] };
  const ofTenThousand = 2.5 * Math.sqrt((0.35 * 0.65) / 10_000);
  expect(Math.abs((one?.places[0] ?? 0) - published.first)).toBeLessThan(ofTenThousand);
  expect(Math.abs((other?.places[0] ?? 0) - (1 - published.first))).toBeLessThan(ofTenThousand);
  for (const [at, weight] of published.weights.entries()) {
    expect(Math.abs(entry(one?.centralWeights ?? [], at) - weight)).toBeLessThan(0.012);
  }
  expect(Math.abs((one?.confidence ?? 0) - 0.6682)).toBeLessThan(0.025);
  expect(Math.abs((other?.confidence ?? 0) - 0.8956)).toBeLessThan(0.025);
});

test("the same seed gives the same shares, to the last bit", () => {
  const ask = () =>
    acceptabilityOf({
      values: [
        [{ kind: "between", low: 0, high: 1 }, 0.3],
        [{ kind: "one-of", values: [0.2, 0.9] }, 0.4],
      ],
      weights: { kind: "any" },
      draws: 500,
      chance: seededChance(3),
    });
  expect(ask()).toEqual(ask());
});

test("options that are alike share their places", () => {
  const [one, other] = acceptabilityOf({
    values: [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
    weights: { kind: "any" },
    draws: 100,
    chance: seededChance(1),
  });
  expect([one?.places, other?.places]).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test("bounds that no weights fit are refused", () => {
  const values = [[1, 0]];
  const ask = (low: readonly number[], high: readonly number[]) => () =>
    acceptabilityOf({ values, weights: { kind: "between", low, high }, draws: 1, chance: seededChance(1) });
  expect(ask([0.6, 0.6], [1, 1])).toThrow(RangeError);
  expect(ask([0, 0], [0.4, 0.4])).toThrow(RangeError);
  expect(ask([0.5, 0.2], [0.4, 1])).toThrow(RangeError);
});
