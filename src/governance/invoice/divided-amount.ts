import type { ExchangeRates } from "../../values/currency.ts";
import { Money } from "../../values/money.ts";
import { decimalOf } from "../contract/charge-line.ts";
import type { DividedAmount, InvoiceDecision, InvoiceReason } from "./invoice-check.ts";

/** A billed amount on its way to a decision; the three parts always add up to what was billed. */
export class Division {
  readonly billed: Money;
  readonly accepted: Money;
  readonly disputed: Money;
  readonly cannotTell: Money;
  readonly reasons: readonly InvoiceReason[];
  readonly working: readonly string[];

  /** @param told what is said about it; amounts not named are nothing, and what is left over is accepted */
  constructor(
    billed: Money,
    told: {
      readonly disputed?: Money;
      readonly cannotTell?: Money;
      readonly reasons?: readonly InvoiceReason[];
      readonly working?: readonly string[];
    } = {},
  ) {
    const nothing = noMoney(billed.currency);
    this.billed = billed;
    this.disputed = told.disputed ?? nothing;
    this.cannotTell = told.cannotTell ?? nothing;
    this.accepted = billed.minus(this.disputed).minus(this.cannotTell);
    this.reasons = told.reasons ?? [];
    this.working = told.working ?? [];
  }

  get decision(): InvoiceDecision {
    if (!this.disputed.amount.isZero()) return "dispute";
    return this.cannotTell.amount.isZero() ? "accept" : "cannot-tell";
  }

  toAmounts(): DividedAmount {
    return {
      billed: this.billed.toJSON(),
      accepted: this.accepted.toJSON(),
      disputed: this.disputed.toJSON(),
      cannotTell: this.cannotTell.toJSON(),
    };
  }
}

/** The whole of an amount disputed, for one reason; what takes off the invoice is not held back, whatever it lacks. */
export function disputedWhole(billed: Money, code: string, message: string): Division {
  return new Division(billed, { disputed: atLeastNothing(billed), reasons: [{ code, message }] });
}

/** The whole of an amount left open, for one reason; what takes off the invoice stands. */
export function leftOpen(billed: Money, code: string, message: string): Division {
  return new Division(billed, { cannotTell: atLeastNothing(billed), reasons: [{ code, message }] });
}

export function noMoney(currency: string): Money {
  return new Money(0, currency).rounded();
}

export function sumOfMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce((sum, amount) => sum.plus(amount), noMoney(currency));
}

/** The greater of an amount and nothing. */
export function atLeastNothing(amount: Money): Money {
  return amount.amount.isNegative() ? noMoney(amount.currency) : amount;
}

export function smallerOf(one: Money, other: Money): Money {
  return one.compare(other) <= 0 ? one : other;
}

/** Brings an amount into another currency at the agreed rates, exactly; null where no rate is agreed. */
export type Convert = (amount: Money, currency: string) => Money | null;

/** @param rates what one unit of each other currency is worth in `currency` */
export function converter(currency: string, rates: ExchangeRates): Convert {
  const worth = (of: string) =>
    of === currency ? decimalOf(1) : rates[of] === undefined ? null : decimalOf(rates[of]);
  return (amount, to) => {
    if (amount.currency === to) return amount;
    const [from, into] = [worth(amount.currency), worth(to)];
    return from === null || into === null ? null : new Money(amount.amount.times(from).dividedBy(into), to);
  };
}
