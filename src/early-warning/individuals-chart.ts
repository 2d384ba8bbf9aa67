import { mean } from "simple-statistics";
import { type ChartBaseline, drawChart, type LimitedPoint } from "./control-chart.ts";
import { meanMovingRange, movingRanges, rangeLimitFactor, sigmaPerMeanRange } from "./moving-range.ts";

export type IndividualsOptions = ChartBaseline & {
  /** drop outlying moving ranges once before averaging; default true */
  readonly screensOutliers?: boolean;
  /** default `xmr`, limits at 2.66 mean ranges */
  readonly convention?: keyof typeof sigmaPerMeanRange;
};

/**
 * Individuals (XmR) chart: one value a period, spread from moving ranges.
 * @see Wheeler & Chambers 1992; NHS England, Making Data Count
 */
export function individualsChart(
  values: readonly (number | null)[],
  options: IndividualsOptions = {},
): readonly LimitedPoint[] {
  return drawChart(values, options, (indexes) => {
    const baseline = indexes.map((index) => values[index] ?? null);
    const measured = baseline.filter((value) => value !== null);
    const range = meanMovingRange(baseline, options.screensOutliers ?? true);
    const sigma = range === null ? null : range * sigmaPerMeanRange[options.convention ?? "xmr"];
    return { centre: measured.length === 0 ? null : mean(measured), sigmaAt: () => sigma };
  });
}

/** Moving-range chart, the companion of the individuals chart; its first point has no value. Montgomery 2013, 6.33. */
export function movingRangeChart(
  values: readonly (number | null)[],
  baseline: ChartBaseline = {},
): readonly LimitedPoint[] {
  const ranges = movingRanges(values);
  return drawChart(ranges, baseline, (indexes) => {
    const measured = indexes.map((index) => ranges[index] ?? null).filter((range) => range !== null);
    const centre = measured.length === 0 ? null : mean(measured);
    const sigma = centre === null ? null : (centre * (rangeLimitFactor - 1)) / 3;
    return { centre, sigmaAt: () => sigma, floor: 0 };
  });
}

/**
 * T chart: time between rare events, drawn on the scale where waiting times are nearly normal (power 1 / 3.6).
 * @param times greater than zero; their unit is the unit of the limits
 * @throws RangeError for a time of zero or less: two events at once need a count chart
 * @see Nelson 1994; Montgomery 2013, section 7.3.5
 */
export function timeBetweenChart(
  times: readonly (number | null)[],
  options: IndividualsOptions = {},
): readonly LimitedPoint[] {
  if (times.some((time) => time !== null && time <= 0)) throw new RangeError("time between events must be above zero");
  const nearlyNormal = times.map((time) => (time === null ? null : time ** (1 / 3.6)));
  const back = (limit: number | null) => (limit === null ? null : Math.max(0, limit) ** 3.6);
  return individualsChart(nearlyNormal, { convention: "individuals", ...options }).map((point, index) => ({
    ...point,
    value: times[index] ?? null,
    centre: back(point.centre),
    lower: back(point.lower),
    upper: back(point.upper),
    nearLower: back(point.nearLower),
    nearUpper: back(point.nearUpper),
    sigma: null,
  }));
}
