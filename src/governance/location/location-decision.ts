import { z } from "zod";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { FivePointScore } from "../../values/score.ts";
import { Text } from "../../values/text.ts";
import { PlainDate, TimeZone } from "../../values/time.ts";

/** One place, or mix of places, where the work could be done. */
export const LocationOption = z.strictObject({
  id: Identifier,
  kind: z.enum(["onshore", "nearshore", "offshore", "hybrid"]),
  country: Text.optional(),
  zone: TimeZone.optional(),
  calendar: referenceTo("calendar").optional().describe("the working hours there: one of `calendars`"),
  holidays: Text.optional().describe("the public holidays there, such as SV or PH"),
  overlap_hours_a_week: z.number().min(0).max(168).optional().describe("hours in which both sides work"),
  languages: z.array(Text).default([]),
  travel_hours: z.number().min(0).optional().describe("door to door, one way"),
  cost_per_hour: WrittenMoney.optional().describe("all in, such as 14.80 USD"),
  wage_growth: Percentage.optional().describe("expected, a year"),
  staffing_market: Text.optional().describe("how easily the people are found and kept there"),
  legal_and_data: Text.optional().describe("what law and data protection allow from there"),
  culture: z
    .strictObject({ client: FivePointScore.optional(), provider: FivePointScore.optional() })
    .optional()
    .describe("how well the ways of working fit, as each side sees it"),
  drawbacks: Text.optional(),
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
});
export type LocationDecision = z.infer<typeof LocationDecision>;
