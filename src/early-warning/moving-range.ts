import { mean } from "simple-statistics";

/** Upper limit of a moving range of two, as a multiple of the mean range (Montgomery 2013, D4 for n = 2). */
export const rangeLimitFactor = 3.267;

/**
 * How a mean moving range becomes a standard deviation. Both conventions round 1 / d2 = 0.886227:
 * the field's XmR charts draw limits at 2.66 mean ranges, Montgomery's individuals charts divide by 1.128.
 */
export const sigmaPerMeanRange = { xmr: 2.66 / 3, individuals: 1 / 1.128 } as const;

/**
 * Mean distance between neighbours; null without any.
 * Screening drops ranges beyond their own limit once, so that one shock does not widen the limits (Nelson 1982).
 * @param values null breaks the chain: there is no range across a gap
 */
export function meanMovingRange(values: readonly (number | null)[], screensOutliers: boolean): number | null {
  const ranges = movingRanges(values).filter((range) => range !== null);
  if (ranges.length === 0) return null;
  const limit = rangeLimitFactor * mean(ranges);
  const kept = screensOutliers ? ranges.filter((range) => range < limit) : ranges;
  return kept.length === 0 ? mean(ranges) : mean(kept);
}

/** Distance of each value from the one before it; null for the first and beside gaps. */
export function movingRanges(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value, index) => {
    const before = index === 0 ? null : (values[index - 1] ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
}
