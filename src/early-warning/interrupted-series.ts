import type { Interval, TooLittleData } from "../values/share.ts";
import { type Regression, regressAutocorrelated, regressNeweyWest } from "./segmented-regression.ts";
import type { Better } from "./variation.ts";

type Estimate = { readonly value: number; readonly standardError: number };

/** Whether something done at a known time changed a series, against the line it was already on. */
export type InterruptionReading = {
  readonly kind: "interruption";
  readonly outcome: "worked" | "no-effect-yet" | "did-harm" | "changed";
  /** mean of the points since, minus what the earlier line would have given, in the unit of the series */
  readonly effect: Estimate & { readonly interval: Interval };
  /** slope before, jump at the time, and change of slope since; slopes are per point */
  readonly trendBefore: Estimate;
  readonly levelChange: Estimate;
  readonly trendChange: Estimate;
  readonly base: Estimate;
  readonly pointsSince: number;
};

/** Fewer points than this before the time cannot give a line, nor fewer since a mean. */
const fewestBefore = 8;
const fewestSince = 3;

/**
 * Segmented regression of an interrupted time series whose noise may remember its past.
 * It tells what followed, not what caused it. Missing points are skipped.
 * @param since  index of the first point after the act
 * @param errors autoregressive by default; Newey–West with so many lags is the field's custom but too sure of itself
 * @see Wagner et al. 2002, Journal of Clinical Pharmacy and Therapeutics 27
 */
export function readInterruption(
  values: readonly (number | null)[],
  since: number,
  better: Better,
  errors: { readonly kind: "autoregressive" } | { readonly kind: "newey-west"; readonly lags: number } = {
    kind: "autoregressive",
  },
): InterruptionReading | TooLittleData {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const after = points.filter(({ index }) => index >= since);
  const before = points.length - after.length;
  if (before < fewestBefore) return { kind: "too-little-data", have: before, need: fewestBefore };
  if (after.length < fewestSince) return { kind: "too-little-data", have: after.length, need: fewestSince };
  const rows = points.map(({ index, value }) => ({
    time: index,
    row: [1, index, index >= since ? 1 : 0, Math.max(0, index - since)],
    value,
  }));
  const fit = errors.kind === "newey-west" ? regressNeweyWest(rows, errors.lags) : regressAutocorrelated(rows);
  if (fit === null) return { kind: "too-little-data", have: points.length, need: points.length + 1 };
  const meanSince = after.reduce((total, { index }) => total + index - since, 0) / after.length;
  const effect = combine(fit, [0, 0, 1, meanSince]);
  const half = studentQuantile(points.length - 4) * effect.standardError;
  const interval = { low: effect.value - half, high: effect.value + half };
  const [base, trendBefore, levelChange, trendChange] = [0, 1, 2, 3].map((place) =>
    combine(
      fit,
      [0, 1, 2, 3].map((other) => (other === place ? 1 : 0)),
    ),
  );
  const none = { value: 0, standardError: 0 };
  return {
    kind: "interruption",
    outcome: outcomeOf(interval, better),
    effect: { ...effect, interval },
    base: base ?? none,
    trendBefore: trendBefore ?? none,
    levelChange: levelChange ?? none,
    trendChange: trendChange ?? none,
    pointsSince: after.length,
  };
}

function outcomeOf(interval: Interval, better: Better): InterruptionReading["outcome"] {
  if (interval.low <= 0 && interval.high >= 0) return "no-effect-yet";
  if (better === null) return "changed";
  return interval.low > 0 === (better === "higher") ? "worked" : "did-harm";
}

function combine(fit: Regression, weights: readonly number[]): Estimate {
  const value = weights.reduce((total, weight, index) => total + weight * (fit.effects[index] ?? 0), 0);
  const variance = weights.reduce(
    (total, weight, row) =>
      total + weight * weights.reduce((sum, other, column) => sum + other * (fit.covariance[row]?.[column] ?? 0), 0),
    0,
  );
  return { value, standardError: Math.sqrt(Math.max(0, variance)) };
}

/** Two-sided 95 % quantile of Student's t, by its expansion from the normal one. Abramowitz & Stegun 26.7.5. */
export function studentQuantile(degrees: number): number {
  const z = 1.959963984540054;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}
