import { z } from "zod";
import { Currency } from "../../values/currency.ts";
import { MoneyRange, NumberEstimate, ShareEstimate } from "../../values/estimate.ts";
import { PersonId } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";
import { InHouseCosts, OutsourcingCosts } from "./cost-of-ownership.ts";

/** A length of time in months as a range. */
const MonthRange = z
  .strictObject({ p10: z.number().min(0), p50: z.number().min(0), p90: z.number().min(0) })
  .refine((range) => range.p10 <= range.p50 && range.p50 <= range.p90, {
    message: "p10 is the smallest of the three and p90 the largest",
  });
export type MonthRange = z.infer<typeof MonthRange>;

/** Something that was promised about the case, by whom and for when. */
export const CasePromise = z.strictObject({
  what: Text.describe("what was promised"),
  by: PlainDate.describe("when it is to be so"),
  said_by: Text.optional().describe("who promised it"),
  about: z
    .enum(["break-even", "full-productivity", "saving"])
    .optional()
    .describe("what the forecast holds it against; without it, nothing"),
  saving_a_month: WrittenMoney.optional().describe("how much, where the promise is about a saving"),
});
export type CasePromise = z.infer<typeof CasePromise>;

/** Two inputs that tend to be high together, or one high when the other is low. */
const CaseCorrelation = z.strictObject({
  between: z
    .tuple([Text, Text])
    .describe("two inputs by name, such as [outsourcing.turnover_a_year, outsourcing.rework]"),
  is: z.number().min(-1).max(1).describe("rank correlation, from -1 to 1"),
});
export type CaseCorrelation = z.infer<typeof CaseCorrelation>;

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
  promises: z.array(CasePromise).default([]).describe("what was promised about the case"),
  assumptions: z.array(Text).default([]).describe("what the ranges rest on"),

  months: z.int().min(1).max(240).optional().describe("how many months it is worked out for; 36 if not said"),
  currency: Currency.optional().describe("in which it is worked out"),
  exchange_rates: z
    .record(Currency, NumberEstimate)
    .default({})
    .describe("what one unit of another currency is worth, such as { EUR: { p10: 1.02, p50: 1.08, p90: 1.15 } }"),
  work_growth_a_year: ShareEstimate.optional().describe("how much more work there is each year, wherever it is done"),
  staying_in_house: InHouseCosts.optional().describe("what the work costs if nothing is outsourced"),
  outsourcing: OutsourcingCosts.optional().describe("what it costs with the provider, all in"),
  correlations: z.array(CaseCorrelation).default([]).describe("estimates that rise and fall together"),
});
export type BusinessCase = z.infer<typeof BusinessCase>;
