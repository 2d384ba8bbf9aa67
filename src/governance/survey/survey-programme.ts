import { z } from "zod";
import { WrittenCalendarLength } from "../../values/calendar-length.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";

/** How customers are asked, and what is done with their answers. */
export const SurveyProgramme = z.strictObject({
  id: Identifier,
  kind: z.enum(["csat", "nps", "ces"]).describe("satisfaction, recommendation, or effort"),
  owner: PersonId.optional(),
  asked: Text.optional().describe("who is asked and when, such as everybody whose item was resolved, a day later"),
  chosen_by: z.enum(["everybody", "at-random", "provider"]).optional().describe("how those who are asked are chosen"),
  share_asked: Percentage.optional().describe("how many of those who could be asked are asked"),
  acting_on_answers: Text.optional().describe("how answers lead to action"),
  calls_back_within: WrittenCalendarLength.optional().describe("how soon an unhappy customer hears from somebody"),
});
export type SurveyProgramme = z.infer<typeof SurveyProgramme>;
