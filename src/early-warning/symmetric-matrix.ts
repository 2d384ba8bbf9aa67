/** A small symmetric positive definite matrix, as rows. */
export type SymmetricMatrix = readonly (readonly number[])[];

type Solved = {
  readonly solution: readonly number[];
  readonly inverse: SymmetricMatrix;
  readonly logDeterminant: number;
};

/**
 * Solves `matrix · x = right` and gives the inverse and the log of the determinant too; null when the matrix is singular to working precision.
 * By Cholesky's factor, for matrices of a few rows.
 */
export function solveSymmetric(matrix: SymmetricMatrix, right: readonly number[]): Solved | null {
  const factor = choleskyFactor(matrix);
  if (factor === null) return null;
  const unit = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  return {
    solution: solveFactored(factor, right),
    inverse: unit.map((column) => solveFactored(factor, column)),
    logDeterminant: factor.reduce((total, line, row) => total + 2 * Math.log(line[row] ?? 1), 0),
  };
}

function choleskyFactor(matrix: SymmetricMatrix): SymmetricMatrix | null {
  const factor: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    const line: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? line : (factor[column] ?? []);
      const inner = line.reduce(
        (total, value, step) => (step < column ? total + value * (other[step] ?? 0) : total),
        0,
      );
      const left = (entries[column] ?? 0) - inner;
      if (column < row) {
        line.push(left / (other[column] ?? 1));
        continue;
      }
      if (left <= 1e-12 * (entries[row] ?? 0) || left <= 0) return null;
      line.push(Math.sqrt(left));
    }
    factor.push(line);
  }
  return factor;
}

function solveFactored(factor: SymmetricMatrix, right: readonly number[]): readonly number[] {
  const size = factor.length;
  const at = (row: number, column: number) => factor[row]?.[column] ?? 0;
  const forward: number[] = [];
  for (let row = 0; row < size; row += 1) {
    const inner = forward.reduce((total, value, step) => total + at(row, step) * value, 0);
    forward.push(((right[row] ?? 0) - inner) / at(row, row));
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let inner = 0;
    for (let step = row + 1; step < size; step += 1) inner += at(step, row) * (solution[step] ?? 0);
    solution[row] = ((forward[row] ?? 0) - inner) / at(row, row);
  }
  return solution;
}
