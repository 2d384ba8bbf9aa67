import type { ChartPoint, KpiReading } from "../../../assessment/verdict.ts";
import { spreadWithin } from "../../../early-warning/step-spread.ts";
import { meanOf } from "../../../values/total.ts";
import { countWords, figureWords, periodsWords } from "../plain-figures.ts";

/** Several periods of one KPI taken together. */
export type Stretch = {
  /** the figure over the whole stretch: summed working where there is one, else the mean of the periods */
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number;
  /** the figure of each period */
  readonly values: readonly number[];
  readonly unit: KpiReading["unit"];
  readonly every: KpiReading["every"];
  readonly currency?: string;
};

/** Takes periods together; null when there are none. */
export function stretchOf(
  points: readonly (ChartPoint & { readonly value: number })[],
  { unit, every, currency }: Pick<KpiReading, "unit" | "every" | "currency">,
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
    every,
    ...(currency === undefined ? {} : { currency }),
  };
}

/**
 * `86.0 % (412 of 479)` for shares, `4.2 h (mean of 12 weeks, 1,204 records)` for means. A turnover is told with the leavers and
 * the person-years that it is a rate of, a ratio with both of its sums; what only counts has no records beside it.
 */
export function stretchWords(stretch: Stretch): string {
  const { value, numerator, denominator, values, unit, every, currency } = stretch;
  const figure = figureWords(value, unit, currency);
  if (unit === "share" && numerator !== null)
    return `${figure} (${countWords(numerator)} of ${countWords(denominator)})`;
  return `${figure} (${[`mean of ${periodsWords(values.length, every)}`, ...countedWords(stretch)].join(", ")})`;
}

const periodsAYear = { day: 365.2425, week: 52.1775, month: 12, quarter: 4 };

function countedWords({ numerator, denominator, values, unit, every, currency }: Stretch): readonly string[] {
  if (denominator <= 0) return [];
  if (numerator === null) return [`${countWords(denominator)} ${denominator === 1 ? "record" : "records"}`];
  if (unit === "percent-a-year") {
    const years = figureWords(denominator / periodsAYear[every], "count");
    return [`${countWords(numerator)} ${numerator === 1 ? "leaver" : "leavers"} in ${years} person-years`];
  }
  const isCount = unit === "count" || denominator === values.length;
  if (isCount) return [];
  return [`${figureWords(numerator, unit === "money" ? "money" : "count", currency)} for ${countWords(denominator)}`];
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
