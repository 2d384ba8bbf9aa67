import { z } from "zod";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { FivePointScore } from "../../values/score.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** What a core / non-core assessment looks at; each is scored from 1 (least) to 5 (most). */
export const coreAspects = [
  "strategic_importance",
  "differentiation",
  "customer_knowledge",
  "intellectual_property",
  "stability",
  "measurability",
  "market_maturity",
  "risk",
  "exit_cost",
] as const;
export type CoreAspect = (typeof coreAspects)[number];

/** Whether a process is the company's core: assessed before it goes into the scope. */
export const CoreAssessment = z.strictObject({
  conclusion: z.enum(["keep", "outsource", "hybrid"]).describe("keep it, outsource it, or split it"),
  because: Text.optional().describe("the reason in a sentence"),
  on: PlainDate.optional().describe("the day of the assessment"),
  by: z.array(PersonId).default([]).describe("who assessed"),
  scores: z
    .partialRecord(z.enum(coreAspects), FivePointScore)
    .default({})
    .describe("from 1 (least) to 5 (most), by aspect"),
  weights: z.partialRecord(z.enum(coreAspects), Percentage).default({}).describe("how much each aspect counts"),
});
export type CoreAssessment = z.infer<typeof CoreAssessment>;

/** A kind of work: what the item `process` of the records names. */
export const Process = z.strictObject({
  id: Identifier.describe("as the column `process` of the work items names it"),
  title: Text.optional(),
  owner: PersonId.optional().describe("the client's person who answers for this process"),
  done_by: z.enum(["client", "provider", "both"]).default("provider").describe("who does the work"),
  core: CoreAssessment.optional().describe("is it the company's core? assessed before it is handed over"),
});
export type Process = z.infer<typeof Process>;
