import { type Priorities, prioritiesOf } from "../../decision-analysis/pairwise-comparison.ts";
import type { Selection } from "./selection.ts";

/**
 * What each criterion counts, as fractions. `direct`: as written, whether or not they sum to 1. `compared`: from pairs,
 * with how far those contradict each other. `unknown`: neither weights nor all pairs are on record.
 */
export type CriterionWeights =
  | { readonly kind: "direct"; readonly weights: readonly number[]; readonly sum: number }
  | {
      readonly kind: "compared";
      readonly weights: readonly number[];
      readonly consistencyRatio: number | null;
      readonly largestEigenvalue: number;
    }
  | { readonly kind: "unknown"; readonly lacking: readonly string[] };

/** Weights of the criteria in their order: direct ones where every criterion has one, else those of the comparisons. */
export function criterionWeights({
  criteria,
  comparisons,
}: Pick<Selection, "criteria" | "comparisons">): CriterionWeights {
  const written = criteria.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (comparisons.length === 0) {
    if (criteria.length > 0 && written.length === criteria.length) {
      return { kind: "direct", weights: written, sum: written.reduce((sum, weight) => sum + weight, 0) };
    }
    const lacking = criteria.filter(({ weight }) => weight === undefined).map(({ id }) => `the weight of ${id}`);
    return { kind: "unknown", lacking: criteria.length === 0 ? ["criteria"] : lacking };
  }
  return comparedWeights(criteria, comparisons);
}

function comparedWeights(criteria: Selection["criteria"], comparisons: Selection["comparisons"]): CriterionWeights {
  const lacking: string[] = [];
  const rows = criteria.map(({ id: one }, i) =>
    criteria.map(({ id: other }, j) => {
      if (i === j) return 1;
      const ahead = comparisons.find(({ criterion, over }) => criterion === one && over === other);
      const behind = comparisons.find(({ criterion, over }) => criterion === other && over === one);
      if (ahead === undefined && behind === undefined && i < j) lacking.push(`${one} against ${other}`);
      // The first comparison of a pair counts; a second one is told as a problem.
      if (ahead !== undefined) return ahead.times;
      return behind === undefined ? 1 : 1 / behind.times;
    }),
  );
  if (lacking.length > 0 || criteria.length === 0) return { kind: "unknown", lacking };
  const mirrored = rows.map((row, i) => row.map((times, j) => (i <= j ? times : 1 / (rows[j]?.[i] ?? 1))));
  const { priorities, consistencyRatio, largestEigenvalue }: Priorities = prioritiesOf(mirrored);
  return { kind: "compared", weights: priorities, consistencyRatio, largestEigenvalue };
}
