import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { FivePointScore } from "../../values/score.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** How one side sees the fit of the ways of working. */
const FitAssessment = z.strictObject({
  side: Side.describe("which side sees it so"),
  on: PlainDate.optional(),
  by: Text.optional(),
  scores: z
    .record(Identifier, FivePointScore)
    .default({})
    .describe("by dimension, 1 to 5, such as { directness: 3, hierarchy: 2 }"),
});
export type FitAssessment = z.infer<typeof FitAssessment>;

/** Learning about the way in which the other side works. */
const CulturalTraining = z.strictObject({
  title: Text,
  on: PlainDate.optional(),
  for: z.enum(["client", "provider", "both"]).default("both").describe("who takes part"),
});
export type CulturalTraining = z.infer<typeof CulturalTraining>;

/** What is done so that two companies understand each other. */
export const CulturalFit = z.strictObject({
  assessed: z.array(FitAssessment).default([]).describe("by each side for itself"),
  holidays_shared: z.boolean().optional().describe("each side has the other's holidays in its calendar"),
  training: z.array(CulturalTraining).default([]).describe("learning about the way in which the other side works"),
});
export type CulturalFit = z.infer<typeof CulturalFit>;
