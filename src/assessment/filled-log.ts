import type { Measure, MeasureSeries } from "../metrics/measure.ts";
import type { MetricPlan } from "../metrics/metric-plan.ts";
import type { KpiReading } from "./verdict.ts";

/** Periods that are no new high, after which a log counts as filled: one may come about by a quiet week. */
const notHighs = 2;

/**
 * What stands open, and how old it is, without the periods in which the log filled. Records that begin with the first item
 * opened hold nothing of what was open before, so the backlog climbs from nothing until as much ends as begins, whatever the
 * work is like. The climb is left out: every period up to the second that is no new high. Other figures are as they are.
 */
export function withoutFilling({ kind }: Pick<MetricPlan, "kind">, series: MeasureSeries): MeasureSeries {
  if (kind !== "standing") return series;
  return { ...series, measures: series.measures.slice(filledFrom(series.measures)) };
}

/** Where no chart can be drawn, how many first periods were left out. */
export function tellLeftOut(reading: KpiReading, left: number): KpiReading {
  const { noChartBecause, every } = reading;
  if (left === 0 || noChartBecause === null) return reading;
  const periods = left === 1 ? `first ${every}` : `first ${left} ${every}s`;
  const filled = `the ${periods}, in which the log filled, ${left === 1 ? "is" : "are"} left out`;
  return { ...reading, noChartBecause: `${noChartBecause}; ${filled}` };
}

/** The index of the first period that is read. */
function filledFrom(measures: readonly Measure[]): number {
  let high = Number.NEGATIVE_INFINITY;
  let left = notHighs;
  for (const [index, { value }] of measures.entries()) {
    if (value === null) continue;
    if (value <= high) left -= 1;
    if (left === 0) return index;
    high = Math.max(high, value);
  }
  return measures.length;
}
