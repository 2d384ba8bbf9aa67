import type { CompiledPlan } from "../compile-metric.ts";
import { alwaysRuns, type JudgedPlan } from "../metric-plan.ts";
import { judgedQueries } from "./duckdb-judged.ts";
import { pausesSql } from "./duckdb-pauses.ts";
import { joinLookup, onLine } from "./duckdb-tables.ts";

/** A plan that measures how long each work item ran, by the week in which it ended. */
export type ClockedPlan = JudgedPlan & {
  readonly subject: "work_items";
  readonly judgement: Extract<JudgedPlan["judgement"], { readonly kind: "elapsed" }>;
};

/**
 * Makes the temporary table `clocked_work`: `item_id, week, started_at, ended_at, ran, is_reopened`, one row for each item that
 * ended. `ran` is seconds of the plan's clock, pauses left out. A resolution is the first one: what came back stays ended,
 * and is left out where no event tells when it first was. Reads what the judged records are made of: `started`, `paused`.
 * @param comesBackDays days after its end within which an item that is opened again `is_reopened`
 */
export function clockedWorkSql(compiled: CompiledPlan<ClockedPlan>, comesBackDays: number): string {
  const { to, pauses } = compiled.plan.judgement;
  const stood = pauses === null ? "" : " - coalesce(paused.stood, 0)";
  const items =
    to === "resolved_at"
      ? `work_items AS (
  SELECT item.* REPLACE (
    CASE WHEN item.reopened_count > 0 AND first_end.ended_at IS NULL THEN NULL ELSE least(item.resolved_at, first_end.ended_at) END AS resolved_at
  )
  FROM main.work_items AS item LEFT JOIN first_end USING (item_id)
), `
      : "";
  return `CREATE OR REPLACE TEMP TABLE clocked_work AS
WITH first_end AS (
  SELECT item_id, min("at") FILTER (event = 'resolved') AS ended_at, min("at") FILTER (event = 'reopened') AS reopened_at
  FROM item_events WHERE event IN ('resolved', 'reopened') GROUP BY item_id
), ${items}${judgedQueries(compiled)}
SELECT started.item_id, started.period_start AS week, started.started_at, started.ended_at, (started.elapsed${stood}) / 1000000 AS ran,
  coalesce(first_end.reopened_at < started.ended_at + INTERVAL ${comesBackDays} DAY, false) AS is_reopened
FROM started LEFT JOIN first_end USING (item_id)${pauses === null ? "" : " LEFT JOIN paused USING (item_id)"}
WHERE started.elapsed IS NOT NULL AND started.known_at IS NOT NULL`;
}

/**
 * Pauses that stopped the plan's clock before the item's end: `item_id, week, ran_before` (seconds run until the pause),
 * `stood` (seconds of the clock that it saved) and the item's own `ran`. Reads `clocked_work`.
 */
export function clockedPausesSql(compiled: CompiledPlan<ClockedPlan>): string | null {
  const { clock, pauses } = compiled.plan.judgement;
  if (pauses === null) return null;
  const open = (alias: string, stamp: string) =>
    alwaysRuns(clock) ? `epoch_us(${stamp})` : onLine(compiled.lookup, alias, "open", stamp);
  const join = (alias: string, stamp: string) =>
    alwaysRuns(clock) ? "" : `\n  ${joinLookup(compiled.lookup, alias, stamp)}`;
  return `WITH pauses AS (
${pausesSql(pauses)}
), placed AS (
  SELECT pause.item_id, pause.week, pause.ran, pause.paused_at,
    ${open("pause_start", "pause.paused_at")} - ${open("clock_start", "pause.started_at")} AS since,
    ${open("pause_end", "pause.last_at")} - ${open("pause_start", "pause.paused_at")} AS stood
  FROM (
    SELECT item.*, pauses.paused_at, least(coalesce(pauses.ended_at, item.ended_at), item.ended_at) AS last_at
    FROM pauses JOIN clocked_work AS item USING (item_id)
    WHERE pauses.paused_at >= item.started_at AND pauses.paused_at < item.ended_at
  ) AS pause${join("clock_start", "pause.started_at")}${join("pause_start", "pause.paused_at")}${join("pause_end", "pause.last_at")}
)
SELECT item_id, week, ran, stood / 1000000 AS stood, (since - coalesce(sum(stood) OVER (
    PARTITION BY item_id ORDER BY paused_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ), 0)) / 1000000 AS ran_before
FROM placed`;
}
