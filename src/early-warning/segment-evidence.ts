import { gammaln } from "simple-statistics";
import type { Settle } from "./optimal-partition.ts";

/** A stretch of points from `start` up to but not including `end`. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a stretch looks like once fitted: a level, or a line through its points. */
export type StretchFit = Stretch & { readonly shape: "level" | "line"; readonly cost: number };

/** Costs of stretches of one series, for one guess at its autocorrelation and its usual noise. */
export type SegmentEvidence = {
  /** minus the log evidence of the better of a level and a line, natural units; lower is better */
  readonly costOf: (start: number, end: number) => number;
  readonly fitOf: (start: number, end: number) => StretchFit;
  /** the same for stretches of at least `fewest` points between places, for `optimalPartition` */
  readonly settledAmong: (places: Int32Array, fewest: number) => Settle;
};

/** Prefix sums that give the residuals of a level and of a line over any stretch in constant time. */
export type StretchSums = {
  readonly count: number;
  readonly autocorrelation: number;
  /**
   * Residual sums of squares of the best level and the best line, noise being AR(1) within the stretch, each with the
   * squares of what could not be told apart, written to the first two entries of `into`: asked for so often that an
   * object each would cost more than the sums.
   */
  readonly residualsInto: (into: Float64Array, start: number, end: number) => void;
};

/**
 * What a reader could not tell apart in a picture, as a share of the series' whole range: no stretch counts as steadier
 * than this. Without it a smooth curve is cut into ever more lines, each surely another and none worth a word.
 */
const finestTold = 0.015;

/** How strongly stretches share one noise level: as much as two points' worth, so that spread may change too. */
const sharedDegrees = 2;

/**
 * Evidence of a stretch under a level or a line with AR(1) normal noise. Its variance is unknown, with a weak inverse
 * gamma prior around `usualVariance`; coefficients cost half a log of the length each, as in the modified BIC.
 * @see Fearnhead 2006; Zhang & Siegmund 2007, Biometrics 63
 */
export function segmentEvidence(
  sums: StretchSums,
  usualVariance: number,
  termsOf: LengthTermsOf = lengthTerms,
): SegmentEvidence {
  const prior = sharedDegrees * usualVariance;
  const first = -0.5 * Math.log(1 - sums.autocorrelation ** 2) + Math.LN2;
  const level = shapeTerms(termsOf(sums.count, 1), 1, usualVariance, first);
  const line = shapeTerms(termsOf(sums.count, 2), 2, usualVariance, first);
  const residuals = new Float64Array(2);
  const costs = (start: number, end: number) => {
    sums.residualsInto(residuals, start, end);
    return {
      level: shapeCost(level, end - start, prior + at(residuals, 0)),
      line: shapeCost(line, end - start, prior + at(residuals, 1)),
    };
  };
  return {
    costOf: (start, end) => {
      const cost = costs(start, end);
      return Math.min(cost.level, cost.line);
    },
    settledAmong: (places, fewest) => settledAmong(places, fewest, sums, prior, level, line),
    fitOf: (start, end) => {
      const cost = costs(start, end);
      const shape = cost.line < cost.level ? "line" : "level";
      return { start, end, shape, cost: cost[shape] };
    },
  };
}

function shapeCost({ power, ofLength, same }: ShapeTerms, length: number, spread: number): number {
  return at(power, length) * Math.log(spread) + at(ofLength, length) + same;
}

/**
 * Costs are worked out only where they may matter. A residual sum of squares never shrinks as its stretch grows, so the
 * last one known for a beginning gives a bound for every later end, without a logarithm.
 */
function settledAmong(
  places: Int32Array,
  fewest: number,
  sums: StretchSums,
  prior: number,
  level: ShapeTerms,
  line: ShapeTerms,
): Settle {
  // Of each beginning the logarithm of its level's spread, then of its line's.
  const logs = new Float64Array(2 * places.length).fill(Math.log(prior));
  const residuals = new Float64Array(2);
  const { residualsInto } = sums;
  const { power: levelPower, ofLength: levelTerm, same: levelSame } = level;
  const { power: linePower, ofLength: lineTerm, same: lineSame } = line;
  return (to, best, cutBefore, perCut) => {
    const end = places[to] ?? 0;
    // What was best one place earlier is mostly best again: with it first, few others need their cost worked out.
    const likely = cutBefore[to - 1] ?? 0;
    let least = Infinity;
    let cut = 0;
    for (let turn = -1; turn < to; turn += 1) {
      const from = turn < 0 ? likely : turn;
      const start = places[from] ?? 0;
      const length = end - start;
      if (length < fewest) continue;
      const soFar = at(best, from) + perCut;
      const atLeast = at(levelPower, length) * at(logs, 2 * from) + at(levelTerm, length) + levelSame;
      const atLeastLine = at(linePower, length) * at(logs, 2 * from + 1) + at(lineTerm, length) + lineSame;
      if (soFar + atLeast >= least && soFar + atLeastLine >= least) continue;
      residualsInto(residuals, start, end);
      const logLevel = Math.log(prior + at(residuals, 0));
      const logLine = Math.log(prior + at(residuals, 1));
      logs[2 * from] = logLevel;
      logs[2 * from + 1] = logLine;
      const ofLevel = at(levelPower, length) * logLevel + at(levelTerm, length) + levelSame;
      const ofLine = at(linePower, length) * logLine + at(lineTerm, length) + lineSame;
      const cost = soFar + (ofLine < ofLevel ? ofLine : ofLevel);
      if (cost >= least) continue;
      least = cost;
      cut = from;
    }
    best[to] = least;
    cutBefore[to] = cut;
  };
}

