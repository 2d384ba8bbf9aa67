import type { MetricSubject } from "../metric-definition.ts";
import type { RecordSelection } from "../metric-plan.ts";
import { columnOf, quoted } from "./duckdb-words.ts";

/** The table of a subject's records; records that are derived from others are spelled out. */
export function sourceOf(subject: MetricSubject): string {
  return derivedSources[subject] ?? subject;
}

/** Rows of a kind with the days since their agent was last hired, on the UTC date of a stamp. */
function withTenure(kind: "work_items" | "quality_reviews", stamp: string): string {
  return `(
  SELECT done.*, CAST(done.${stamp} AS DATE) - person.hired_on AS tenure_days
  FROM ${kind} AS done ASOF JOIN staff AS person
    ON done.agent_id = person.agent_id AND CAST(done.${stamp} AS DATE) >= person.hired_on
)`;
}

const derivedSources: Partial<Record<MetricSubject, string>> = {
  agent_items: withTenure("work_items", "opened_at"),
  agent_reviews: withTenure("quality_reviews", "reviewed_at"),
  // Who came back has left no more; who moves to another team keeps what is granted.
  leaver_grants: `(
  SELECT access.agent_id, access.system, access.granted_on, access.revoked_on, leaver.left_on, leaver.team, leaver.site,
    access.attributes
  FROM access_grants AS access
  JOIN (FROM staff QUALIFY row_number() OVER (PARTITION BY agent_id ORDER BY hired_on DESC) = 1) AS leaver
    ON leaver.agent_id = access.agent_id AND leaver.left_on >= access.granted_on
  WHERE leaver.leave_kind IS DISTINCT FROM 'transfer'
)`,
  invoice_lines: `(
  SELECT line.*, invoice.issued_on, invoice.period_start, invoice.period_end, invoice.currency
  FROM invoice_lines AS line JOIN invoices AS invoice USING (invoice_id)
)`,
  // A reply is the other party's next message in the thread; who writes to a customer owes no reply here.
  replies: `(
  SELECT asked.message_id, asked.thread_id, asked.kind, asked.asked_by, asked.owed_by, asked.asked_at,
    answer.sent_at AS answered_at, asked.attributes
  FROM (
    SELECT message_id, thread_id, kind, from_side AS asked_by, sent_at AS asked_at, attributes,
      CASE from_side WHEN 'client' THEN 'provider' WHEN 'provider' THEN 'client' END AS owed_by
    FROM messages
    WHERE from_side IN ('client', 'provider')
      AND (kind IS NULL OR kind IN ('question', 'request', 'clarification', 'escalation'))
  ) AS asked
  ASOF LEFT JOIN messages AS answer
    ON answer.thread_id = asked.thread_id AND answer.from_side = asked.owed_by AND answer.sent_at > asked.asked_at
)`,
};

/** The name of a record, its key columns joined by `/`. */
export function idOf(selection: RecordSelection): string {
  const [only, ...more] = selection.id.map((name) => `record.${quoted(name)}`);
  if (only === undefined) return "NULL";
  return more.length === 0 ? only : `concat_ws('/', ${[only, ...more].join(", ")})`;
}

/** The segment columns of a selection as `expression AS "name"`, each ended by a comma; what is not there is `unknown`. */
export function segmentColumns(selection: RecordSelection): string {
  return selection.by
    .map((column) => `coalesce(CAST(${columnOf(column)} AS VARCHAR), 'unknown') AS ${quoted(column.name)}, `)
    .join("");
}

/** The names of the segment columns, each ended by a comma. */
export function segmentNames(selection: RecordSelection): string {
  return selection.by.map((column) => `${quoted(column.name)}, `).join("");
}
