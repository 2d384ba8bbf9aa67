import { type Better, type DecisionMatrix, lengthOf, partOf, sharesOf, total, transpose } from "./decision-matrix.ts";
import { normalise } from "./normalise.ts";

/** Weights from the figures alone: a criterion that tells the options apart more counts more. They sum to 1. */
type Weights = readonly number[];

export function equalWeights(matrix: DecisionMatrix): Weights {
  return sharesOf(transpose(matrix).map(() => 1));
}

/**
 * By how far a criterion's figures are from evenly shared: 1 − entropy ÷ ln(options).
 * @see Shannon 1948; Xu 2004, A note on the subjective and objective integrated approach to determine attribute weights
 */
export function entropyWeights(matrix: DecisionMatrix): Weights {
  const shares = transpose(normalise(matrix, allHigher(matrix), "sum"));
  return sharesOf(
    shares.map((column) => {
      const parts = column.map(Math.abs).map((share) => (share === 0 ? 0 : share * Math.log(share)));
      return 1 + total(parts) / Math.log(matrix.length);
    }),
  );
}

/** By standard deviation in the criterion's own unit (÷ n): for criteria in one unit only. */
export function deviationWeights(matrix: DecisionMatrix): Weights {
  return sharesOf(transpose(matrix).map((column) => Math.sqrt(variance(column))));
}

/** By variance (÷ n) after min-max. @see Rao & Patel 2010, A subjective and objective integrated MADM method */
export function varianceWeights(matrix: DecisionMatrix): Weights {
  return sharesOf(transpose(normalise(matrix, allHigher(matrix), "min-max")).map(variance));
}

/** By the coefficient of variation, deviation (÷ n − 1) over mean. */
export function variationWeights(matrix: DecisionMatrix): Weights {
  const n = matrix.length;
  return sharesOf(
    transpose(normalise(matrix, allHigher(matrix), "sum")).map((column) =>
      partOf(Math.sqrt((variance(column) * n) / (n - 1)), mean(column)),
    ),
  );
}

/**
 * By the Gini coefficient: mean difference between two options over twice the mean.
 * @see Gini 1912; Bączkiewicz, Wątróbski, Kizielewicz & Sałabun 2021
 */
export function giniWeights(matrix: DecisionMatrix): Weights {
  const n = matrix.length;
  return sharesOf(
    transpose(matrix).map((column) => {
      const differences = total(column.flatMap((one) => column.map((other) => Math.abs(one - other))));
      return mean(column) === 0 ? differences / (n ** 2 - n) : differences / (2 * n ** 2 * mean(column));
    }),
  );
}

/**
 * By the angle between a criterion's shares and even shares.
 * @see Shuai, Zongzhun, Yongji & Lei 2012, A new angular method to determine the objective weights
 */
export function angleWeights(matrix: DecisionMatrix, better: readonly Better[]): Weights {
  const n = matrix.length;
  return sharesOf(
    transpose(normalise(matrix, better, "sum")).map((column) =>
      // Rounding can lift the cosine of even shares above 1, where the angle would be no number.
      Math.acos(Math.min(1, partOf(mean(column), lengthOf(column) / Math.sqrt(n)))),
    ),
  );
}

function mean(numbers: readonly number[]): number {
  return total(numbers) / numbers.length;
}

function variance(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return total(numbers.map((number) => (number - centre) ** 2)) / numbers.length;
}

function allHigher(matrix: DecisionMatrix): Better[] {
  return (matrix[0] ?? []).map(() => "higher");
}
