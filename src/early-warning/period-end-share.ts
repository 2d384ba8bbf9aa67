import type { Interval, TooLittleData } from "../values/share.ts";
import { totalOf } from "../values/total.ts";
import { studentQuantile } from "./student.ts";

/** Items that passed, of all that were judged. */
export type Passed = { readonly good: number; readonly of: number };

/** Where a share will stand at the end of its period. */
export type PeriodEnd = {
  readonly kind: "period-end";
  /** items that the rest of the period will bring, as the periods before had them */
  readonly rest: number;
  /** share at which the rest is expected to pass */
  readonly restShare: number;
  readonly expected: number;
  /** holds the share at the end four times in five */
  readonly interval: Interval;
  /** deviation of the share from period to period beyond what so many items give by chance */
  readonly betweenPeriods: number;
};

/** Periods that say what is usual. */
const fewestPeriods = 3;

/** What the interval leaves out on each side. */
const tail = 0.1;
/** The normal distribution's quantile there. */
const normalQuantile = 1.2815515655446004;

/**
 * The share at the end of a running period: what is in hand, and the rest at a rate between the usual one and the one so far,
 * nearer to the latter the more periods differ from each other (empirical Bayes). The rest may stray from it as single periods
 * do, the more the less of the period is left. Simulated, the interval holds 75 to 96 of 100 ends (`bench/forecast-bench.ts`).
 * @param usual ended periods, at least three, each with items
 * @param gone  part of the period that is over, 0–1
 * @see Morris 1983, Journal of the American Statistical Association 78
 */
export function forecastPeriodEnd(soFar: Passed, usual: readonly Passed[], gone: number): PeriodEnd | TooLittleData {
  const known = usual.filter(({ of }) => of > 0);
  if (known.length < fewestPeriods) return { kind: "too-little-data", have: known.length, need: fewestPeriods };
  const [all, good] = [totalOf(known, ({ of }) => of), totalOf(known, (one) => one.good)];
  // A half more of each, so that periods without a failure leave room for one.
  const mean = (good + 0.5) / (all + 1);
  const item = mean * (1 - mean);
  const between = betweenVariance(known, mean);
  const sampling = soFar.of === 0 ? Number.POSITIVE_INFINITY : item / soFar.of;
  const trust = between / (between + sampling);
  const restShare = soFar.of === 0 ? mean : mean + trust * (soFar.good / soFar.of - mean);
  const usualItems = all / known.length;
  const left = Math.max(1 - gone, 0);
  // Items that are decided late come on top of those still to be opened.
  const rest = Math.max(usualItems * left, Math.min(usualItems - soFar.of, 2 * usualItems * left), 0);
  const whole = soFar.of + rest;
  // What items give by chance is known, what periods differ by is estimated from a few of them.
  const byChance = rest === 0 ? 0 : item / rest + item / all;
  const byPeriod = between * (1 / Math.max(left, 0.1) + 1 / known.length);
  const student = studentQuantile(tail, known.length - 1);
  const half = Math.sqrt(normalQuantile ** 2 * byChance + student ** 2 * byPeriod) * (rest / whole);
  const expected = (soFar.good + rest * restShare) / whole;
  const [least, most] = [soFar.good / whole, (soFar.good + rest) / whole];
  return {
    kind: "period-end",
    ...{ rest, restShare, expected },
    interval: { low: Math.max(least, expected - half), high: Math.min(most, expected + half) },
    betweenPeriods: Math.sqrt(between),
  };
}

/** By moments: what the shares differ beyond binomial chance. @see DerSimonian & Laird 1986 */
function betweenVariance(known: readonly Passed[], mean: number): number {
  const item = mean * (1 - mean);
  const all = totalOf(known, ({ of }) => of);
  const chi = totalOf(known, ({ good, of }) => (of * (good / of - mean) ** 2) / item);
  const spread = all - totalOf(known, ({ of }) => of ** 2) / all;
  return Math.max(0, ((chi - (known.length - 1)) * item) / spread);
}
