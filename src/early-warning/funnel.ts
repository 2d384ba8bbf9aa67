import { quantile } from "simple-statistics";
import type { Interval, TooLittleData } from "../values/share.ts";
import { type Counted, pooledCentre } from "./attribute-charts.ts";
import { chiSquaredTail } from "./chi-squared.ts";
import { normalTail } from "./normal.ts";
import { binomialTail } from "./rate-ratio.ts";

/** A team, site, shift or agent: what was counted, out of how many items or over how much exposure. */
export type FunnelUnit = { readonly id: string; readonly count: number; readonly of: number };

export type FunnelReading = {
  readonly id: string;
  readonly value: number;
  readonly of: number;
  /** limits that 95 % and 99.8 % of like units of this size stay within */
  readonly inner: Interval;
  readonly outer: Interval;
  /** beyond the outer limits, or not: there is no ranking between the limits */
  readonly standing: "high" | "low" | "within";
};

/** Units compared at their own size. Between-unit spread is null where sampling explains how the units differ. */
export type Funnel = {
  readonly kind: "funnel";
  readonly centre: number;
  /** mean square of winsorised z scores; 1 when sampling explains all */
  readonly dispersion: number;
  /** standard deviation between units on the stabilised scale; null when limits are exact sampling limits */
  readonly betweenUnits: number | null;
  readonly units: readonly FunnelReading[];
};

/** A limit by the chance that a like unit lies beyond it on one side, and in standard errors. */
type Limit = { readonly tail: number; readonly deviations: number };
const innerLimit: Limit = { tail: 0.025, deviations: 1.959964 };
const outerLimit: Limit = { tail: 0.001, deviations: 3.090232 };
const fewestUnits = 3;

/**
 * Funnel plot of units around their pooled share or rate. Where the units differ by more than sampling explains, a
 * spread between units (DerSimonian–Laird, from z scores winsorised at a tenth) widens the limits.
 * @param kind `share`: interpolated binomial limits; `rate`: Poisson limits
 * @see Spiegelhalter 2005, Statistics in Medicine 24 and Quality and Safety in Health Care 14
 */
export function drawFunnel(kind: "share" | "rate", units: readonly FunnelUnit[]): Funnel | TooLittleData {
  const measured = units.filter((unit) => unit.of > 0);
  const centre = pooledCentre(measured);
  if (centre === null || measured.length < fewestUnits) {
    return { kind: "too-little-data", have: measured.length, need: fewestUnits };
  }
  const { dispersion, betweenUnits } = spreadBetween(kind, measured, centre);
  return {
    kind: "funnel",
    centre,
    dispersion,
    betweenUnits,
    units: measured.map(({ id, count, of }) => {
      const value = count / of;
      const inner = limitsAt(innerLimit, kind, centre, of, betweenUnits);
      const outer = limitsAt(outerLimit, kind, centre, of, betweenUnits);
      const standing = value > outer.high ? "high" : value < outer.low ? "low" : "within";
      return { id, value, of, inner, outer, standing };
    }),
  };
}

/** Chance of so high a share in a unit of this size when it is like the others, one-sided. */
export function highShareChance({ centre, betweenUnits }: Funnel, { count, of }: Omit<FunnelUnit, "id">): number {
  if (betweenUnits === null) return binomialTail(count, of, centre);
  const apart = stabilised("share", count / of) - stabilised("share", centre);
  return normalTail(apart / Math.sqrt(stableVariance(of) + betweenUnits ** 2));
}

/** A unit's distance above the share of all units together; below it is negative. */
export type Deviation = {
  readonly id: string;
  /** standard errors, widened by how far the other units lie apart */
  readonly deviations: number;
  readonly isOutside: boolean;
};

export type Deviations = {
  readonly kind: "deviations";
  /** share of all units together, above 0 and below 1 */
  readonly centre: number;
  readonly units: readonly Deviation[];
};

/**
 * Each unit against all together, where they are too few to tell how far like units differ: the others' overdispersion
 * widens its standard error, so that the one judged does not widen its own limits.
 * @see Spiegelhalter 2005, Quality and Safety in Health Care 14: multiplicative overdispersion, winsorised
 */
