import type { Span } from "../calendar/span.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import { definitionsInForce } from "../governance/partnership/definitions-in-force.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { sideOfPerson } from "../governance/partnership/side-of-person.ts";
import type { Period, PeriodLength } from "../metrics/measure.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import type { ExcludedTime, MetricPlan } from "../metrics/metric-plan.ts";
import { periodFrom } from "../metrics/period.ts";
import { type PlanContext, planMetric } from "../metrics/plan-metric.ts";
import { excludedSpans } from "../service-levels/accepted-exclusion.ts";
import type { ServiceLevelDefinition } from "../service-levels/service-level-definition.ts";
import { groupedBy } from "../values/grouped.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { factKindsOf } from "./metric-kinds.ts";
import type { ReportedFigure } from "./reconcile-reported.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";

/** One version of one metric with its plan, and the days on which its periods may begin. */
export type PlannedMetric = {
  readonly id: string;
  readonly definition: MetricDefinition;
  readonly plan: MetricPlan;
  /** the columns by which it is split; none is the whole */
  readonly by: readonly string[];
  /** null is from the beginning, or with no end */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  /** the product's own, measured wherever its records exist */
  readonly isStandard: boolean;
};

/** What a metric is called where people read it: its title, or else its id in words. */
export function titleOf({ definition, id }: PlannedMetric): string {
  return definition.title ?? id.replaceAll("-", " ");
}

