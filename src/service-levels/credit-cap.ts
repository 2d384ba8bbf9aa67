import type { Period } from "../metrics/measure.ts";
import type { Money } from "../values/money.ts";
import {
  type AgreedAmount,
  type InvoicedPeriod,
  stretchText,
  type WorkedAmount,
  workOutAmount,
} from "./at-risk-amount.ts";
import { type BillingStretch, stretchAround } from "./billing-stretch.ts";
import type { CreditTerms } from "./credit-terms.ts";
import { reduceToCap } from "./reduce-to-cap.ts";

/** A credit on its way through the caps. */
export type CappedCredit = {
  readonly period: Period;
  readonly amount: Money;
  readonly working: readonly string[];
};

/**
 * Credits held under the amount at risk and every agreed cap. A period falls under the month, quarter or year in which it ends.
 * Earlier credits use up a cap first; those that end on one day share what is left in proportion. What is earned back later
 * does not refill a cap, and a cap that cannot be worked out yet cuts nothing and says so.
 */
export function applyCaps<Credit extends CappedCredit>(
  credits: readonly Credit[],
  terms: CreditTerms,
  invoices: readonly InvoicedPeriod[],
): readonly Credit[] {
  return capsOf(terms).reduce(
    (capped, cap) =>
      stretchesOf(capped, cap, terms.credit_year_starts).reduce(
        (all, stretch) => applyCap(all, cap, stretch, invoices),
        capped,
      ),
    credits,
  );
}

type Cap = { readonly name: string; readonly agreed: AgreedAmount; readonly over: BillingStretch | "contract" };

function capsOf({ at_risk, caps }: CreditTerms): readonly Cap[] {
  const named = [
    { name: "the amount at risk", agreed: at_risk, over: at_risk?.over ?? "month" },
    { name: "the month's cap", agreed: caps?.month, over: "month" },
    { name: "the year's cap", agreed: caps?.year, over: "year" },
    { name: "the contract's cap", agreed: caps?.total, over: "contract" },
  ] as const;
  return named.flatMap(({ name, agreed, over }) => (agreed === undefined ? [] : [{ name, agreed, over }]));
}

function stretchesOf(credits: readonly CappedCredit[], { over }: Cap, yearStarts: string): readonly Period[] {
  if (over === "contract") return [{ start: "0000-01-01", end: "9999-12-31" }];
  const stretches = credits.map(({ period }) => stretchAround(period.end, over, yearStarts));
  return [...new Map(stretches.map((stretch) => [stretch.start, stretch])).values()];
}

function applyCap<Credit extends CappedCredit>(
  credits: readonly Credit[],
  cap: Cap,
  stretch: Period,
  invoices: readonly InvoicedPeriod[],
): readonly Credit[] {
  const worked = workOutAmount(cap.agreed, stretch, invoices);
  const isUnder = (credit: Credit) =>
    !credit.amount.amount.isZero() && stretch.start <= credit.period.end && credit.period.end <= stretch.end;
  const under = credits.filter(isUnder);
  const doubt = doubtOf(worked, under);
  if (doubt !== null || worked.kind === "unknown") {
    return credits.map((credit) => (isUnder(credit) ? withLine(credit, `${cap.name} cuts nothing: ${doubt}`) : credit));
  }
  const where = cap.over === "contract" ? "" : ` for ${stretchText(stretch)}`;
  const cut = new Map<Credit, Credit>();
  let room = worked.amount;
  for (const end of [...new Set(under.map(({ period }) => period.end))].sort()) {
    const together = under.filter(({ period }) => period.end === end);
    const reduced = reduceToCap(
      together.map(({ amount }) => amount),
      room,
    );
    for (const [index, credit] of together.entries()) {
      const amount = reduced[index] ?? credit.amount;
      room = room.minus(amount);
      if (amount.compare(credit.amount) === 0) continue;
      const line = `cut from ${credit.amount.toText()} to ${amount.toText()}: ${cap.name}${where} is ${worked.amount.toText()}`;
      cut.set(credit, withLine({ ...credit, amount }, line));
    }
  }
  return credits.map((credit) => cut.get(credit) ?? credit);
}

/** Why a cap cannot be applied to these credits; null when it can. */
function doubtOf(worked: WorkedAmount, credits: readonly CappedCredit[]): string | null {
  if (worked.kind === "unknown") return worked.because;
  const foreign = credits.find(({ amount }) => amount.currency !== worked.amount.currency);
  return foreign === undefined ? null : `it is in ${worked.amount.currency}, a credit in ${foreign.amount.currency}`;
}

function withLine<Credit extends CappedCredit>(credit: Credit, line: string): Credit {
  return { ...credit, working: [...credit.working, line] };
}
