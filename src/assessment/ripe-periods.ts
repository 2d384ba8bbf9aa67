import { median } from "simple-statistics";
import type { Measure, MeasureSeries } from "../metrics/measure.ts";
import { daysBetween, type PlainDate } from "../values/time.ts";
import type { KpiReading } from "./verdict.ts";

/** A period is read once no more than this share of its items is still to be decided. */
const mostPending = 0.1;
/** After so many days nearly all is decided that ever will be: what is pending then has no value on file. */
const settledAfterDays = 56;
/** Where more than this share is never decided, what is decided says little of the whole. */
const mostNeverDecided = 0.5;

/**
 * The periods that can be read: ended, and nearly all decided of what ever will be. Quick items are decided first, so a
 * period with many still open looks better than it will be. Items that never get a value, as calls that nobody answered
 * have no talk time, hold nothing up: their share is what is still pending in old periods.
 */
export function ripePeriods(series: MeasureSeries, asOf: PlainDate): MeasureSeries {
  const settled = series.measures.filter(
    ({ period, denominator, pending }) =>
      daysBetween(period.end, asOf) >= settledAfterDays && denominator + pending > 0,
  );
  const usual = settled.length === 0 ? 0 : median(settled.map(pendingShare));
  const never = usual > mostNeverDecided ? 0 : usual;
  const most = never + mostPending * (1 - never);
  const last = series.measures.findLastIndex((measure) => measure.period.end <= asOf && pendingShare(measure) <= most);
  return { ...series, measures: series.measures.slice(0, last + 1) };
}

/** Where there is no chart, how many periods wait for their records: none of them is told to be without any. */
export function withUnripe(kpi: KpiReading, all: MeasureSeries, ripe: MeasureSeries, asOf: PlainDate): KpiReading {
  const left = all.measures.slice(ripe.measures.length);
  const waiting = left.filter(({ period, pending }) => period.end <= asOf && pending > 0);
  if (kpi.noChartBecause === null || waiting.length === 0) return kpi;
  const pending = waiting.reduce((total, measure) => total + measure.pending, 0);
  const because = `${waiting.length} more ended with ${pending} records undecided: when they ended or were answered, or the value asked for, is not on file`;
  return { ...kpi, noChartBecause: `${kpi.noChartBecause}; ${because}` };
}

function pendingShare({ pending, denominator }: Measure): number {
  const all = denominator + pending;
  return all === 0 ? 0 : pending / all;
}
