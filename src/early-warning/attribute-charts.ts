import { type ChartBaseline, drawChart, type LimitedPoint } from "./control-chart.ts";
import { meanMovingRange, sigmaPerMeanRange } from "./moving-range.ts";

/** What was counted, out of how many (p) or over how much exposure (u). */
export type Counted = { readonly count: number | null; readonly of: number };

export type AttributeOptions = ChartBaseline & {
  /** Laney's form: the sampling spread is stretched by the spread between periods that it leaves unexplained */
  readonly isLaney?: boolean;
  /** drop outlying moving ranges once before averaging; default true; Laney's form only */
  readonly screensOutliers?: boolean;
};

/**
 * p chart (share of items), or p′ with `isLaney`. Limits step with the denominator and stay within 0 and 1.
 * @see Montgomery 2013, 7.2.1; Laney 2002, Quality Engineering 14(4)
 */
export function shareChart(points: readonly Counted[], options: AttributeOptions = {}): readonly LimitedPoint[] {
  return attributeChart(points, options, shareSigma, 1);
}

/**
 * u chart (count per unit of exposure), or u′ with `isLaney`. Limits step with the exposure and stay above 0.
 * @see Montgomery 2013, 7.3.2; Laney 2002
 */
export function rateChart(points: readonly Counted[], options: AttributeOptions = {}): readonly LimitedPoint[] {
  return attributeChart(points, options, rateSigma, Infinity);
}

/** c chart: counts over equal stretches of exposure. Montgomery 2013, 7.3.1. */
export function countChart(counts: readonly (number | null)[], baseline: ChartBaseline = {}): readonly LimitedPoint[] {
  return rateChart(
    counts.map((count) => ({ count, of: 1 })),
    baseline,
  );
}

/** Binomial standard deviation of a share. */
export const shareSigma = (centre: number, of: number) => Math.sqrt((centre * (1 - centre)) / of);

/** Poisson standard deviation of a rate. */
export const rateSigma = (centre: number, of: number) => Math.sqrt(centre / of);

/** Centre of counted points: all that was counted over all there was. */
export function pooledCentre(points: readonly Counted[]): number | null {
  const measured = points.filter((point) => point.count !== null && point.of > 0);
  const exposure = measured.reduce((total, point) => total + point.of, 0);
  return exposure === 0 ? null : measured.reduce((total, point) => total + (point.count ?? 0), 0) / exposure;
}

/**
 * Laney's sigma z: the standard deviation between neighbouring periods, in units of the sampling deviation.
 * 1 when sampling explains all; null when it cannot be told (fewer than two points, or no spread to scale by).
 */
export function laneySigma(
  points: readonly Counted[],
  centre: number,
  samplingSigma: (centre: number, of: number) => number,
  screensOutliers = true,
): number | null {
  const scores = points.map(({ count, of }) => {
    const sigma = of > 0 ? samplingSigma(centre, of) : 0;
    return count === null || sigma === 0 ? null : (count / of - centre) / sigma;
  });
  const range = meanMovingRange(scores, screensOutliers);
  return range === null ? null : range * sigmaPerMeanRange.individuals;
}

/** Less spread than this between periods comes of events too rare to differ, not of steadier work. */
const leastStretch = 0.25;

function attributeChart(
  points: readonly Counted[],
  options: AttributeOptions,
  samplingSigma: (centre: number, of: number) => number,
  ceiling: number,
): readonly LimitedPoint[] {
  const values = points.map(({ count, of }) => (count === null || of <= 0 ? null : count / of));
  return drawChart(values, options, (indexes) => {
    const baseline = indexes.flatMap((index) => points[index] ?? []);
    const centre = pooledCentre(baseline);
    const between =
      centre !== null && options.isLaney === true
        ? laneySigma(baseline, centre, samplingSigma, options.screensOutliers ?? true)
        : null;
    // Rare events: most neighbours are both nil and do not differ at all, which would leave no room for chance.
    const stretch = between === null || between < leastStretch ? 1 : between;
    const sigmaAt = (index: number) => {
      const of = points[index]?.of ?? 0;
      return centre === null || of <= 0 ? null : samplingSigma(centre, of) * stretch;
    };
    return { centre, sigmaAt, floor: 0, ceiling };
  });
}
