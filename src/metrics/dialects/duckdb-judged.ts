import { dateAt } from "../../values/time.ts";
import type { CompiledPlan } from "../compile-metric.ts";
import { alwaysRuns, type ColumnReference, type JudgedPlan, type Judgement } from "../metric-plan.ts";
import { pausedDeadlinesSql, pausedTimeSql, pausesSql } from "./duckdb-pauses.ts";
import { idOf, segmentColumns, segmentNames, sourceOf } from "./duckdb-records.ts";
import { joinLookup, onLine } from "./duckdb-tables.ts";
import {
  allOf,
  dateLiteral,
  indented,
  instantLiteral,
  knownAt,
  latestOf,
  numberOf,
  quoted,
  testsOf,
  textLiteral,
  whereAll,
} from "./duckdb-words.ts";

/**
 * The judged records of a plan as named queries, the last of them `judged`: `record_id, period_start, <segments>, known_at,
 * counted_at` and, as `judgedColumns` says, `passed_at, until_at, value, deadline, excluded_because`.
 * A record counts as of a moment when `counted_at` lies before it and `until_at` does not; it passes likewise by `passed_at`.
 */
export function judgedQueries(compiled: CompiledPlan<JudgedPlan>): string {
  const { judgement } = compiled.plan;
  switch (judgement.kind) {
    case "within":
      return withinQueries(compiled, judgement);
    case "elapsed":
      return elapsedQueries(compiled, judgement);
    case "reopened":
      return reopenedQueries(compiled, judgement);
    default:
      return `judged AS (\n${indented(plainQuery(compiled, judgement))}\n)`;
  }
}

export type JudgedColumn = "passed_at" | "until_at" | "value" | "deadline" | "excluded_because";

/** The columns that a plan's judged records have beside those that all have. */
export function judgedColumns({ judgement, heldBy, figure, exclusions }: JudgedPlan): readonly JudgedColumn[] {
  const isWithin = judgement.kind === "within";
  return [
    ...(figure.kind === "share" ? (["passed_at"] as const) : []),
    ...(isWithin && heldBy === judgement.to ? (["until_at"] as const) : []),
    ...(figure.kind === "share" || figure.kind === "count" ? [] : (["value"] as const)),
    ...(isWithin ? (["deadline"] as const) : []),
    ...(exclusions.length > 0 ? (["excluded_because"] as const) : []),
  ];
}

type Plain = Exclude<Judgement, { readonly kind: "within" | "elapsed" | "reopened" }>;
type JudgedColumns = {
  readonly counted: string;
  readonly passed: string | null;
  readonly value: string | null;
};

function plainQuery(compiled: CompiledPlan<JudgedPlan>, judgement: Plain): string {
  const { plan } = compiled;
  const known = latestOf(plan.knownFrom.map(knownAt));
  const { counted, passed, value } = plainColumns(plan, judgement, known);
  return `SELECT ${idOf(plan)} AS record_id, held.period_start,
  ${segmentColumns(plan)}${latestOf((plan.pendingFrom ?? plan.knownFrom).map(knownAt))} AS known_at,
  ${counted} AS counted_at${also("passed_at", passed)}${also("value", value)}${also("excluded_because", excludedBecause(plan))}
${fromRecords(compiled)}`;
}

function also(name: JudgedColumn, expression: string | null): string {
  return expression === null ? "" : `,\n  ${expression} AS ${name}`;
}

