import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { InvoicedPeriod } from "../service-levels/at-risk-amount.ts";
import { Money } from "../values/money.ts";
import { dateAt, daysBetween, type PlainDate, type TimeZone } from "../values/time.ts";
import type { ReportedFigure } from "./reconcile-reported.ts";

/** The stamps by which a kind of record shows that it is still being written. */
const signsOfLife: Readonly<Record<FactKind, readonly string[]>> = {
  work_items: ["opened_at", "first_responded_at", "resolved_at"],
  item_events: ["at"],
  quality_reviews: ["reviewed_at"],
  survey_responses: ["sent_at", "answered_at"],
  complaints: ["received_at"],
  staff: ["hired_on", "left_on"],
  staff_hours: ["date"],
  access_grants: ["granted_on", "revoked_on"],
  invoices: ["period_end"],
  invoice_lines: [],
  messages: ["sent_at"],
  meetings: ["planned_at", "held_at"],
  commitments: ["made_on", "done_on"],
  reported_kpis: ["received_at"],
  pulse_answers: ["answered_at"],
  goal_rankings: ["answered_at"],
  incidents: ["occurred_at"],
  ideas: ["submitted_at", "decided_at"],
};

/** The days on which records of each kind say anything, so that "the last record known on a day" can be asked for any day. */
export type RecordDays = {
  /** the last day, not after `asOf`, on which the kind has a record; null before the first */
  readonly lastDay: (kind: FactKind, asOf: PlainDate) => PlainDate | null;
  readonly firstDay: (kind: FactKind) => PlainDate | null;
  /** the longest of the last twelve pauses between two days with records, of at least three; null where there are fewer */
  readonly usualGapDays: (kind: FactKind, asOf: PlainDate) => number | null;
};

export async function readRecordDays(store: FactStore, present: ReadonlySet<FactKind>): Promise<RecordDays> {
  const days = new Map<FactKind, readonly PlainDate[]>();
  for (const kind of present) {
    const each = signsOfLife[kind].map(
      (column) =>
        `SELECT DISTINCT CAST(CAST("${column}" AS DATE) AS VARCHAR) AS day FROM ${kind} WHERE "${column}" IS NOT NULL`,
    );
    if (each.length === 0) continue;
    const rows = await store.rowsOnce<{ readonly day: string }>(`${each.join(" UNION ")} ORDER BY day`);
    days.set(
      kind,
      rows.map(({ day }) => day),
    );
  }
  return {
    lastDay: (kind, asOf) => days.get(kind)?.findLast((day) => day <= asOf) ?? null,
    firstDay: (kind) => days.get(kind)?.[0] ?? null,
    usualGapDays: (kind, asOf) => longestGap((days.get(kind) ?? []).filter((day) => day <= asOf).slice(-13)),
  };
}

/** The last day up to `asOf` on which a record of any kind says anything, as one quick question; null without any. */
export async function lastRecordDay(
  store: FactStore,
  present: ReadonlySet<FactKind>,
  asOf: PlainDate,
): Promise<PlainDate | null> {
  const each = [...present].flatMap((kind) =>
    signsOfLife[kind].map(
      (column) =>
        `SELECT max(CAST("${column}" AS DATE)) AS day FROM ${kind} WHERE CAST("${column}" AS DATE) <= $asOf::DATE`,
    ),
  );
  if (each.length === 0) return null;
  const [row] = await store.rows<{ readonly last: string | null }>(
    `SELECT max(day)::VARCHAR AS last FROM (${each.join(" UNION ALL ")})`,
    { asOf },
  );
  return row?.last ?? null;
}

/** Two pauses may be a chance; from three on they tell how often a young partnership writes its records. */
const fewestPauses = 3;

function longestGap(days: readonly PlainDate[]): number | null {
  if (days.length <= fewestPauses) return null;
  return Math.max(...days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day)));
}

const InvoiceRow = z.object({
  start: z.string(),
  end: z.string(),
  issued: z.string(),
  currency: z.string(),
  total: z.string(),
});

/** What an invoice bills for a period, before tax, with the day on which it became known. */
export type IssuedInvoice = InvoicedPeriod & { readonly issuedOn: PlainDate };

/** All invoices, oldest first. */
export async function readInvoices(store: FactStore): Promise<readonly IssuedInvoice[]> {
  const rows = await store.rows(`SELECT period_start::VARCHAR AS start, period_end::VARCHAR AS "end",
  issued_on::VARCHAR AS issued, currency, total::VARCHAR AS total FROM invoices ORDER BY period_end, invoice_id`);
  return z
    .array(InvoiceRow)
    .parse(rows)
    .map((row) => ({
      period: { start: row.start, end: row.end },
      total: new Money(row.total, row.currency),
      issuedOn: row.issued,
    }));
}

const ReportedRow = z.object({
  kpi: z.string(),
  start: z.string(),
  end: z.string(),
  value: z.number(),
  received: z.number(),
});

/** What the provider reported, oldest first. */
export async function readReported(store: FactStore, zone: TimeZone): Promise<readonly ReportedFigure[]> {
  const rows = await store.rows(`SELECT kpi, period_start::VARCHAR AS start, period_end::VARCHAR AS "end", value,
  epoch(received_at)::DOUBLE AS received FROM reported_kpis ORDER BY period_end, kpi`);
  return z
    .array(ReportedRow)
    .parse(rows)
    .map((row) => ({
      kpi: row.kpi,
      period: { start: row.start, end: row.end },
      value: row.value,
      receivedOn: dateAt(row.received, zone),
    }));
}
