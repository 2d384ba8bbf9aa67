import { type Decision, dot, entry, requireWholeDecision, total, transpose, zip } from "./decision-matrix.ts";

/**
 * How strongly a lead on one criterion is preferred, from 0 to 1; leads in the criterion's own unit.
 * `linear`: nothing up to `indifference`, fully from `preference` on; `gaussian`: 1 − exp(−lead² ÷ 2 inflection²).
 * @see Brans, Vincke & Mareschal 1986, How to select and how to rank projects: the PROMETHEE method, §2
 */
export type Preference =
  | { readonly kind: "usual" }
  | { readonly kind: "u-shape"; readonly indifference: number }
  | { readonly kind: "v-shape"; readonly preference: number }
  | { readonly kind: "level"; readonly indifference: number; readonly preference: number }
  | { readonly kind: "linear"; readonly indifference: number; readonly preference: number }
  | { readonly kind: "gaussian"; readonly inflection: number };

/** For each option how far it is preferred to the others (`positive`), they to it (`negative`), and the difference. */
export type OutrankingFlow = { readonly positive: number; readonly negative: number; readonly net: number };

/**
 * PROMETHEE II: pairwise preferences, weighted and averaged over the other options; by `net`, more is better.
 * @throws RangeError for a single option, which there is nothing to prefer to
 */
export function promethee(decision: Decision, preferences: readonly Preference[]): OutrankingFlow[] {
  requireComparable(decision);
  const { matrix, weights, better } = decision;
  const over = (one: readonly number[], other: readonly number[]) =>
    dot(
      zip(one, other, (x, y, at) => preferenceOf(gain(better, at) * (x - y), entry(preferences, at))),
      weights,
    );
  const others = matrix.length - 1;
  return matrix.map((row) => {
    const positive = total(matrix.map((other) => (other === row ? 0 : over(row, other)))) / others;
    const negative = total(matrix.map((other) => (other === row ? 0 : over(other, row)))) / others;
    return { positive, negative, net: positive - negative };
  });
}

/**
 * PROSA-C: the net flow less what it owes to being unlike from criterion to criterion, `caution` weighing that per
 * criterion from 0 to 1; more is better.
 * @see Ziemba 2019, Towards strong sustainability management: a generalized PROSA method
 */
export function balancedFlow(
  decision: Decision,
  preferences: readonly Preference[],
  caution: readonly number[],
): number[] {
  requireComparable(decision);
  const { matrix, weights, better } = decision;
  return matrix.map((row) => {
    const flows = zip(row, preferences, (x, preference, at) => {
      const leads = matrix.map((other) => gain(better, at) * (x - entry(other, at)));
      const preferred = leads.map((lead) => preferenceOf(lead, preference) - preferenceOf(-lead, preference));
      return total(preferred) / (matrix.length - 1);
    });
    const net = dot(flows, weights);
    const imbalance = zip(flows, weights, (flow, weight, at) => Math.abs(net - flow) * weight * entry(caution, at));
    return net - total(imbalance);
  });
}

/**
 * Thresholds from the figures themselves where nobody has said any: indifference at half a standard deviation of the
 * options, preference at two.
 */
export function usualThresholds(matrix: Decision["matrix"]): { indifference: number; preference: number }[] {
  return transpose(matrix).map((column) => {
    const mean = total(column) / column.length;
    const deviation = Math.sqrt(total(column.map((x) => (x - mean) ** 2)) / column.length);
    return { indifference: deviation / 2, preference: 2 * deviation };
  });
}

function preferenceOf(lead: number, preference: Preference): number {
  if (lead <= 0) return 0;
  switch (preference.kind) {
    case "usual":
      return 1;
    case "u-shape":
      return lead <= preference.indifference ? 0 : 1;
    case "v-shape":
      return Math.min(1, lead / preference.preference);
    case "level":
      if (lead <= preference.indifference) return 0;
      return lead <= preference.preference ? 0.5 : 1;
    case "linear": {
      const { indifference, preference: full } = preference;
      if (lead <= indifference) return 0;
      return lead > full ? 1 : (lead - indifference) / (full - indifference);
    }
    case "gaussian":
      return 1 - Math.exp(-(lead ** 2) / (2 * preference.inflection ** 2));
  }
}

function gain(better: Decision["better"], criterion: number): number {
  return entry(better, criterion) === "higher" ? 1 : -1;
}

function requireComparable(decision: Decision): void {
  requireWholeDecision(decision);
  if (decision.matrix.length < 2) throw new RangeError("one option alone cannot be preferred to any other");
}
