import { median } from "simple-statistics";
import { logNormalCumulative } from "../normal.ts";
import type { SteadyPoint } from "./figure-stream.ts";
import { clip, type SteadyNoise } from "./steady-noise.ts";

/** For each point as the first of a new level, the logarithms of the Bayes factors of a change for the worse and the better. */
export type ShiftFactors = { readonly worse: readonly (number | null)[]; readonly better: readonly (number | null)[] };

/**
 * How much likelier the points are, had the level moved for good at one of them, than had it not: the logarithm of the
 * Bayes factor, for each point as the first of the new level; null where too few lie before it.
 *
 * Level and scale are unknown on both sides and drop out (Student's t by the right-Haar prior), the shift is a priori
 * half-normal with a deviation of one period's noise. Whitened for memory; deviations beyond three count as three.
 * Under no change each factor has expectation one, which is what the alarm budget builds on.
 * @param season whether a yearly wave is taken out together with the level
 * @see Rouder et al. 2009, Psychonomic Bulletin & Review 16, for the factor of t with a normal prior
 */
export function levelShiftFactors(
  points: readonly SteadyPoint[],
  noise: SteadyNoise,
  { fewestBefore, season }: { readonly fewestBefore: number; readonly season: boolean },
): ShiftFactors {
  const { columns, response, own } = whiten(points, noise, season);
  const count = points.length;
  const full = columns[0] ?? own;
  const regression = regress(columns, response);
  const free = count - columns.length - 1;
  const worse: (number | null)[] = new Array(count).fill(null);
  const better: (number | null)[] = new Array(count).fill(null);
  // What the points after the current one add up to: the sums grow as the first point of the new level moves back.
  let squares = 0;
  let products = 0;
  const crosses = new Float64Array(columns.length);
  const cross = new Float64Array(columns.length);
  for (let at = count - 1; at >= fewestBefore && free >= 3; at -= 1) {
    const first = own[at] ?? 0;
    for (const [index, column] of columns.entries()) cross[index] = first * (column[at] ?? 0) + (crosses[index] ?? 0);
    const solved = regression.solve(cross);
    const information = first ** 2 + squares - dot(cross, solved);
    if (information > 1e-9) {
      const shift = (first * (response[at] ?? 0) + products - dot(solved, regression.product)) / information;
      const left = Math.max(regression.residual - shift ** 2 * information, 1e-12);
      const t = shift * Math.sqrt((information * free) / left);
      worse[at] = logFactor(t, information, free);
      better[at] = logFactor(-t, information, free);
    }
    const weight = full[at] ?? 0;
    squares += weight ** 2;
    products += weight * (response[at] ?? 0);
    for (const [index, column] of columns.entries())
      crosses[index] = (crosses[index] ?? 0) + weight * (column[at] ?? 0);
  }
  return { worse, better };
}

/**
 * Logarithm of the one-sided Bayes factor of a t value.
 * @param information of the shift, in units of one over the variance of a period's noise
 * @param free degrees of freedom of t
 */
export function logFactor(t: number, information: number, free: number): number {
  const power = (free + 1) / 2;
  const factor =
    power * (Math.log1p(t ** 2 / free) - Math.log1p(t ** 2 / (free * (1 + information)))) -
    0.5 * Math.log1p(information);
  const towards = t * Math.sqrt(information / (1 + information)) * (1 - 1 / (4 * free));
  return factor + Math.LN2 + logNormalCumulative(towards);
}

type Whitened = {
  /** the intercept, and the season's two waves where there is one: one value a point */
  readonly columns: readonly Float64Array[];
  readonly response: Float64Array;
  /** what a shift adds to the first point that has it; its later points have the intercept's */
  readonly own: Float64Array;
};

/** Scales each point by its noise and takes away what it remembers of the one before. */
function whiten(points: readonly SteadyPoint[], { variances, memory, step }: SteadyNoise, season: boolean): Whitened {
  const count = points.length;
  const centre = median(points.map(({ level }) => level));
  // Units of the usual noise, so that the shift's prior is one period's deviation.
  const usual = Math.sqrt(median([...variances]));
  const columns = Array.from({ length: season ? 3 : 1 }, () => new Float64Array(count));
  const response = new Float64Array(count);
  const own = new Float64Array(count);
  let before = { day: 0, deviation: 0, waves: [0, 0, 0] as readonly number[] };
  for (const [at, { day, level }] of points.entries()) {
    const deviationOf = Math.sqrt(variances[at] ?? 1);
    const weight = usual / deviationOf;
    const angle = (2 * Math.PI * day) / 365.25;
    const waves = season ? [weight, weight * Math.cos(angle), weight * Math.sin(angle)] : [weight];
    const deviation = clip((level - centre) / deviationOf);
    const kept = at === 0 ? 0 : memory ** Math.max(1, (day - before.day) / step);
    const grown = 1 / Math.sqrt(1 - kept ** 2);
    for (const [index, column] of columns.entries()) {
      column[at] = grown * ((waves[index] ?? 0) - kept * (before.waves[index] ?? 0));
    }
    response[at] = grown * (deviation - kept * before.deviation);
    own[at] = grown * weight;
    before = { day, deviation, waves };
  }
  return { columns, response, own };
}

type Regression = {
  readonly product: Float64Array;
  /** sum of squares that the columns leave */
  readonly residual: number;
  readonly solve: (right: Float64Array) => Float64Array;
};

/** The regression on intercept and season alone: one column or three, by the inverse of the normal equations. */
function regress(columns: readonly Float64Array[], response: Float64Array): Regression {
  const inverse = inverted(columns.map((one) => columns.map((other) => dot(one, other))));
  const product = Float64Array.from(columns, (column) => dot(column, response));
  const solve = (right: Float64Array) => Float64Array.from(inverse, (row) => dot(row, right));
  return { product, solve, residual: dot(response, response) - dot(product, solve(product)) };
}

/** Gauss–Jordan; the matrix is positive definite. */
function inverted(matrix: readonly (readonly number[])[]): readonly Float64Array[] {
  const size = matrix.length;
  const work = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = work[pivot] ?? [];
    const by = Math.max(row[pivot] ?? 0, Number.MIN_VALUE);
    for (let column = 0; column < 2 * size; column += 1) row[column] = (row[column] ?? 0) / by;
    for (const [at, other] of work.entries()) {
      if (at === pivot) continue;
      const times = other[pivot] ?? 0;
      for (let column = 0; column < 2 * size; column += 1) {
        other[column] = (other[column] ?? 0) - times * (row[column] ?? 0);
      }
    }
  }
  return work.map((row) => Float64Array.from(row.slice(size)));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
