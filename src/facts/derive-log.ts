import { identifier, literal } from "./fact-tables.ts";
import type { LogReading } from "./import-plan.ts";
import { factSchemas } from "./schema/fact-kinds.ts";
import type { EventMeaning } from "./schema/source-definition.ts";

/**
 * SQL for the rows of a log in the order in which they tell each item's story, with what each activity means.
 * Rows that say the same at the same moment count once in logs ordered by time.
 * @param columns the canonical columns that the table of converted rows `log` has
 */
export function orderedLog(log: string, columns: ReadonlySet<string>, reading: LogReading): string {
  const has = (name: string) => (columns.has(name) ? identifier(name) : "NULL::VARCHAR");
  const meanings = [...reading.meanings].filter(([activity]) => activity !== "*");
  const otherwise = reading.meanings.get("*");
  const choose = (of: (meaning: NonNullable<typeof otherwise>) => string | undefined) => {
    const branches = meanings.map(([activity, meaning]) => {
      const value = of(meaning);
      return `WHEN ${literal(activity)} THEN ${value === undefined ? "NULL" : literal(value)}`;
    });
    const last = otherwise === undefined ? undefined : of(otherwise);
    const rest = last === undefined ? "NULL" : literal(last);
    return branches.length === 0 ? `${rest}::VARCHAR` : `CASE lower(activity) ${branches.join(" ")} ELSE ${rest} END`;
  };
  const meaning = choose((written) => (typeof written === "string" ? written : written.event));
  const side = choose((written) => (typeof written === "string" ? undefined : written.by_side));
  const reason = choose((written) => (typeof written === "string" ? undefined : written.reason));
  const order = reading.order === "time" ? '"at", row_line' : "row_line";
  const said = ["item_id", '"at"', "activity", has("agent_id"), has("team"), has("by_side")].join(", ");
  const once = reading.order === "time" ? `QUALIFY row_number() OVER (PARTITION BY ${said} ORDER BY row_line) = 1` : "";
  return `SELECT *, row_number() OVER (PARTITION BY item_id ORDER BY ${order}) AS step FROM (
    SELECT item_id, "at", activity, row_line, ${meaning} AS meaning, coalesce(${has("by_side")}, ${side}) AS side,
      coalesce(${has("reason")}, ${reason}, activity) AS reason_now, ${has("agent_id")} AS agent, ${has("team")} AS team_now
    FROM ${log} ${once})`;
}

/** SQL for the events that an ordered log tells: the activities' own and those that follow from their order. */
export function logEvents(ordered: string): string {
  const before = "OVER (PARTITION BY item_id ORDER BY step ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
  const state = `CASE WHEN meaning = 'paused' THEN 'paused' WHEN meaning IN ('resolved', 'closed') THEN 'done'
    WHEN meaning IN ('working', 'resumed', 'reopened', 'assigned', 'responded') THEN 'running' END`;
  const told = `SELECT *, last_value(state IGNORE NULLS) ${before} AS state_before,
      last_value(activity IGNORE NULLS) ${before} AS activity_before, last_value(team_now IGNORE NULLS) ${before} AS team_before
    FROM (SELECT *, ${state} AS state FROM ${ordered})`;
  const isSame = "activity_before = activity";
  const event = `CASE WHEN meaning = 'ignored' THEN NULL
    WHEN meaning = 'working' THEN CASE state_before WHEN 'paused' THEN 'resumed' WHEN 'done' THEN 'reopened' END
    WHEN meaning IN ('paused', 'resolved', 'closed') AND ${isSame} THEN NULL ELSE meaning END`;
  const one = (name: string, where: string) =>
    `SELECT item_id, "at", ${name} AS event, side AS by_side, agent AS agent_id, reason_now AS reason, row_line, step FROM told WHERE ${where}`;
  return `WITH told AS (${told})
    SELECT item_id, "at", event, by_side, agent_id, reason, row_line, step FROM (
      ${one(event, `${event} IS NOT NULL`)}
      UNION ALL ${one("'reopened'", "meaning = 'paused' AND state_before = 'done'")}
      UNION ALL ${one("'transferred'", "team_before <> team_now AND meaning IS DISTINCT FROM 'transferred'")})
    QUALIFY row_number() OVER (PARTITION BY item_id, "at", event ORDER BY step DESC) = 1`;
}

