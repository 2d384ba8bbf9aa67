/** Figures of the options: a row for each option, a column for each criterion. */
export type DecisionMatrix = readonly (readonly number[])[];

/** Whether more of a criterion is better (a score) or less (a price). */
export type Better = "higher" | "lower";

/** Options judged by criteria: `weights` and `better` have an entry for each column of `matrix`; weights need not sum to 1. */
export type Decision = {
  readonly matrix: DecisionMatrix;
  readonly weights: readonly number[];
  readonly better: readonly Better[];
};

/** @throws RangeError when rows, weights and directions differ in length, or a figure is not finite: a mistake of the caller */
export function requireWholeDecision({ matrix, weights, better }: Decision): void {
  const criteria = weights.length;
  if (matrix.length === 0 || criteria === 0) throw new RangeError("a decision needs an option and a criterion");
  if (better.length !== criteria || matrix.some((row) => row.length !== criteria))
    throw new RangeError(`${criteria} weights, but other numbers of directions or figures`);
  if (![...matrix.flat(), ...weights].every(Number.isFinite)) throw new RangeError("a figure is not a finite number");
}

/** Rows to columns, or columns to rows. */
export function transpose(matrix: DecisionMatrix): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => entry(row, column)));
}

/** Each column put through `change`, which also learns the criterion's number. */
export function mapColumns(
  matrix: DecisionMatrix,
  change: (column: readonly number[], criterion: number) => readonly number[],
): number[][] {
  return transpose(transpose(matrix).map((column, criterion) => [...change(column, criterion)]));
}

/** The element at `index`. @throws RangeError when there is none, so that a slip never turns into NaN */
export function entry<Element>(list: readonly Element[], index: number): Element {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
}

/** Pairs of two lists of one length, each put through `combine`. */
export function zip<One, Other, Result>(
  ones: readonly One[],
  others: readonly Other[],
  combine: (one: One, other: Other, index: number) => Result,
): Result[] {
  if (ones.length !== others.length) throw new RangeError(`lists of ${ones.length} and ${others.length} do not pair`);
  return ones.map((one, index) => combine(one, entry(others, index), index));
}

export function dot(ones: readonly number[], others: readonly number[]): number {
  return zip(ones, others, (one, other) => one * other).reduce((sum, product) => sum + product, 0);
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** √Σx² */
export function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(dot(vector, vector));
}

/** `part` ÷ `whole`, and 0 where there is no whole: a criterion on which all options are alike tells none of them apart. */
export function partOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Scaled so that they sum to 1; equal shares where all are nil. */
export function sharesOf(numbers: readonly number[]): number[] {
  const whole = total(numbers);
  return numbers.map((number) => (whole === 0 ? 1 / numbers.length : number / whole));
}
