import { Decimal } from "decimal.js";
import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { monthsOf } from "../governance/invoice/billed-line.ts";
import type {
  DueCredit,
  Invoice,
  InvoiceLine,
  InvoiceRecords,
  MeasuredQuantity,
} from "../governance/invoice/invoice.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { addDays, dateAt, firstOfNextMonth, type PlainDate, startOfDay, type TimeZone } from "../values/time.ts";
import type { ServiceLevelVerdict } from "./verdict.ts";

/** Days by which records may begin after a month does, or end before it, and still cover it: a long weekend. */
const bearableDays = 3;

/** What an invoice check needs of the facts, as known at the end of a day in the partnership's zone. */
export type InvoiceFacts = Omit<InvoiceRecords, "credits">;

/**
 * Reads invoices, their lines, and what was done in each month that they bill: hours, agents, contacts and minutes of handling.
 * Sums are exact decimals; a month that the records do not cover from end to end is marked as such.
 */
export async function readInvoiceFacts(
  store: FactStore,
  { zone, asOf }: { readonly zone: TimeZone; readonly asOf: PlainDate },
): Promise<InvoiceFacts> {
  const invoices = await readInvoiceRows(store, asOf);
  const months = [...new Set(invoices.flatMap(({ period }) => monthsOf(period)))].sort();
  const measured =
    months.length === 0
      ? []
      : [...(await measureHours(store, months, asOf)), ...(await measureItems(store, months, { zone, asOf }))];
  return { invoices, lines: await readLines(store, asOf), measured, asOf };
}

/** The credits that a verdict tells, as the invoice check takes them: what a critical level owes, or that it cannot be told. */
export function dueCredits(levels: readonly ServiceLevelVerdict[], record: PartnershipRecord): readonly DueCredit[] {
  const critical = new Set(
    record.service_levels.flatMap(({ id, critical: terms }) => (terms === undefined ? [] : [id])),
  );
  return levels
    .filter(({ id, credit }) => credit !== null || critical.has(id))
    .map(({ id, period, credit }) => ({
      ...{ serviceLevel: id, period: { start: period.start, end: period.end } },
      ...{ accrued: credit?.owed ?? null, earnedBack: null, working: credit?.working ?? [] },
    }));
}

const InvoiceRow = z.object({
  id: z.string(),
  start: z.string(),
  end: z.string(),
  issued: z.string(),
  due: z.string().nullable(),
  currency: z.string(),
  total: z.string(),
});

async function readInvoiceRows(store: FactStore, asOf: PlainDate): Promise<readonly Invoice[]> {
  const rows = await store.rows(
    `SELECT invoice_id AS id, period_start::VARCHAR AS start, period_end::VARCHAR AS "end", issued_on::VARCHAR AS issued,
       due_on::VARCHAR AS due, currency, total::VARCHAR AS total
     FROM invoices WHERE issued_on <= $asOf::DATE ORDER BY issued_on, invoice_id`,
    { asOf },
  );
  return z
    .array(InvoiceRow)
    .parse(rows)
    .map((row) => ({
      ...{ id: row.id, period: { start: row.start, end: row.end }, issuedOn: row.issued, dueOn: row.due },
      ...{ currency: row.currency, total: plain(row.total) },
    }));
}

const LineRow = z.object({
  invoice: z.string(),
  line: z.string(),
  item: z.string().nullable(),
  description: z.string().nullable(),
  quantity: z.string(),
  unit: z.string().nullable(),
  unitPrice: z.string(),
  amount: z.string(),
});

async function readLines(store: FactStore, asOf: PlainDate): Promise<readonly InvoiceLine[]> {
  const rows = await store.rows(
    `SELECT invoice_id AS invoice, line, rate_item AS item, description, quantity::VARCHAR AS quantity, unit,
       unit_price::VARCHAR AS "unitPrice", amount::VARCHAR AS amount
     FROM invoice_lines
     WHERE invoice_id NOT IN (SELECT invoice_id FROM invoices WHERE issued_on > $asOf::DATE)
     ORDER BY invoice_id, TRY_CAST(line AS BIGINT), line`,
    { asOf },
  );
  return z
    .array(LineRow)
    .parse(rows)
    .map(({ quantity, unitPrice, amount, ...row }) => ({
      ...row,
      ...{ quantity: plain(quantity), unitPrice: plain(unitPrice), amount: plain(amount) },
    }));
}

const HoursRow = z.object({
  month: z.string(),
  billable: z.string().nullable(),
  other: z.string().nullable(),
  agents: z.number(),
  unknown: z.number(),
});

