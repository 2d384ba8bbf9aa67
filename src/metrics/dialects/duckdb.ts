import type { PlainDate } from "../../values/time.ts";
import type { CompiledPlan, SinglePlan } from "../compile-metric.ts";
import { type DatesTable, endOfDay } from "../dates-table.ts";
import type { JudgedPlan } from "../metric-plan.ts";
import { datesBefore, isLookedUp, lastCutoff } from "./duckdb-dates.ts";
import { type JudgedColumn, judgedColumns, judgedQueries } from "./duckdb-judged.ts";
import { segmentNames, sourceOf } from "./duckdb-records.ts";
import { datesTableSql, lookupTableSql, openSpanTableSql } from "./duckdb-tables.ts";
import { cutoffLiteral, dateLiteral, knownAt, latestOf, quoted } from "./duckdb-words.ts";

/** DuckDB's spelling of metric plans. What a metric means is decided by its plan; here it is only written down. */

/** Statements that make the lookups which a plan's SQL reads, by the table's name; the same name is always the same content. */
export function lookupSql({ lookup, openSpans }: CompiledPlan): ReadonlyMap<string, string> {
  const tables = new Map([[lookup.name, lookupTableSql(lookup)]]);
  if (openSpans !== null) tables.set(openSpans.name, openSpanTableSql(openSpans));
  return tables;
}

/**
 * The figures of a judged plan as of one date: a row per period and segment with `period_start, <segments>, counted, passed,
 * pending, excluded, total, mean, spread` (squared deviations from the mean) and `quantile`, as far as the figure has them.
 */
export function measuresSql(compiled: CompiledPlan<JudgedPlan>, asOf: PlainDate): string {
  const { plan } = compiled;
  const has = columnsOf(plan);
  const cutoff = cutoffLiteral(plan.stampType, asOf, endOfDay(asOf, plan.zone));
  const notExcluded = has("excluded_because") ? " AND excluded_because IS NULL" : "";
  const counts = `counted_at < ${cutoff}${has("until_at") ? ` AND coalesce(until_at >= ${cutoff}, true)` : ""}`;
  const counted = `FILTER (${counts}${notExcluded})`;
  const columns = [
    `count(*) ${counted} AS counted`,
    ...(has("passed_at") ? [`count(*) FILTER (passed_at < ${cutoff}${notExcluded}) AS passed`] : []),
    `count(*) FILTER (known_at < ${cutoff} AND coalesce(counted_at >= ${cutoff}, true)${notExcluded}) AS pending`,
    ...(has("excluded_because") ? [`count(*) FILTER (${counts} AND excluded_because IS NOT NULL) AS excluded`] : []),
    ...valueColumns(plan, counted),
  ];
  return `WITH ${judgedQueries(compiled)}
SELECT CAST(period_start AS VARCHAR) AS period_start,
  ${segmentNames(plan)}${columns.join(",\n  ")}
FROM judged
WHERE period_start < ${dateLiteral(asOf)} + 1 AND least(known_at, counted_at) < ${cutoff}
GROUP BY ALL
ORDER BY ALL`;
}

function valueColumns({ figure }: JudgedPlan, counted: string): readonly string[] {
  switch (figure.kind) {
    case "sum":
    case "net":
      return [`sum(value) ${counted} AS total`];
    case "mean":
      return [`avg(value) ${counted} AS mean`, `var_pop(value) ${counted} * count(*) ${counted} AS spread`];
    case "quantile":
      return [`quantile_cont(value, ${figure.at}) ${counted} AS quantile`];
    default:
      return [];
  }
}

/** Judged by its end, a record passes at the moment from which it counts. */
function passesWhenCounted({ judgement }: JudgedPlan): boolean {
  if (judgement.kind === "within" || judgement.kind === "no-later-than") return true;
  return judgement.kind === "condition" && judgement.passesFrom.length === 0;
}

function columnsOf(plan: JudgedPlan): (column: JudgedColumn) => boolean {
  const columns = judgedColumns(plan);
  return (column) => columns.includes(column);
}

/** Makes the table of dates that `measuresAtDatesSql` reads where they `isLookedUp`; points of standing figures always are. */
export { datesTableSql, isLookedUp };

/**
 * What a judged plan's figures are made of, by when each part became known: `period_start, <segments>, known, counted, passed,
 * until` as numbers of the dates that had passed by then, with `records, excluded, total, mean, spread`. One reading of the
 * records serves every date: as of date i a row counts when `counted <= i < until`.
 */
export function measuresAtDatesSql(compiled: CompiledPlan<JudgedPlan>, dates: DatesTable): string {
  const { plan } = compiled;
  const has = columnsOf(plan);
  const passesLater = has("passed_at") && !passesWhenCounted(plan);
  const joined = ["known", "counted", ...(passesLater ? ["passed"] : []), ...(has("until_at") ? ["until"] : [])];
  const stamps = has("passed_at") && !passesLater ? [...joined, "passed"] : joined;
  const numbers = joined.map((stamp) => ({ stamp, ...datesBefore(dates, `${stamp}_dates`, `${stamp}_at`) }));
  const indexes = numbers.map(({ stamp, number }) => `${number} AS "${stamp}"`);
  // Who passes does so when it counts: one lookup less.
  if (!passesLater && has("passed_at")) {
    indexes.push('CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"');
  }
  const excluded = has("excluded_because") ? "excluded_because IS NOT NULL AS excluded, " : "";
  const indexed = `indexed AS (
  SELECT period_start, ${segmentNames(plan)}${excluded}${has("value") ? "value, " : ""}${indexes.join(", ")}
  FROM judged${numbers.map(({ join }) => (join === null ? "" : `\n  ${join}`)).join("")}
  WHERE least(known_at, counted_at) < ${lastCutoff(dates)}
)`;
  const named = `WITH ${judgedQueries(compiled)}, ${indexed}`;
  const keys = `CAST(period_start AS VARCHAR) AS period_start, ${segmentNames(plan)}`;
  const values = plan.figure.kind === "quantile" ? [] : valueColumns(plan, "");
  const groups = `SELECT ${keys}${has("excluded_because") ? "excluded, " : ""}${stamps.map(quoted).join(", ")},
  ${["count(*) AS records", ...values].join(", ")}
FROM indexed
GROUP BY ALL`;
  return `${named}\n${groups}`;
}