/** Whether a period that begins on `day` is measured by this version. */
export function isInForce({ from, until }: PlannedMetric, day: PlainDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

/** The metric behind a service level, over the level's periods, with its agreed exclusions and with none. */
export type PlannedLevel = {
  readonly id: string;
  readonly versions: readonly ServiceLevelDefinition[];
  readonly metrics: readonly { readonly counted: PlannedMetric; readonly whole: PlannedMetric | null }[];
};

/** Excluded time is planned in as of a date: an exclusion accepted later is not known yet. */
export type PlannedFigures = {
  readonly kpis: readonly PlannedMetric[];
  readonly levels: readonly PlannedLevel[];
  readonly reported: readonly PlannedReported[];
};

/** The metric that a reported name means, over the length of period that was reported. */
export type PlannedReported = {
  readonly kpi: string;
  readonly every: PeriodLength;
  readonly versions: readonly PlannedMetric[];
};

/**
 * Everything that is measured for a record: its own metrics, each service level's metric over its periods,
 * and the standard metrics whose records are there and that the record does not define itself.
 */
export function planFigures(
  record: PartnershipRecord,
  present: ReadonlySet<FactKind>,
  reported: readonly ReportedFigure[],
  asOf: PlainDate,
): PlannedFigures {
  const shape = { exclusions: exclusionsFor(record, "", asOf) };
  const own = Object.entries(record.metrics).flatMap(([id, versions]) =>
    splitsOf(versions).flatMap((by) => planVersions(record, id, versions, asOf, { ...shape, by })),
  );
  const standardMetrics = standardMetricsOf(record);
  const standard = Object.entries(standardMetrics)
    .filter(([id]) => !(id in record.metrics))
    .filter(([, definition]) => factKindsOf(definition, standardMetrics).every((kind) => present.has(kind)))
    .flatMap(([id, definition]) => planVersions(record, id, [definition], asOf, { ...shape, by: [] }))
    .map((each) => ({ ...each, isStandard: true }));
  return {
    kpis: [...own, ...standard],
    levels: planLevels(record, asOf),
    reported: planReported(record, reported, asOf),
  };
}

/** The whole, and the columns by which a version asks to be split besides. */
function splitsOf(versions: readonly MetricDefinition[]): readonly (readonly string[])[] {
  const splits = versions.flatMap(({ by }) => (by === undefined || by.length === 0 ? [] : [by]));
  return [[], ...new Map(splits.map((by) => [by.join(" "), by])).values()];
}

/** A reported name is a metric's, or a service level's and then means its metric. */
function planReported(
  record: PartnershipRecord,
  reported: readonly ReportedFigure[],
  asOf: PlainDate,
): PlannedReported[] {
  const asked = new Map<string, { kpi: string; every: PeriodLength }>();
  for (const { kpi, period } of reported) {
    const every = lengthOf(period);
    if (every !== null) asked.set(`${kpi} ${every}`, { kpi, every });
  }
  return [...asked.values()].flatMap(({ kpi, every }) => {
    const id = record.service_levels.find((level) => level.id === kpi)?.metric ?? kpi;
    const versions = record.metrics[id] ?? standardVersions(record, id);
    return versions.length === 0
      ? []
      : [{ kpi, every, versions: planVersions(record, id, versions, asOf, { every, by: [] }) }];
  });
}

function lengthOf(period: Period): PeriodLength | null {
  const lengths: readonly PeriodLength[] = ["day", "week", "month", "quarter"];
  return lengths.find((length) => periodFrom(period.start, length).end === period.end) ?? null;
}

function planLevels(record: PartnershipRecord, asOf: PlainDate): PlannedLevel[] {
  const byId = groupedBy(record.service_levels, ({ id }) => id);
  return [...byId].map(([id, versions]) => ({
    id,
    versions,
    metrics: versions.flatMap((level) => planLevel(record, level, asOf)),
  }));
}

/** A plan for each pair of versions, of the level and of its metric, over the days on which both hold. */
function planLevel(
  record: PartnershipRecord,
  level: ServiceLevelDefinition,
  asOf: PlainDate,
): PlannedLevel["metrics"][number][] {
  const versions = record.metrics[level.metric] ?? standardVersions(record, level.metric);
  const exclusions = exclusionsFor(record, level.id, asOf);
  const shape = { every: level.every, by: [] };
  const within = { from: level.effective_from ?? null, until: dayBeforeNext(record.service_levels, level) };
  const counted = planVersions(record, level.metric, versions, asOf, { ...shape, exclusions });
  const whole = exclusions.length === 0 ? [] : planVersions(record, level.metric, versions, asOf, shape);
  return counted.flatMap((each, index) => {
    const from =
      [each.from, within.from]
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null;
    const until = [each.until, within.until].flatMap((day) => day ?? []).sort()[0] ?? null;
    if (from !== null && until !== null && until < from) return [];
    const without = whole[index];
    return [{ counted: { ...each, from, until }, whole: without === undefined ? null : { ...without, from, until } }];
  });
}

function dayBeforeNext(levels: readonly ServiceLevelDefinition[], level: ServiceLevelDefinition): PlainDate | null {
  const later = levels
    .filter(({ id }) => id === level.id)
    .flatMap(({ effective_from: from }) => from ?? [])
    .filter((from) => from > (level.effective_from ?? ""))
    .sort()[0];
  return later === undefined ? null : addDays(later, -1);
}

/** Agreed time that does not count for a service level; with an empty id, that which counts for nothing at all. */
function exclusionsFor(record: PartnershipRecord, serviceLevelId: string, asOf: PlainDate): readonly ExcludedTime[] {
  const spans = excludedSpans(record.exclusions, serviceLevelId, (person) => sideOfPerson(record, person), asOf);
  return spans.map((span) => ({ ...span, because: causeOf(record, span) }));
}

/** What brought a span of excluded time about, in the words of the record. */
export function causeOf(record: PartnershipRecord, { start, end }: Span): string {
  return record.exclusions.find(({ from, to }) => from <= start && to >= end)?.cause ?? "several agreed exclusions";
}

/** Every version of one metric, the record's or a standard one, over a length of period and split by columns. */
export function planMetricOver(
  record: PartnershipRecord,
  id: string,
  asOf: PlainDate,
  shape: { readonly every?: PeriodLength; readonly by: readonly string[] },
): readonly PlannedMetric[] {
  const isStandard = !(id in record.metrics);
  return planVersions(record, id, record.metrics[id] ?? standardVersions(record, id), asOf, shape).map((each) => ({
    ...each,
    isStandard,
  }));
}

type Shape = { every?: PeriodLength; by: readonly string[]; exclusions?: PlanContext["exclusions"] };

function planVersions(
  record: PartnershipRecord,
  id: string,
  versions: readonly MetricDefinition[],
  asOf: PlainDate,
  shape: Shape,
): PlannedMetric[] {
  const dated = [...versions].sort((a, b) => (a.effective_from ?? "").localeCompare(b.effective_from ?? ""));
  return dated.flatMap((definition, index) => {
    const from = index === 0 ? null : (definition.effective_from ?? null);
    if (from !== null && from > asOf) return [];
    const next = dated[index + 1]?.effective_from;
    const inForce = definitionsInForce(record, next === undefined ? asOf : addDays(next, -1));
    const context: PlanContext = {
      zone: record.zone,
      calendars: inForce.calendars,
      metrics: { ...standardMetricsOf(record), ...inForce.metrics },
      ...(shape.every === undefined ? {} : { every: shape.every }),
      by: shape.by,
      ...(shape.exclusions === undefined ? {} : { exclusions: shape.exclusions }),
    };
    const plan = planMetric(id, definition, context);
    return [
      {
        id,
        definition,
        plan,
        by: shape.by,
        from,
        until: next === undefined ? null : addDays(next, -1),
        isStandard: false,
      },
    ];
  });
}

function standardVersions(record: PartnershipRecord, id: string): readonly MetricDefinition[] {
  const definition = standardMetricsOf(record)[id];
  return definition === undefined ? [] : [definition];
}
