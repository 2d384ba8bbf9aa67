import {
  type Decision,
  type DecisionMatrix,
  dot,
  entry,
  partOf,
  requireWholeDecision,
  total,
  transpose,
  zip,
} from "./decision-matrix.ts";
import { type Normalisation, normalise } from "./normalise.ts";

/**
 * ARAS: the weighted sum as a share of that of an option that is best in everything; more is better.
 * @see Zavadskas & Turskis 2010, A new additive ratio assessment (ARAS) method
 */
export function additiveRatio(decision: Decision, by: Normalisation = "sum"): number[] {
  requireWholeDecision(decision);
  const rows = normalise([extremes(decision, "best"), ...decision.matrix], decision.better, by);
  const sums = rows.map((row) => dot(row, decision.weights));
  return sums.slice(1).map((sum) => partOf(sum, entry(sums, 0)));
}

/**
 * COPRAS: gains plus a part of the gains that low costs stand for, as a share of the best; more is better.
 * @see Zavadskas, Kaklauskas & Sarka 1994
 */
export function proportionalAssessment({ matrix, weights, better }: Decision, by: Normalisation = "sum"): number[] {
  requireWholeDecision({ matrix, weights, better });
  const rows = normalise(
    matrix,
    better.map(() => "higher"),
    by,
  );
  const sumOf = (kind: "higher" | "lower") =>
    rows.map((row) => total(row.map((x, at) => (better[at] === kind ? x * entry(weights, at) : 0))));
  const [gains, costs] = [sumOf("higher"), sumOf("lower")];
  const inverse = total(costs.map((cost) => 1 / cost));
  const merits = zip(
    gains,
    costs,
    (gain, cost) => gain + (better.includes("lower") ? total(costs) / (cost * inverse) : 0),
  );
  return merits.map((merit) => partOf(merit, Math.max(...merits)));
}

/**
 * MARCOS: utility between an option that is worst and one that is best in everything; more is better.
 * @see Stević, Pamučar, Puška & Chatterjee 2020
 */
export function compromiseRanking(decision: Decision): number[] {
  requireWholeDecision(decision);
  const ideal = extremes(decision, "best");
  const ratios = (row: readonly number[]) =>
    zip(row, ideal, (x, best, at) => (decision.better[at] === "lower" ? best / x : x / best));
  const utility = (row: readonly number[]) => dot(ratios(row), decision.weights);
  const [worst, best] = [utility(extremes(decision, "worst")), utility(ideal)];
  return decision.matrix.map((row) => {
    const sum = utility(row);
    const [overWorst, underBest] = [sum / worst, sum / best];
    const [ofWorst, ofBest] = [underBest / (underBest + overWorst), overWorst / (underBest + overWorst)];
    return (underBest + overWorst) / (1 + (1 - ofBest) / ofBest + (1 - ofWorst) / ofWorst);
  });
}

/**
 * CRADIS: mean of nearness to the one largest weighted figure and farness from the one smallest, each against an option
 * that is best in everything; more is better.
 * @see Puška, Stević & Pamučar 2022
 */
export function distanceCompromise(decision: Decision, by: Normalisation = "linear"): number[] {
  requireWholeDecision(decision);
  const weighted = normalise(decision.matrix, decision.better, by).map((row) =>
    zip(row, decision.weights, (x, w) => x * w),
  );
  const [least, most] = [Math.min(...weighted.flat()), Math.max(...weighted.flat())];
  const best = transpose(weighted).map((column) => Math.max(...column));
  const short = (row: readonly number[]) => total(row.map((x) => most - x));
  const above = (row: readonly number[]) => total(row.map((x) => x - least));
  return weighted.map((row) => (partOf(short(best), short(row)) + partOf(above(row), above(best))) / 2);
}

function extremes({ matrix, better }: Decision, end: "best" | "worst"): number[] {
  return transpose(matrix satisfies DecisionMatrix).map((column, criterion) =>
    (entry(better, criterion) === "higher") === (end === "best") ? Math.max(...column) : Math.min(...column),
  );
}
