/** Columns and a response side by side, row-major, with their products: what regressions on these points share. */
export type NormalEquations = {
  readonly columns: Float64Array;
  readonly size: number;
  readonly response: Float64Array;
  /** products of the columns, row-major */
  readonly products: Float64Array;
  /** products of the columns with the response, and of the response with itself */
  readonly withResponse: Float64Array;
  readonly squares: number;
};

/** A regression on the first so many columns, some coefficients drawn towards nil. */
export type ShrunkRegression = {
  readonly size: number;
  /** lower triangle that turns the columns orthonormal, row-major */
  readonly triangle: Float64Array;
  /** the orthonormal columns times the response */
  readonly turned: Float64Array;
  /** sum of squares that the columns leave, and what the drawing costs */
  readonly residual: number;
  /** half the logarithm of the determinant of the products, the precisions added */
  readonly logDeterminant: number;
};

/** @param columns row-major: `size` values a point */
export function normalEquations(columns: Float64Array, size: number, response: Float64Array): NormalEquations {
  const products = new Float64Array(size * size);
  const withResponse = new Float64Array(size);
  let squares = 0;
  for (let point = 0; point < response.length; point += 1) {
    const start = point * size;
    const value = response[point] ?? 0;
    squares += value * value;
    for (let row = 0; row < size; row += 1) {
      const one = columns[start + row] ?? 0;
      withResponse[row] = (withResponse[row] ?? 0) + one * value;
      for (let column = 0; column <= row; column += 1) {
        products[row * size + column] = (products[row * size + column] ?? 0) + one * (columns[start + column] ?? 0);
      }
    }
  }
  return { columns, size, response, products, withResponse, squares };
}

/**
 * Cholesky's way. A column that says nothing new is left out of account.
 * @param size how many of the columns, from the first
 * @param free columns from the first whose coefficients are not drawn
 * @param precision of the others' coefficients beforehand, over that of the noise
 */
export function regressShrunk(
  { products, size: width, withResponse, squares }: NormalEquations,
  { size, free, precision }: { readonly size: number; readonly free: number; readonly precision: number },
): ShrunkRegression {
  const triangle = new Float64Array(size * size);
  const turned = new Float64Array(size);
  let residual = squares;
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = (products[row * width + column] ?? 0) + (row === column && row >= free ? precision : 0);
      for (let at = 0; at < column; at += 1) {
        rest -= (triangle[row * size + at] ?? 0) * (triangle[column * size + at] ?? 0);
      }
      triangle[row * size + column] =
        row === column ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (triangle[column * size + column] ?? 1);
    }
    let right = withResponse[row] ?? 0;
    for (let at = 0; at < row; at += 1) right -= (triangle[row * size + at] ?? 0) * (turned[at] ?? 0);
    const pivot = triangle[row * size + row] ?? 1;
    turned[row] = right / pivot;
    residual -= (right / pivot) ** 2;
    logDeterminant += Math.log(pivot);
  }
  return { size, triangle, turned, residual: Math.max(residual, 1e-12), logDeterminant };
}

/** Coefficients of the columns as they were given. */
export function coefficientsOf({ size, triangle, turned }: ShrunkRegression): Float64Array {
  const solved = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = turned[row] ?? 0;
    for (let below = row + 1; below < size; below += 1) {
      rest -= (triangle[below * size + row] ?? 0) * (solved[below] ?? 0);
    }
    solved[row] = rest / (triangle[row * size + row] ?? 1);
  }
  return solved;
}

/** Turns a column's products with the given columns into those with the orthonormal ones, in place. */
export function turn({ size, triangle }: ShrunkRegression, products: Float64Array, start: number): void {
  for (let row = 0; row < size; row += 1) {
    let rest = products[start + row] ?? 0;
    for (let at = 0; at < row; at += 1) rest -= (triangle[row * size + at] ?? 0) * (products[start + at] ?? 0);
    products[start + row] = rest / (triangle[row * size + row] ?? 1);
  }
}
