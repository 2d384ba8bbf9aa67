import { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";
import type { BilledLine } from "./billed-line.ts";
import { sumOfMoney } from "./divided-amount.ts";
import type { ItemDue } from "./due-quantities.ts";
import { type DueQuantity, dueForParts, type MatchedPart, matchPrices } from "./match-prices.ts";

export type Judged = {
  readonly due: ReadonlyMap<BilledLine, Money>;
  readonly parts: ReadonlyMap<BilledLine, readonly MatchedPart[]>;
  readonly unbilledReductions: readonly Decimal[];
};

/** What each line comes to where these quantities are due. */
export function judgeLines(
  { charges, corrections }: { readonly charges: readonly BilledLine[]; readonly corrections: readonly BilledLine[] },
  { quantities, reductions, total }: ItemDue,
): Judged {
  const taken = corrections
    .filter((line) => !isDoubleNegative(line))
    .map(({ quantity, unitPrice }) => ({ quantity: quantity.abs(), unitPrice: positive(unitPrice) }));
  const reduced = matchPrices(taken, reductions);
  // What a correction takes off was billed before, at that price: it may stand.
  const freed = taken.map(({ unitPrice }, at): DueQuantity => {
    const quantity = (reduced.parts[at] ?? []).reduce(
      (sum, part) => (part.due === null ? sum.plus(part.quantity) : sum),
      new Decimal(0),
    );
    return {
      quantity,
      priceIn: (currency) => (currency === unitPrice.currency ? { price: unitPrice, places: null } : null),
    };
  });
  const matched = matchPrices(charges, [...quantities, ...freed]);
  const isMean = isAtMeanPrice(charges, quantities, total);
  const due = new Map<BilledLine, Money>();
  const parts = new Map<BilledLine, readonly MatchedPart[]>();
  for (const [at, line] of charges.entries()) {
    const ofLine = matched.parts[at] ?? [];
    parts.set(line, isMean ? [{ quantity: line.quantity, due: line.unitPrice }] : ofLine);
    due.set(line, isMean ? line.amount : dueForParts(ofLine, line.unitPrice).rounded());
  }
  return { due, parts, unbilledReductions: reduced.unbilled };
}

function positive(price: Money): Money {
  return price.amount.isNegative() ? price.times("-1") : price;
}

/** All of the quantity billed at one price between those of the bands, and no more in all than by the bands. */
function isAtMeanPrice(charges: readonly BilledLine[], due: readonly DueQuantity[], total: Money): boolean {
  const prices = due.map(({ priceIn }) => priceIn(total.currency)?.price);
  const quantity = due.reduce((sum, each) => sum.plus(each.quantity), new Decimal(0));
  const billed = charges.reduce((sum, line) => sum.plus(line.quantity), new Decimal(0));
  if (due.length < 2 || !billed.equals(quantity)) return false;
  if (charges.some(({ amount }) => amount.currency !== total.currency)) return false;
  const isBetween = ({ unitPrice }: BilledLine) =>
    prices.some((price) => price !== undefined && price.compare(unitPrice) <= 0) &&
    prices.some((price) => price !== undefined && price.compare(unitPrice) >= 0);
  const amount = sumOfMoney(
    charges.map((line) => line.amount),
    total.currency,
  );
  return charges.every(isBetween) && amount.compare(total) <= 0;
}

/** A line that adds; all others take off. */
export function isCharge({ quantity, unitPrice }: BilledLine): boolean {
  return !quantity.isNegative() && !unitPrice.amount.isNegative();
}

/** Two minuses that make a plus. */
export function isDoubleNegative({ quantity, unitPrice }: BilledLine): boolean {
  return quantity.isNegative() && unitPrice.amount.isNegative();
}
