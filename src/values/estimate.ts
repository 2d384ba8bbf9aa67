import { z } from "zod";
import { WrittenMoney } from "./money.ts";
import { Percentage } from "./percentage.ts";

/** A forecast said honestly: 1 in 10 falls below `p10`, half below `p50`, 9 in 10 below `p90`; the same three say "certain". */
export type Estimate<T> = { readonly p10: T; readonly p50: T; readonly p90: T };

const notRising = { message: "p10 is the smallest of the three and p90 the largest" };

function rising({ p10, p50, p90 }: Estimate<number>): boolean {
  return p10 <= p50 && p50 <= p90;
}

/** A number as a range. */
const NumberRange = z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }).refine(rising, notRising);
export type NumberRange = z.infer<typeof NumberRange>;

/** An amount as a range; all three in one currency. */
export const MoneyRange = z
  .strictObject({ p10: WrittenMoney, p50: WrittenMoney, p90: WrittenMoney })
  .refine(({ p10, p50, p90 }) => p10.currency === p50.currency && p50.currency === p90.currency, {
    message: "p10, p50 and p90 are in one currency",
  })
  .refine(
    ({ p10, p50, p90 }) => p10.amount.lessThanOrEqualTo(p50.amount) && p50.amount.lessThanOrEqualTo(p90.amount),
    notRising,
  );
export type MoneyRange = z.infer<typeof MoneyRange>;

const ShareRange = z.strictObject({ p10: Percentage, p50: Percentage, p90: Percentage }).refine(rising, notRising);

/** A number that is certain, `4`, or a range. Output: always the range. */
export const NumberEstimate = z.union([NumberRange, z.number().transform(certain)]);
export type NumberEstimate = z.infer<typeof NumberEstimate>;

/** An amount that is certain, `4 200 USD`, or a range. Output: always the range. */
export const MoneyEstimate = z.union([MoneyRange, WrittenMoney.transform(certain)]);
export type MoneyEstimate = z.infer<typeof MoneyEstimate>;

/** A share that is certain, `3 %`, or a range. Output: always the range, in fractions. */
export const ShareEstimate = z.union([ShareRange, Percentage.transform(certain)]);
export type ShareEstimate = z.infer<typeof ShareEstimate>;

function certain<T>(value: T): Estimate<T> {
  return { p10: value, p50: value, p90: value };
}
