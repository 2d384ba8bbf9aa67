import type { Decision } from "../../decision-analysis/decision-matrix.ts";
import { topsis } from "../../decision-analysis/ideal-distance.ts";
import { type Preference, promethee, usualThresholds } from "../../decision-analysis/promethee.ts";
import { rankReversals } from "../../decision-analysis/rank-reversals.ts";
import { placesOf } from "../../decision-analysis/ranks.ts";
import type { BidRanking, MethodRanking } from "./evaluation.ts";
import type { Selection } from "./selection.ts";

/** Bids by criteria: a column for each quality criterion, 0–100, and one for all price criteria together. */
export type BidMatrix = {
  readonly bids: readonly string[];
  readonly columns: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  /** fractions that sum to 1, in the order of the columns; the price comes last */
  readonly weights: readonly number[];
  readonly preferences: readonly Preference[];
};

/** The name of the column that holds the price. */
export const priceColumn = "price";

/**
 * @param quality counted scores of each bid, by quality criterion
 * @param prices of each bid, in one currency; as numbers, since ranks need no cents
 * @param weights of all criteria in the record's order
 */
export function bidMatrix(
  { bids, criteria }: Selection,
  quality: readonly (readonly number[])[],
  prices: readonly number[],
  weights: readonly number[],
): BidMatrix {
  const ofQuality = criteria.flatMap((criterion, at) =>
    criterion.kind === "quality" ? [{ criterion, weight: weights[at] ?? 0 }] : [],
  );
  const ofPrice = criteria.flatMap((criterion, at) =>
    criterion.kind === "price" ? [{ criterion, weight: weights[at] ?? 0 }] : [],
  );
  const matrix = quality.map((row, bid) => [...row, prices[bid] ?? Number.NaN]);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const priceWeight = ofPrice.reduce((sum, { weight }) => sum + weight, 0);
  const said = [...ofQuality.map(({ criterion }) => criterion), ofPrice[0]?.criterion];
  const usual = usualThresholds(matrix);
  return {
    bids: bids.map(({ id }) => id),
    columns: [...ofQuality.map(({ criterion }) => criterion.id), priceColumn],
    matrix,
    weights: [...ofQuality.map(({ weight }) => weight / whole), priceWeight / whole],
    preferences: said.map((criterion, at): Preference => {
      const indifference = criterion?.indifferent_within ?? usual[at]?.indifference ?? 0;
      const preference = Math.max(indifference, criterion?.preferred_beyond ?? usual[at]?.preference ?? 0);
      return { kind: "linear", indifference, preference };
    }),
  };
}

/**
 * Bids on one scale of value from 0 to 1: scores ÷ 100, so that no bid moves another's, and the lowest price ÷ price, as
 * tenders commonly do.
 */
export function bidValues({ matrix }: Pick<BidMatrix, "matrix">): readonly (readonly number[])[] {
  const cheapest = Math.min(...matrix.map((row) => row.at(-1) ?? Number.NaN));
  return matrix.map((row) => row.map((x, at) => (at === row.length - 1 ? cheapest / x : x / 100)));
}

/** Ranks by weighted sum, TOPSIS and PROMETHEE II, each with the pairs that a missing third bid would turn around. */
export function rankBids(given: BidMatrix): Extract<BidRanking, { kind: "ranked" }> {
  const methods = methodNames.map((method): MethodRanking => {
    const score = (matrix: Decision["matrix"]) => scoring[method](matrix, given);
    const named = (at: number) => given.bids[at] ?? "";
    const scores = score(given.matrix);
    const reversals = rankReversals(given.matrix, (matrix) => placesOf(score(matrix)));
    return {
      method,
      scores,
      places: placesOf(scores),
      reversals: reversals.map(({ without, wasAhead, wasBehind }) => ({
        without: named(without),
        wasAhead: named(wasAhead),
        wasBehind: named(wasBehind),
      })),
    };
  });
  const firsts = methods.map(({ places }) => given.bids.filter((_, at) => places[at] === 1));
  return {
    kind: "ranked",
    bids: given.bids,
    methods,
    winners: firsts[0] ?? [],
    doMethodsAgree: firsts.every((winners) => String(winners) === String(firsts[0])),
  };
}

type MethodName = MethodRanking["method"];

const methodNames: readonly MethodName[] = ["weighted-sum", "topsis", "promethee-2"];

const scoring: Readonly<Record<MethodName, (matrix: Decision["matrix"], given: BidMatrix) => readonly number[]>> = {
  "weighted-sum": (matrix, { weights }) =>
    bidValues({ matrix }).map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)),
  topsis: (matrix, given) => topsis(decisionOf(matrix, given), "vector"),
  "promethee-2": (matrix, given) => promethee(decisionOf(matrix, given), given.preferences).map(({ net }) => net),
};

function decisionOf(matrix: Decision["matrix"], { weights }: BidMatrix): Decision {
  return { matrix, weights, better: weights.map((_, at) => (at === weights.length - 1 ? "lower" : "higher")) };
}
