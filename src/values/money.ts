import { Decimal } from "decimal.js";
import { z } from "zod";

// 40 digits: sums of invoice lines stay exact far beyond any contract.
Decimal.set({ precision: 40 });

/** An amount as plain data: decimal text with its currency. */
export type MoneyText = { readonly amount: string; readonly currency: string };

/** An amount in one currency; decimal, never a float. */
export class Money {
  readonly amount: Decimal;
  readonly currency: string;

  /** A number other than 0 does not compile: a binary float would bring its own rounding into the books. */
  constructor(amount: Decimal | string | bigint | 0, currency: string) {
    if (typeof amount === "number" && amount !== 0) throw new TypeError("money is made from decimal text");
    this.amount = new Decimal(typeof amount === "bigint" ? amount.toString() : amount);
    this.currency = currency;
  }

  plus(other: Money): Money {
    return new Money(this.amount.plus(this.sameCurrency(other).amount), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.amount.minus(this.sameCurrency(other).amount), this.currency);
  }

  /** The part `share` of this, unrounded; `share` as decimal text or a Decimal, so that 0.1 is one tenth. */
  times(share: Decimal | string | 0): Money {
    return new Money(this.amount.times(new Decimal(share)), this.currency);
  }

  /** Rounded half up to the currency's minor unit. */
  rounded(): Money {
    return new Money(this.amount.toDecimalPlaces(minorUnits(this.currency), Decimal.ROUND_HALF_UP), this.currency);
  }

  compare(other: Money): -1 | 0 | 1 {
    return this.amount.comparedTo(this.sameCurrency(other).amount) as -1 | 0 | 1;
  }

  /** `2000.00 USD` */
  toString(): string {
    return `${this.amount.toFixed(Math.max(minorUnits(this.currency), this.amount.decimalPlaces()))} ${this.currency}`;
  }

  /** `2,000.00 USD`, as people read it */
  toText(): string {
    const [amount = "", currency] = this.toString().split(" ");
    return `${amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")} ${currency}`;
  }

  toJSON(): MoneyText {
    return { amount: this.toString().split(" ")[0] ?? "", currency: this.currency };
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency) throw new TypeError(`cannot mix ${this.currency} and ${other.currency}`);
    return other;
  }
}

/** Decimal places of a currency's minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorUnits(currency: string): number {
  const known = minorUnitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  minorUnitsByCurrency.set(currency, digits);
  return digits;
}

// Asking Intl costs about as much as a thousand additions, and every amount asks.
const minorUnitsByCurrency = new Map<string, number>();

/** An amount as people write it in YAML: `14.80 USD`. Output: {@link Money}. */
export const WrittenMoney = z.string().transform((text, context): Money => {
  const match = /^\s*(-?\d[\d ,_]*(?:\.\d+)?)\s*([A-Z]{3})\s*$/.exec(text);
  const [, amount, currency] = match ?? [];
  if (amount === undefined || currency === undefined) {
    context.addIssue({ code: "custom", message: `an amount is written as 14.80 USD, not ${JSON.stringify(text)}` });
    return z.NEVER;
  }
  return new Money(amount.replaceAll(/[ ,_]/g, ""), currency);
});
