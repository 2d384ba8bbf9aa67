import { solveSymmetric } from "./symmetric-matrix.ts";

/** A regression's effects with their covariance. */
export type Regression = { readonly effects: readonly number[]; readonly covariance: readonly (readonly number[])[] };

/** One observation: when, what explains it, and its value. */
export type RegressionPoint = { readonly time: number; readonly row: readonly number[]; readonly value: number };

const autocorrelations = Array.from({ length: 19 }, (_, step) => step * 0.05);

/**
 * Least squares with AR(1) noise of unknown strength: fits for autocorrelations from 0 to 0.9 are averaged by their
 * restricted likelihood, so that not knowing it widens the errors. Points may be missing.
 * @returns null when the rows do not tell the effects apart
 * @see Turner et al. 2021, BMC Medical Research Methodology 21, who find restricted likelihood the safest of its kind
 */
export function regressAutocorrelated(points: readonly RegressionPoint[]): Regression | null {
  const fits = autocorrelations.map((autocorrelation) => fitAt(points, autocorrelation));
  const known = fits.filter((fit) => fit !== null);
  if (known.length === 0) return null;
  const best = Math.max(...known.map((fit) => fit.logLikelihood));
  const weights = known.map((fit) => Math.exp(fit.logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mix = (figure: (fit: LikelyFit) => number) =>
    known.reduce((sum, fit, index) => sum + ((weights[index] ?? 0) / total) * figure(fit), 0);
  const places = Array.from({ length: known[0]?.effects.length ?? 0 }, (_, index) => index);
  const effects = places.map((place) => mix((fit) => fit.effects[place] ?? 0));
  const away = (fit: LikelyFit, place: number) => (fit.effects[place] ?? 0) - (effects[place] ?? 0);
  const covariance = places.map((row) =>
    places.map((column) => mix((fit) => (fit.covariance[row]?.[column] ?? 0) + away(fit, row) * away(fit, column))),
  );
  return { effects, covariance };
}

/**
 * Ordinary least squares with a Newey–West covariance: Bartlett weights up to `lags`, corrected by n / (n − k).
 * Too sure of itself on short series: for comparison with published figures.
 * @see Newey & West 1987
 */
export function regressNeweyWest(points: readonly RegressionPoint[], lags: number): Regression | null {
  const fit = leastSquares(
    points.map(({ row }) => row),
    points.map(({ value }) => value),
  );
  if (fit === null) return null;
  const scores = points.map(({ row }, index) => row.map((value) => value * (fit.residuals[index] ?? 0)));
  const long = fit.inverse.map((line, row) => line.map((_, column) => longRun(scores, row, column, lags)));
  const correction = points.length / (points.length - fit.effects.length);
  const covariance = product(product(fit.inverse, long), fit.inverse);
  return { effects: fit.effects, covariance: covariance.map((row) => row.map((value) => value * correction)) };
}

type LikelyFit = Regression & { readonly logLikelihood: number };

/** Whitens the noise: what each point adds to the one before it, scaled to equal variance. */
function fitAt(points: readonly RegressionPoint[], autocorrelation: number): LikelyFit | null {
  let logScale = 0;
  const white = points.map((point, index) => {
    const before = points[index - 1];
    const shared = before === undefined ? 0 : autocorrelation ** (point.time - before.time);
    const scale = Math.sqrt((1 - autocorrelation ** 2) / (1 - shared ** 2));
    logScale += Math.log(scale);
    const added = (now: number, then: number | undefined) => scale * (now - shared * (then ?? 0));
    return {
      row: point.row.map((value, place) => added(value, before?.row[place])),
      value: added(point.value, before?.value),
    };
  });
  const fit = leastSquares(
    white.map(({ row }) => row),
    white.map(({ value }) => value),
  );
  if (fit === null) return null;
  const free = points.length - fit.effects.length;
  const squares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return {
    effects: fit.effects,
    covariance: fit.inverse.map((row) => row.map((value) => (value * squares) / free)),
    logLikelihood: logScale - (free / 2) * Math.log(Math.max(squares, 1e-300)) - fit.logDeterminant / 2,
  };
}

/** Least squares; null when the rows do not tell the effects apart. */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]) {
  const places = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => index);
  const normal = places.map((left) =>
    places.map((right) => rows.reduce((sum, row) => sum + (row[left] ?? 0) * (row[right] ?? 0), 0)),
  );
  const crossed = places.map((place) =>
    rows.reduce((sum, row, index) => sum + (row[place] ?? 0) * (values[index] ?? 0), 0),
  );
  const solved = solveSymmetric(normal, crossed);
  if (solved === null) return null;
  const residuals = rows.map((row, index) => {
    const fitted = row.reduce((sum, value, place) => sum + value * (solved.solution[place] ?? 0), 0);
    return (values[index] ?? 0) - fitted;
  });
  return { effects: solved.solution, inverse: solved.inverse, logDeterminant: solved.logDeterminant, residuals };
}

function longRun(scores: readonly (readonly number[])[], row: number, column: number, lags: number): number {
  let total = 0;
  for (let lag = 0; lag <= lags; lag += 1) {
    const weight = 1 - lag / (lags + 1);
    for (let index = lag; index < scores.length; index += 1) {
      const [now, then] = [scores[index] ?? [], scores[index - lag] ?? []];
      total += weight * (now[row] ?? 0) * (then[column] ?? 0);
      if (lag > 0) total += weight * (then[row] ?? 0) * (now[column] ?? 0);
    }
  }
  return total;
}

const product = (left: readonly (readonly number[])[], right: readonly (readonly number[])[]) =>
  left.map((row) => left.map((_, column) => row.reduce((sum, value, k) => sum + value * (right[k]?.[column] ?? 0), 0)));
