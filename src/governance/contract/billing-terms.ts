import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";

/** How much time may be paid for in which nothing is handled: a fraction of the productive time, or units a month. */
export type WrittenAllowance =
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "a-month"; readonly quantity: string };

/** `8 %` of the productive quantity, or `120 a month`. Output: {@link WrittenAllowance}; the quantity is decimal text. */
const WrittenAllowance = z.string().transform((text, context): WrittenAllowance => {
  const [, quantity] = /^\s*(\d+(?:\.\d+)?)\s*(?:a|per)\s+month\s*$/i.exec(text) ?? [];
  if (quantity !== undefined) return { kind: "a-month", quantity };
  const share = Percentage.safeParse(text);
  if (share.success && share.data >= 0 && share.data <= 1) return { kind: "share", share: share.data };
  const message = `an allowance is written as 8 % or 120 a month, not ${JSON.stringify(text)}`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Time that is paid for though nothing is handled in it: training, meetings, breaks. Without an entry none is. */
export const NonProductiveAllowance = z.strictObject({
  of: Identifier.describe("the item of the rate card whose productive quantity it is measured by"),
  at_most: WrittenAllowance.describe("8 % of the productive quantity of the month, or 120 a month"),
  billed_as: Identifier.optional().describe("the item under which it is billed; without it, within the item itself"),
});
export type NonProductiveAllowance = z.infer<typeof NonProductiveAllowance>;

/** A tax that is added to what is billed. */
export const BillingTax = z.strictObject({
  name: Text.describe("such as VAT"),
  rate: Percentage.refine((rate) => rate >= 0, "a tax is not negative").describe("of what is billed before tax"),
});
export type BillingTax = z.infer<typeof BillingTax>;

/** What the contract says about invoices, beside the prices. */
export const BillingTerms = z.strictObject({
  non_productive: z.array(NonProductiveAllowance).default([]).describe("paid time in which nothing is handled"),
  tax: z.array(BillingTax).default([]).describe("taxes that are added; each is rounded by itself"),
  tolerance: Percentage.refine((share) => share >= 0 && share < 1, "a tolerance lies between 0 % and 100 %")
    .default(0)
    .describe("how far a billed quantity may stray from the measured one and still be paid as billed, such as 0.5 %"),
});
export type BillingTerms = z.infer<typeof BillingTerms>;
