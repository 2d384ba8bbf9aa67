import { criterionWeights, weightOfKind } from "../governance/selection/criterion-weights.ts";
import type { Bid, Selection } from "../governance/selection/selection.ts";

/**
 * The weights of price at which the chosen bid scores highest, everything else shared out as the criteria say.
 * `winsFrom` and `winsTo` are fractions, inclusive; null where it wins at none.
 */
export type PriceWeights =
  | { readonly kind: "cannot-be-ranked"; readonly because: string }
  | {
      readonly kind: "ranked";
      readonly priceWeight: number;
      readonly winsFrom: number | null;
      readonly winsTo: number | null;
    };

/** Mean quality score and price score of one bid, both 0–100. */
export type ScoredBid = { readonly bid: Bid; readonly quality: number; readonly price: number };

/**
 * Where the winner stays the winner: each bid scores (1 − w) × quality + w × price, so that it leads on one stretch of w.
 * Quality is the weighted mean over criteria of the evaluators' mean; price is the cheapest offer ÷ this offer × 100.
 */
export function winningPriceWeights(selection: Selection | undefined): PriceWeights {
  const because = whyNotRanked(selection);
  if (because !== null || selection === undefined) return { kind: "cannot-be-ranked", because: because ?? "" };
  const scored = scoreBids(selection);
  const winner = scored.find(({ bid }) => bid.id === selection.chosen);
  if (winner === undefined) return { kind: "cannot-be-ranked", because: "The chosen bid is not scored and priced" };
  let [from, to] = [0, 1];
  for (const rival of scored) {
    const lead = winner.quality - rival.quality;
    const slope = winner.price - rival.price - lead;
    // The lead over this rival at weight w is lead + slope × w; it must not be negative.
    if (slope === 0 && lead < 0) to = -1;
    if (slope > 0) from = Math.max(from, -lead / slope);
    if (slope < 0) to = Math.min(to, -lead / slope);
  }
  const priceWeight =
    weightOfKind(selection, "price") / (weightOfKind(selection, "price") + weightOfKind(selection, "quality"));
  return from <= to
    ? { kind: "ranked", priceWeight, winsFrom: from, winsTo: to }
    : { kind: "ranked", priceWeight, winsFrom: null, winsTo: null };
}

/** Every bid that has quality scores and a price in the common currency. */
export function scoreBids(selection: Selection): readonly ScoredBid[] {
  const prices = selection.bids.flatMap(({ price }) => (price === undefined ? [] : [price]));
  const cheapest = [...prices].sort((one, other) => one.compare(other))[0];
  return selection.bids.flatMap((bid) => {
    const quality = qualityOf(bid, selection);
    if (quality === null || bid.price === undefined || cheapest === undefined) return [];
    return [{ bid, quality, price: cheapest.amount.dividedBy(bid.price.amount).times(100).toNumber() }];
  });
}

function whyNotRanked(selection: Selection | undefined): string | null {
  if (selection === undefined || selection.bids.length < 2) return "Fewer than two bids are on record";
  const prices = selection.bids.flatMap(({ price }) => (price === undefined ? [] : [price]));
  if (prices.length < 2) return "Fewer than two bids have a price";
  if (prices.some(({ amount }) => !amount.isPositive() || amount.isZero()))
    return "A bid has a price that is not above zero";
  if (new Set(prices.map(({ currency }) => currency)).size > 1) return "Prices are in different currencies";
  if (weightOfKind(selection, "quality") <= 0) return "No quality criterion has a weight";
  if (weightOfKind(selection, "price") <= 0) return "No price criterion has a weight";
  return scoreBids(selection).length < 2 ? "Fewer than two bids have scores for every criterion" : null;
}

function qualityOf(bid: Bid, selection: Selection): number | null {
  const known = criterionWeights(selection);
  if (known.kind === "unknown") return null;
  let total = 0;
  for (const [at, { id, kind }] of selection.criteria.entries()) {
    const weight = known.weights[at] ?? 0;
    if (kind !== "quality" || weight <= 0) continue;
    const given = Object.values(bid.scores).flatMap((scores) => scores[id] ?? []);
    if (given.length === 0) return null;
    total += (given.reduce((sum, score) => sum + score, 0) / given.length) * weight;
  }
  return total / weightOfKind(selection, "quality");
}
