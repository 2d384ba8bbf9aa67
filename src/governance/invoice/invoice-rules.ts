import { Money } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Contract } from "../contract/contract.ts";
import { invoiceCurrency } from "../contract/invoice-currency.ts";
import { Pricing } from "../contract/rate-card.ts";
import type { PeopleOfSides } from "./change-order-lines.ts";
import { converter } from "./divided-amount.ts";
import type { Bills } from "./read-bills.ts";
import type { ItemRules } from "./reckon-item.ts";

/** People whom a party of the record names. */
type Party = {
  readonly owner?: string | undefined;
  readonly sponsor?: string | undefined;
  readonly account_manager?: string | undefined;
  readonly escalation: readonly string[];
  readonly contacts: readonly { readonly id: string }[];
};

/** The part of a partnership record that invoices are held against. */
export type BilledPartnership = {
  readonly contract?: Contract | undefined;
  readonly client: Party;
  readonly provider: Party;
};

/** The contract made ready for checking lines. */
export type InvoiceRules = ItemRules & {
  readonly contract: Contract | null;
  readonly people: PeopleOfSides;
  readonly asOf: PlainDate;
  /** whether the record holds any price at all */
  readonly hasPrices: boolean;
};

export function invoiceRules(record: BilledPartnership, bills: Bills, asOf: PlainDate): InvoiceRules {
  const contract = record.contract ?? null;
  const pricing = contract?.pricing ?? Pricing.parse({});
  const currency = invoiceCurrency(pricing) ?? bills.invoices[0]?.currency ?? "USD";
  const { starts, signed, ends } = contract ?? {};
  return {
    contract,
    pricing,
    card: pricing.rate_card,
    billing: contract?.billing ?? null,
    measured: bills.measured,
    time: { starts: starts ?? signed, ends },
    currency,
    convert: converter(currency, pricing.exchange_rates),
    people: { client: peopleOf(record.client), provider: peopleOf(record.provider) },
    asOf,
    hasPrices: invoiceCurrency(pricing) !== null,
  };
}

/** What the record lacks for any check, and invoices in a currency that no agreed rate leads to. */
export function ruleProblems(rules: InvoiceRules, bills: Bills): readonly PathProblem[] {
  if (!rules.hasPrices) {
    const message = "the record holds no prices, so no line can be held against them";
    const hint = "list the rate card under contract: pricing: rate_card";
    return [{ code: "no-rate-card", path: ["contract", "pricing"], message, hint }];
  }
  const foreign = bills.invoices.filter(
    ({ currency }) => rules.convert(new Money("1", currency), rules.currency) === null,
  );
  return foreign.map(({ id, currency }) => ({
    code: "currency-without-rate",
    path: ["contract", "pricing", "exchange_rates"],
    message: `${id} is in ${currency}, the contract in ${rules.currency}, and no rate is agreed`,
    hint: `ask for a bill in ${rules.currency}, or say exchange_rates: { ${currency}: … }`,
  }));
}

function peopleOf({ owner, sponsor, account_manager: manager, escalation, contacts }: Party): readonly string[] {
  const named = [owner, sponsor, manager, ...escalation, ...contacts.map(({ id }) => id)];
  return [...new Set(named.flatMap((id) => (id === undefined ? [] : [id])))];
}
