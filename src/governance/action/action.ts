import { z } from "zod";
import { WrittenFigure } from "../../values/figure.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** What somebody does about a finding, and the measure by which it is judged. */
export const Action = z.strictObject({
  id: Identifier,
  title: Text,
  pitfall: referenceTo("pitfall").optional().describe("the pitfall that it fights, such as quality-decline"),
  findings: z.array(Text).default([]).describe("ids of the findings that it answers"),
  owner: PersonId.optional(),
  due: PlainDate.optional(),
  measure: referenceTo("figure")
    .optional()
    .describe("the metric or derived figure by which it is judged, before and after"),
  expected: WrittenFigure.optional().describe("where the metric should be when it has worked"),
  started: PlainDate.optional().describe("the day from which it could have an effect"),
  done_on: PlainDate.optional(),
});
export type Action = z.infer<typeof Action>;
