import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { CompiledPlan } from "../compile-metric.ts";
import type { DatesTable } from "../dates-table.ts";
import type { Period } from "../measure.ts";
import { alwaysRuns, type StandingPlan, type TurnoverPlan } from "../metric-plan.ts";
import { joinDates } from "./duckdb-dates.ts";
import { segmentColumns, segmentNames, sourceOf } from "./duckdb-records.ts";
import { joinLookup, onLine } from "./duckdb-tables.ts";
import { dateLiteral, quoted, testsOf, whereAll } from "./duckdb-words.ts";

/**
 * How many records began and ended between the dates of `points`: `<segments>, begun, ended` (numbers of the points that had
 * passed by then) and `records`. At point i stands what has `begun <= i < ended`.
 */
export function backlogSql(compiled: CompiledPlan<StandingPlan>, points: DatesTable): string {
  const { plan } = compiled;
  return `WITH ${standing(compiled, points)}
SELECT ${segmentNames(plan)}begun, ended, count(*) AS records
FROM standing
WHERE begun < ended
GROUP BY ALL`;
}

/** How old the records are that stand at each point: `<segments>, date_number, records` and `mean, spread` or `quantile`, in seconds. */
export function ageSql(compiled: CompiledPlan<StandingPlan>, points: DatesTable): string {
  const { plan, lookup } = compiled;
  const isPlain = alwaysRuns(plan.clock) || plan.stampType === "date";
  const stampOf =
    plan.stampType === "date" ? "DATE '1970-01-01' + CAST(cutoff AS INTEGER)" : "make_timestamp(cutoff * 1000000)";
  const age = isPlain
    ? "epoch(point_at) - epoch(started_at)"
    : `(${onLine(lookup, "at_point", "open", "point_at")} - ${onLine(lookup, "at_start", "open", "started_at")}) / 1000000`;
  const joins = isPlain
    ? ""
    : `\n  ${joinLookup(lookup, "at_point", "point_at")}\n  ${joinLookup(lookup, "at_start", "started_at")}`;
  const figure =
    plan.figure.kind === "quantile"
      ? `quantile_cont(age, ${plan.figure.at}) AS quantile`
      : "avg(age) AS mean, var_pop(age) * count(*) AS spread";
  return `WITH ${standing(compiled, points)}, points AS (
  SELECT date_number, ${stampOf} AS point_at
  FROM (SELECT unnest(range(${points.cutoffs.length})) AS date_number, unnest([${points.cutoffs.join(", ")}]::BIGINT[]) AS cutoff)
), aged AS (
  SELECT ${segmentNames(plan)}date_number, ${age} AS age
  FROM (SELECT ${segmentNames(plan)}started_at, unnest(range(begun, ended)) AS date_number FROM standing WHERE begun < ended) AS stood
  JOIN points USING (date_number)${joins}
)
SELECT ${segmentNames(plan)}date_number, count(*) AS records, ${figure}
FROM aged
GROUP BY ALL`;
}

function standing({ plan }: CompiledPlan<StandingPlan>, points: DatesTable): string {
  const [from, to] = [`record.${quoted(plan.from)}`, `record.${quoted(plan.to)}`];
  return `standing AS (
  SELECT ${segmentColumns(plan)}${from} AS started_at, begun.dates_before AS begun, least(ended.dates_before, ${points.cutoffs.length}) AS ended
  FROM ${sourceOf(plan.subject)} AS record
  ${joinDates(points, "begun", from)}
  ${joinDates(points, "ended", to)}
  ${whereAll([`${from} IS NOT NULL`, ...testsOf(plan.where)])}
)`;
}

/** A period, or the part of it up to a date of asking. */
export type Window = { readonly period: Period; readonly until: PlainDate };

/** Leavers and mean daily headcount of each window: `period_start, until, <segments>, leavers, headcount, known` rows of staff. */
export function turnoverSql(plan: TurnoverPlan, windows: readonly Window[]): string {
  const starts = windows.map(({ period }) => dateLiteral(period.start)).join(", ");
  const ends = windows.map(({ until }) => dateLiteral(until)).join(", ");
  const days = windows.map(({ period, until }) => daysBetween(period.start, addDays(until, 1))).join(", ");
  const early = plan.leavingWithinDays === null ? "" : ` AND left_on - hired_on <= ${plan.leavingWithinDays}`;
  return `WITH windows AS (
  SELECT unnest([${starts}]) AS period_start, unnest([${ends}]) AS until, unnest([${days}]) AS days
), people AS (
  SELECT ${segmentColumns(plan)}hired_on, left_on, leave_kind
  FROM staff AS record${whereAll(testsOf(plan.where)).replace(/^(?=.)/, "\n  ")}
)
SELECT CAST(period_start AS VARCHAR) AS period_start, CAST(until AS VARCHAR) AS until, ${segmentNames(plan)}
  count(*) FILTER (left_on BETWEEN period_start AND until AND leave_kind IS DISTINCT FROM 'transfer'${early}) AS leavers,
  sum(greatest(0, least(coalesce(left_on, until), until) - greatest(hired_on, period_start) + 1)) / any_value(days) AS headcount
FROM people JOIN windows ON hired_on <= until AND coalesce(left_on >= period_start, true)
GROUP BY ALL`;
}
