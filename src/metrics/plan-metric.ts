import type { CalendarDefinition } from "../calendar/calendar-definition.ts";
import { BadInput } from "../values/problem.ts";
import type { TimeZone } from "../values/time.ts";
import { checkMetric } from "./check-metric.ts";
import { subjectTimes } from "./fact-times.ts";
import type { PeriodLength } from "./measure.ts";
import {
  type MeasureKey,
  type MetricDefinition,
  type MetricSubject,
  type MetricUnit,
  measureKey,
  readLimit,
  readPer,
} from "./metric-definition.ts";
import { type ColumnTest, readCondition, testsOfFilter } from "./metric-filter.ts";
import type {
  ExcludedTime,
  Figure,
  JudgedPlan,
  Judgement,
  Known,
  MetricPlan,
  Pauses,
  PlannedClock,
  PlannedTest,
  RecordSelection,
} from "./metric-plan.ts";
import { knownBeyond, lateColumns, lateKnown, referenceTo, spellOutPresence } from "./metric-subject.ts";

/** What a metric is planned in: the record's zone, calendars and metrics, and what a service level says over the metric. */
export type PlanContext = {
  readonly zone: TimeZone;
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
  /** agreed by both sides: closed time for a metric on a clock, left-out records for any other */
  readonly exclusions?: readonly ExcludedTime[];
  /** over the definition's own `every` and `by`; weeks and no split where neither says */
  readonly every?: PeriodLength;
  readonly by?: readonly string[];
};

/**
 * The plan of one metric: every column resolved, every default of the reading rules chosen.
 * @param id the metric's name in the record
 * @throws BadInput with all problems when the definition names a column, calendar or metric that is not there
 */
export function planMetric(id: string, definition: MetricDefinition, context: PlanContext): MetricPlan {
  const problems = checkMetric(id, definition, context);
  if (problems.length > 0) throw new BadInput(problems);
  const key = measureKey(definition);
  if (key === null) throw new Error(`${id} has no measure, though its schema wants one`);
  const basics = {
    metric: id,
    unit: unitOfMetric(definition),
    every: context.every ?? definition.every ?? "week",
    zone: context.zone,
    notes: [],
  } as const;
  if (key === "ratio" || key === "rate") return { ...basics, kind: "ratio", ...planRatio(definition, context) };
  const subject = definition[key];
  if (subject === undefined) throw new Error(`${key} has no subject`);
  const selection = selectRecords(subject, definition, context);
  switch (key) {
    case "backlog_of":
    case "age_of":
      return { ...basics, ...selection, kind: "standing", ...planStanding(key, subject, definition, context) };
    case "turnover_of":
      return { ...basics, ...selection, kind: "turnover", ...planTurnover(definition) };
    default:
      return { ...basics, ...selection, ...planJudged(key, subject, definition, context) };
  }
}

function planRatio(definition: MetricDefinition, context: PlanContext) {
  const per = readPer(definition.per ?? "");
  const [over, under] = definition.ratio ?? [definition.rate ?? "", per?.metric ?? ""];
  // A rate of records split by team needs its divisor split the same way.
  const inner = { ...context, ...(definition.by === undefined ? {} : { by: context.by ?? definition.by }) };
  const every = { every: context.every ?? definition.every ?? "week" };
  return {
    numerator: planMetric(over, definitionOf(over, context), { ...inner, ...every }),
    denominator: planMetric(under, definitionOf(under, context), { ...inner, ...every }),
    per: per?.count ?? 1,
  };
}

function definitionOf(id: string, context: PlanContext): MetricDefinition {
  const definition = context.metrics[id];
  if (definition === undefined) throw new Error(`metric ${id} was checked and is not there`);
  return definition;
}

function selectRecords(subject: MetricSubject, definition: MetricDefinition, context: PlanContext): RecordSelection {
  const { id, stampType } = subjectTimes[subject];
  return {
    subject,
    stampType,
    id,
    where: planTests(subject, filterTests(subject, definition)),
    by: (context.by ?? definition.by ?? []).map((name) => referenceTo(subject, name)),
  };
}

