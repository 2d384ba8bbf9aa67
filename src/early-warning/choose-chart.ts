import { z } from "zod";
import { type Counted, laneySigma, pooledCentre, rateSigma, shareSigma } from "./attribute-charts.ts";
import { meanMovingRange, sigmaPerMeanRange } from "./moving-range.ts";
import { grandMean, meanChart, type Subgroup } from "./subgroup-charts.ts";

/** The charts that a KPI can be drawn on. */
export const ChartName = z.enum(["p", "p-laney", "u", "u-laney", "xmr", "xbar-s"]);
export type ChartName = z.infer<typeof ChartName>;

/** What a figure is: a share of items, a count over exposure, a mean of items, or a bare value. */
export const SeriesKind = z.enum(["share", "rate", "mean", "value"]);
export type SeriesKind = z.infer<typeof SeriesKind>;

/** One period of a series. What a kind does not need may be left out. */
export type SeriesPoint = {
  /** null where nothing was measured; never zero for want of records */
  readonly value: number | null;
  /** items that passed (share) or events (rate) */
  readonly numerator?: number | null;
  /** items (share, mean) or exposure (rate) */
  readonly denominator?: number;
  /** sample standard deviation of the items (mean) */
  readonly deviation?: number | null;
};

export type ChartChoice = { readonly chart: ChartName; readonly because: string };

/**
 * The chart that fits the data. Sampling error sets the limits of p, u and Xbar charts; where neighbouring periods
 * differ by more than that, the limits must come from the periods themselves (Laney's forms, XmR).
 * The test: sigma z, from screened moving ranges of standardised values, exceeds 1 by more than 1.645 of its
 * standard errors, √(0.8265 / ranges) each (5 % one-sided; the variance of a mean moving range of normal noise).
 * @param points measured points only, in order
 */
export function chooseChart(kind: SeriesKind, points: readonly SeriesPoint[]): ChartChoice {
  const counted = asCounted(points);
  if (kind === "share" && counted !== null) return attribute("p", "p-laney", counted, shareSigma);
  if (kind === "rate" && counted !== null) return attribute("u", "u-laney", counted, rateSigma);
  const subgroups = kind === "mean" ? asSubgroups(points) : null;
  if (subgroups !== null) {
    const sigmaZ = subgroupSigma(subgroups);
    if (sigmaZ !== null && !isOverdispersed(sigmaZ, points.length - 1)) {
      return { chart: "xbar-s", because: `the spread inside periods explains the spread between them${said(sigmaZ)}` };
    }
    return { chart: "xmr", because: `periods differ by more than the spread inside them explains${said(sigmaZ)}` };
  }
  return { chart: "xmr", because: kind === "value" ? "one value a period" : "no usable denominators or deviations" };
}

/** Whether sigma z is too large for chance at 5 %. */
const isOverdispersed = (sigmaZ: number, ranges: number) =>
  sigmaZ > 1 + 1.645 * Math.sqrt(0.8265 / Math.max(1, ranges));

/** Points as counts over denominators; null when one lacks them or its value is not their ratio. */
export function asCounted(points: readonly SeriesPoint[]): readonly Counted[] | null {
  const counted = points.flatMap(({ value, numerator, denominator }) => {
    if (value === null || numerator === undefined || numerator === null || numerator < 0) return [];
    if (denominator === undefined || denominator <= 0) return [];
    return Math.abs(numerator / denominator - value) <= 1e-9 * Math.max(1, Math.abs(value))
      ? [{ count: numerator, of: denominator }]
      : [];
  });
  return counted.length === points.length && counted.length > 0 ? counted : null;
}

/** Points as subgroups; null when one lacks its deviation or has fewer than two items. */
export function asSubgroups(points: readonly SeriesPoint[]): readonly Subgroup[] | null {
  const subgroups = points.flatMap(({ value, denominator, deviation }) =>
    value === null || deviation === undefined || deviation === null || (denominator ?? 0) < 2
      ? []
      : [{ mean: value, deviation, size: denominator ?? 0 }],
  );
  return subgroups.length === points.length && subgroups.length > 0 ? subgroups : null;
}

function attribute(
  plain: ChartName,
  laney: ChartName,
  points: readonly Counted[],
  samplingSigma: (centre: number, of: number) => number,
): ChartChoice {
  const sigmaZ = laneySigma(points, pooledCentre(points) ?? 0, samplingSigma);
  return sigmaZ !== null && isOverdispersed(sigmaZ, points.length - 1)
    ? { chart: laney, because: `neighbouring periods differ by more than sampling explains${said(sigmaZ)}` }
    : { chart: plain, because: `sampling explains how neighbouring periods differ${said(sigmaZ)}` };
}

function subgroupSigma(subgroups: readonly Subgroup[]): number | null {
  const centre = grandMean(subgroups);
  const scores = meanChart(subgroups).map(({ value, sigma }) =>
    value === null || centre === null || sigma === null || sigma === 0 ? null : (value - centre) / sigma,
  );
  const range = meanMovingRange(scores, true);
  return range === null ? null : range * sigmaPerMeanRange.individuals;
}

const said = (sigmaZ: number | null) => (sigmaZ === null ? "" : ` (sigma z ${sigmaZ.toFixed(2)})`);
