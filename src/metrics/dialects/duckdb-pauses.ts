import type { CompiledPlan } from "../compile-metric.ts";
import { alwaysRuns, type JudgedPlan, type Pauses, type PlannedClock } from "../metric-plan.ts";
import { joinLookup, onLine } from "./duckdb-tables.ts";
import { instantLiteral, quoted, textLiteral } from "./duckdb-words.ts";

/**
 * Stretches in which an item's clock stands: from a pause to the next resumption, answer of the provider, resolution or
 * closing. Pauses that end together are one. `ended_at` is null while a pause lasts.
 */
export function pausesSql(pauses: Pauses): string {
  return `SELECT item_id, min("at") AS paused_at, ended_at
FROM (
  SELECT item_id, event, "at", by_side, reason,
    min(CASE WHEN event IN ('resumed', 'resolved', 'closed') OR (event = 'responded' AND by_side = 'provider') THEN "at" END) OVER (
      PARTITION BY item_id
      ORDER BY "at", line, event = 'paused'
      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS ended_at
  FROM item_events
  WHERE item_id IN (SELECT item_id FROM item_events WHERE ${isStopping(pauses)})
)
WHERE ${isStopping(pauses)}
GROUP BY item_id, ended_at`;
}

function isStopping({ any, reasons, sides }: Pauses): string {
  const tests = [
    ...(reasons.length > 0 ? [`reason IN (${reasons.map(textLiteral).join(", ")})`] : []),
    ...(sides.length > 0 ? [`by_side IN (${sides.map(textLiteral).join(", ")})`] : []),
  ];
  return any || tests.length === 0 ? "event = 'paused'" : `event = 'paused' AND (${tests.join(" OR ")})`;
}

/**
 * The deadlines of paused items, moved on by the pauses that began before them: `item_id`, `deadline`, and `never` where a
 * pause has no end. Reads the named queries `pauses` and `started` (item_id, started_at, deadline).
 */
export function pausedDeadlinesSql(compiled: CompiledPlan<JudgedPlan>, clock: PlannedClock): string {
  const open = (alias: string, stamp: string) =>
    alwaysRuns(clock) ? `epoch_us(${stamp})` : onLine(compiled.lookup, alias, "open", stamp);
  const join = (alias: string, stamp: string) =>
    alwaysRuns(clock) ? "" : `\n  ${joinLookup(compiled.lookup, alias, stamp)}`;
  const last = "pause.last_at";
  // Beyond the range nothing is known: a pause that ends there still lasts.
  const end = instantLiteral(compiled.range.end);
  return `SELECT item_id, CASE WHEN lasts THEN TIMESTAMP '2200-01-01' ELSE ${momentOf(compiled)} END AS deadline
FROM (
  SELECT item_id, CAST(any_value(due_open) + coalesce(sum(stood) FILTER (WHERE ran <= allowed), 0) AS BIGINT) AS goal,
    bool_or(ran <= allowed AND NOT has_ended) AS lasts
  FROM (
    SELECT pause.item_id, pause.has_ended, pause.started_open, pause.due_open, pause.due_open - pause.started_open AS allowed,
      ${open("pause_end", last)} - ${open("pause_start", "pause.paused_at")} AS stood,
      ${open("pause_start", "pause.paused_at")} - pause.started_open
        - coalesce(sum(${open("pause_end", last)} - ${open("pause_start", "pause.paused_at")}) OVER (
          PARTITION BY pause.item_id ORDER BY pause.paused_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS ran
    FROM (
      SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at, coalesce(pauses.ended_at < ${end}, false) AS has_ended,
        least(coalesce(pauses.ended_at, ${end}), ${end}) AS last_at,
        ${open("clock_start", "started.started_at")} AS started_open, ${open("clock_due", "started.deadline")} AS due_open
      FROM pauses JOIN started USING (item_id)${join("clock_start", "started.started_at")}${join("clock_due", "started.deadline")}
      WHERE pauses.paused_at < ${end} AND started.started_at < ${end} AND coalesce(pauses.ended_at > started.started_at, true)
    ) AS pause${join("pause_start", "pause.paused_at")}${join("pause_end", last)}
  )
  GROUP BY item_id
) AS paused${spansJoin(compiled)}`;
}

function momentOf(compiled: CompiledPlan<JudgedPlan>): string {
  return compiled.openSpans === null
    ? "make_timestamp(paused.goal)"
    : "make_timestamp(span.starts_at + paused.goal - span.spent)";
}

function spansJoin(compiled: CompiledPlan<JudgedPlan>): string {
  if (compiled.openSpans === null) return "";
  return `\nASOF JOIN ${quoted(compiled.openSpans.name)} AS span ON paused.goal >= span.spent`;
}

/** Open microseconds that each item stood between two stamps: `item_id`, `stood`. Reads `pauses` and `started` (… ended_at). */
export function pausedTimeSql(compiled: CompiledPlan<JudgedPlan>, clock: PlannedClock): string {
  const isPlain = alwaysRuns(clock);
  const open = (alias: string, stamp: string) =>
    isPlain ? `epoch_us(${stamp})` : onLine(compiled.lookup, alias, "open", stamp);
  const joins = isPlain
    ? ""
    : `\n${joinLookup(compiled.lookup, "pause_start", "pause.paused_at")}\n${joinLookup(compiled.lookup, "pause_end", "pause.last_at")}`;
  return `SELECT pause.item_id, sum(${open("pause_end", "pause.last_at")} - ${open("pause_start", "pause.paused_at")}) AS stood
FROM (
  SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at,
    least(coalesce(pauses.ended_at, started.ended_at), started.ended_at) AS last_at
  FROM pauses JOIN started USING (item_id)
  WHERE started.ended_at > started.started_at AND greatest(pauses.paused_at, started.started_at)
    < least(coalesce(pauses.ended_at, started.ended_at), started.ended_at)
) AS pause${joins}
GROUP BY pause.item_id`;
}
