import { z } from "zod";
import { Percentage } from "../values/percentage.ts";
import { type AgreedAmount, WrittenAgreedAmount } from "./at-risk-amount.ts";
import { ChronicFailure } from "./chronic-failure.ts";
import { EarnBack } from "./earn-back.ts";

/** The most that credits may come to, besides the amount at risk, which always caps its own stretch. */
export const CreditCaps = z.strictObject({
  month: WrittenAgreedAmount.refine(isOver("month"), "this cap counts a month").optional(),
  year: WrittenAgreedAmount.refine(isOver("year"), "this cap counts a year").optional(),
  /** over the whole life of the contract: an amount, such as 250,000 USD */
  total: WrittenAgreedAmount.refine(isPlainAmount, "the cap over the contract's life is an amount").optional(),
});
export type CreditCaps = z.infer<typeof CreditCaps>;

/** What the contract says about money for missed service levels: keys of `contract:` in the partnership record. */
export const CreditTerms = z.strictObject({
  /** the most that the misses of one stretch can cost; a fixed amount counts a month unless it says otherwise */
  at_risk: WrittenAgreedAmount.optional(),
  /** the most that all allocations together may come to; often above 100 %, so that a few misses can cost all that is at risk */
  pool: Percentage.refine((share) => share > 0, "a pool is more than 0 %").default(1),
  caps: CreditCaps.optional(),
  chronic_failure: ChronicFailure.optional(),
  earn_back: EarnBack.optional(),
  /** first day of the year that yearly caps and averages count, month and day */
  credit_year_starts: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, "a year starts on a month and day such as 04-01")
    .default("01-01"),
});
export type CreditTerms = z.infer<typeof CreditTerms>;

function isOver(stretch: AgreedAmount["over"]): (amount: AgreedAmount) => boolean {
  return (amount) => amount.over === stretch || (amount.kind === "fixed" && amount.over === null);
}

function isPlainAmount(amount: AgreedAmount): boolean {
  return amount.kind === "fixed" && amount.over === null;
}
