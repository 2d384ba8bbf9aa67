import type { CheckedInvoice, CheckedLine } from "../../../governance/invoice/invoice-check.ts";
import { Money, type MoneyText } from "../../../values/money.ts";
import { addDays, type PlainDate } from "../../../values/time.ts";

/** Invoices issued in the last quarter speak of how it is now: the findings tell of these alone. */
export const recentInvoiceDays = 92;

/** The first day of issue of which the findings tell. */
export function recentSince(asOf: PlainDate): PlainDate {
  return addDays(asOf, -recentInvoiceDays);
}

/** A line in dispute, with the invoice that it stands on. */
export type DisputedLine = { readonly invoice: CheckedInvoice; readonly line: CheckedLine };

/** The lines in dispute, invoice by invoice. */
export function disputedLines(invoices: readonly CheckedInvoice[]): readonly DisputedLine[] {
  return invoices.flatMap((invoice) =>
    invoice.lines.filter(({ decision }) => decision === "dispute").map((line) => ({ invoice, line })),
  );
}

/** What is in dispute on such lines, `5,423.45 USD`. */
export function disputedWords(found: readonly DisputedLine[]): string {
  return sumWords(found.map(({ line }) => line.disputed));
}

/** Amounts together; those of different currencies are told side by side. */
export function sumWords(amounts: readonly MoneyText[]): string {
  const sums = new Map<string, Money>();
  for (const { amount, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? new Money("0", currency)).plus(new Money(amount, currency)));
  return [...sums.values()].map((sum) => sum.rounded().toText()).join(" and ");
}
