import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { PersonId } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** How the quality of the work is looked at, by whom, and how the lookers are kept honest. */
export const QualityProgramme = z.strictObject({
  owner: PersonId.optional(),
  form: Text.optional().describe("the scoring form: its name or file"),
  critical_errors: z.array(Text).default([]).describe("errors that fail an item whatever its score"),
  sampling: z
    .strictObject({
      share: Percentage.optional().describe("of all items"),
      per_agent_a_week: z.number().positive().optional().describe("reviews of each agent in a week"),
      chosen: z.enum(["at-random", "stratified", "by-hand"]).optional().describe("how the items are chosen"),
    })
    .optional()
    .describe("which items are looked at"),
  double_scoring: z
    .strictObject({
      share: Percentage.describe("of the reviews"),
      by: z.enum(["client", "provider"]).default("client"),
    })
    .optional()
    .describe("reviews that the other side scores again, blind"),
  calibration: z
    .strictObject({
      every: WrittenCadence,
      attend: z.array(PersonId).default([]).describe("who takes part, of both sides"),
    })
    .optional()
    .describe("both sides score the same items and settle differences"),
  audits: z
    .strictObject({
      every: WrittenCadence,
      by: Text.optional(),
      last_on: PlainDate.optional().describe("the day of the last one"),
    })
    .optional()
    .describe("a look at the process itself"),
  rework: Text.optional().describe("what counts as work done again"),
});
export type QualityProgramme = z.infer<typeof QualityProgramme>;
