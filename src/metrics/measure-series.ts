import { groupedBy } from "../values/grouped.ts";
import type { PlainDate } from "../values/time.ts";
import type { SinglePlan } from "./compile-metric.ts";
import type { Measure, MeasureSeries, Period, Segment } from "./measure.ts";
import type { RatioPlan } from "./metric-plan.ts";
import { periodFrom, periodsBetween } from "./period.ts";

/** What the records of one period and segment add up to, as of one date. */
export type Tally = {
  readonly periodStart: PlainDate;
  readonly segment: Segment;
  readonly counted: number;
  readonly passed: number;
  readonly pending: number;
  readonly excluded: number;
  /** sum of values, for sums and net shares; for turnover what makes it a year's */
  readonly total: number;
  readonly mean: number | null;
  /** squared deviations from the mean, added up */
  readonly spread: number;
  readonly quantile: number | null;
};

export const emptyTally: Omit<Tally, "periodStart" | "segment"> = {
  ...{ counted: 0, passed: 0, pending: 0, excluded: 0, total: 0, mean: null, spread: 0, quantile: null },
};

/** The figure of a tally, by the plan that asked for it. */
function measureOf(plan: SinglePlan, tally: Tally, period: Period): Measure {
  const { counted, pending, excluded } = tally;
  const basics = {
    metric: plan.metric,
    period,
    segment: tally.segment,
    denominator: counted,
    excluded,
    pending,
    deviation: null,
  };
  return { ...basics, ...figureOf(plan, tally) };
}

function figureOf(plan: SinglePlan, tally: Tally): Pick<Measure, "value" | "numerator"> & Partial<Measure> {
  const { counted, passed, total, mean, spread, quantile } = tally;
  const over = (amount: number) => (counted === 0 ? null : amount / counted);
  switch (plan.kind === "turnover" ? "turnover" : plan.figure.kind) {
    case "share":
      return { value: over(passed), numerator: passed };
    case "net":
      return { value: over(100 * total), numerator: total };
    case "mean":
      return { value: mean, numerator: null, deviation: counted > 1 ? Math.sqrt(spread / (counted - 1)) : null };
    case "quantile":
      return { value: quantile, numerator: null };
    case "sum":
      return { value: total, numerator: total };
    case "turnover":
      return { value: over(passed * total), numerator: passed };
    case "count":
      return { value: counted, numerator: counted };
  }
}

/** Two tallies of different records of the same period and segment as one; quantiles cannot be added and are left out. */
export function addTallies(one: Tally, other: Tally): Tally {
  const counted = one.counted + other.counted;
  const apart = (other.mean ?? 0) - (one.mean ?? 0);
  return {
    ...one,
    counted,
    passed: one.passed + other.passed,
    pending: one.pending + other.pending,
    excluded: one.excluded + other.excluded,
    total: one.total + other.total,
    mean:
      one.counted === 0
        ? other.mean
        : other.counted === 0
          ? one.mean
          : (one.mean ?? 0) + (apart * other.counted) / counted,
    // Chan, Golub & LeVeque 1983: the spread of two parts together.
    spread: one.spread + other.spread + (counted === 0 ? 0 : (apart * apart * one.counted * other.counted) / counted),
    quantile: null,
  };
}

/**
 * The measures of one plan as series, one per segment, without holes: a period without records has value null, or 0 for counts
 * and sums of kinds whose records go on after it.
 * @param lastRecord the date of the last record of the kind; up to its period nothing counted is a count of nothing
 */
export function seriesOf(
  plan: SinglePlan,
  tallies: readonly Tally[],
  asOf: PlainDate,
  lastRecord: PlainDate | null,
): readonly MeasureSeries[] {
  const kept = tallies.filter(
    ({ periodStart, counted, pending, excluded }) => periodStart <= asOf && counted + pending + excluded > 0,
  );
  const first = kept.reduce<PlainDate | null>(
    (least, { periodStart }) => (least === null || periodStart < least ? periodStart : least),
    null,
  );
  if (first === null) return [];
  const periods = periodsBetween(first, asOf, plan.every);
  const bySegment = groupedBy(kept, ({ segment }) => segmentKey(segment));
  return [...bySegment.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, parts]): MeasureSeries => {
      const segment = parts[0]?.segment ?? {};
      const found = new Map(parts.map((part) => [part.periodStart, part]));
      const measures = periods.map((period) => {
        const tally = found.get(period.start) ?? { ...emptyTally, periodStart: period.start, segment };
        const measure = measureOf(plan, tally, period);
        return isUnknown(plan, tally, period, lastRecord) ? { ...measure, value: null, numerator: null } : measure;
      });
      return { metric: plan.metric, every: plan.every, segment, measures };
    });
}

/** Counting nothing is zero only while records of the kind still come in. */
function isUnknown(plan: SinglePlan, tally: Tally, period: Period, lastRecord: PlainDate | null): boolean {
  if (plan.kind !== "judged" || (plan.figure.kind !== "count" && plan.figure.kind !== "sum")) return false;
  return tally.counted === 0 && (lastRecord === null || period.start > lastRecord);
}

/** One figure divided by another: measures of the same segment and period, times the plan's `per`. */
export function ratioSeries(
  plan: RatioPlan,
  numerators: readonly MeasureSeries[],
  denominators: readonly MeasureSeries[],
): readonly MeasureSeries[] {
  const under = new Map(denominators.map((series) => [segmentKey(series.segment), series]));
  const over = new Map(numerators.map((series) => [segmentKey(series.segment), series]));
  return [...new Set([...over.keys(), ...under.keys()])].sort().map((key): MeasureSeries => {
    const [top, bottom] = [over.get(key), under.get(key)];
    const segment = top?.segment ?? bottom?.segment ?? {};
    const tops = new Map((top?.measures ?? []).map((measure) => [measure.period.start, measure]));
    const bottoms = new Map((bottom?.measures ?? []).map((measure) => [measure.period.start, measure]));
    const starts = [...new Set([...tops.keys(), ...bottoms.keys()])].sort();
    const measures = starts.map((start) => ratioMeasure(plan, segment, start, tops.get(start), bottoms.get(start)));
    return { metric: plan.metric, every: plan.every, segment, measures };
  });
}

function ratioMeasure(
  plan: RatioPlan,
  segment: Segment,
  start: PlainDate,
  top: Measure | undefined,
  bottom: Measure | undefined,
): Measure {
  const [numerator, denominator] = [top?.value ?? null, bottom?.value ?? null];
  const value =
    numerator === null || denominator === null || denominator === 0 ? null : (plan.per * numerator) / denominator;
  return {
    metric: plan.metric,
    period: periodFrom(start, plan.every),
    segment,
    value,
    numerator,
    denominator: denominator ?? 0,
    excluded: (top?.excluded ?? 0) + (bottom?.excluded ?? 0),
    pending: (top?.pending ?? 0) + (bottom?.pending ?? 0),
    deviation: null,
  };
}

/** A segment as text that is the same for the same segment. */
export function segmentKey(segment: Segment): string {
  return JSON.stringify(Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1)));
}