function plainColumns(plan: JudgedPlan, judgement: Plain, known: string): JudgedColumns {
  switch (judgement.kind) {
    case "each":
      return { counted: known, passed: null, value: null };
    case "value":
      return valueColumns(judgement.value, known);
    case "condition": {
      const tests = allOf(judgement.tests);
      const passed = latestOf([known, ...judgement.passesFrom.map(knownAt)]);
      return {
        counted: `CASE WHEN (${tests}) IS NOT NULL THEN ${known} END`,
        passed: `CASE WHEN ${tests} THEN ${passed} END`,
        value: null,
      };
    }
    case "opposed": {
      const [having, against] = [allOf(judgement.having), allOf(judgement.against)];
      return {
        counted: `CASE WHEN (${having}) IS NOT NULL AND (${against}) IS NOT NULL THEN ${known} END`,
        passed: null,
        value: `CASE WHEN ${having} THEN 1 WHEN ${against} THEN -1 ELSE 0 END`,
      };
    }
    case "no-later-than": {
      const [done, due] = [`record.${quoted(judgement.done)}`, `record.${quoted(judgement.due)}`];
      const late = plan.stampType === "date" ? `${due} + 1` : due;
      const decided = `greatest(least(${done}, ${late}), ${known})`;
      return {
        counted: `CASE WHEN ${due} IS NOT NULL THEN ${decided} END`,
        passed: `CASE WHEN ${done} <= ${due} THEN ${decided} END`,
        value: null,
      };
    }
  }
}

function valueColumns(column: ColumnReference, known: string): JudgedColumns {
  const value = numberOf(column);
  return { counted: `CASE WHEN ${value} IS NOT NULL THEN ${known} END`, passed: null, value };
}

function fromRecords(compiled: CompiledPlan<JudgedPlan>): string {
  const { plan, lookup } = compiled;
  return `FROM ${sourceOf(plan.subject)} AS record
${joinLookup(lookup, "held", `record.${quoted(plan.heldBy)}`)}${whereAll(testsOf(plan.where)).replace(/^(?=.)/, "\n")}`;
}

/** The cause of the first exclusion that holds the record, by the stamp that its period holds it by. */
function excludedBecause({ exclusions, heldBy, stampType, zone }: JudgedPlan, alias = "record"): string | null {
  if (exclusions.length === 0) return null;
  const stamp = `${alias}.${quoted(heldBy)}`;
  const cases = exclusions.map(({ start, end, because }) => {
    const bounds =
      stampType === "date"
        ? `${stamp} BETWEEN ${dateLiteral(dateAt(start, zone))} AND ${dateLiteral(dateAt(end - 1, zone))}`
        : `${stamp} >= ${instantLiteral(start)} AND ${stamp} < ${instantLiteral(end)}`;
    return `WHEN ${bounds} THEN ${textLiteral(because)}`;
  });
  return `CASE ${cases.join(" ")} END`;
}

type Within = Extract<Judgement, { readonly kind: "within" }>;

function withinQueries(compiled: CompiledPlan<JudgedPlan>, judgement: Within): string {
  const { plan, lookup } = compiled;
  const [from, to] = [`record.${quoted(judgement.from)}`, `record.${quoted(judgement.to)}`];
  // Dates have no hours that a calendar could close.
  const isTimed = plan.stampType === "instant";
  const needsClock = isTimed && (!alwaysRuns(judgement.clock) || judgement.limit.kind === "business-days");
  const holdsByStart = plan.heldBy === judgement.from;
  const deadline = needsClock
    ? `make_timestamp(${onLine(lookup, "clock", "deadline", from)})`
    : deadlineAfter(plan, from, secondsOf(judgement));
  const joins = [
    ...(needsClock || holdsByStart ? [joinLookup(lookup, "clock", from)] : []),
    // Who is held by the end is looked up by it below, where there is one.
    ...(holdsByStart || plan.heldBy === judgement.to
      ? []
      : [joinLookup(lookup, "held", `record.${quoted(plan.heldBy)}`)]),
  ];
  const period = holdsByStart ? "clock.period_start" : plan.heldBy === judgement.to ? "NULL" : "held.period_start";
  const started = `started AS (
  SELECT ${idOf(plan)} AS item_id, ${period} AS period_start,
    ${segmentColumns(plan)}${from} AS started_at, ${to} AS ended_at, ${latestOf(plan.knownFrom.map(knownAt))} AS known_at,
    ${deadline} AS deadline
  FROM ${sourceOf(plan.subject)} AS record
${indented(joins.join("\n"))}
  ${whereAll([`${from} IS NOT NULL`, ...testsOf(plan.where)])}
)`;
  const paused = judgement.pauses === null ? null : pausedQueries(compiled, judgement, judgement.pauses);
  const clocked = paused === null ? "started" : "clocked";
  const judged = plan.heldBy === judgement.to ? judgedByEnd(compiled, clocked) : judgedByStart(plan, clocked);
  return [started, ...(paused ?? []), `judged AS (\n${indented(judged)}\n)`].join(", ");
}