export function shareDeviations(units: readonly FunnelUnit[]): Deviations | TooLittleData {
  const measured = units.filter(({ of }) => of > 0);
  const centre = pooledCentre(measured);
  const isSplit = centre !== null && centre > 0 && centre < 1;
  if (!isSplit || measured.length < fewestUnits) {
    return { kind: "too-little-data", have: isSplit ? measured.length : 0, need: fewestUnits };
  }
  const scores = measured.map(({ count, of }) => (count / of - centre) / Math.sqrt((centre * (1 - centre)) / of));
  return {
    kind: "deviations",
    centre,
    units: measured.map(({ id }, at) => {
      const others = scores.filter((_, other) => other !== at);
      const strayed = others.map((score) => Math.min(outerLimit.deviations, Math.abs(score)));
      const deviations = (scores[at] ?? 0) / Math.max(1, Math.sqrt(meanSquare(strayed)));
      return { id, deviations, isOutside: Math.abs(deviations) > outerLimit.deviations };
    }),
  };
}

function limitsAt(
  { tail, deviations }: Limit,
  kind: "share" | "rate",
  centre: number,
  of: number,
  between: number | null,
): Interval {
  if (between === null) return kind === "share" ? binomialLimits(centre, of, tail) : poissonLimits(centre, of, tail);
  const half = deviations * Math.sqrt(stableVariance(of) + between ** 2);
  const middle = stabilised(kind, centre);
  const top = kind === "share" ? Math.PI / 2 : Infinity;
  return {
    low: restored(kind, Math.max(0, middle - half)),
    high: restored(kind, Math.min(top, middle + half)),
  };
}

function spreadBetween(kind: "share" | "rate", units: readonly Counted[], centre: number) {
  const scores = units.map(
    ({ count, of }) => (stabilised(kind, (count ?? 0) / of) - stabilised(kind, centre)) / Math.sqrt(stableVariance(of)),
  );
  const [low, high] = [quantile(scores, 0.1), quantile(scores, 0.9)];
  const kept = scores.map((score) => Math.min(high, Math.max(low, score)));
  const dispersion = meanSquare(kept);
  const weights = units.map(({ of }) => 1 / stableVariance(of));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const excess = units.length * dispersion - (units.length - 1);
  return { dispersion, betweenUnits: excess > 0 ? Math.sqrt(excess / (sum - squares / sum)) : null };
}

/** Mean square of scores: the dispersion ratio. */
const meanSquare = (scores: readonly number[]) =>
  scores.reduce((total, score) => total + score * score, 0) / scores.length;

const stabilised = (kind: "share" | "rate", value: number) =>
  kind === "share" ? Math.asin(Math.sqrt(value)) : Math.sqrt(value);
const restored = (kind: "share" | "rate", value: number) => (kind === "share" ? Math.sin(value) ** 2 : value ** 2);
const stableVariance = (of: number) => 1 / (4 * of);

/** Exact limits, interpolated between whole counts so that they fall smoothly with size. */
function binomialLimits(centre: number, of: number, tail: number): Interval {
  const size = Math.round(of);
  const at = (probability: number) => {
    if (centre <= 0 || centre >= 1) return centre;
    let logChance = size * Math.log(1 - centre);
    let below = 0;
    for (let count = 0; count <= size; count += 1) {
      const upTo = below + Math.exp(logChance);
      if (upTo >= probability) return Math.max(0, count - (upTo - probability) / (upTo - below)) / size;
      below = upTo;
      logChance += Math.log((size - count) / (count + 1)) + Math.log(centre / (1 - centre));
    }
    return 1;
  };
  return { low: at(tail), high: at(1 - tail) };
}

/** Limits of a Poisson count by its tie to chi squared, over the exposure. */
function poissonLimits(centre: number, of: number, tail: number): Interval {
  const expected = centre * of;
  if (expected === 0) return { low: 0, high: 0 };
  return {
    low: chiSquaredQuantile(tail, 2 * expected) / 2 / of,
    high: chiSquaredQuantile(1 - tail, 2 * (expected + 1)) / 2 / of,
  };
}

function chiSquaredQuantile(probability: number, degrees: number): number {
  let low = 0;
  let high = degrees + 10 * Math.sqrt(2 * degrees) + 50;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (1 - chiSquaredTail(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
