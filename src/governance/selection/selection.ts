import { z } from "zod";
import { Currency, ExchangeRates } from "../../values/currency.ts";
import { Duration } from "../../values/duration.ts";
import { WrittenFigure } from "../../values/figure.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";
import { BidResponse, Question } from "./questionnaire.ts";

const found = Text.optional().describe("what came out of it");

/** A figure under a name that bids, references and the market share, so that they can be compared. */
const NamedFigure = z.strictObject({
  what: Identifier.describe("a metric or another name, the same wherever it is meant: first-answer-in-4h"),
  figure: WrittenFigure.describe("such as 95 %, 4h or 3.20 USD"),
});
export type NamedFigure = z.infer<typeof NamedFigure>;

/** A client of the bidder who was asked. */
const ReferenceCheck = z.strictObject({
  company: Text.describe("the client that was asked"),
  on: PlainDate.optional(),
  by: PersonId.optional(),
  found,
  reached: z.array(NamedFigure).default([]).describe("what that client says was really reached"),
});

/** A look at the place where the work would be done. */
const SiteVisit = z.strictObject({
  site: Text.optional().describe("which site was seen"),
  on: PlainDate.optional(),
  by: z.array(PersonId).default([]),
  found,
});

/** A structured talk with the bidder: the same questions for each. */
const BidInterview = z.strictObject({
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
  responses: z
    .record(Identifier, BidResponse)
    .default({})
    .describe("what the bidder answered to each question of the questionnaire, by the question's id"),
  promises: z.array(NamedFigure).default([]).describe("what the bidder promises to reach"),
  size: z.enum(["large", "small"]).optional().describe("how large the provider is next to the work"),
  decides: z
    .strictObject({
      who: Text.describe("who of the bidder decides about this work"),
      within: Duration.optional().describe("how fast, such as 2 business days"),
    })
    .optional()
    .describe("who decides, and how fast: large providers often cannot say"),
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
const SelectionCriterion = z.strictObject({
  id: Identifier,
  title: Text.optional(),
  kind: z.enum(["quality", "price"]).default("quality").describe("quality, or price"),
  weight: Percentage.optional().describe(
    "how much it counts; all together 100 %, or none where they are compared in pairs",
  ),
  indifferent_within: z
    .number()
    .min(0)
    .optional()
    .describe("a lead in points, or a difference in price, that is too small to matter"),
  preferred_beyond: z.number().positive().optional().describe("a lead from which on the better bid is fully preferred"),
});
export type SelectionCriterion = z.infer<typeof SelectionCriterion>;

/** How two criteria compare; all pairs together give the weights (AHP, Saaty 1977). */
const CriterionComparison = z.strictObject({
  criterion: Identifier.describe("the criterion that counts at least as much"),
  over: Identifier.describe("the other one"),
  times: z.number().min(1).max(9).describe("how many times more it counts: 1 the same, 3 somewhat, 5 much, 9 utterly"),
});
export type CriterionComparison = z.infer<typeof CriterionComparison>;

/** What the evaluators agreed on after they had seen how far their scores lay apart. */
const ConsensusNote = z.strictObject({
  bid: referenceTo("bid").describe("the bid that was talked about"),
  criterion: Identifier.describe("the criterion that was talked about"),
  score: z.number().min(0).max(100).optional().describe("the score they agreed on; the mean stays where none is given"),
  note: Text.describe("why the scores differed, and what was agreed"),
});
export type ConsensusNote = z.infer<typeof ConsensusNote>;

/** What providers of this market usually reach. */
const MarketFigure = z.strictObject({
  what: Identifier.describe("the name that promises use"),
  low: WrittenFigure.describe("what the weaker ones reach"),
  high: WrittenFigure.describe("what the best ones reach"),
  better: z.enum(["higher", "lower"]).default("higher").describe("whether more or less of it is better"),
  source: Text.optional().describe("where this is known from"),
});
export type MarketFigure = z.infer<typeof MarketFigure>;

/** How the provider was chosen. */
export const Selection = z.strictObject({
  chosen: referenceTo("bid").optional().describe("one of the bids"),
  because: Text.optional(),
  on: PlainDate.optional().describe("the day of the decision"),
  evaluators: z.array(PersonId).default([]).describe("who scored, each for themselves"),
  criteria: z.array(SelectionCriterion).default([]),
  comparisons: z.array(CriterionComparison).default([]).describe("each pair of criteria compared, instead of weights"),
  questionnaire: z.array(Question).default([]).describe("what all bidders are asked in the same words"),
  scored_on: z
    .record(Identifier, PlainDate)
    .default({})
    .describe("the day on which each evaluator handed in their scores: { ana: 2026-03-02 }"),
  scores_shared_on: PlainDate.optional().describe("the day on which evaluators first saw each other's scores"),
  consensus: z.array(ConsensusNote).default([]).describe("what was agreed where scores lay far apart"),
  market: z.array(MarketFigure).default([]).describe("what providers of this market usually reach"),
  own_estimate: WrittenMoney.optional().describe("what the client reckons the work costs, before any bid is opened"),
  currency: Currency.optional().describe("the currency in which prices are compared"),
  exchange_rates: ExchangeRates.default({}),
  quality_scored_on: PlainDate.optional().describe("the day on which all quality scores were in"),
  price_opened_on: PlainDate.optional().describe("the day on which prices were first seen"),
  bids: z.array(Bid).default([]).describe("what each provider offered"),
});
export type Selection = z.infer<typeof Selection>;