/** Dates stay dates: a limit of 30 days ends on a day. */
function deadlineAfter({ stampType }: JudgedPlan, from: string, seconds: number): string {
  if (stampType === "date") return `${from} + ${Math.floor(seconds / 86_400)}`;
  return `make_timestamp(epoch_us(${from}) + ${seconds * 1_000_000})`;
}

function secondsOf(judgement: Within): number {
  return judgement.limit.kind === "seconds" ? judgement.limit.seconds : 0;
}

function pausedQueries(compiled: CompiledPlan<JudgedPlan>, judgement: Within, pauses: NonNullable<Within["pauses"]>) {
  const { plan } = compiled;
  return [
    `pauses AS (\n${indented(pausesSql(pauses))}\n)`,
    `paused AS (\n${indented(pausedDeadlinesSql(compiled, judgement.clock))}\n)`,
    `clocked AS (
  SELECT started.item_id, period_start, ${segmentNames(plan)}started_at, ended_at, known_at,
    coalesce(paused.deadline, started.deadline) AS deadline
  FROM started LEFT JOIN paused USING (item_id)
)`,
  ];
}

/** Answered in time it counts at the answer; answered late or not at all it fails from the deadline on. */
function judgedByStart(plan: JudgedPlan, clocked: string): string {
  const after = (moment: string) => (startsKnown(plan) ? moment : latestOf([moment, "known_at"]));
  return `SELECT item_id AS record_id, period_start, ${segmentNames(plan)}known_at,
  ${after("least(ended_at, deadline)")} AS counted_at,
  CASE WHEN ended_at <= deadline THEN ${after("ended_at")} END AS passed_at,
  deadline
FROM ${clocked}`;
}

/** The clock starts when the record begins, and nothing else has to be known first. */
function startsKnown({ knownFrom, judgement }: JudgedPlan): boolean {
  const [begun, ...more] = knownFrom;
  return judgement.kind === "within" && more.length === 0 && begun?.stamps.join() === judgement.from;
}

/** Held by its end, a record that is open past its deadline fails in the deadline's period until it ends, then in the end's. */
function judgedByEnd(compiled: CompiledPlan<JudgedPlan>, clocked: string): string {
  const { plan, lookup } = compiled;
  const columns = (decided: string) => {
    const counted = latestOf([decided, "known_at"]);
    return `${clocked}.item_id AS record_id, held.period_start, ${segmentNames(plan)}${counted} AS known_at, ${counted} AS counted_at`;
  };
  return `SELECT ${columns("ended_at")},
  CASE WHEN ended_at <= deadline THEN ${latestOf(["ended_at", "known_at"])} END AS passed_at,
  CAST(NULL AS TIMESTAMP) AS until_at,
  deadline
FROM ${clocked}
${joinLookup(lookup, "held", "ended_at")}
UNION ALL
SELECT ${columns("deadline")},
  NULL AS passed_at,
  ended_at AS until_at,
  deadline
FROM (FROM ${clocked} WHERE ended_at IS NULL OR ended_at > deadline) AS ${clocked}
${joinLookup(lookup, "held", "deadline")}`;
}

type Elapsed = Extract<Judgement, { readonly kind: "elapsed" }>;

