import type { ExchangeRates } from "../../values/currency.ts";
import { Money } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import { type ChargeLine, decimalOf, type ExactLine } from "./charge-line.ts";
import type { Pricing } from "./rate-card.ts";

/** The currency in which the contract is invoiced: as it says, or that of its first price. */
export function invoiceCurrency(pricing: Pricing): string | null {
  const first = pricing.rate_card[0]?.price ?? pricing.cost_plus?.fee ?? pricing.cost_plus?.at_most;
  return pricing.currency ?? first?.currency ?? null;
}

/** Brings exact lines into the invoice's currency and rounds each once; gathers the rates that are missing. */
export class InvoiceRounding {
  readonly problems: PathProblem[] = [];
  readonly #currency: string;
  readonly #rates: ExchangeRates;

  constructor(currency: string, rates: ExchangeRates) {
    this.#currency = currency;
    this.#rates = rates;
  }

  lines(item: string, exact: readonly ExactLine[]): readonly ChargeLine[] {
    return exact.flatMap((line) => this.#line(item, line) ?? []);
  }

  /** An amount in the invoice's currency, unrounded; null when no rate is agreed. */
  converted(amount: Money, what: string): Money | null {
    if (amount.currency === this.#currency) return amount;
    const rate = this.#rates[amount.currency];
    if (rate !== undefined) return new Money(amount.amount.times(decimalOf(rate)), this.#currency);
    this.problems.push(currencyWithoutRate(what, amount.currency, this.#currency));
    return null;
  }

  #line(item: string, { exact, ...line }: ExactLine): ChargeLine | null {
    const converted = this.converted(exact, item);
    if (converted === null) return null;
    const amount = converted.rounded();
    const rate = this.#rates[exact.currency];
    const isForeign = exact.currency !== this.#currency && rate !== undefined;
    const steps = [
      line.working,
      ...(isForeign ? [`at ${decimalOf(rate).toFixed()} = ${converted.toText()}`] : []),
      ...(amount.compare(converted) === 0 ? [] : [`rounded to ${amount.toText()}`]),
    ];
    return { ...line, item, amount, working: steps.join(", ") };
  }
}

export function currencyWithoutRate(what: string, from: string, to: string): PathProblem {
  return {
    code: "currency-without-rate",
    path: ["contract", "pricing", "exchange_rates"],
    message: `${what} is in ${from}, the invoice is in ${to}, and no rate is agreed`,
    hint: `say exchange_rates: { ${from}: … }, what one ${from} is worth in ${to}`,
  };
}
