import { type Better, type DecisionMatrix, entry, lengthOf, mapColumns, partOf, total } from "./decision-matrix.ts";

/**
 * Ways of bringing criteria in different units onto one scale on which more is better.
 *
 * | name | higher is better | lower is better |
 * |---|---|---|
 * | `linear` | x ÷ max | min ÷ x |
 * | `min-max` | (x − min) ÷ (max − min) | (max − x) ÷ (max − min) |
 * | `max` | x ÷ max | 1 − x ÷ max |
 * | `sum` | x ÷ Σx | (1 ÷ x) ÷ Σ(1 ÷ x) |
 * | `vector` | x ÷ √Σx² | 1 − x ÷ √Σx² |
 *
 * @see Jahan & Edwards 2015, A state-of-the-art survey on the influence of normalization techniques in ranking
 */
export const normalisations = ["linear", "min-max", "max", "sum", "vector"] as const;
export type Normalisation = (typeof normalisations)[number];

/** The matrix on a scale of its own for each criterion; a criterion on which all options are alike becomes constant. */
export function normalise(matrix: DecisionMatrix, better: readonly Better[], by: Normalisation): number[][] {
  return mapColumns(matrix, (column, criterion) => normaliseColumn(column, entry(better, criterion), by));
}

function normaliseColumn(column: readonly number[], better: Better, by: Normalisation): number[] {
  const isCost = better === "lower";
  const [least, most] = [Math.min(...column), Math.max(...column)];
  switch (by) {
    case "linear":
      // The cheapest is 1 even where it is free, though 0 ÷ 0 is nothing.
      return column.map((x) => (isCost ? (x === least ? 1 : least / x) : partOf(x, most)));
    case "min-max":
      return column.map((x) => partOf(isCost ? most - x : x - least, most - least));
    case "max":
      return column.map((x) => (isCost ? 1 - partOf(x, most) : partOf(x, most)));
    case "sum": {
      const parts = isCost ? column.map((x) => 1 / x) : column;
      return parts.map((part) => partOf(part, total(parts)));
    }
    case "vector": {
      const length = lengthOf(column);
      return column.map((x) => (isCost ? 1 - partOf(x, length) : partOf(x, length)));
    }
  }
}
