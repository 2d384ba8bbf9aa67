import { z } from "zod";
import { effectiveKeys } from "../../values/effective.ts";
import { WrittenDatedFigure, WrittenFigure } from "../../values/figure.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";

/** An outcome that the partnership is for, told so that everybody can see whether it came about. */
export const Objective = z.strictObject({
  id: Identifier,
  outcome: Text.describe("what will be different, as an outcome and not as a task"),
  broken_today: Text.optional().describe("what is wrong today"),
  metric: referenceTo("metric").optional().describe("the metric that shows it"),
  supported_by: z
    .array(referenceTo("metric"))
    .default([])
    .describe("further metrics that serve it, or must not suffer for it"),
  baseline: WrittenFigure.optional().describe("where the metric stands at the start, such as 61 %"),
  in_90_days: WrittenFigure.optional().describe("what success looks like after 90 days, such as 75 %"),
  target: WrittenDatedFigure.optional().describe("the figure to reach and by when, such as 90 % by 2026-09-30"),
  owner: PersonId.optional().describe("who answers for it"),
  processes: z.array(referenceTo("process")).default([]).describe("the processes that it is about; none means all"),
  ...effectiveKeys,
});
export type Objective = z.infer<typeof Objective>;
