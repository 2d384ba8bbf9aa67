import type { Decimal } from "decimal.js";
import { Money, minorUnits } from "../../values/money.ts";
import { firstOfNextMonth } from "../../values/time.ts";
import { decimalOf, quantityText } from "../contract/charge-line.ts";
import type { BilledPeriod, Invoice, InvoiceLine } from "./invoice.ts";

/** A line together with its invoice, its figures exact. */
export type BilledLine = {
  readonly invoice: Invoice;
  readonly line: InvoiceLine;
  /** the item as the rate card would write it; "" where the line names none */
  readonly item: string;
  readonly quantity: Decimal;
  readonly unitPrice: Money;
  readonly amount: Money;
  /** calendar months that the invoice's period touches, `2026-03` */
  readonly months: readonly string[];
};

export function billedLine(invoice: Invoice, line: InvoiceLine): BilledLine {
  return {
    invoice,
    line,
    item: itemName(line.item ?? ""),
    quantity: decimalOf(line.quantity),
    unitPrice: new Money(line.unitPrice, invoice.currency),
    amount: new Money(line.amount, invoice.currency),
    months: monthsOf(invoice.period),
  };
}

/** `Agent Hour`, `agent_hour` and `agent-hour` are one item. */
export function itemName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}

/** The calendar months that a period touches. */
export function monthsOf({ start, end }: BilledPeriod): readonly string[] {
  const months: string[] = [];
  for (let day = `${start.slice(0, 7)}-01`; day <= end; day = firstOfNextMonth(day)) months.push(day.slice(0, 7));
  return months;
}

/** Quantity × unit price, rounded half up to the minor unit: what the line's amount has to be. */
export function computedAmount({ quantity, unitPrice }: BilledLine): Money {
  return unitPrice.times(quantity).rounded();
}

/** How a line's amount fits its quantity and unit price. */
export type AmountFit = "exact" | "price-shown-rounded" | "differs";

/**
 * Exact to the minor unit; or within what a price rounded to its last shown place explains, half of that place for each unit.
 * At least the minor unit's places count as shown: 46.1 is 46.10.
 */
export function amountFit({
  quantity,
  unitPrice,
  amount,
}: Pick<BilledLine, "quantity" | "unitPrice" | "amount">): AmountFit {
  const exact = unitPrice.times(quantity);
  if (exact.rounded().compare(amount) === 0) return "exact";
  const minor = minorUnits(amount.currency);
  const places = Math.max(minor, unitPrice.amount.decimalPlaces());
  const slack = quantity.abs().times(halfOf(places)).plus(halfOf(minor));
  return amount.minus(exact).amount.abs().lessThanOrEqualTo(slack) ? "price-shown-rounded" : "differs";
}

function halfOf(places: number): Decimal {
  return decimalOf(`5e-${places + 1}`);
}

/** `412.5 × 14.80 USD = 6,105.00 USD` */
export function productText(quantity: Decimal, unitPrice: Money): string {
  const exact = unitPrice.times(quantity);
  const rounded = exact.rounded();
  const product = `${quantityText(quantity)} × ${unitPrice.toText()} = ${exact.toText()}`;
  return exact.compare(rounded) === 0 ? product : `${product}, rounded to ${rounded.toText()}`;
}

/** `line 2 of INV-7` */
export function lineText({ invoice, line }: BilledLine): string {
  return `line ${line.line} of ${invoice.id}`;
}
