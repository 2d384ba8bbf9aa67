import type { CalendarDefinition } from "../calendar/calendar-definition.ts";
import { type ExplainedDay, explainBusinessTime } from "../calendar/explain-business-time.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { derivedIds } from "../metrics/figure-ids.ts";
import type { Measure, MeasureSeries, Period, Segment } from "../metrics/measure.ts";
import { segmentKey } from "../metrics/measure-series.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import type { MetricPlan } from "../metrics/metric-plan.ts";
import { closestWord } from "../values/closest-word.ts";
import { BadInput } from "../values/problem.ts";
import { addDays, type PlainDate, startOfDay } from "../values/time.ts";
import type { FigureName } from "./figure-name.ts";
import { type JudgedItem, listJudgedItems, measureMetric, metricStatements } from "./measure-metrics.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { causeOf, isInForce, type PlannedMetric, planFigures, planMetricOver, titleOf } from "./planned-figures.ts";

/** The whole working of one number. */
export type Explanation = {
  readonly figure: string;
  readonly asOf: PlainDate;
  readonly zone: string;
  readonly title: string;
  readonly definition: MetricDefinition;
  /** the first day of this version; null: from the beginning */
  readonly inForceFrom: PlainDate | null;
  readonly isStandard: boolean;
  readonly period: Period;
  readonly segment: Segment;
  readonly measure: Measure;
  /** the same figure with nothing excluded; null where nothing is */
  readonly withoutExclusions: Measure | null;
  readonly exclusions: readonly { readonly from: string; readonly to: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly plan: MetricPlan;
  readonly sql: readonly string[];
  /** the calendar's days of the period: how long each was open, and why; empty where no calendar is used */
  readonly days: readonly ExplainedDay[];
  readonly items: readonly JudgedItem[];
};

/**
 * Works one figure out again and tells everything that went into it.
 * A service level's name means its metric over the level's periods, with its exclusions.
 * @throws BadInput when nothing of that name is measured, or nothing in that period
 */
export async function explain(opened: OpenPartnership, name: FigureName, asOf: PlainDate): Promise<Explanation> {
  const { record, store } = opened;
  const versions = versionsNamed(opened, name, asOf);
  const until = name.period?.period.start ?? asOf;
  const chosen = versions.findLast(({ counted }) => isInForce(counted, until)) ?? versions.at(-1);
  if (chosen === undefined) throw new BadInput([unknownFigure(opened, name.id, asOf)]);
  const { counted, whole } = chosen;
  const measure = pick(await measureMetric(store, counted.plan, { asOf }), name, asOf);
  if (measure === null) throw new BadInput([emptyFigure(name)]);
  const withoutExclusions =
    whole === null
      ? null
      : pick(
          await measureMetric(store, whole.plan, { asOf }),
          { ...name, period: { every: counted.plan.every, period: measure.period } },
          asOf,
        );
  return {
    figure: name.id,
    asOf,
    zone: record.zone,
    title: titleOf(counted),
    definition: counted.definition,
    inForceFrom: counted.from ?? counted.definition.effective_from ?? null,
    isStandard: counted.isStandard,
    period: measure.period,
    segment: measure.segment,
    measure,
    withoutExclusions,
    exclusions: exclusionsOf(record, counted.plan, measure.period),
    notes: counted.plan.notes,
    plan: counted.plan,
    sql: await metricStatements(store, counted.plan, asOf),
    days: daysOf(counted.plan, measure.period),
    items: (await listJudgedItems(store, counted.plan, { asOf, period: measure.period, only: "all" })).filter((item) =>
      isOfSegment(item, measure.segment),
    ),
  };
}

type Version = { readonly counted: PlannedMetric; readonly whole: PlannedMetric | null };

/** A service level's own versions where the period is not another one; else the metric's, over the period asked about. */
function versionsNamed(opened: OpenPartnership, name: FigureName, asOf: PlainDate): readonly Version[] {
  const { record, present } = opened;
  const planned = planFigures(record, present, [], asOf);
  const level = planned.levels.find(({ id }) => id === name.id);
  const by = Object.keys(name.segment);
  if (level !== undefined && by.length === 0) {
    const asked = level.metrics.filter(
      ({ counted }) => name.period === null || counted.plan.every === name.period.every,
    );
    if (asked.length > 0) return asked;
  }
  const id = level?.versions[0]?.metric ?? name.id;
  return planMetricOver(record, id, asOf, { by, ...(name.period === null ? {} : { every: name.period.every }) }).map(
    (counted) => ({ counted, whole: null }),
  );
}

function pick(all: readonly MeasureSeries[], { segment, period }: FigureName, asOf: PlainDate): Measure | null {
  const series = all.find((each) => segmentKey(each.segment) === segmentKey(segment));
  if (series === undefined) return null;
  if (period !== null) return series.measures.find((measure) => measure.period.start === period.period.start) ?? null;
  const ended = series.measures.filter((measure) => measure.period.end <= asOf && measure.value !== null);
  return ended.at(-1) ?? series.measures.at(-1) ?? null;
}

/** Where records are left out, only what touches the period; an item's clock may have run long before it. */
function exclusionsOf(record: PartnershipRecord, plan: MetricPlan, period: Period): Explanation["exclusions"] {
  if (plan.kind !== "judged") return [];
  const closed = "clock" in plan.judgement ? plan.judgement.clock.closed : [];
  const [start, end] = [startOfDay(period.start, plan.zone), startOfDay(addDays(period.end, 1), plan.zone)];
  const leavingOut = plan.exclusions.filter((span) => span.start < end && span.end > start);
  const offTheClock = closed.map((span) => ({ ...span, because: causeOf(record, span) }));
  const text = (at: number) => new Date(at * 1000).toISOString();
  return [...leavingOut, ...offTheClock].map((span) => ({
    from: text(span.start),
    to: text(span.end),
    because: span.because,
  }));
}

function daysOf(plan: MetricPlan, period: Period): readonly ExplainedDay[] {
  const calendar = calendarOf(plan);
  if (calendar === null) return [];
  const range = {
    start: startOfDay(period.start, calendar.zone),
    end: startOfDay(addDays(period.end, 1), calendar.zone),
  };
  return explainBusinessTime(calendar, range).days;
}

function calendarOf(plan: MetricPlan): CalendarDefinition | null {
  if (plan.kind === "ratio") return calendarOf(plan.numerator);
  if (plan.kind === "standing") return plan.clock.calendar?.definition ?? null;
  if (plan.kind !== "judged" || !("clock" in plan.judgement)) return null;
  return plan.judgement.clock.calendar?.definition ?? null;
}

function isOfSegment(item: JudgedItem, segment: Segment): boolean {
  return Object.entries(segment).every(([column, value]) => String(item[column] ?? "") === value);
}

function unknownFigure({ record, present }: OpenPartnership, id: string, asOf: PlainDate) {
  const planned = planFigures(record, present, [], asOf);
  const known = [
    ...new Set([...planned.levels.map((level) => level.id), ...planned.kpis.map((kpi) => kpi.id), ...derivedIds]),
  ];
  const near = closestWord(id, known);
  const hint =
    near === null ? `Known here: ${known.join(", ")}.` : `Did you mean ${near}? Known here: ${known.join(", ")}.`;
  return { code: "unknown-figure", at: null, message: `no figure is called ${id}`, hint };
}

function emptyFigure({ id, period, segment }: FigureName) {
  const of = Object.entries(segment).map(([column, value]) => ` with ${column} ${value}`);
  const when = period === null ? "" : ` from ${period.period.start} to ${period.period.end}`;
  const hint = "Ask for another period, or see in `bellwether check` which periods and segments have figures.";
  return { code: "no-records", at: null, message: `${id} has no record${of.join("")}${when}`, hint };
}