/**
 * Quantiles at every date at which one changes: `period_start, <segments>, date_number` and `quantile`.
 * Between two changes it stays.
 */
export function quantilesAtDatesSql(compiled: CompiledPlan<JudgedPlan>, dates: DatesTable): string {
  const { plan } = compiled;
  const at = plan.figure.kind === "quantile" ? plan.figure.at : 0.5;
  const names = plan.by.map((column) => quoted(column.name));
  const notExcluded = columnsOf(plan)("excluded_because") ? "WHERE excluded_because IS NULL" : "";
  const counted = datesBefore(dates, "counted_dates", "counted_at");
  return `WITH ${judgedQueries(compiled)}, indexed AS (
  SELECT period_start, ${segmentNames(plan)}value, ${counted.number} AS counted
  FROM judged
  ${[counted.join ?? [], notExcluded].flat().join("\n  ")}
), changes AS (
  SELECT DISTINCT period_start, ${segmentNames(plan)}counted AS date_number FROM indexed WHERE counted < ${dates.cutoffs.length}
)
SELECT CAST(changes.period_start AS VARCHAR) AS period_start, ${names.map((name) => `changes.${name}, `).join("")}date_number,
  quantile_cont(value, ${at}) AS quantile
FROM changes JOIN indexed
  ON ${["period_start", ...names].map((name) => `changes.${name} = indexed.${name}`).join(" AND ")} AND indexed.counted <= changes.date_number
GROUP BY ALL`;
}

export type ItemChoice = {
  readonly asOf: PlainDate;
  /** the first day of a period; absent: all */
  readonly periodStart?: PlainDate;
  readonly only: "passed" | "failed" | "all";
  readonly limit?: number;
  /** the oldest so many of each period */
  readonly mostPerPeriod?: number;
};

/** The judged records themselves, oldest first: `record_id, period_start, <segments>, state, …` with stamps as text in UTC. */
export function judgedItemsSql(compiled: CompiledPlan<JudgedPlan>, choice: ItemChoice): string {
  const { plan } = compiled;
  const has = columnsOf(plan);
  const cutoff = cutoffLiteral(plan.stampType, choice.asOf, endOfDay(choice.asOf, plan.zone));
  const cases = [
    ...(has("excluded_because") ? ["WHEN excluded_because IS NOT NULL THEN 'excluded'"] : []),
    ...(has("passed_at") ? [`WHEN passed_at < ${cutoff} THEN 'passed'`] : []),
    `WHEN counted_at < ${cutoff} THEN '${has("passed_at") ? "failed" : "counted"}'`,
  ];
  const conditions = [
    `least(known_at, counted_at) < ${cutoff}`,
    `period_start < ${dateLiteral(choice.asOf)} + 1`,
    ...(has("until_at") ? [`coalesce(until_at >= ${cutoff}, true)`] : []),
    ...(choice.periodStart === undefined ? [] : [`period_start = ${dateLiteral(choice.periodStart)}`]),
  ];
  const mostPerPeriod =
    choice.mostPerPeriod === undefined
      ? ""
      : `\nQUALIFY row_number() OVER (PARTITION BY stated.period_start ORDER BY known_at, record_id) <= ${choice.mostPerPeriod}`;
  return `WITH ${judgedQueries(compiled)}, stated AS (
  SELECT *, CASE ${cases.join(" ")} ELSE 'pending' END AS state
  FROM judged
  WHERE ${conditions.join(" AND ")}
)
SELECT * REPLACE (CAST(period_start AS VARCHAR) AS period_start)
FROM stated${choice.only === "all" ? "" : `\nWHERE state = '${choice.only}'`}${mostPerPeriod}
ORDER BY known_at, record_id${choice.limit === undefined ? "" : `\nLIMIT ${choice.limit}`}`;
}

/** The first stamp among those that a plan reads, as `first_at` in epoch seconds: what its lookups must reach back to. */
export function firstStampSql({ subject }: SinglePlan, stamps: readonly string[]): string {
  const firsts = stamps.map((stamp) => `min(${quoted(stamp)})`).join(", ");
  return `SELECT floor(epoch(CAST(least(${firsts}) AS TIMESTAMP))) AS first_at FROM ${sourceOf(subject)} AS record`;
}

/** By how many dates had passed: the last stamp that periods hold records by, as `last_at` in epoch seconds. */
export function lastRecordSql({ subject, heldBy, knownFrom }: JudgedPlan, dates: DatesTable): string {
  const known = latestOf([...knownFrom.slice(0, 1).map(knownAt), `record.${quoted(heldBy)}`]);
  const { join, number } = datesBefore(dates, "known", known);
  return `SELECT ${number} AS date_number, epoch(CAST(max(record.${quoted(heldBy)}) AS TIMESTAMP)) AS last_at
FROM ${sourceOf(subject)} AS record${join === null ? "" : ` ${join}`}
GROUP BY ALL
ORDER BY date_number`;
}
