import { z } from "zod";
import { Percentage } from "../values/percentage.ts";
import { type AgreedAmount, WrittenAgreedAmount } from "./at-risk-amount.ts";
import { ChronicFailure } from "./chronic-failure.ts";
import { EarnBack } from "./earn-back.ts";

/** The most that credits may come to, besides the amount at risk, which always caps its own stretch. */
const CreditCaps = z.strictObject({
  month: WrittenAgreedAmount.refine(isOver("month"), "this cap counts a month").optional(),
  year: WrittenAgreedAmount.refine(isOver("year"), "this cap counts a year").optional(),
  total: WrittenAgreedAmount.refine(isPlainAmount, "the cap over the contract's life is an amount")
    .optional()
    .describe("over the whole life of the contract, such as 250,000 USD"),
});
export type CreditCaps = z.infer<typeof CreditCaps>;

/** What the contract says about money for missed service levels: keys of `contract:` in the partnership record. */
export const CreditTerms = z.strictObject({
  at_risk: WrittenAgreedAmount.optional().describe(
    "the most that one stretch's misses can cost, such as 10 % of the month's invoice, or 10,000 USD a month",
  ),
  pool: Percentage.refine((share) => share > 0, "a pool is more than 0 %")
    .default(1)
    .describe("the most that all allocations together may come to, such as 200 %"),
  caps: CreditCaps.optional(),
  chronic_failure: ChronicFailure.optional(),
  earn_back: EarnBack.optional(),
  credit_year_starts: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, "a year starts on a month and day such as 04-01")
    .default("01-01")
    .describe("first day of the year that yearly caps and averages count, month and day"),
});
export type CreditTerms = z.infer<typeof CreditTerms>;

function isOver(stretch: AgreedAmount["over"]): (amount: AgreedAmount) => boolean {
  return (amount) => amount.over === stretch || (amount.kind === "fixed" && amount.over === null);
}

function isPlainAmount(amount: AgreedAmount): boolean {
  return amount.kind === "fixed" && amount.over === null;
}
