import { gammaln } from "simple-statistics";

/** A stretch of points from `start` up to but not including `end`. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a stretch looks like once fitted: a level, or a line through its points. */
export type StretchFit = Stretch & { readonly shape: "level" | "line"; readonly cost: number };

/** Costs of stretches of one series, for one guess at its autocorrelation and its usual noise. */
export type SegmentEvidence = {
  /** minus the log evidence of the better of a level and a line, natural units; lower is better */
  readonly costOf: (start: number, end: number) => number;
  readonly fitOf: (start: number, end: number) => StretchFit;
};

/** Prefix sums that give the residuals of a level and of a line over any stretch in constant time. */
export type StretchSums = {
  readonly count: number;
  readonly autocorrelation: number;
  /** residual sums of squares of the best level and the best line, noise being AR(1) within the stretch */
  readonly residuals: (start: number, end: number) => { readonly level: number; readonly line: number };
};

/** How strongly stretches share one noise level: as much as two points' worth, so that spread may change too. */
const sharedDegrees = 2;

/**
 * Evidence of a stretch under a level or a line with AR(1) normal noise. Its variance is unknown, with a weak inverse
 * gamma prior around `usualVariance`; coefficients cost half a log of the length each, as in the modified BIC.
 * @see Fearnhead 2006; Zhang & Siegmund 2007, Biometrics 63
 */
export function segmentEvidence(sums: StretchSums, usualVariance: number): SegmentEvidence {
  const prior = sharedDegrees * usualVariance;
  const first = -0.5 * Math.log(1 - sums.autocorrelation ** 2) + Math.LN2;
  const level = shapeTerms(sums.count, 1, usualVariance, first);
  const line = shapeTerms(sums.count, 2, usualVariance, first);
  const costs = (start: number, end: number) => {
    const residuals = sums.residuals(start, end);
    const length = end - start;
    return {
      level: at(level.power, length) * Math.log(prior + residuals.level) + at(level.constant, length),
      line: at(line.power, length) * Math.log(prior + residuals.line) + at(line.constant, length),
    };
  };
  return {
    costOf: (start, end) => {
      const cost = costs(start, end);
      return Math.min(cost.level, cost.line);
    },
    fitOf: (start, end) => {
      const cost = costs(start, end);
      const shape = cost.line < cost.level ? "line" : "level";
      return { start, end, shape, cost: cost[shape] };
    },
  };
}

/** The parts of the evidence that depend on the length alone, for every length. */
function shapeTerms(count: number, coefficients: number, usualVariance: number, first: number) {
  const prior = sharedDegrees * usualVariance;
  const priorTerm = gammaln(sharedDegrees / 2) - (sharedDegrees / 2) * Math.log(prior);
  const power = new Float64Array(count + 1);
  const constant = new Float64Array(count + 1);
  for (let length = coefficients + 1; length <= count; length += 1) {
    const half = (sharedDegrees + length - coefficients) / 2;
    power[length] = half;
    constant[length] =
      priorTerm -
      gammaln(half) +
      ((length - coefficients) / 2) * Math.log(Math.PI) +
      (coefficients / 2) * Math.log(2 * Math.PI * usualVariance * length) +
      first;
  }
  return { power, constant };
}

/** Prepares the sums; values are best centred and scaled first. */
export function stretchSums(values: readonly number[], autocorrelation: number): StretchSums {
  const count = values.length;
  const zz = new Float64Array(count + 1);
  const z1 = new Float64Array(count + 1);
  const zt = new Float64Array(count + 1);
  const tt = new Float64Array(count + 1);
  const one = 1 - autocorrelation;
  for (let t = 1; t < count; t += 1) {
    const z = (values[t] ?? 0) - autocorrelation * (values[t - 1] ?? 0);
    const time = t - autocorrelation * (t - 1);
    zz[t + 1] = at(zz, t) + z * z;
    z1[t + 1] = at(z1, t) + z * one;
    zt[t + 1] = at(zt, t) + z * time;
    tt[t + 1] = at(tt, t) + time * time;
  }
  const start1 = Math.sqrt(1 - autocorrelation ** 2);
  const residuals = (start: number, end: number) => {
    // The first point of a stretch has no neighbour inside it: it enters with its stationary weight.
    const from = start + 1;
    const firstZ = start1 * (values[start] ?? 0);
    const firstTime = start1 * start;
    const steps = end - from;
    const weight = steps * one * one + start1 * start1;
    const sumZ = at(z1, end) - at(z1, from) + firstZ * start1;
    const sumTime = one * timeSum(from, end, autocorrelation) + firstTime * start1;
    const level = Math.max(0, at(zz, end) - at(zz, from) + firstZ * firstZ - (sumZ * sumZ) / weight);
    const crossed = at(zt, end) - at(zt, from) + firstZ * firstTime - (sumTime * sumZ) / weight;
    const spread = at(tt, end) - at(tt, from) + firstTime * firstTime - (sumTime * sumTime) / weight;
    return { level, line: spread > 1e-12 ? Math.max(0, level - (crossed * crossed) / spread) : level };
  };
  return { count, autocorrelation, residuals };
}

/** Sum over t from `from` to before `end` of t − autocorrelation × (t − 1). */
function timeSum(from: number, end: number, autocorrelation: number): number {
  const steps = end - from;
  const times = ((from + end - 1) * steps) / 2;
  return times - autocorrelation * (times - steps);
}

/** A typed array's entry: always there for the indexes used here. */
function at(column: Float64Array, index: number): number {
  return column[index] ?? 0;
}
