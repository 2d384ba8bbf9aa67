import { chartSeries } from "../early-warning/chart-series.ts";
import type { SeriesKind } from "../early-warning/choose-chart.ts";
import type { ChartBaseline } from "../early-warning/control-chart.ts";
import type { Measure, MeasureSeries } from "../metrics/measure.ts";
import type { PlainDate } from "../values/time.ts";
import { figureKindOf } from "./figure-kind.ts";
import { type PlannedMetric, titleOf } from "./planned-figures.ts";
import type { FigureKind, KpiReading } from "./verdict.ts";

/** What a figure is, beside its measures. */
export type FigureTraits = Pick<KpiReading, "metric" | "title" | "unit" | "better" | "pitfalls"> & {
  readonly kind: FigureKind;
  /** what it is drawn as */
  readonly drawnAs: SeriesKind;
  /** first day of the definition in force, where an earlier one went before it */
  readonly from: PlainDate | null;
};

/**
 * A measured series on its chart, read: how it varies, and whether it can be relied on to meet its target.
 * Periods still running at the date of asking have been left out by the caller: a half week is not a week.
 */
export function readKpi(metric: PlannedMetric, series: MeasureSeries, target: number | null): KpiReading {
  const { definition, plan, id, from } = metric;
  const traits = { metric: id, title: titleOf(metric), unit: plan.unit, better: definition.better ?? null, from };
  return readFigure(
    {
      ...traits,
      kind: figureKindOf(plan),
      drawnAs: drawnAs(metric),
      pitfalls: [...(definition.watch_for ?? [])],
    },
    series,
    target,
  );
}

/** The same for a figure that no metric definition makes. */
export function readFigure(traits: FigureTraits, series: MeasureSeries, target: number | null): KpiReading {
  const { from, better } = traits;
  const baseline = baselineOf(from, series);
  const charted = chartSeries({ kind: traits.drawnAs, points: series.measures, better, target, baseline });
  const base = {
    metric: traits.metric,
    title: traits.title,
    unit: traits.unit,
    kind: traits.kind,
    better,
    every: series.every,
    segment: { ...series.segment },
    target,
    pitfalls: [...traits.pitfalls],
  };
  if (charted.kind === "too-little-data") {
    const noChartBecause = `${charted.have} ${periods(charted.have, series.every)} with records, ${charted.need} are needed for a chart`;
    const points = series.measures.map((measure) => pointOf(measure, {}));
    const assurance = target === null ? "no-target" : "unknown";
    return { ...base, chart: null, noChartBecause, points, variation: "unknown", assurance };
  }
  return {
    ...base,
    chart: charted.chart,
    noChartBecause: null,
    points: series.measures.map((measure, index) => pointOf(measure, charted.points[index] ?? {})),
    variation: charted.variation.kind,
    assurance: charted.assurance,
  };
}

/** Periods from which limits are computed and then frozen, so that a lasting change cannot hide by moving them. */
const baselinePeriods = { day: 60, week: 26, month: 12, quarter: 8 } as const;

/**
 * Limits are frozen once half as many periods again have followed the baseline; before that all periods make them.
 * A new version of the definition begins a new baseline, since its figures are another thing.
 */
function baselineOf(from: PlainDate | null, { every, measures }: MeasureSeries): ChartBaseline {
  const rebasedAt = from === null ? -1 : measures.findIndex(({ period }) => period.start >= from);
  const begins = Math.max(0, rebasedAt);
  const frozenAfter = baselinePeriods[every];
  return {
    ...(measures.length - begins >= 1.5 * frozenAfter ? { frozenAfter } : {}),
    ...(rebasedAt > 0 ? { rebasedAt: [rebasedAt] } : {}),
  };
}

type Limits = { lower?: number | null; upper?: number | null; centre?: number | null; special?: string | null };

function pointOf(measure: Measure, limits: Limits): KpiReading["points"][number] {
  return {
    period: measure.period,
    value: measure.value,
    numerator: measure.numerator,
    denominator: measure.denominator,
    lower: limits.lower ?? null,
    upper: limits.upper ?? null,
    centre: limits.centre ?? null,
    special: limits.special ?? null,
  };
}

function drawnAs({ plan, definition }: PlannedMetric): SeriesKind {
  if (plan.kind === "judged" && plan.figure.kind === "share") return "share";
  if (plan.kind === "judged" && plan.figure.kind === "mean") return "mean";
  if (definition.rate !== undefined) return "rate";
  return "value";
}

function periods(count: number, every: string): string {
  return count === 1 ? every : `${every}s`;
}
