import { type Decision, dot, partOf, requireWholeDecision, total, zip } from "./decision-matrix.ts";
import { type Normalisation, normalise } from "./normalise.ts";

/**
 * Simple additive weighting: Σ weight × normalised figure, for each option; more is better.
 * @see Churchman & Ackoff 1954; Fishburn 1967
 */
export function weightedSum(decision: Decision, by: Normalisation = "linear"): number[] {
  return normalised(decision, by).map((row) => dot(row, decision.weights));
}

/**
 * WASPAS: `share` of the weighted sum and the rest of the weighted product Π figure^weight; more is better.
 * @see Zavadskas, Turskis, Antucheviciene & Zakarevicius 2012, Optimization of weighted aggregated sum product assessment
 */
export function weightedSumProduct(decision: Decision, by: Normalisation = "linear", share = 0.5): number[] {
  return normalised(decision, by).map(
    (row) => share * dot(row, decision.weights) + (1 - share) * product(zip(row, decision.weights, Math.pow)),
  );
}

/**
 * CoCoSo: three compromises between the weighted sum and the sum of weighted powers, brought together; more is better.
 * @see Yazdani, Zarate, Zavadskas & Turskis 2019, A combined compromise solution (CoCoSo) method
 */
export function combinedCompromise(decision: Decision, by: Normalisation = "min-max", share = 0.5): number[] {
  const rows = normalised(decision, by);
  const sums = rows.map((row) => dot(row, decision.weights));
  const powers = rows.map((row) => total(zip(row, decision.weights, Math.pow)));
  const all = total(sums) + total(powers);
  const [leastSum, leastPower] = [Math.min(...sums), Math.min(...powers)];
  const best = share * Math.max(...sums) + (1 - share) * Math.max(...powers);
  return zip(sums, powers, (sum, power) => {
    const arithmetic = partOf(sum + power, all);
    const relative = partOf(sum, leastSum) + partOf(power, leastPower);
    const balanced = partOf(share * sum + (1 - share) * power, best);
    return Math.cbrt(arithmetic * relative * balanced) + (arithmetic + relative + balanced) / 3;
  });
}

function normalised(decision: Decision, by: Normalisation): number[][] {
  requireWholeDecision(decision);
  return normalise(decision.matrix, decision.better, by);
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1);
}