function filterTests(subject: MetricSubject, definition: MetricDefinition): readonly ColumnTest[] {
  return testsOfFilter(spellOutPresence(subject, definition.where ?? {}));
}

function planTests(subject: MetricSubject, tests: readonly ColumnTest[]): readonly PlannedTest[] {
  return tests.map((test): PlannedTest => {
    const column = referenceTo(subject, test.column);
    if (test.kind === "compare-columns") return { ...test, column, with: referenceTo(subject, test.with) };
    return { ...test, column };
  });
}

function planStanding(
  key: "backlog_of" | "age_of",
  subject: MetricSubject,
  definition: MetricDefinition,
  context: PlanContext,
) {
  const figure =
    key === "backlog_of" ? ({ kind: "count" } as const) : ageFigure(definition.each ?? "median", definition.percentile);
  const ends = standingEnds(subject, definition);
  return { ...ends, clock: planClock(definition.on ?? null, context, []), figure };
}

function ageFigure(each: "mean" | "median" | "percentile", percentile: number | undefined) {
  if (each === "mean") return { kind: "mean" } as const;
  return { kind: "quantile", at: each === "median" ? 0.5 : (percentile ?? 50) / 100 } as const;
}

function standingEnds(subject: MetricSubject, definition: MetricDefinition) {
  const { heldBy } = subjectTimes[subject];
  return { from: definition.from ?? heldBy, to: definition.to ?? (subject === "work_items" ? "resolved_at" : heldBy) };
}

function planTurnover(definition: MetricDefinition) {
  const limit = definition.leaving_within === undefined ? null : readLimit(definition.leaving_within);
  const seconds = limit?.duration.kind === "seconds" ? limit.duration.seconds : null;
  return {
    leavingWithinDays: seconds === null ? null : Math.floor(seconds / 86_400),
    annualised: definition.annualised ?? true,
  };
}

type JudgedKey = Exclude<MeasureKey, "ratio" | "rate" | "backlog_of" | "age_of" | "turnover_of">;

function planJudged(
  key: JudgedKey,
  subject: MetricSubject,
  definition: MetricDefinition,
  context: PlanContext,
): Omit<JudgedPlan, keyof RecordSelection | "metric" | "unit" | "every" | "zone" | "notes"> {
  const times = subjectTimes[subject];
  const exclusions = context.exclusions ?? [];
  const judgement = planJudgement(key, subject, definition, context);
  const isTimed = judgement.kind === "elapsed" || judgement.kind === "within";
  const asked = judgedTests(definition);
  const valueColumns = definition.value === undefined ? [] : [definition.value];
  const late = [
    ...lateKnown(subject, [...filterTests(subject, definition), ...asked.filter((test) => test.kind !== "present")]),
    ...lateColumns(subject, valueColumns),
  ];
  const heldBy = definition.period_by ?? holdingStamp(subject, judgement, late);
  const isHeldLate = !isTimed && judgement.kind !== "reopened";
  const needed = [...late, ...(isHeldLate ? lateColumns(subject, [heldBy]) : [])];
  return {
    kind: "judged",
    heldBy,
    knownFrom: [times.begun, ...dropRepeats(needed)],
    pendingFrom: isTimed && heldBy === judgement.to ? null : [times.begun, ...lateColumns(subject, [heldBy])],
    judgement,
    figure: figureOf(key, definition),
    exclusions: isTimed ? [] : exclusions,
  };
}

function dropRepeats(known: readonly Known[]): readonly Known[] {
  return known.filter((next, at) => knownBeyond(known.slice(0, at), [next]).length > 0);
}

function judgedTests(definition: MetricDefinition): readonly ColumnTest[] {
  const conditions = [definition.having, definition.against].filter((text) => text !== undefined);
  return conditions.flatMap((text) => readCondition(text) ?? []);
}

/** The reading rules: resolution times and reopens by their resolution, survey scores by the answer, promises by their date. */
function holdingStamp(subject: MetricSubject, judgement: Judgement, late: readonly Known[]): string {
  const { heldBy } = subjectTimes[subject];
  switch (judgement.kind) {
    case "within":
    case "elapsed":
      return judgement.to === "resolved_at" || judgement.to === "closed_at" ? judgement.to : judgement.from;
    case "no-later-than":
      return judgement.due;
    case "reopened":
      return "resolved_at";
    default:
      return subject === "survey_responses" && late.length > 0 ? "answered_at" : heldBy;
  }
}