/** Two parts of the evidence for every length, and one that is the same for all. */
type ShapeTerms = LengthTerms & { readonly same: number };
type LengthTerms = { readonly power: Float64Array; readonly ofLength: Float64Array };

function shapeTerms(terms: LengthTerms, coefficients: number, usualVariance: number, first: number): ShapeTerms {
  const prior = sharedDegrees * usualVariance;
  const priorTerm = gammaln(sharedDegrees / 2) - (sharedDegrees / 2) * Math.log(prior);
  const same = priorTerm + (coefficients / 2) * Math.log(2 * Math.PI * usualVariance) + first;
  return { ...terms, same };
}

/** The parts of the evidence that depend on nothing but the length, for every length up to `count`. */
export type LengthTermsOf = (count: number, coefficients: number) => LengthTerms;

function lengthTerms(count: number, coefficients: number): LengthTerms {
  const power = new Float64Array(count + 1);
  const ofLength = new Float64Array(count + 1);
  for (let length = coefficients + 1; length <= count; length += 1) {
    const half = (sharedDegrees + length - coefficients) / 2;
    power[length] = half;
    ofLength[length] =
      ((length - coefficients) / 2) * Math.log(Math.PI) - gammaln(half) + (coefficients / 2) * Math.log(length);
  }
  return { power, ofLength };
}

/** The same, kept for the next series of that length. */
export function keptLengthTerms(): LengthTermsOf {
  const kept = new Map<number, LengthTerms>();
  return (count, coefficients) => {
    const known = kept.get(coefficients);
    if (known?.power.length === count + 1) return known;
    const terms = lengthTerms(count, coefficients);
    kept.set(coefficients, terms);
    return terms;
  };
}

/** Prepares the sums of values that are centred and scaled to a range of one. */
export function stretchSums(values: readonly number[], autocorrelation: number): StretchSums {
  const count = values.length;
  // Four sums for each point, side by side: of z × z, z, z × time and time × time.
  const sums = new Float64Array(4 * (count + 1));
  const one = 1 - autocorrelation;
  for (let t = 1; t < count; t += 1) {
    const z = (values[t] ?? 0) - autocorrelation * (values[t - 1] ?? 0);
    const time = t - autocorrelation * (t - 1);
    const place = 4 * t;
    sums[place + 4] = at(sums, place) + z * z;
    sums[place + 5] = at(sums, place + 1) + z * one;
    sums[place + 6] = at(sums, place + 2) + z * time;
    sums[place + 7] = at(sums, place + 3) + time * time;
  }
  const start1 = Math.sqrt(1 - autocorrelation ** 2);
  const residualsInto = (into: Float64Array, start: number, end: number) => {
    // The first point of a stretch has no neighbour inside it: it enters with its stationary weight.
    const from = start + 1;
    const firstZ = start1 * (values[start] ?? 0);
    const firstTime = start1 * start;
    const steps = end - from;
    const weight = steps * one * one + start1 * start1;
    const [low, high] = [4 * from, 4 * end];
    const sumZ = at(sums, high + 1) - at(sums, low + 1) + firstZ * start1;
    const sumTime = one * timeSum(from, end, autocorrelation) + firstTime * start1;
    const level = Math.max(0, at(sums, high) - at(sums, low) + firstZ * firstZ - (sumZ * sumZ) / weight);
    const crossed = at(sums, high + 2) - at(sums, low + 2) + firstZ * firstTime - (sumTime * sumZ) / weight;
    const spread = at(sums, high + 3) - at(sums, low + 3) + firstTime * firstTime - (sumTime * sumTime) / weight;
    const untold = finestTold * finestTold * (end - start);
    into[0] = untold + level;
    into[1] = untold + (spread > 1e-12 ? Math.max(0, level - (crossed * crossed) / spread) : level);
  };
  return { count, autocorrelation, residualsInto };
}

/** Sum over t from `from` to before `end` of t − autocorrelation × (t − 1). */
function timeSum(from: number, end: number, autocorrelation: number): number {
  const steps = end - from;
  const times = ((from + end - 1) * steps) / 2;
  return times - autocorrelation * (times - steps);
}

/** A typed array's entry: always there for the indexes used here. */
function at(column: Float64Array, index: number): number {
  return column[index] as number;
}
