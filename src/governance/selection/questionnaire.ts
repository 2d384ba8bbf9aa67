import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";

/** What every evaluation must look at, in the order in which it is best asked. */
export const evaluationPoints = [
  "business_goals",
  "outsourcing_model",
  "experience",
  "technology_fit",
  "security",
  "service_levels",
  "pricing",
  "ramp",
] as const;
export type EvaluationPoint = (typeof evaluationPoints)[number];

/** A question that all bidders are asked in the same words. */
export const Question = z.strictObject({
  id: Identifier.describe("a short name for it"),
  point: z.enum(evaluationPoints).describe("which of the eight points it covers"),
  ask: Text.describe("the question in its words"),
  contradicts: Identifier.optional().describe(
    "another question, planted so that nobody can honestly say yes to both: an easy way to see who agrees with everything",
  ),
});
export type Question = z.infer<typeof Question>;

const noEvidence: string[] = [];

/** What a bidder answered to one question. A bare text is an answer without evidence. */
export const BidResponse = z.union([
  Text.transform((answer) => ({ answer, agrees: undefined, evidence: noEvidence })),
  z.strictObject({
    answer: Text.describe("the answer in the bidder's words"),
    agrees: z.boolean().optional().describe("whether it says yes, where the question asks for yes or no"),
    evidence: z.array(Text).default([]).describe("what was shown: a file, a certificate, a demonstration"),
  }),
]);
export type BidResponse = z.infer<typeof BidResponse>;
