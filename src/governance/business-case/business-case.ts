import { z } from "zod";
import { PersonId } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A forecast said honestly: 1 in 10 falls below `p10`, half below `p50`, 9 in 10 below `p90`. */
export const MonthRange = z
  .strictObject({ p10: z.number().min(0), p50: z.number().min(0), p90: z.number().min(0) })
  .refine((range) => range.p10 <= range.p50 && range.p50 <= range.p90, {
    message: "p10 is the smallest of the three and p90 the largest",
  });
export type MonthRange = z.infer<typeof MonthRange>;

/** The same in money; all three in one currency. */
export const MoneyRange = z
  .strictObject({ p10: WrittenMoney, p50: WrittenMoney, p90: WrittenMoney })
  .refine(({ p10, p50, p90 }) => p10.currency === p50.currency && p50.currency === p90.currency, {
    message: "p10, p50 and p90 are in one currency",
  })
  .refine(({ p10, p50, p90 }) => p10.amount.lessThanOrEqualTo(p50.amount) && p50.amount.lessThanOrEqualTo(p90.amount), {
    message: "p10 is the smallest of the three and p90 the largest",
  });
export type MoneyRange = z.infer<typeof MoneyRange>;

/** Something that was promised about the case, by whom and for when. */
export const CasePromise = z.strictObject({
  what: Text,
  by: PlainDate.describe("when it is to be so"),
  said_by: Text.optional(),
});
export type CasePromise = z.infer<typeof CasePromise>;

/** Why the partnership pays, as ranges, so that nobody is surprised by the middle of them. */
export const BusinessCase = z.strictObject({
  owner: PersonId.optional(),
  on: PlainDate.optional().describe("the day on which it was made"),
  starts: PlainDate.optional().describe("the day from which months are counted"),
  one_off_cost: MoneyRange.optional().describe("what the move costs"),
  saving_a_month: MoneyRange.optional().describe("in steady state"),
  full_productivity_in_months: MonthRange.optional().describe("how long the ramp takes"),
  break_even_in_months: MonthRange.optional().describe("when the savings have paid for the move"),
  judged_not_before: PlainDate.optional().describe("the day before which nobody passes a verdict"),
  promises: z.array(CasePromise).default([]),
  assumptions: z.array(Text).default([]),
});
export type BusinessCase = z.infer<typeof BusinessCase>;
