import type { z } from "zod";
import type { PathProblem } from "../../values/problem.ts";
import { addDays, firstOfNextMonth, type PlainDate } from "../../values/time.ts";
import { type BilledLine, billedLine } from "./billed-line.ts";
import { DueCredit, Invoice, InvoiceLine, type InvoiceRecords, MeasuredQuantity, reservedItems } from "./invoice.ts";

/** When the contract holds. */
export type ContractDates = {
  readonly signed?: PlainDate | undefined;
  readonly starts?: PlainDate | undefined;
  readonly ends?: PlainDate | undefined;
};

/** The records that can be read and were known by the date of asking, oldest invoice first, and what is wrong with the rest. */
export type Bills = {
  readonly invoices: readonly Invoice[];
  readonly lines: readonly BilledLine[];
  readonly measured: readonly MeasuredQuantity[];
  readonly credits: readonly DueCredit[];
  readonly problems: readonly PathProblem[];
};

/** Paths lead into the records as they were given: `["lines", 3, "unitPrice"]`. */
export function readBills(records: InvoiceRecords, dates: ContractDates): Bills {
  const problems: PathProblem[] = [];
  const invoices = readable("invoices", records.invoices, Invoice, problems);
  const lines = readable("lines", records.lines, InvoiceLine, problems);
  const measured = readable("measured", records.measured, MeasuredQuantity, problems);
  const credits = readable("credits", records.credits, DueCredit, problems);
  const known = invoices.filter(({ value }) => value.issuedOn <= records.asOf);
  const single = withoutRepeatedIds(known, problems);
  for (const { value, index } of single) problems.push(...dateProblems(value, index, dates));
  const ids = new Set(invoices.map(({ value }) => value.id));
  const sorted = single.map(({ value }) => value).sort(byIssue);
  const byId = new Map(sorted.map((invoice) => [invoice.id, invoice]));
  const billed = lines.flatMap(({ value, index }) => {
    const invoice = byId.get(value.invoice);
    if (invoice === undefined && !ids.has(value.invoice)) {
      const message = `line ${value.line} belongs to invoice ${value.invoice}, which is not there`;
      const hint = "import the invoice, or check its number";
      problems.push({ code: "line-without-invoice", path: ["lines", index, "invoice"], message, hint });
    }
    problems.push(...priceProblems(value, index));
    return invoice === undefined ? [] : [billedLine(invoice, value)];
  });
  const order = new Map(sorted.map((invoice, at) => [invoice, at]));
  billed.sort((one, other) => (order.get(one.invoice) ?? 0) - (order.get(other.invoice) ?? 0));
  return {
    invoices: sorted,
    lines: billed,
    measured: measured.flatMap(({ value, index }) => usableMeasure(value, index, problems)),
    credits: credits.map(({ value }) => value),
    problems,
  };
}

type Placed<T> = { readonly value: T; readonly index: number };

function readable<Schema extends z.ZodType>(
  noun: string,
  values: readonly unknown[],
  schema: Schema,
  problems: PathProblem[],
): readonly Placed<z.output<Schema>>[] {
  return values.flatMap((value, index) => {
    const read = schema.safeParse(value);
    if (read.success) return [{ value: read.data, index }];
    for (const { path, message } of read.error.issues) {
      const place = path.map((key) => (typeof key === "symbol" ? String(key) : key));
      const hint = "mend it where it comes from and ask again; it is left out";
      problems.push({ code: "unreadable", path: [noun, index, ...place], message, hint });
    }
    return [];
  });
}

function withoutRepeatedIds(invoices: readonly Placed<Invoice>[], problems: PathProblem[]): readonly Placed<Invoice>[] {
  const seen = new Set<string>();
  return invoices.filter(({ value: { id }, index }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return true;
    }
    const message = `invoice ${id} is there twice`;
    const hint = "the first is checked; keep one, or give each its number";
    problems.push({ code: "duplicate-invoice-id", path: ["invoices", index, "id"], message, hint });
    return false;
  });
}

function dateProblems(
  invoice: Invoice,
  index: number,
  { signed, starts, ends }: ContractDates,
): readonly PathProblem[] {
  const { id, period, issuedOn } = invoice;
  const begins = starts ?? signed;
  const problems: PathProblem[] = [];
  if (begins !== undefined && period.start < begins) {
    const message = `${id} bills from ${period.start}, before the contract begins on ${begins}`;
    const hint = "check the period, and contract.starts";
    problems.push({ code: "before-the-contract", path: ["invoices", index, "period", "start"], message, hint });
  }
  if (ends !== undefined && period.end > ends) {
    const message = `${id} bills to ${period.end}, after the contract has ended on ${ends}`;
    const hint = "check the period, and contract.ends";
    problems.push({ code: "after-the-contract", path: ["invoices", index, "period", "end"], message, hint });
  }
  if (signed !== undefined && issuedOn < signed) {
    const message = `${id} was issued on ${issuedOn}, before the contract was signed on ${signed}`;
    const hint = "check the day, and contract.signed";
    problems.push({ code: "before-the-contract", path: ["invoices", index, "issuedOn"], message, hint });
  }
  return problems;
}

function priceProblems({ line, invoice, item, unitPrice }: InvoiceLine, index: number): readonly PathProblem[] {
  const mayBeNegative: readonly string[] = [...reservedItems.credit, ...reservedItems.tax];
  if (!unitPrice.startsWith("-") || mayBeNegative.includes(item ?? "")) return [];
  const message = `line ${line} of ${invoice} has the negative price ${unitPrice}`;
  const hint = "write a correction as a negative quantity, and a service credit with the item credit";
  return [{ code: "negative-price", path: ["lines", index, "unitPrice"], message, hint }];
}

/** Measures must be of one whole calendar month, and not negative; others would be guessed at. */
function usableMeasure(value: MeasuredQuantity, index: number, problems: PathProblem[]): readonly MeasuredQuantity[] {
  const { start, end } = value.period;
  if (!start.endsWith("-01") || addDays(firstOfNextMonth(start), -1) !== end) {
    const message = `${value.item ?? value.unit} is measured from ${start} to ${end}, which is no calendar month`;
    const hint = "measure it month by month, as the rate card counts";
    problems.push({ code: "measured-not-by-month", path: ["measured", index, "period"], message, hint });
    return [];
  }
  if (value.quantity.startsWith("-") || value.nonProductive?.startsWith("-") === true) {
    const message = `${value.item ?? value.unit} is measured as ${value.quantity} in ${start.slice(0, 7)}`;
    const hint = "check the records: nothing is done less than not at all";
    problems.push({ code: "negative-quantity", path: ["measured", index, "quantity"], message, hint });
    return [];
  }
  return [value];
}

function byIssue(one: Invoice, other: Invoice): number {
  return one.issuedOn.localeCompare(other.issuedOn) || (one.id < other.id ? -1 : 1);
}