function elapsedQueries(compiled: CompiledPlan<JudgedPlan>, judgement: Elapsed): string {
  const { plan, lookup, range } = compiled;
  const [from, to] = [`record.${quoted(judgement.from)}`, `record.${quoted(judgement.to)}`];
  const isDate = plan.stampType === "date";
  const isPlain = alwaysRuns(judgement.clock) || isDate;
  // An end beyond the range is not known yet; its lookup still needs a row that is there.
  const reach = `least(coalesce(${to}, ${from}), ${instantLiteral(range.end)})`;
  const elapsed = isPlain
    ? `epoch_us(${to}) - epoch_us(${from})`
    : `CASE WHEN ${to} < ${instantLiteral(range.end)} THEN ${onLine(lookup, "clock_end", "open", to)} - ${onLine(lookup, "clock_start", "open", from)} END`;
  const joins = [
    joinLookup(lookup, "held", `record.${quoted(plan.heldBy)}`),
    ...(isPlain ? [] : [joinLookup(lookup, "clock_start", from), joinLookup(lookup, "clock_end", reach)]),
  ];
  const started = `started AS (
  SELECT ${idOf(plan)} AS item_id, held.period_start,
    ${segmentColumns(plan)}${from} AS started_at, ${to} AS ended_at, ${latestOf(plan.knownFrom.map(knownAt))} AS known_at,
    CASE WHEN ${to} <= ${from} THEN 0 ELSE ${elapsed} END AS elapsed
  FROM ${sourceOf(plan.subject)} AS record
${indented(joins.join("\n"))}
  ${whereAll([`${from} IS NOT NULL`, ...testsOf(plan.where)])}
)`;
  const { pauses } = judgement;
  const stood = pauses === null ? "" : " - coalesce(paused.stood, 0)";
  const named =
    pauses === null
      ? []
      : [
          `pauses AS (\n${indented(pausesSql(pauses))}\n)`,
          `paused AS (\n${indented(pausedTimeSql(compiled, judgement.clock))}\n)`,
        ];
  const counted = "CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END";
  const judged = `judged AS (
  SELECT item_id AS record_id, period_start, ${segmentNames(plan)}${plan.pendingFrom === null ? `${counted} AS ` : ""}known_at,
    ${counted} AS counted_at,
    (elapsed${stood}) / 1000000 AS value
  FROM started${pauses === null ? "" : " LEFT JOIN paused USING (item_id)"}
)`;
  return [started, ...named, judged].join(", ");
}

type Reopened = Extract<Judgement, { readonly kind: "reopened" }>;

/** Every resolution on file, and the first reopening after each; an item counts once in each period that resolved it. */
function reopenedQueries(compiled: CompiledPlan<JudgedPlan>, judgement: Reopened): string {
  const { plan, lookup } = compiled;
  const known = latestOf(plan.knownFrom.map(knownAt));
  const because = excludedBecause(plan, "outcomes");
  const excluded = because === null ? "" : `,\n    min(${because}) AS excluded_because`;
  return `resolutions AS (
  SELECT item_id, "at" AS resolved_at FROM item_events WHERE event = 'resolved'
  UNION SELECT item_id, resolved_at FROM work_items WHERE resolved_at IS NOT NULL
), reopenings AS (
  SELECT item_id, "at" AS reopened_at, "at" AS told_at FROM item_events WHERE event = 'reopened'
  UNION ALL
  SELECT item_id, resolved_at, coalesce(closed_at, resolved_at) FROM work_items
  WHERE reopened_count > 0 AND item_id NOT IN (SELECT item_id FROM item_events WHERE event = 'reopened')
), outcomes AS (
  SELECT resolutions.item_id, resolved_at,
    CASE WHEN reopened_at <= resolved_at + to_seconds(${judgement.withinSeconds}) THEN told_at END AS told_at
  FROM resolutions ASOF LEFT JOIN reopenings
    ON reopenings.item_id = resolutions.item_id AND reopenings.reopened_at >= resolutions.resolved_at
), judged AS (
  SELECT record.item_id AS record_id, held.period_start,
    ${segmentColumns(plan)}min(outcomes.resolved_at) AS known_at,
    min(greatest(outcomes.resolved_at, ${known})) AS counted_at,
    min(greatest(outcomes.told_at, outcomes.resolved_at, ${known})) FILTER (outcomes.told_at IS NOT NULL) AS passed_at${excluded}
  FROM outcomes JOIN ${sourceOf(plan.subject)} AS record USING (item_id)
${indented(joinLookup(lookup, "held", "outcomes.resolved_at"))}${whereAll(testsOf(plan.where)).replace(/^(?=.)/, "\n  ")}
  GROUP BY ALL
)`;
}
