import { type DecisionMatrix, entry } from "./decision-matrix.ts";

/** Two options whose order turned because a third was left out: a weakness of the method, not of the options. */
export type RankReversal = { readonly without: number; readonly wasAhead: number; readonly wasBehind: number };

/**
 * Every pair that a way of ranking turns around when one option is taken away.
 * @param places how the options of a matrix are placed, 1 the best
 * @see Belton & Gear 1983; Wang & Luo 2009, On rank reversal in decision analysis
 */
export function rankReversals(
  matrix: DecisionMatrix,
  places: (matrix: DecisionMatrix) => readonly number[],
): readonly RankReversal[] {
  if (matrix.length < 3) return [];
  const before = places(matrix);
  return matrix.flatMap((_, without) => {
    const kept = [...matrix.keys()].filter((option) => option !== without);
    const after = places(kept.map((option) => entry(matrix, option)));
    return kept.flatMap((one, at) =>
      kept.flatMap((other, otherAt): RankReversal[] =>
        entry(before, one) < entry(before, other) && entry(after, at) > entry(after, otherAt)
          ? [{ without, wasAhead: one, wasBehind: other }]
          : [],
      ),
    );
  });
}
