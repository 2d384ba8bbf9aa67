import { z } from "zod";
import type { Period } from "../metrics/measure.ts";
import { type Money, WrittenMoney } from "../values/money.ts";
import { Percentage, percentText } from "../values/percentage.ts";
import { addDays } from "../values/time.ts";
import { type BillingStretch, billingStretches } from "./billing-stretch.ts";

/**
 * An amount that a contract fixes outright or as a share of what is billed. `share` is a fraction.
 * `over` is the stretch that it is counted over; null where the text does not say.
 */
export type AgreedAmount =
  | { readonly kind: "fixed"; readonly amount: Money; readonly over: BillingStretch | null }
  | { readonly kind: "share-of-invoice"; readonly share: number; readonly over: BillingStretch };

/** `10 % of the month's invoice`, `12 % of the year's invoices`, `10,000 USD a month`. Output: {@link AgreedAmount}. */
export const WrittenAgreedAmount = z.string().transform((text, context): AgreedAmount => {
  const amount = readShareOfInvoice(text) ?? readFixedAmount(text);
  if (amount !== null) return amount;
  const message = `an amount is written as 10 % of the month's invoice, or 10,000 USD a month, not ${JSON.stringify(text)}`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** What was billed for a period, before tax. */
export type InvoicedPeriod = { readonly period: Period; readonly total: Money };

/** An agreed amount worked out for one stretch, with its working (`10 % of 100,000.00 USD`), or why it cannot be. */
export type WorkedAmount =
  | { readonly kind: "amount"; readonly amount: Money; readonly working: string }
  | { readonly kind: "unknown"; readonly because: string };

/**
 * Works out an agreed amount for a stretch. An invoice belongs to the stretch in which its period ends;
 * until one ends in the stretch's last month the bill is not complete, and the amount unknown.
 */
export function workOutAmount(
  agreed: AgreedAmount,
  stretch: Period,
  invoices: readonly InvoicedPeriod[],
): WorkedAmount {
  if (agreed.kind === "fixed") return { kind: "amount", amount: agreed.amount, working: agreed.amount.toText() };
  const within = invoices.filter(({ period }) => stretch.start <= period.end && period.end <= stretch.end);
  const [first, ...rest] = within;
  const isComplete = within.some(({ period }) => period.end >= `${stretch.end.slice(0, 7)}-01`);
  if (first === undefined || !isComplete) {
    return { kind: "unknown", because: `no invoice yet for ${stretchText(stretch)}` };
  }
  const currencies = [...new Set(within.map(({ total }) => total.currency))];
  if (currencies.length > 1) {
    return { kind: "unknown", because: `${stretchText(stretch)} is invoiced in ${currencies.join(" and ")}` };
  }
  const billed = rest.reduce((sum, { total }) => sum.plus(total), first.total);
  const working = `${percentText(agreed.share)} of ${billed.toText()}`;
  return { kind: "amount", amount: billed.times(String(agreed.share)), working };
}

/** `2026-03` for a calendar month, `2026-01-01 to 2026-12-31` for anything longer. */
export function stretchText({ start, end }: Period): string {
  const isMonth = start.endsWith("-01") && addDays(end, 1).endsWith("-01") && start.slice(0, 7) === end.slice(0, 7);
  return isMonth ? start.slice(0, 7) : `${start} to ${end}`;
}

function readShareOfInvoice(text: string): AgreedAmount | null {
  const match = /^(.+?%)\s+of\s+(?:the\s+)?(month|quarter|year)(?:'s|’s|ly)?\s+(?:invoices?|fees|charges)\s*$/i.exec(
    text,
  );
  const share = Percentage.safeParse(match?.[1]);
  const over = stretchNamed(match?.[2]);
  if (!share.success || over === null || share.data < 0) return null;
  return { kind: "share-of-invoice", share: share.data, over };
}

function readFixedAmount(text: string): AgreedAmount | null {
  const [, written, stretch] = /^(.+?[A-Z]{3})(?:\s+(?:a|per)\s+(month|quarter|year))?\s*$/.exec(text) ?? [];
  const amount = WrittenMoney.safeParse(written);
  if (!amount.success || amount.data.amount.isNegative()) return null;
  return { kind: "fixed", amount: amount.data, over: stretchNamed(stretch) };
}

function stretchNamed(word: string | undefined): BillingStretch | null {
  return billingStretches.find((stretch) => stretch === word?.toLowerCase()) ?? null;
}
