import type { Chance } from "../values/seeded-chance.ts";
import { total } from "./decision-matrix.ts";

/**
 * What is known of the weights. `any`: nothing. `ordered`: which criterion counts at least as much as the next.
 * `between`: bounds for each, as fractions of 1.
 */
export type WeightKnowledge =
  | { readonly kind: "any" }
  | { readonly kind: "ordered"; readonly mostFirst: readonly number[] }
  | { readonly kind: "between"; readonly low: readonly number[]; readonly high: readonly number[] };

/** Fills `weights` with the next draw: at random among all that sum to 1 and fit what is known. */
export type DrawWeights = (weights: Float64Array) => void;

/**
 * Draws evenly from the weights that fit.
 * @throws RangeError when bounds leave no weights that sum to 1, or an order does not name each criterion once
 * @see Tervonen & Lahdelma 2007, Implementing stochastic multicriteria acceptability analysis, §3.1 (`any`, `ordered`)
 * @see Smith 1984; Tervonen, van Valkenhoef, Baştürk & Postmus 2013 (hit-and-run, `between`)
 */
export function weightDrawer(criteria: number, knowledge: WeightKnowledge, chance: Chance): DrawWeights {
  switch (knowledge.kind) {
    case "any":
      return (weights) => drawAny(weights, chance);
    case "ordered": {
      if (knowledge.mostFirst.toSorted((a, b) => a - b).some((criterion, at) => criterion !== at))
        throw new RangeError("an order of weights names each criterion once");
      const sorted = new Float64Array(criteria);
      return (weights) => {
        drawAny(sorted, chance);
        sorted.sort();
        for (const [at, criterion] of knowledge.mostFirst.entries())
          weights[criterion] = sorted[criteria - 1 - at] ?? 0;
      };
    }
    case "between":
      return drawBetween(knowledge.low, knowledge.high, chance);
  }
}

/** Exponential draws over their sum are even on the simplex. @see Rubinstein & Melamed 1998 */
function drawAny(weights: Float64Array, chance: Chance): void {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const share = -Math.log(1 - chance.uniform());
    weights[at] = share;
    sum += share;
  }
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / sum;
}

/** Steps from criterion to criterion: what one gains another loses, evenly between their bounds. */
function drawBetween(low: readonly number[], high: readonly number[], chance: Chance): DrawWeights {
  const [least, most] = [total(low), total(high)];
  const fits =
    low.every((bound, at) => bound >= 0 && bound <= (high[at] ?? -1)) && least <= 1 + 1e-12 && most >= 1 - 1e-12;
  if (!fits) throw new RangeError("no weights that sum to 1 lie between the bounds");
  const part = most === least ? 0 : (1 - least) / (most - least);
  const point = Float64Array.from(low, (bound, at) => bound + part * ((high[at] ?? bound) - bound));
  const step = () => {
    const one = chance.whole(0, point.length - 1);
    const other = (one + chance.whole(1, Math.max(1, point.length - 1))) % point.length;
    const [a, b] = [point[one] ?? 0, point[other] ?? 0];
    const down = Math.max((low[one] ?? 0) - a, b - (high[other] ?? 1));
    const up = Math.min((high[one] ?? 1) - a, b - (low[other] ?? 0));
    const move = one === other ? 0 : down + chance.uniform() * (up - down);
    point[one] = a + move;
    point[other] = b - move;
  };
  for (let warmUp = 0; warmUp < 100 * point.length; warmUp += 1) step();
  return (weights) => {
    for (let count = 0; count < point.length; count += 1) step();
    weights.set(point);
  };
}
