import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Duration } from "../../values/duration.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";

/** A meeting of both sides that comes round. */
export const Forum = z.strictObject({
  id: Identifier.describe("as the column `forum` of the meetings names it"),
  title: Text.optional(),
  level: z
    .enum(["operational", "tactical", "strategic"])
    .describe("operational for the day, tactical for the month, strategic for the year"),
  every: WrittenCadence.optional().describe("how often, such as Tuesday 10:00, month or quarter"),
  attend: z.array(PersonId).default([]).describe("who must be there, from both sides"),
  chair: PersonId.optional().describe("who leads it"),
  topics: z
    .array(z.enum(["operations", "improvement", "planning", "escalation"]))
    .default([])
    .describe("what it is for"),
  minutes_within: Duration.optional().describe("how soon the minutes go out, such as 2 business days"),
});
export type Forum = z.infer<typeof Forum>;
