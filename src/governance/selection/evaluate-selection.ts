import { placesOf } from "../../decision-analysis/ranks.ts";
import type { Money } from "../../values/money.ts";
import { seededChance } from "../../values/seeded-chance.ts";
import type { PlainDate } from "../../values/time.ts";
import { type AbnormalPrice, judgePrice } from "./abnormal-price.ts";
import { awardFindings } from "./award-findings.ts";
import { comparedPrice } from "./compared-prices.ts";
import { criterionWeights } from "./criterion-weights.ts";
import type { BidEvaluation, BidRanking, CriterionScore, Evaluation, PlainMoney } from "./evaluation.ts";
import { nameOf, scoresOf, scoringFindings } from "./evaluator-scores.ts";
import { pointStates, questionStates } from "./point-states.ts";
import { openingFindings, type PriceOpening, priceOpening } from "./price-opening.ts";
import { type BidMatrix, bidMatrix, rankBids } from "./rank-bids.ts";
import { redFlags } from "./red-flags.ts";
import type { Bid, Selection } from "./selection.ts";
import { selectionProblems } from "./selection-problems.ts";
import { type Robustness, winnerRobustness } from "./winner-robustness.ts";

export type EvaluationOptions = {
  /** what had happened by the end of this day counts */
  readonly asOf: PlainDate;
  /** of the random draws; the same seed gives the same figures everywhere */
  readonly seed?: number;
  readonly draws?: number;
};

/**
 * Works out a whole selection: scores, prices, ranking, robustness, the eight points, red flags, and what is wrong.
 * Prices are neither shown nor ranked before they may be seen; problems keep bids from being ranked, findings do not.
 */
export function evaluateSelection(selection: Selection, options: EvaluationOptions): Evaluation {
  const { asOf, seed = 1, draws = 100_000 } = options;
  const problems = selectionProblems(selection);
  const opening = priceOpening(selection, asOf);
  const weights = criterionWeights(selection);
  const bids = evaluateBids(selection, opening, asOf);
  const given = opening.kind === "open" && problems.length === 0 ? matrixOf(selection, bids) : null;
  const ranking = given === null ? whyNotRanked(opening, problems) : rankBids(given);
  const robustness = given === null ? null : robustnessOf(selection, given, ranking, { seed, draws });
  return {
    asOf,
    seed,
    draws,
    problems,
    findings: [
      ...openingFindings(selection, opening),
      ...scoringFindings(selection),
      ...awardFindings(selection, { bids, ranking, robustness, weights, asOf }),
    ],
    weights,
    criteria: selection.criteria.map(({ id, kind }, at) => ({
      id,
      kind,
      weight: weights.kind === "unknown" ? null : (weights.weights[at] ?? null),
    })),
    bids,
    qualityRanking: qualityRanking(bids),
    ranking,
    robustness,
  };
}

function evaluateBids(selection: Selection, opening: PriceOpening, asOf: PlainDate): readonly BidEvaluation[] {
  return selection.bids.map((bid) => {
    const scores = scoresOf(bid, selection);
    return {
      bid: bid.id,
      name: nameOf(bid),
      quality: qualityOf(scores, selection),
      scores,
      price: opening.kind === "open" ? priceOf(bid, selection) : null,
      points: pointStates(bid, selection, asOf),
      questions: questionStates(bid),
      redFlags: redFlags(bid, selection),
    };
  });
}

/** Weighted mean of the counted scores; null when a criterion that counts has none. */
function qualityOf(scores: readonly CriterionScore[], selection: Selection): number | null {
  const weights = criterionWeights(selection);
  if (weights.kind === "unknown") return null;
  let [sum, whole] = [0, 0];
  for (const { criterion, counted } of scores) {
    const weight = weights.weights[selection.criteria.findIndex(({ id }) => id === criterion)] ?? 0;
    if (weight <= 0) continue;
    if (counted === null) return null;
    sum += weight * counted;
    whole += weight;
  }
  return whole === 0 ? null : sum / whole;
}

function priceOf(bid: Bid, selection: Selection): BidEvaluation["price"] {
  if (bid.price === undefined) return null;
  const compared = comparedPrice(bid.price, selection);
  return {
    offered: plain(bid.price),
    compared: compared === null ? null : plain(compared.rounded()),
    abnormal: compared === null || !compared.amount.greaterThan(0) ? notComparable : abnormalOf(bid, selection),
  };
}

const notComparable: AbnormalPrice = { kind: "cannot-tell", because: "the price cannot be compared with the others" };

function abnormalOf(bid: Bid, selection: Selection): AbnormalPrice {
  const priced = selection.bids.flatMap((other) => {
    const price = other.price === undefined ? null : comparedPrice(other.price, selection);
    return price === null || !price.amount.greaterThan(0) ? [] : [{ other, price }];
  });
  const estimate = selection.own_estimate === undefined ? null : comparedPrice(selection.own_estimate, selection);
  const at = priced.findIndex(({ other }) => other === bid);
  return judgePrice(
    priced.map(({ price }) => price),
    at,
    estimate,
  );
}

function matrixOf(selection: Selection, bids: readonly BidEvaluation[]): BidMatrix | null {
  const weights = criterionWeights(selection);
  if (weights.kind === "unknown") return null;
  const quality = bids.map(({ scores }) => scores.map(({ counted }) => counted ?? Number.NaN));
  const prices = selection.bids.map(({ price }) =>
    price === undefined ? Number.NaN : (comparedPrice(price, selection)?.amount.toNumber() ?? Number.NaN),
  );
  return bidMatrix(selection, quality, prices, weights.weights);
}

function whyNotRanked(opening: PriceOpening, problems: Evaluation["problems"]): BidRanking {
  if (opening.kind !== "open") return { kind: "not-ranked", because: opening.because, hint: opening.hint };
  const count = problems.length === 1 ? "1 problem stands" : `${problems.length} problems stand`;
  return {
    kind: "not-ranked",
    because: `${count} in the way: ${problems.map(({ code }) => code).join(", ")}.`,
    hint: problems[0]?.hint ?? "",
  };
}

function robustnessOf(
  selection: Selection,
  given: BidMatrix,
  ranking: BidRanking,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): Robustness | null {
  const winner = ranking.kind === "ranked" ? ranking.winners[0] : undefined;
  if (winner === undefined) return null;
  const scores = selection.bids.map((bid) => scoresOf(bid, selection).map(givenScores));
  const name = (id: string) => selection.bids.find((bid) => bid.id === id)?.name ?? id;
  return winnerRobustness(given, scores, winner, { draws, chance: seededChance(seed), nameOf: name });
}

/** What evaluators gave; once they have agreed on a score, that alone. */
function givenScores({ byEvaluator, counted, mean }: CriterionScore): readonly number[] {
  return counted !== null && counted !== mean ? [counted] : Object.values(byEvaluator);
}

function qualityRanking(bids: readonly BidEvaluation[]): Evaluation["qualityRanking"] {
  const scored = bids.flatMap(({ bid, quality }) => (quality === null ? [] : [{ bid, quality }]));
  const places = placesOf(scored.map(({ quality }) => quality));
  return scored
    .map(({ bid, quality }, at) => ({ bid, place: places[at] ?? 0, quality }))
    .toSorted((one, other) => one.place - other.place);
}

function plain(money: Money): PlainMoney {
  return money.toJSON();
}
