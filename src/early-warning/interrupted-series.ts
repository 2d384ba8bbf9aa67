import type { Interval, TooLittleData } from "../values/share.ts";
import { type Regression, regressAutocorrelated, regressNeweyWest } from "./segmented-regression.ts";
import { studentQuantile } from "./student.ts";
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

/** Fewer points than this before the time cannot give a sloping line, or a level, nor fewer since a mean. */
const fewestForSlope = 8;
const fewestForLevel = 4;
const fewestSince = 3;

/** How the line before the act is read, and how its noise. */
export type InterruptionOptions = {
  /** autoregressive by default; Newey–West with so many lags is the field's custom but too sure of itself */
  readonly errors?: { readonly kind: "autoregressive" } | { readonly kind: "newey-west"; readonly lags: number };
  /**
   * `sloping` by default, as the field has it; `level` where the series went neither up nor down before; `weighed` takes
   * both, each by the evidence of the points before, because a slope read from few points goes far astray
   */
  readonly line?: "sloping" | "level" | "weighed";
};

type Fitted = { readonly fit: Regression; readonly effect: Estimate; readonly free: number };

/**
 * Segmented regression of an interrupted time series whose noise may remember its past.
 * It tells what followed, not what caused it. Missing points are skipped.
 * @param since  index of the first point after the act
 * @see Wagner et al. 2002, Journal of Clinical Pharmacy and Therapeutics 27; Kass & Wasserman 1995, JASA 90, for the weight
 */
export function readInterruption(
  values: readonly (number | null)[],
  since: number,
  better: Better,
  { errors = { kind: "autoregressive" }, line = "sloping" }: InterruptionOptions = {},
): InterruptionReading | TooLittleData {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const after = points.filter(({ index }) => index >= since).length;
  const before = points.length - after;
  const need = line === "sloping" ? fewestForSlope : fewestForLevel;
  if (before < need) return { kind: "too-little-data", have: before, need };
  if (after < fewestSince) return { kind: "too-little-data", have: after, need: fewestSince };
  const sloping = line === "level" || before < fewestForSlope ? null : fitLine(points, since, errors, true);
  const level = line === "sloping" ? null : fitLine(points, since, errors, false);
  const best = sloping ?? level;
  if (best === null) return { kind: "too-little-data", have: points.length, need: points.length + 1 };
  const trendBefore = sloping === null ? none : estimateAt(sloping.fit, 3);
  const slopeWeight = sloping === null ? 0 : level === null ? 1 : weightOfSlope(trendBefore, before);
  const weighed = (read: (fitted: Fitted) => Estimate) =>
    mixed([
      { weight: slopeWeight, of: sloping === null ? none : read(sloping) },
      { weight: 1 - slopeWeight, of: level === null ? none : read(level) },
    ]);
  const effect = weighed((fitted) => fitted.effect);
  const half = studentQuantile(0.025, best.free) * effect.standardError;
  const interval = { low: effect.value - half, high: effect.value + half };
  return {
    kind: "interruption",
    outcome: outcomeOf(interval, better),
    effect: { ...effect, interval },
    base: weighed(({ fit }) => estimateAt(fit, 0)),
    trendBefore: mixed([
      { weight: slopeWeight, of: trendBefore },
      { weight: 1 - slopeWeight, of: none },
    ]),
    levelChange: weighed(({ fit }) => estimateAt(fit, 1)),
    trendChange: weighed(({ fit }) => estimateAt(fit, 2)),
    pointsSince: after,
  };
}

const none: Estimate = { value: 0, standardError: 0 };

/** Effects in the order: base, level change, trend change and, where the line slopes, the trend before. */
function fitLine(
  points: readonly { readonly value: number; readonly index: number }[],
  since: number,
  errors: NonNullable<InterruptionOptions["errors"]>,
  slopes: boolean,
): Fitted | null {
  const rows = points.map(({ index, value }) => ({
    time: index,
    row: [1, index >= since ? 1 : 0, Math.max(0, index - since), ...(slopes ? [index] : [])],
    value,
  }));
  const fit = errors.kind === "newey-west" ? regressNeweyWest(rows, errors.lags) : regressAutocorrelated(rows);
  if (fit === null) return null;
  const after = points.filter(({ index }) => index >= since);
  const meanSince = after.reduce((total, { index }) => total + index - since, 0) / after.length;
  return { fit, effect: combine(fit, [0, 1, meanSince, 0]), free: points.length - fit.effects.length };
}

/** How far the points before speak for a slope rather than none, by the unit-information prior. */
function weightOfSlope({ value, standardError }: Estimate, pointsBefore: number): number {
  if (standardError === 0) return Math.abs(value) > 1e-12 ? 1 : 0;
  const factor = Math.exp(Math.min(200, (value / standardError) ** 2 / 2)) / Math.sqrt(pointsBefore);
  return factor / (1 + factor);
}

/** One estimate of several; that they differ widens it. */
function mixed(parts: readonly { readonly weight: number; readonly of: Estimate }[]): Estimate {
  const value = parts.reduce((sum, { weight, of }) => sum + weight * of.value, 0);
  const variance = parts.reduce(
    (sum, { weight, of }) => sum + weight * (of.standardError ** 2 + (of.value - value) ** 2),
    0,
  );
  return { value, standardError: Math.sqrt(variance) };
}

function estimateAt(fit: Regression, place: number): Estimate {
  return combine(
    fit,
    fit.effects.map((_, other) => (other === place ? 1 : 0)),
  );
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
