import type { Chance } from "../values/seeded-chance.ts";
import { type WeightKnowledge, weightDrawer } from "./draw-weights.ts";

/** A figure that is known exactly, or only by how it may lie. */
export type Measurement =
  | number
  | { readonly kind: "between"; readonly low: number; readonly high: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "one-of"; readonly values: readonly number[] };

/** What the draws say of one option. Shares are fractions of the draws; their standard error is at most 0.5 ÷ √draws. */
export type OptionAcceptability = {
  /** share of draws in which it takes place 1, 2, …; options that tie take the better place together */
  readonly places: readonly number[];
  /** mean of the weights with which it is first: whoever prefers it weighs about like this; null when it never is */
  readonly centralWeights: readonly number[] | null;
  /** how surely it is first with those weights, given what is known of the figures; null when it never is */
  readonly confidence: number | null;
};

export type AcceptabilityQuestion = {
  /** a row for each option, a column for each criterion, all on one scale of value on which more is better */
  readonly values: readonly (readonly Measurement[])[];
  readonly weights: WeightKnowledge;
  readonly draws: number;
  readonly chance: Chance;
};

/**
 * SMAA-2: how often each option takes each place by the weighted sum, over weights and figures drawn at random.
 * @throws RangeError for no options, rows of other lengths, or weights that cannot be drawn
 * @see Lahdelma & Salminen 2001, SMAA-2: Stochastic multicriteria acceptability analysis for group decision making
 */
export function acceptabilityOf({ values, weights, draws, chance }: AcceptabilityQuestion): OptionAcceptability[] {
  const [options, criteria] = [values.length, values[0]?.length ?? 0];
  if (options === 0 || criteria === 0 || values.some((row) => row.length !== criteria))
    throw new RangeError("acceptability needs options that are judged by the same criteria");
  const figures = new FigureDraws(values, chance.split("figures"));
  const drawWeights = weightDrawer(criteria, weights, chance.split("weights"));
  const drawn = new Float64Array(criteria);
  const scores = new Float64Array(options);
  const places = new Float64Array(options * options);
  const centres = new Float64Array(options * criteria);
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(drawn);
    figures.next();
    figures.score(figures.matrix, drawn, scores);
    for (let option = 0; option < options; option += 1) {
      const better = countAbove(scores, scores[option] ?? 0);
      const cell = option * options + better;
      places[cell] = (places[cell] ?? 0) + 1;
      if (better === 0) addTo(centres, option * criteria, drawn);
    }
  }
  return values.map((_, option) => {
    const taken = [...places.subarray(option * options, (option + 1) * options)];
    const firsts = taken[0] ?? 0;
    const centralWeights =
      firsts === 0
        ? null
        : [...centres.subarray(option * criteria, (option + 1) * criteria)].map((sum) => sum / firsts);
    const confidence = centralWeights === null ? null : confidenceOf(figures, centralWeights, option);
    return { places: taken.map((count) => count / draws), centralWeights, confidence };
  });
}

/** Share of the kept draws of figures in which `option` is first with `weights`. */
function confidenceOf(figures: FigureDraws, weights: readonly number[], option: number): number {
  const scores = new Float64Array(figures.options);
  const fixed = Float64Array.from(weights);
  let wins = 0;
  for (const matrix of figures.kept) {
    figures.score(matrix, fixed, scores);
    if (countAbove(scores, scores[option] ?? 0) === 0) wins += 1;
  }
  return wins / figures.kept.length;
}

/**
 * Draws of all figures, row by row; the first ones are kept, enough for a confidence within 0.01.
 * Normal figures enter as what they add up to: a weighted sum of independent normals is one normal, and one draw.
 */
class FigureDraws {
  readonly options: number;
  readonly matrix: Float64Array;
  readonly kept: Float64Array[] = [];
  readonly #chance: Chance;
  readonly #variances: Float64Array;
  readonly #spans: readonly { readonly cell: number; readonly low: number; readonly length: number }[];
  readonly #choices: readonly { readonly cell: number; readonly values: readonly number[] }[];
  readonly #isExact: boolean;

  constructor(values: AcceptabilityQuestion["values"], chance: Chance) {
    const cells = values.flat();
    this.options = values.length;
    this.#chance = chance;
    this.matrix = Float64Array.from(cells, (cell) =>
      typeof cell === "number" ? cell : "mean" in cell ? cell.mean : 0,
    );
    this.#variances = Float64Array.from(cells, (cell) =>
      typeof cell !== "number" && cell.kind === "normal" ? cell.deviation ** 2 : 0,
    );
    this.#spans = cells.flatMap((cell, at) =>
      typeof cell !== "number" && cell.kind === "between"
        ? [{ cell: at, low: cell.low, length: cell.high - cell.low }]
        : [],
    );
    this.#choices = cells.flatMap((cell, at) =>
      typeof cell !== "number" && cell.kind === "one-of" ? [{ cell: at, values: cell.values }] : [],
    );
    this.#isExact = cells.every((cell) => typeof cell === "number");
  }

  next(): void {
    for (const { cell, low, length } of this.#spans) this.matrix[cell] = low + length * this.#chance.uniform();
    for (const { cell, values } of this.#choices) this.matrix[cell] = this.#chance.pick(values);
    if (this.kept.length < (this.#isExact ? 1 : 10_000)) this.kept.push(this.matrix.slice());
  }

  /** Weighted sum of each option, with what its normal figures add by chance. */
  score(matrix: Float64Array, weights: Float64Array, scores: Float64Array): void {
    const criteria = weights.length;
    for (let option = 0; option < scores.length; option += 1) {
      const row = option * criteria;
      let [sum, variance] = [0, 0];
      for (let at = 0; at < criteria; at += 1) {
        const weight = weights[at] ?? 0;
        sum += (matrix[row + at] ?? 0) * weight;
        variance += (this.#variances[row + at] ?? 0) * weight * weight;
      }
      scores[option] = variance === 0 ? sum : sum + Math.sqrt(variance) * this.#chance.normal();
    }
  }
}

/** How many scores are above `score` by more than rounding. */
function countAbove(scores: Float64Array, score: number): number {
  const bar = score + 1e-12 * Math.max(1, Math.abs(score));
  let count = 0;
  for (let option = 0; option < scores.length; option += 1) if ((scores[option] ?? 0) > bar) count += 1;
  return count;
}

function addTo(sums: Float64Array, from: number, added: Float64Array): void {
  for (let at = 0; at < added.length; at += 1) sums[from + at] = (sums[from + at] ?? 0) + (added[at] ?? 0);
}
