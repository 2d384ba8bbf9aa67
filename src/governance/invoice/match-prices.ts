import { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";

/** A quantity that falls due at one price. */
export type DueQuantity = {
  readonly quantity: Decimal;
  /** the price in a line's currency, and whether a line may show it rounded; null when no rate leads there */
  readonly priceIn: (currency: string) => DuePrice | null;
};

/** `places` are the fewest decimals at which the rounded price may stand on a line; null: only the exact price will do. */
export type DuePrice = { readonly price: Money; readonly places: number | null };

/** What is billed at one price; quantities are not negative. */
export type BilledQuantity = { readonly quantity: Decimal; readonly unitPrice: Money };

/** A part of a line and the price that is due for it; null where nothing is. */
export type MatchedPart = { readonly quantity: Decimal; readonly due: Money | null };

/**
 * Lays billed quantities over what is due: first where the prices are the same, then what is left in the order of the bands,
 * and what is left after that is due at no price. Earlier lines come first.
 * @returns the parts of each line, and what nobody billed
 */
export function matchPrices(
  billed: readonly BilledQuantity[],
  due: readonly DueQuantity[],
): { readonly parts: readonly (readonly MatchedPart[])[]; readonly unbilled: readonly Decimal[] } {
  const left = due.map(({ quantity }) => quantity);
  const open = billed.map(({ quantity }) => quantity);
  const parts: MatchedPart[][] = billed.map(() => []);

  function take(at: number, from: number, price: Money): void {
    const quantity = Decimal.min(open[at] ?? 0, left[from] ?? 0);
    if (!quantity.greaterThan(0)) return;
    open[at] = (open[at] ?? quantity).minus(quantity);
    left[from] = (left[from] ?? quantity).minus(quantity);
    parts[at]?.push({ quantity, due: price });
  }

  for (const isExact of [true, false]) {
    for (const [at, { unitPrice }] of billed.entries()) {
      for (const [from, { priceIn }] of due.entries()) {
        const price = priceIn(unitPrice.currency);
        if (price === null) continue;
        if (isSamePrice(unitPrice, price)) take(at, from, unitPrice);
        else if (!isExact) take(at, from, price.price);
      }
    }
  }
  for (const [at, quantity] of open.entries()) {
    if (quantity.greaterThan(0)) parts[at]?.push({ quantity, due: null });
  }
  return { parts, unbilled: left };
}

/** Whether a line shows the price that is due: exactly, or rounded half up where the price came out of reckoning. */
function isSamePrice(shown: Money, { price, places }: DuePrice): boolean {
  if (shown.amount.equals(price.amount)) return true;
  if (places === null) return false;
  const decimals = Math.max(places, shown.amount.decimalPlaces());
  return shown.amount.equals(price.amount.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP));
}

/** What is due for the parts of a line: never more than was asked for each. */
export function dueForParts(parts: readonly MatchedPart[], unitPrice: Money): Money {
  return parts.reduce((sum, { quantity, due }) => {
    if (due === null) return sum;
    return sum.plus((due.compare(unitPrice) < 0 ? due : unitPrice).times(quantity));
  }, unitPrice.times(0));
}