function planJudgement(
  key: JudgedKey,
  subject: MetricSubject,
  definition: MetricDefinition,
  context: PlanContext,
): Judgement {
  const { from, to, within, value, having, against, no_later_than: due, reopened_within: reopened } = definition;
  const pauses = planPauses(definition.pausing_on);
  const tests = (text: string) => planTests(subject, readCondition(text) ?? []);
  if (within !== undefined && from !== undefined && to !== undefined) {
    const limit = readLimit(within);
    if (limit === null) throw new Error(`${within} was checked and is no limit`);
    const clock = planClock(limit.calendar, context, context.exclusions ?? []);
    return { kind: "within", from, to, limit: limit.duration, clock, pauses };
  }
  if (due !== undefined && to !== undefined) return { kind: "no-later-than", done: to, due };
  if (reopened !== undefined) return { kind: "reopened", withinSeconds: secondsOfLimit(reopened) };
  if (having !== undefined && against !== undefined)
    return { kind: "opposed", having: tests(having), against: tests(against) };
  if (having !== undefined) {
    const present = (readCondition(having) ?? []).filter((test) => test.kind === "present");
    return { kind: "condition", tests: tests(having), passesFrom: lateKnown(subject, present) };
  }
  if (key === "count_of") return { kind: "each" };
  if (value !== undefined) return { kind: "value", value: referenceTo(subject, value) };
  if (from === undefined || to === undefined) throw new Error(`${key} was checked and measures nothing`);
  return {
    kind: "elapsed",
    from,
    to,
    clock: planClock(definition.on ?? null, context, context.exclusions ?? []),
    pauses,
  };
}

function secondsOfLimit(text: string): number {
  const limit = readLimit(text);
  if (limit?.duration.kind !== "seconds") throw new Error(`${text} was checked and is no plain length of time`);
  return limit.duration.seconds;
}

function planClock(calendar: string | null, context: PlanContext, exclusions: readonly ExcludedTime[]): PlannedClock {
  const closed = exclusions.map(({ start, end }) => ({ start, end }));
  if (calendar === null) return { calendar: null, closed };
  const definition = context.calendars[calendar];
  if (definition === undefined) throw new Error(`calendar ${calendar} was checked and is not there`);
  return { calendar: { name: calendar, definition }, closed };
}

function planPauses(written: readonly string[] | undefined): Pauses | null {
  if (written === undefined) return null;
  const side = (text: string) => /^by (client|provider|customer)$/.exec(text)?.[1];
  return {
    any: written.includes("any"),
    reasons: written.filter((text) => text !== "any" && side(text) === undefined),
    sides: written.flatMap((text) => side(text) ?? []),
  };
}

function figureOf(key: JudgedKey, definition: MetricDefinition): Figure {
  switch (key) {
    case "share_of":
      return { kind: "share" };
    case "net_share_of":
      return { kind: "net" };
    case "mean_of":
      return { kind: "mean" };
    case "median_of":
      return { kind: "quantile", at: 0.5 };
    case "percentile_of":
      return { kind: "quantile", at: (definition.percentile ?? 50) / 100 };
    case "count_of":
      return { kind: "count" };
    case "sum_of":
      return { kind: "sum" };
  }
}

/** The unit of a metric's figure: what the definition says, or what its way of measuring gives. */
export function unitOfMetric(definition: MetricDefinition): MetricUnit {
  const key = measureKey(definition);
  if (definition.unit !== undefined) return definition.unit;
  if (key === "share_of") return "share";
  if (key === "ratio" || key === "rate") return "ratio";
  if (key === "turnover_of") return definition.annualised === false ? "share" : "percent-a-year";
  if (key === "count_of" || key === "backlog_of") return "count";
  if (key === "age_of") return "seconds";
  if (key === "sum_of") return "count";
  if (definition.value === undefined && key !== "net_share_of") return "seconds";
  return definition.value?.endsWith("_seconds") === true ? "seconds" : "score";
}
