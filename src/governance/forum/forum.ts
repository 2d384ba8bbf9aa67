import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Duration } from "../../values/duration.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";

/** A meeting of both sides that comes round. */
export const Forum = z.strictObject({
  id: Identifier.describe("as the column `forum` of the meetings names it"),
  title: Text.optional(),
  level: z.enum(["operational", "tactical", "strategic"]),
  every: WrittenCadence.optional().describe("how often, such as Tuesday 10:00, month or quarter"),
  attend: z.array(PersonId).default([]).describe("who must be there, from both sides"),
  chair: PersonId.optional(),
  topics: z.array(z.enum(["operations", "improvement", "planning", "escalation"])).default([]),
  minutes_within: Duration.optional().describe("how soon the minutes go out, such as 2 business days"),
});
export type Forum = z.infer<typeof Forum>;
