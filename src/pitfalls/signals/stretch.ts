import type { ChartPoint, KpiReading } from "../../assessment/verdict.ts";
import { countWords, figureWords } from "./plain-figures.ts";

/** Several periods of one KPI taken together. */
export type Stretch = {
  /** the figure over the whole stretch: summed working where there is one, else the mean of the periods */
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number;
  /** the figure of each period */
  readonly values: readonly number[];
  readonly unit: KpiReading["unit"];
  readonly currency?: string;
};

/** Takes periods together; null when there are none. */
export function stretchOf(
  points: readonly (ChartPoint & { readonly value: number })[],
  { unit, currency }: Pick<KpiReading, "unit" | "currency">,
): Stretch | null {
  if (points.length === 0) return null;
  const values = points.map(({ value }) => value);
  const denominator = points.reduce((sum, point) => sum + point.denominator, 0);
  const counted = points.flatMap(({ numerator }) => numerator ?? []);
  const numerator = counted.length === points.length ? counted.reduce((sum, count) => sum + count, 0) : null;
  const isShare = unit === "share" && numerator !== null && denominator > 0;
  return {
    value: isShare ? numerator / denominator : meanOf(values),
    numerator,
    denominator,
    values,
    unit,
    ...(currency === undefined ? {} : { currency }),
  };
}

/** `86.0 % (412 of 479)` for shares, `4.2 h (mean of 12 periods, 1,204 records)` for all else. */
export function stretchWords({ value, numerator, denominator, values, unit, currency }: Stretch): string {
  const figure = figureWords(value, unit, currency);
  if (unit === "share" && numerator !== null)
    return `${figure} (${countWords(numerator)} of ${countWords(denominator)})`;
  const records = unit !== "percent-a-year" && denominator > 0 ? `, ${countWords(denominator)} records` : "";
  return `${figure} (mean of ${values.length} ${values.length === 1 ? "period" : "periods"}${records})`;
}

/**
 * Distance of two stretches in standard errors. The spread of a period is read within the stretches, from the steps
 * between neighbours, so that the change itself does not count as noise; it is widened for noise that remembers.
 */
export function standardErrorsApart(before: Stretch, since: Stretch): number {
  const spread = spreadWithin([before.values, since.values]);
  const distance = Math.abs(meanOf(since.values) - meanOf(before.values));
  const error = spread * Math.sqrt(1 / before.values.length + 1 / since.values.length);
  if (error === 0) return distance === 0 ? 0 : Number.POSITIVE_INFINITY;
  return distance / error;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The larger of two estimates: from steps between neighbours, and from all deviations (which noise with memory widens). */
function spreadWithin(stretches: readonly (readonly number[])[]): number {
  const steps = stretches.flatMap((values) =>
    values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value))),
  );
  const bySteps = steps.length === 0 ? 0 : meanOf(steps) / 1.128;
  const squares = stretches.flatMap((values) => values.map((value) => (value - meanOf(values)) ** 2));
  const free = squares.length - stretches.length;
  const byDeviations = free <= 0 ? 0 : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / free);
  return Math.max(bySteps, byDeviations);
}

/** Standard error of the mean of a stretch's periods, from the steps between neighbours. */
export function standardErrorOf({ values }: Stretch): number {
  return spreadWithin([values]) / Math.sqrt(values.length);
}
