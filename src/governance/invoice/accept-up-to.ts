import type { Money } from "../../values/money.ts";
import { type BilledLine, computedAmount } from "./billed-line.ts";
import { atLeastNothing, type Convert, Division, leftOpen, smallerOf } from "./divided-amount.ts";
import type { InvoiceReason } from "./invoice-check.ts";

/** An agreed sum and what lines beyond it are told. */
export type AgreedSum = { readonly due: Money; readonly beyond: InvoiceReason; readonly working: readonly string[] };

/** Accepts lines, oldest first, until an agreed sum is used up; a line that takes off gives it back. */
export function acceptUpTo(
  lines: readonly BilledLine[],
  { due, beyond, working }: AgreedSum,
  convert: Convert,
): ReadonlyMap<BilledLine, Division> {
  const divisions = new Map<BilledLine, Division>();
  let left = due;
  for (const line of lines) {
    const room = convert(left, line.amount.currency);
    const used =
      room === null ? null : smallerOf(line.amount, atLeastNothing(smallerOf(room, computedAmount(line)).rounded()));
    const spent = used === null ? null : convert(used, due.currency);
    if (used === null || spent === null) {
      const message = `no rate is agreed between ${line.amount.currency} and ${due.currency}`;
      divisions.set(line, leftOpen(line.amount, "currency-without-rate", message));
      continue;
    }
    left = left.minus(spent);
    const disputed = line.amount.minus(used);
    const reasons = disputed.amount.isZero() ? [] : [beyond];
    divisions.set(line, new Division(line.amount, { disputed, reasons, working }));
  }
  return divisions;
}
