import { groupedBy } from "../../values/grouped.ts";
import type { BilledLine } from "./billed-line.ts";
import type { Invoice } from "./invoice.ts";

/**
 * Lines that repeat an earlier one, with that one: same item, period, quantity, price and amount, and no words that tell
 * them apart. Words on one of the two only do not.
 * @param lines oldest first
 */
export function duplicatesAmong(lines: readonly BilledLine[]): ReadonlyMap<BilledLine, BilledLine> {
  const duplicates = new Map<BilledLine, BilledLine>();
  for (const alike of groupedBy(lines, figuresOf).values()) {
    const texts = alike.map(({ line: { description } }) => (description === null ? null : plain(description)));
    for (const [at, line] of alike.entries()) {
      const same = texts.findIndex((text) => text === null || texts[at] === null || text === texts[at]);
      const earlier = alike[same];
      if (same < at && earlier !== undefined) duplicates.set(line, earlier);
    }
  }
  return duplicates;
}

function figuresOf({ item, invoice: { period }, quantity, unitPrice, amount }: BilledLine): string {
  return [item, period.start, period.end, quantity, unitPrice, amount].map(String).join(" ");
}

/** For each invoice whose number only seems to differ from an earlier one's, that one: case, marks and leading zeros aside. */
export function sameNumbersAmong(invoices: readonly Invoice[]): ReadonlyMap<Invoice, Invoice> {
  const alike = [...groupedBy(invoices, ({ id }) => number(id)).values()];
  return new Map(
    alike.flatMap(([first, ...later]) =>
      first === undefined ? [] : later.map((invoice) => [invoice, first] as const),
    ),
  );
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