/**
 * SQL for one work item per item of a log. A mapped column has the value of the last row (logs of updates) or the last filled
 * one (event logs; handling times add up). Columns that are not mapped follow from the events; closing resolves what nothing
 * resolved, and an item that is open again has no resolution. What no meaning of the log could tell stays unknown.
 * @param attributes SQL for the attributes of a raw row, and the raw rows (`line`, cells) that it reads
 */
export function logItems(
  log: string,
  columns: ReadonlySet<string>,
  reading: LogReading,
  attributes: { readonly expression: string; readonly rows: string },
): string {
  const mapped = factSchemas.work_items.columns
    .map((column) => column.name)
    .filter((name) => columns.has(name) && name !== "item_id");
  const meanings = [...reading.meanings.values()].map((meaning) =>
    typeof meaning === "string" ? meaning : meaning.event,
  );
  const tells = (...events: readonly EventMeaning[]) => events.some((event) => meanings.includes(event));
  const isOpenAgain = "coalesce(reopened_step, 0) >";
  const derived: Readonly<Record<string, string>> = {
    opened_at: "first_at",
    first_responded_at: "responded_at",
    resolved_at: `CASE WHEN ${isOpenAgain} coalesce(greatest(resolved_step, closed_step), 0) THEN NULL
      WHEN ${isOpenAgain} coalesce(resolved_step, 0) THEN last_closed_at ELSE coalesce(last_resolved_at, last_closed_at) END`,
    closed_at: `CASE WHEN ${isOpenAgain} coalesce(closed_step, 0) THEN NULL ELSE last_closed_at END`,
    status: "last_activity",
    reopened_count: tells("reopened", "working") ? "coalesce(reopenings, 0)" : "NULL::BIGINT",
    transferred_count: columns.has("team") || tells("transferred") ? "coalesce(transfers, 0)" : "NULL::BIGINT",
    escalated: tells("escalated") ? "coalesce(has_escalated, false)" : "NULL::BOOLEAN",
  };
  const added = Object.entries(derived).filter(([name]) => !columns.has(name));
  const shown = [
    ...mapped.map((name) => `items.${identifier(name)}`),
    ...added.map(([name, sql]) => `${sql} AS ${name}`),
  ];
  const rows = reading.order === "file" ? lastRows(log, mapped) : lastFilled(log, mapped);
  return `SELECT items.item_id, ${shown.join(", ")}, ${attributes.expression} AS attributes, items.row_line FROM (${rows}) items
    LEFT JOIN (SELECT item_id, min("at") FILTER (event = 'responded') AS responded_at,
        max(step) FILTER (event = 'resolved') AS resolved_step, arg_max("at", step) FILTER (event = 'resolved') AS last_resolved_at,
        max(step) FILTER (event = 'closed') AS closed_step, arg_max("at", step) FILTER (event = 'closed') AS last_closed_at,
        max(step) FILTER (event = 'reopened') AS reopened_step, count(*) FILTER (event = 'reopened') AS reopenings,
        count(*) FILTER (event = 'transferred') AS transfers, bool_or(event = 'escalated') AS has_escalated
      FROM log_events GROUP BY item_id) events USING (item_id)
    JOIN ${attributes.rows} r ON r.line = items.row_line`;
}

/** The last row of each item as it stands, with handling times added up. */
function lastRows(log: string, mapped: readonly string[]): string {
  const hasTimes = mapped.includes("handle_seconds");
  return `SELECT l.* ${hasTimes ? "REPLACE (handled AS handle_seconds)" : ""}, first_at, l.activity AS last_activity FROM ${log} l
    JOIN (SELECT item_id, max(row_line) AS row_line, min("at") AS first_at ${hasTimes ? ", sum(handle_seconds) AS handled" : ""}
      FROM ${log} GROUP BY item_id) USING (item_id, row_line)`;
}

/** The last filled value of each column of each item, with handling times added up. */
function lastFilled(log: string, mapped: readonly string[]): string {
  const own = mapped.map((name) => {
    const column = identifier(name);
    return `${name === "handle_seconds" ? `sum(${column})` : `arg_max(${column}, step)`} AS ${column},`;
  });
  return `SELECT item_id, ${own.join(" ")} arg_max(row_line, step) AS row_line, min("at") AS first_at,
      arg_max(activity, step) AS last_activity
    FROM (SELECT l.*, o.step FROM ${log} l JOIN ordered_log o USING (item_id, row_line)) GROUP BY item_id`;
}
