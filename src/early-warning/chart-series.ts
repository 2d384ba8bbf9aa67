import type { TooLittleData } from "../values/share.ts";
import { type Assurance, readAssurance } from "./assurance.ts";
import { rateChart, shareChart } from "./attribute-charts.ts";
import {
  asCounted,
  asSubgroups,
  type ChartName,
  chooseChart,
  type SeriesKind,
  type SeriesPoint,
} from "./choose-chart.ts";
import type { ChartBaseline, LimitedPoint } from "./control-chart.ts";
import { individualsChart } from "./individuals-chart.ts";
import { markSpecialCauses, ruleWords, type SpecialCauseRule } from "./special-cause.ts";
import { meanChart } from "./subgroup-charts.ts";
import { type Better, readVariation, type VariationReading } from "./variation.ts";

/** A KPI over time, as plain numbers, oldest first. */
export type Series = {
  readonly kind: SeriesKind;
  readonly points: readonly SeriesPoint[];
  readonly better: Better;
  readonly target: number | null;
  /** what the limits are computed from; by default all points. Indexes are those of `points` */
  readonly baseline?: ChartBaseline;
};

/** A chart's point; `special` names the rule in words and is null for common cause. */
export type ChartedPoint = LimitedPoint & { readonly rule: SpecialCauseRule | null; readonly special: string | null };

/** A series on the chart that fits it, with what the latest point says and whether the target can be relied on. */
export type ChartedSeries = {
  readonly kind: "chart";
  readonly chart: ChartName;
  /** why this chart, in words */
  readonly because: string;
  /** fewer than 12 measured points: limits are provisional */
  readonly isTrial: boolean;
  /** one for each point given, in the same order */
  readonly points: readonly ChartedPoint[];
  readonly variation: VariationReading;
  readonly assurance: Assurance;
};

/** Below this there is no chart: limits from so few moving ranges are noise. */
const fewestPoints = 8;
/** Below this the limits are called trial limits (NHS England: at least 12, better 20). */
const firmPoints = 12;

/**
 * Puts a series on the chart that fits it and reads it. Gaps stay gaps; limits and rules use measured points only.
 * @returns too little data below 8 measured points
 */
export function chartSeries(series: Series): ChartedSeries | TooLittleData {
  const present = series.points.flatMap((point, index) => (point.value === null ? [] : [{ point, index }]));
  if (present.length < fewestPoints) return { kind: "too-little-data", have: present.length, need: fewestPoints };
  const measured = present.map(({ point }) => point);
  const choice = chooseChart(series.kind, measured);
  const baseline = ofMeasured(
    series.baseline ?? {},
    present.map(({ index }) => index),
  );
  const limited = draw(choice.chart, measured, baseline);
  const marks = markSpecialCauses(limited);
  const points = new Array<ChartedPoint>(series.points.length).fill(emptyPoint);
  present.forEach(({ index }, step) => {
    const point = limited[step] ?? emptyPoint;
    const rule = marks[step] ?? null;
    points[index] = { ...point, rule, special: rule === null ? null : ruleWords[rule] };
  });
  const variation = readVariation(
    points.map((point) => point.rule),
    points.map((point) => point.value !== null),
    series.better,
  );
  return {
    kind: "chart",
    ...choice,
    isTrial: measured.length < firmPoints,
    points,
    variation,
    assurance: readAssurance(limited, series.target, series.better),
  };
}

function draw(chart: ChartName, points: readonly SeriesPoint[], baseline: ChartBaseline): readonly LimitedPoint[] {
  const isLaney = chart === "p-laney" || chart === "u-laney";
  const counted = asCounted(points) ?? [];
  if (chart === "p" || chart === "p-laney") return shareChart(counted, { ...baseline, isLaney });
  if (chart === "u" || chart === "u-laney") return rateChart(counted, { ...baseline, isLaney });
  if (chart === "xbar-s") return meanChart(asSubgroups(points) ?? [], baseline);
  return individualsChart(
    points.map((point) => point.value),
    baseline,
  );
}

/** The same baseline, counted in measured points. */
function ofMeasured(baseline: ChartBaseline, indexes: readonly number[]): ChartBaseline {
  const firstFrom = (index: number) => indexes.findIndex((measured) => measured >= index);
  const rebasedAt = (baseline.rebasedAt ?? []).map(firstFrom).filter((step) => step > 0);
  const leftOut = (baseline.leftOut ?? []).map((index) => indexes.indexOf(index)).filter((step) => step >= 0);
  return { ...baseline, rebasedAt, leftOut };
}

const emptyPoint: ChartedPoint = {
  value: null,
  centre: null,
  lower: null,
  upper: null,
  nearLower: null,
  nearUpper: null,
  sigma: null,
  phase: 0,
  rule: null,
  special: null,
};
