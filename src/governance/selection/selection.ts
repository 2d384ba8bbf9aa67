import { z } from "zod";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

const found = Text.optional().describe("what came out of it");

/** A client of the bidder who was asked. */
export const ReferenceCheck = z.strictObject({
  company: Text.describe("the client that was asked"),
  on: PlainDate.optional(),
  by: PersonId.optional(),
  found,
});

/** A look at the place where the work would be done. */
export const SiteVisit = z.strictObject({
  site: Text.optional().describe("which site was seen"),
  on: PlainDate.optional(),
  by: z.array(PersonId).default([]),
  found,
});

/** A structured talk with the bidder: the same questions for each. */
export const BidInterview = z.strictObject({
  with: Text.optional().describe("whom of the bidder"),
  on: PlainDate.optional(),
  by: z.array(PersonId).default([]),
  questions: Text.optional().describe("the file or the list of questions that all bidders were asked"),
  found,
});

/** The questions on which bidders give themselves away. */
export const experienceQuestions = [
  "solved_this_before",
  "understands_our_metrics",
  "explains_past_mistakes",
  "staffing",
  "escalation_path",
  "security",
] as const;

/** What one provider offered, and how it was looked at. */
export const Bid = z.strictObject({
  id: Identifier,
  name: Text.optional(),
  price: WrittenMoney.optional().describe("the whole offer over the term, such as 1900000 USD"),
  scores: z
    .record(Identifier, z.record(Identifier, z.number().min(0).max(100)))
    .default({})
    .describe("by evaluator and criterion, from 0 to 100: { ana: { experience: 80 } }"),
  answers: z.partialRecord(z.enum(experienceQuestions), Text).default({}).describe("what the bidder answered"),
  references: z.array(ReferenceCheck).default([]).describe("clients of the bidder who were asked"),
  visits: z.array(SiteVisit).default([]).describe("looks at the place where the work would be done"),
  interviews: z.array(BidInterview).default([]).describe("structured talks, with the same questions for each bidder"),
  case_studies: z.array(Text).default([]).describe("what the bidder has shown of its work"),
  pilot: z
    .strictObject({
      from: PlainDate,
      to: PlainDate,
      paid: z.boolean().optional().describe("whether it was paid for"),
      found,
    })
    .optional()
    .describe("a trial on real work"),
});
export type Bid = z.infer<typeof Bid>;

/** What the bids were judged by. */
export const SelectionCriterion = z.strictObject({
  id: Identifier,
  title: Text.optional(),
  kind: z.enum(["quality", "price"]).default("quality").describe("quality, or price"),
  weight: Percentage.describe("how much it counts; all together 100 %"),
});
export type SelectionCriterion = z.infer<typeof SelectionCriterion>;

/** How the provider was chosen. */
export const Selection = z.strictObject({
  chosen: referenceTo("bid").optional().describe("one of the bids"),
  because: Text.optional(),
  on: PlainDate.optional().describe("the day of the decision"),
  evaluators: z.array(PersonId).default([]).describe("who scored, each for themselves"),
  criteria: z.array(SelectionCriterion).default([]),
  quality_scored_on: PlainDate.optional().describe("the day on which all quality scores were in"),
  price_opened_on: PlainDate.optional().describe("the day on which prices were first seen"),
  bids: z.array(Bid).default([]).describe("what each provider offered"),
});
export type Selection = z.infer<typeof Selection>;
