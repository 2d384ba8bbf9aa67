import { z } from "zod";
import { WrittenWeeklyHours } from "../../calendar/weekly-hours.ts";
import { Currency, ExchangeRates } from "../../values/currency.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { FivePointScore } from "../../values/score.ts";
import { Text } from "../../values/text.ts";
import { PlainDate, TimeZone } from "../../values/time.ts";

/** One place, or mix of places, where the work could be done. */
export const LocationOption = z.strictObject({
  id: Identifier,
  kind: z.enum(["onshore", "nearshore", "offshore", "hybrid"]).describe("how far from the client"),
  country: Text.optional().describe("the country"),
  zone: TimeZone.optional().describe("an IANA name such as Asia/Manila"),
  calendar: referenceTo("calendar").optional().describe("the working hours there: one of `calendars`"),
  holidays: Text.optional().describe("the public holidays there, such as SV or PH"),
  week: WrittenWeeklyHours.optional().describe(
    "the working hours there in place of a calendar, such as { mon-fri: [08:00-17:00] }",
  ),
  parts: z
    .array(
      z.strictObject({
        option: referenceTo("location-option").describe("one of the options"),
        share: Percentage.describe("how much of the work is done there"),
      }),
    )
    .default([])
    .describe("of a hybrid: which options it is made of, and the share of the work done at each"),
  overlap_hours_a_week: z.number().min(0).max(168).optional().describe("hours in which both sides work"),
  languages: z.array(Text).default([]).describe("languages spoken there well enough for the work"),
  travel_hours: z.number().min(0).optional().describe("door to door, one way"),
  cost_per_hour: WrittenMoney.optional().describe("all in, such as 14.80 USD"),
  wage_growth: Percentage.optional().describe("expected, a year"),
  staffing_market: Text.optional().describe("how easily the people are found and kept there"),
  legal_and_data: Text.optional().describe("what law and data protection allow from there"),
  culture: z
    .strictObject({ client: FivePointScore.optional(), provider: FivePointScore.optional() })
    .optional()
    .describe("how well the ways of working fit, as each side sees it"),
  drawbacks: Text.optional().describe("what speaks against it"),
});
export type LocationOption = z.infer<typeof LocationOption>;

/** Where the work is done, and what it was weighed against. */
export const LocationDecision = z.strictObject({
  chosen: referenceTo("location-option").optional().describe("one of the options"),
  because: Text.optional(),
  on: PlainDate.optional().describe("the day of the decision"),
  by: z.array(PersonId).default([]).describe("who decided"),
  options: z.array(LocationOption).default([]).describe("what was compared; one option is no comparison"),
  revisit_on: PlainDate.optional(),
  reachable: referenceTo("calendar")
    .optional()
    .describe("the hours in which the client's own people are at work: one of `calendars`"),
  required: referenceTo("calendar").optional().describe("the hours that must be covered: one of `calendars`"),
  languages: z.array(Text).default([]).describe("the languages that the work needs"),
  currency: Currency.optional().describe("in which costs are compared"),
  exchange_rates: ExchangeRates.default({}),
  years: z.int().min(1).max(20).optional().describe("over how many years costs are compared; 3 if not said"),
});
export type LocationDecision = z.infer<typeof LocationDecision>;