/** Hours of a day are known from the next day on. */
async function measureHours(
  store: FactStore,
  months: readonly string[],
  asOf: PlainDate,
): Promise<readonly MeasuredQuantity[]> {
  const rows = await store.rows(
    `SELECT strftime("date", '%Y-%m') AS month,
       sum(CAST(billable_hours AS DECIMAL(18, 6)))::VARCHAR AS billable,
       sum(CAST(worked_hours AS DECIMAL(18, 6)) - CAST(billable_hours AS DECIMAL(18, 6)))
         FILTER (worked_hours >= billable_hours)::VARCHAR AS other,
       count(DISTINCT agent_id) FILTER (worked_hours > 0) AS agents,
       count(*) FILTER (billable_hours IS NULL AND coalesce(worked_hours, scheduled_hours, 1) > 0) AS unknown
     FROM staff_hours WHERE "date" < $asOf::DATE GROUP BY 1`,
    { asOf },
  );
  const reach = await readReach(
    store,
    `SELECT min("date") AS first, max("date") AS last FROM staff_hours WHERE "date" < $asOf::DATE`,
    asOf,
  );
  const found = new Map(
    z
      .array(HoursRow)
      .parse(rows)
      .map((row) => [row.month, row]),
  );
  return months.flatMap((month): readonly MeasuredQuantity[] => {
    const row = found.get(month);
    if (row === undefined) return [];
    const period = monthPeriod(month);
    const isComplete = covers(reach, period);
    const hours = { unit: "hour", from: "billable hours of staff_hours; worked and not billable beside them" };
    const agents = { unit: "agent", from: "agents of staff_hours with worked hours" };
    return [
      ...(row.billable === null
        ? []
        : [
            {
              ...{ item: null, period, ...hours, quantity: plain(row.billable) },
              ...{
                nonProductive: row.other === null ? null : plain(row.other),
                isComplete: isComplete && row.unknown === 0,
              },
            },
          ]),
      { item: null, period, ...agents, quantity: String(row.agents), nonProductive: null, isComplete },
    ];
  });
}

const ItemsRow = z.object({
  month: z.string(),
  items: z.number(),
  seconds: z.string().nullable(),
  unknown: z.number(),
});

/** Items count in the month, in the contract's zone, of their resolution. */
async function measureItems(
  store: FactStore,
  months: readonly string[],
  { zone, asOf }: { readonly zone: TimeZone; readonly asOf: PlainDate },
): Promise<readonly MeasuredQuantity[]> {
  const until = stamp(startOfDay(addDays(asOf, 1), zone));
  const bounds = months.map((month) => {
    const { start, end } = monthPeriod(month);
    const [from, to] = [start, addDays(end, 1)].map((day) => stamp(startOfDay(day, zone)));
    return `('${month}', TIMESTAMP '${from}', TIMESTAMP '${to}')`;
  });
  const rows = await store.rows(
    `SELECT month, count(*) AS items, sum(CAST(handle_seconds AS DECIMAL(18, 3)))::VARCHAR AS seconds,
       count(*) FILTER (handle_seconds IS NULL) AS unknown
     FROM work_items JOIN (VALUES ${bounds.join(", ")}) AS bound(month, starts, ends)
       ON resolved_at >= starts AND resolved_at < ends
     WHERE resolved_at < TIMESTAMP '${until}' GROUP BY month`,
  );
  const reach = await readItemReach(store, until, zone);
  return z
    .array(ItemsRow)
    .parse(rows)
    .flatMap(({ month, items, seconds, unknown }) => {
      const period = monthPeriod(month);
      const isComplete = covers(reach, period);
      const known = { item: null, period, nonProductive: null };
      const contacts = { ...known, unit: "contact", quantity: String(items), isComplete, from: "work_items resolved" };
      if (seconds === null) return [contacts];
      const minutes = new Decimal(seconds).dividedBy(60).toDecimalPlaces(6).toFixed();
      const from = "handle_seconds of work_items resolved, to a millionth of a minute";
      return [contacts, { ...known, unit: "minute", quantity: minutes, isComplete: isComplete && unknown === 0, from }];
    })
    .sort((one, other) => one.period.start.localeCompare(other.period.start));
}

type Reach = { readonly first: PlainDate; readonly last: PlainDate };

async function readReach(store: FactStore, sql: string, asOf: PlainDate): Promise<Reach | null> {
  const [row] = await store.rows<{ readonly first: string | null; readonly last: string | null }>(sql, { asOf });
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}

async function readItemReach(store: FactStore, until: string, zone: TimeZone): Promise<Reach | null> {
  const [row] = await store.rows<{ readonly first: number | null; readonly last: number | null }>(
    `SELECT epoch(min(opened_at)) AS first, epoch(max(greatest(opened_at, coalesce(resolved_at, opened_at)))) AS last
     FROM work_items WHERE opened_at < TIMESTAMP '${until}' AND coalesce(resolved_at, opened_at) < TIMESTAMP '${until}'`,
  );
  return row?.first == null || row.last === null
    ? null
    : { first: dateAt(row.first, zone), last: dateAt(row.last, zone) };
}

function covers(reach: Reach | null, { start, end }: { readonly start: PlainDate; readonly end: PlainDate }): boolean {
  return reach !== null && reach.first <= addDays(start, bearableDays) && reach.last >= addDays(end, -bearableDays);
}

function monthPeriod(month: string): { readonly start: PlainDate; readonly end: PlainDate } {
  const start = `${month}-01`;
  return { start, end: addDays(firstOfNextMonth(start), -1) };
}

function stamp(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");
}

/** `14.8` of `14.8000000000` */
function plain(decimal: string): string {
  return new Decimal(decimal).toFixed();
}
