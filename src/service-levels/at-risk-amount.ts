import { z } from "zod";
import { type Money, WrittenMoney } from "../values/money.ts";
import { Percentage } from "../values/percentage.ts";

/**
 * An amount that a contract fixes outright or as a share of what is billed. `share` is a fraction.
 * `over` is the stretch that it is counted over; null where the text does not say.
 */
export type AgreedAmount =
  | { readonly kind: "fixed"; readonly amount: Money; readonly over: BillingStretch | null }
  | { readonly kind: "share-of-invoice"; readonly share: number; readonly over: BillingStretch };

export type BillingStretch = (typeof stretches)[number];

/** `10 % of the month's invoice`, `12 % of the year's invoices`, `10,000 USD a month`. Output: {@link AgreedAmount}. */
export const WrittenAgreedAmount = z.string().transform((text, context): AgreedAmount => {
  const amount = readShareOfInvoice(text) ?? readFixedAmount(text);
  if (amount !== null) return amount;
  const message = `an amount is written as 10 % of the month's invoice, or 10,000 USD a month, not ${JSON.stringify(text)}`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const stretches = ["month", "quarter", "year"] as const;

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
  return stretches.find((stretch) => stretch === word?.toLowerCase()) ?? null;
}
