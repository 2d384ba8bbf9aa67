import type { Interval } from "../values/share.ts";
import { type Lifetime, type RiskSet, riskSets } from "./lifetime.ts";

/** The survival curve just after one time. */
export type SurvivalStep = RiskSet & {
  /** share still going */
  readonly survival: number;
  /** Greenwood's standard error of the share; null when none is left, where the formula has no value */
  readonly standardError: number | null;
  /** log-log interval, which stays within 0 and 1; null while none has ended and when none is left */
  readonly interval: Interval | null;
  /** survival ± z standard errors, cut at 0 and 1; null with the error */
  readonly plainInterval: Interval | null;
  /** Nelson–Aalen estimate */
  readonly cumulativeHazard: number;
};

/** A time by which a share has ended, with its interval; null where the curve does not fall that far. */
export type SurvivalQuantile = {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

const ninetyFive = 1.959963984540054;

/**
 * Kaplan–Meier survival with Greenwood errors and 95 % intervals.
 * @param z standard normal quantile of the two-sided level
 * @see Kaplan & Meier 1958; Kalbfleisch & Prentice 2002, section 1.4.1
 */
export function survivalCurve(lifetimes: readonly Lifetime[], z = ninetyFive): readonly SurvivalStep[] {
  let survival = 1;
  let greenwood = 0;
  let cumulativeHazard = 0;
  return riskSets(lifetimes).map((set) => {
    survival *= 1 - set.events / set.atRisk;
    greenwood += set.events / (set.atRisk * (set.atRisk - set.events));
    cumulativeHazard += set.events / set.atRisk;
    const standardError = survival === 0 ? null : survival * Math.sqrt(greenwood);
    return {
      ...set,
      survival,
      standardError,
      interval: logLogInterval(survival, greenwood, z),
      plainInterval: plainInterval(survival, standardError, z),
      cumulativeHazard,
    };
  });
}

/**
 * The time by which `ended` of all have ended; 0.5 is the median. Where the curve rests on exactly that share, the
 * middle of the rest. The interval is where the log-log limits of the curve cross the share (Brookmeyer & Crowley 1982).
 */
export function survivalQuantile(curve: readonly SurvivalStep[], ended: number): SurvivalQuantile {
  const left = 1 - ended;
  return {
    time: crossing(curve, left, (step) => step.survival),
    low: crossing(curve, left, (step) => step.interval?.low ?? (step.survival === 0 ? 0 : 1)),
    high: crossing(curve, left, (step) => step.interval?.high ?? 1),
  };
}

function logLogInterval(survival: number, greenwood: number, z: number): Interval | null {
  if (survival <= 0 || survival >= 1) return null;
  const width = (z * Math.sqrt(greenwood)) / Math.log(survival);
  return { low: survival ** Math.exp(-width), high: survival ** Math.exp(width) };
}

function plainInterval(survival: number, standardError: number | null, z: number): Interval | null {
  if (standardError === null) return null;
  return { low: Math.max(0, survival - z * standardError), high: Math.min(1, survival + z * standardError) };
}

function crossing(
  curve: readonly SurvivalStep[],
  level: number,
  heightOf: (step: SurvivalStep) => number,
): number | null {
  const reached = curve.findIndex((step) => heightOf(step) <= level + 1e-9);
  const first = curve[reached];
  if (first === undefined) return null;
  if (heightOf(first) < level - 1e-9) return first.time;
  const next = curve.slice(reached).find((step) => heightOf(step) < level - 1e-9);
  return next === undefined ? first.time : (first.time + next.time) / 2;
}
