import { Decimal } from "decimal.js";
import { Money } from "../../values/money.ts";
import type { Selection } from "./selection.ts";

/** The currency in which prices are compared: as written, else that of the own estimate, else the first bid's. */
export function comparedCurrency({ currency, own_estimate: estimate, bids }: Selection): string | null {
  return currency ?? estimate?.currency ?? bids.find(({ price }) => price !== undefined)?.price?.currency ?? null;
}

/** An amount in the compared currency, unrounded; null when there is no rate. Rates are read as the decimals they print as. */
export function comparedPrice(price: Money, selection: Selection): Money | null {
  const currency = comparedCurrency(selection);
  if (currency === null || price.currency === currency) return price;
  const rate = selection.exchange_rates[price.currency];
  return rate === undefined ? null : new Money(price.amount.times(new Decimal(String(rate))), currency);
}
