import { type Decision, dot, entry, partOf, requireWholeDecision, total, transpose, zip } from "./decision-matrix.ts";
import { type Normalisation, normalise } from "./normalise.ts";

/**
 * EDAS: how far above the mean of the options on the good side and how little below it on the bad one, 0 to 1; more is better.
 * @see Keshavarz Ghorabaee, Zavadskas, Olfat & Turskis 2015
 */
export function averageDistance({ matrix, weights, better }: Decision): number[] {
  requireWholeDecision({ matrix, weights, better });
  const means = transpose(matrix).map((column) => total(column) / column.length);
  const leads = matrix.map((row) =>
    zip(row, means, (x, mean, at) => ((entry(better, at) === "higher" ? 1 : -1) * (x - mean)) / mean),
  );
  const above = leads.map((row) =>
    dot(
      row.map((lead) => Math.max(0, lead)),
      weights,
    ),
  );
  const below = leads.map((row) =>
    dot(
      row.map((lead) => Math.max(0, -lead)),
      weights,
    ),
  );
  return zip(
    above,
    below,
    (gain, loss) => (partOf(gain, Math.max(...above)) + 1 - partOf(loss, Math.max(...below))) / 2,
  );
}

/**
 * MABAC: distance from the border between good and bad, the geometric mean of each weighted criterion; above 0 is good.
 * @see Pamučar & Ćirović 2015
 */
export function borderDistance(decision: Decision, by: Normalisation = "min-max"): number[] {
  requireWholeDecision(decision);
  const raised = normalise(decision.matrix, decision.better, by).map((row) =>
    zip(row, decision.weights, (x, weight) => weight * (x + 1)),
  );
  const borders = transpose(raised).map((column) => column.reduce((all, x) => all * x, 1) ** (1 / column.length));
  return raised.map((row) => total(zip(row, borders, (x, border) => x - border)));
}
