import {
  type Better,
  type Decision,
  dot,
  entry,
  partOf,
  requireWholeDecision,
  total,
  transpose,
  zip,
} from "./decision-matrix.ts";
import { type Distance, distances } from "./distance.ts";
import { type Normalisation, normalise } from "./normalise.ts";

/**
 * TOPSIS: nearness to the best of every criterion and farness from the worst, from 0 to 1; more is better.
 * @see Hwang & Yoon 1981, Multiple Attribute Decision Making
 */
export function topsis(decision: Decision, by: Normalisation = "vector", distance: Distance = "euclidean"): number[] {
  const weighted = weightedFigures(decision, by);
  const columns = transpose(weighted);
  const best = columns.map((column) => Math.max(...column));
  const worst = columns.map((column) => Math.min(...column));
  return weighted.map((row) => {
    const [toBest, toWorst] = [distances[distance](row, best), distances[distance](row, worst)];
    return partOf(toWorst, toBest + toWorst);
  });
}

/**
 * CODAS: how much farther from the worst than each other option, by `distance` and, where that differs by `threshold` or
 * more, by the city-block distance too; more is better.
 * @see Keshavarz Ghorabaee, Zavadskas, Turskis & Antucheviciene 2016
 */
export function distanceAssessment(
  decision: Decision,
  by: Normalisation = "linear",
  distance: Distance = "euclidean",
  threshold = 0.02,
): number[] {
  const weighted = weightedFigures(decision, by);
  const worst = transpose(weighted).map((column) => Math.min(...column));
  const straight = weighted.map((row) => distances[distance](row, worst));
  const blocks = weighted.map((row) => distances.manhattan(row, worst));
  return weighted.map((_, one) =>
    total(
      weighted.map((__, other) => {
        const lead = entry(straight, one) - entry(straight, other);
        return lead + (Math.abs(lead) >= threshold ? entry(blocks, one) - entry(blocks, other) : 0);
      }),
    ),
  );
}

/**
 * VIKOR: `group` of the weighted regret over all criteria and the rest of the largest regret, from 0 to 1; less is better.
 * @see Opricovic & Tzeng 2004, Compromise solution by MCDM methods
 */
export function vikor(decision: Decision, group = 0.5, by: Normalisation | null = null): number[] {
  requireWholeDecision(decision);
  const { weights } = decision;
  const matrix = by === null ? decision.matrix : normalise(decision.matrix, decision.better, by);
  const better: readonly Better[] = by === null ? decision.better : decision.better.map(() => "higher");
  const regrets = normalise(matrix, better, "min-max").map((row, option) =>
    zip(row, weights, (gain, weight, criterion) => (isConstant(matrix, option, criterion) ? 0 : weight * (1 - gain))),
  );
  const sums = stretched(regrets.map(total));
  const worsts = stretched(regrets.map((row) => Math.max(...row)));
  return zip(sums, worsts, (sum, worst) => group * sum + (1 - group) * worst);
}

/**
 * SPOTIS: weighted distance from the best of bounds that were fixed beforehand, so that an option that comes or goes
 * never turns the order of the others; less is better.
 * @see Dezert, Tchamova, Han & Tacnet 2020, The SPOTIS rank reversal free method
 */
export function boundedDistance(
  decision: Decision,
  bounds: { readonly low: readonly number[]; readonly high: readonly number[] },
): number[] {
  requireWholeDecision(decision);
  const { matrix, weights, better } = decision;
  return matrix.map((row) =>
    dot(
      row.map((figure, criterion) => {
        const [low, high] = [entry(bounds.low, criterion), entry(bounds.high, criterion)];
        const best = entry(better, criterion) === "higher" ? high : low;
        return partOf(Math.abs(figure - best), Math.abs(high - low));
      }),
      weights,
    ),
  );
}

function weightedFigures(decision: Decision, by: Normalisation): number[][] {
  requireWholeDecision(decision);
  return normalise(decision.matrix, decision.better, by).map((row) => zip(row, decision.weights, (x, w) => x * w));
}

function isConstant(matrix: Decision["matrix"], option: number, criterion: number): boolean {
  const figure = entry(entry(matrix, option), criterion);
  return matrix.every((row) => row[criterion] === figure);
}

/** From 0 to 1 between the least and the most; left as it is where all are alike. */
function stretched(numbers: readonly number[]): number[] {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? [...numbers] : numbers.map((number) => (number - least) / (most - least));
}
