import type { Measure, MeasureSeries, Period } from "../metrics/measure.ts";
import type { PlainDate } from "../values/time.ts";
import type { Reconciliation } from "./verdict.ts";

/** A figure as the provider reported it. */
export type ReportedFigure = {
  readonly kpi: string;
  readonly period: Period;
  readonly value: number;
  readonly receivedOn: PlainDate;
};

/** The recomputed series of a reported name over one length of period; null where nothing of that name is measured. */
export type RecomputedSeries = (kpi: string, period: Period) => MeasureSeries | null;

/**
 * Holds each reported figure against the same figure from raw records.
 * They agree when they would be written alike with the digits that the report used, at least as fine as a tenth of a percent.
 */
export function reconcileReported(reported: readonly ReportedFigure[], recomputed: RecomputedSeries): Reconciliation[] {
  return reported.map((figure) => {
    const series = recomputed(figure.kpi, figure.period);
    const measure = series?.measures.find(({ period }) => isSame(period, figure.period)) ?? null;
    return {
      kpi: figure.kpi,
      period: figure.period,
      reported: figure.value,
      recomputed: measure?.value ?? null,
      numerator: measure?.numerator ?? null,
      denominator: measure?.denominator ?? 0,
      receivedAt: figure.receivedOn,
      ...comparison(figure, series, measure),
    };
  });
}

function comparison(
  figure: ReportedFigure,
  series: MeasureSeries | null,
  measure: Measure | null,
): Pick<Reconciliation, "state" | "because"> {
  if (series === null) {
    return { state: "cannot-be-checked", because: `no metric is called ${figure.kpi}, over this length of period` };
  }
  if (measure === null || measure.value === null) {
    return { state: "cannot-be-checked", because: "the records hold nothing for this period" };
  }
  const difference = Math.abs(figure.value - measure.value);
  const allowed = lastDigit(figure.value) / 2;
  // A hair of slack, since neither figure is exact in binary.
  return difference <= allowed * (1 + 1e-9)
    ? { state: "agrees", because: "the same to the digits reported" }
    : { state: "differs", because: `the difference is larger than rounding to ${allowed * 2} explains` };
}

/** The step of the last digit written: 0.86 gives 0.01, 0.8612 gives 0.001 at the finest. */
function lastDigit(value: number): number {
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  return Number(`1e-${Math.min(Math.max(decimals, 2), 3)}`);
}

function isSame(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}
