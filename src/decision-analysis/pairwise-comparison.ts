import { type DecisionMatrix, dot, entry, sharesOf, total, transpose, zip } from "./decision-matrix.ts";

/**
 * What pairwise comparisons say: shares that sum to 1, and how far the comparisons contradict each other.
 * `consistencyRatio` above 0.1 asks for another look; null beyond 15 things, where no random index is published.
 */
export type Priorities = {
  readonly priorities: readonly number[];
  readonly largestEigenvalue: number;
  readonly consistencyIndex: number;
  readonly consistencyRatio: number | null;
};

/** Mean consistency index of random comparisons of 1 to 15 things. @see Saaty 1980, The Analytic Hierarchy Process, table 1.4 */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/**
 * AHP: the principal eigenvector of a matrix of comparisons, in which row i, column j says how many times more i counts
 * than j.
 * @throws RangeError when the matrix is not square and positive, or an entry is not the inverse of its mirror image
 * @see Saaty 1977, A scaling method for priorities in hierarchical structures
 */
export function prioritiesOf(comparisons: DecisionMatrix): Priorities {
  requireReciprocal(comparisons);
  const n = comparisons.length;
  const priorities = principalEigenvector(comparisons);
  const raised = comparisons.map((row) => dot(row, priorities));
  const largestEigenvalue = total(zip(raised, priorities, (after, before) => after / before)) / n;
  const consistencyIndex = n < 2 ? 0 : Math.max(0, (largestEigenvalue - n) / (n - 1));
  const random = randomIndex[n - 1];
  const consistencyRatio = random === undefined ? null : random === 0 ? 0 : consistencyIndex / random;
  return { priorities, largestEigenvalue, consistencyIndex, consistencyRatio };
}

/** The same by geometric means of the rows. @see Crawford & Williams 1985 */
export function geometricPriorities(comparisons: DecisionMatrix): readonly number[] {
  requireReciprocal(comparisons);
  return sharesOf(comparisons.map((row) => Math.exp(total(row.map(Math.log)) / row.length)));
}

/**
 * Classic AHP: options compared in pairs on each criterion, criteria weighed; each option's share of the whole.
 * @param comparisons a matrix for each criterion, all of the same options
 */
export function hierarchyPriorities(comparisons: readonly DecisionMatrix[], weights: readonly number[]): number[] {
  const local = transpose(comparisons.map((matrix) => prioritiesOf(matrix).priorities));
  return sharesOf(local.map((row) => dot(row, weights)));
}

/** Powers of a positive matrix turn any vector into its principal one (Perron and Frobenius). */
function principalEigenvector(matrix: DecisionMatrix): readonly number[] {
  let vector: readonly number[] = sharesOf(matrix.map(() => 1));
  for (let round = 0; round < 10_000; round += 1) {
    const next = sharesOf(matrix.map((row) => dot(row, vector)));
    const change = Math.max(...zip(next, vector, (a, b) => Math.abs(a - b) / b));
    vector = next;
    if (change < 1e-15) break;
  }
  return vector;
}

function requireReciprocal(matrix: DecisionMatrix): void {
  const isReciprocal = matrix.every(
    (row, i) =>
      row.length === matrix.length &&
      row.every((times, j) => times > 0 && Math.abs(times * entry(entry(matrix, j), i) - 1) < 1e-6),
  );
  if (!isReciprocal)
    throw new RangeError("comparisons are a square of positive figures, each the inverse of its mirror image");
}
