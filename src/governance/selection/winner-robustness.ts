import { acceptabilityOf, type Measurement } from "../../decision-analysis/acceptability.ts";
import type { WeightKnowledge } from "../../decision-analysis/draw-weights.ts";
import { winnersByWeight } from "../../decision-analysis/winner-changes.ts";
import type { Chance } from "../../values/seeded-chance.ts";
import { type BidMatrix, bidValues, priceColumn } from "./rank-bids.ts";

/** Between which weights of one criterion each bid wins, the others keeping their proportions. Fractions. */
export type WeightChange = {
  readonly criterion: string;
  readonly weight: number;
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly winners: readonly string[] }[];
};

/** How often a bid takes each place when weights, and scores among those that evaluators gave, are drawn at random. */
export type BidAcceptability = {
  readonly bid: string;
  readonly places: readonly number[];
  readonly centralWeights: Readonly<Record<string, number>> | null;
  readonly confidence: number | null;
};

export type Robustness = {
  readonly winner: string;
  /** in words: "wins only if price counts more than 46 %" */
  readonly sentence: string;
  /** weights of price with which the winner wins, around the weight that price has */
  readonly winsFrom: number;
  readonly winsTo: number;
  /** wins at half the weight of price and at half as much again */
  readonly isRobustToPrice: boolean;
  /** another bid is the best in quality alone */
  readonly isPriceDriven: boolean;
  readonly changes: readonly WeightChange[];
  readonly acceptability: {
    /** weights from nothing to everything */
    readonly anyWeights: readonly BidAcceptability[];
    /** each weight between half of what is written and half as much again */
    readonly nearbyWeights: readonly BidAcceptability[];
  };
};

/** The weights of price with which a bid wins, from the lowest to the highest; null where it wins with none. */
export function winningPrices(
  { changes }: Pick<Robustness, "changes">,
  bid: string,
): { readonly from: number; readonly to: number } | null {
  const price = changes.find(({ criterion }) => criterion === priceColumn);
  const won = (price?.stretches ?? []).filter(({ winners }) => winners.includes(bid));
  if (won.length === 0) return null;
  return { from: Math.min(...won.map(({ from }) => from)), to: Math.max(...won.map(({ to }) => to)) };
}

/**
 * How far the winner depends on the weights and on who scored.
 * @param scores what each evaluator gave, by bid and quality column; one is drawn where they differ
 */
export function winnerRobustness(
  given: BidMatrix,
  scores: readonly (readonly (readonly number[])[])[],
  winner: string,
  {
    draws,
    chance,
    nameOf,
  }: { readonly draws: number; readonly chance: Chance; readonly nameOf: (bid: string) => string },
): Robustness {
  const values = bidValues(given);
  const changes = given.columns.flatMap((criterion, at): WeightChange[] => {
    // A criterion that holds all the weight leaves the others no proportions.
    if ((given.weights[at] ?? 0) >= 1) return [];
    const stretches = winnersByWeight(values, given.weights, at).map(({ from, to, winners }) => ({
      from,
      to,
      winners: winners.map((bid) => given.bids[bid] ?? ""),
    }));
    return [{ criterion, weight: given.weights[at] ?? 0, stretches }];
  });
  const priceWeight = given.weights.at(-1) ?? 0;
  const ofPrice = changes.find(({ criterion }) => criterion === priceColumn)?.stretches ?? [];
  const wins = ofPrice.filter(
    ({ from, to, winners }) => winners.includes(winner) && from <= priceWeight && priceWeight <= to,
  );
  const winsFrom = Math.min(priceWeight, ...wins.map(({ from }) => from));
  const winsTo = Math.max(priceWeight, ...wins.map(({ to }) => to));
  const measured = values.map((row, bid) =>
    row.map((value, at): Measurement => measurementOf(value, scores[bid]?.[at])),
  );
  const ask = (weights: WeightKnowledge, name: string) =>
    acceptabilityOf({ values: measured, weights, draws, chance: chance.split(name) }).map((option, bid) => ({
      bid: given.bids[bid] ?? "",
      places: option.places,
      centralWeights:
        option.centralWeights === null
          ? null
          : Object.fromEntries(option.centralWeights.map((weight, at) => [given.columns[at] ?? "", weight])),
      confidence: option.confidence,
    }));
  return {
    winner,
    sentence: sentenceOf(nameOf(winner), winsFrom, winsTo, priceWeight),
    winsFrom,
    winsTo,
    isRobustToPrice: winsFrom <= priceWeight / 2 && winsTo >= Math.min(1, priceWeight * 1.5),
    isPriceDriven: !(ofPrice[0]?.winners ?? [winner]).includes(winner),
    changes,
    acceptability: {
      anyWeights: ask({ kind: "any" }, "any weights"),
      nearbyWeights: ask(
        {
          kind: "between",
          low: given.weights.map((weight) => weight / 2),
          high: given.weights.map((weight) => Math.min(1, weight * 1.5)),
        },
        "nearby weights",
      ),
    },
  };
}

function measurementOf(value: number, scores: readonly number[] | undefined): Measurement {
  return scores === undefined || new Set(scores).size < 2
    ? value
    : { kind: "one-of", values: scores.map((x) => x / 100) };
}

function sentenceOf(winner: string, from: number, to: number, weight: number): string {
  const nearest = weight - from < to - weight && from > 0 ? from : to;
  const now = `; it counts ${percent(weight, nearest)}.`;
  const [low, high] = [percent(from, weight), percent(to, weight)];
  if (from <= 0 && to >= 1) return `${winner} wins whatever price counts${now}`;
  if (from <= 0) return `${winner} wins only if price counts less than ${high}${now}`;
  if (to >= 1) return `${winner} wins only if price counts more than ${low}${now}`;
  return `${winner} wins only if price counts between ${low} and ${high}${now}`;
}

/** One decimal, and none where it is nil: 46 %, 46.4 %; more where rounding would make it the figure it is `apartFrom`. */
function percent(share: number, apartFrom?: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const rounded = (of: number) => Number((of * 100).toFixed(digits));
    if (apartFrom === undefined || rounded(share) !== rounded(apartFrom)) return `${rounded(share)} %`;
  }
  return `${share * 100} %`;
}
