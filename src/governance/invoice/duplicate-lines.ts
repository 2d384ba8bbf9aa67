import type { BilledLine } from "./billed-line.ts";
import type { Invoice } from "./invoice.ts";

/**
 * The earlier line that this one repeats: same item, period, quantity, price and amount, and no words that tell them apart.
 * @param lines oldest first
 */
export function duplicateOf(line: BilledLine, lines: readonly BilledLine[]): BilledLine | null {
  const earlier = lines.slice(0, lines.indexOf(line));
  return earlier.find((other) => isSameLine(line, other)) ?? null;
}

function isSameLine(one: BilledLine, other: BilledLine): boolean {
  return (
    one.item === other.item &&
    one.invoice.period.start === other.invoice.period.start &&
    one.invoice.period.end === other.invoice.period.end &&
    one.quantity.equals(other.quantity) &&
    one.unitPrice.currency === other.unitPrice.currency &&
    one.unitPrice.compare(other.unitPrice) === 0 &&
    one.amount.compare(other.amount) === 0 &&
    isSameText(one.line.description, other.line.description)
  );
}

/** Words on one line only do not tell two lines apart. */
function isSameText(one: string | null, other: string | null): boolean {
  return one === null || other === null || plain(one) === plain(other);
}

/** The earlier invoice whose number this one's only seems to differ from: case, marks and leading zeros aside. */
export function sameNumberAs(invoice: Invoice, invoices: readonly Invoice[]): Invoice | null {
  const earlier = invoices.slice(0, invoices.indexOf(invoice));
  return earlier.find(({ id }) => number(id) === number(invoice.id)) ?? null;
}

function number(id: string): string {
  return plain(id).replaceAll(/(?<!\d)0+(?=\d)/g, "");
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
