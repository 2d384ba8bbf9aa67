import { workOutBusinessCase } from "../../governance/business-case/work-out-business-case.ts";
import { weighLocations } from "../../governance/location/weigh-locations.ts";
import { reviewCore } from "../../governance/partnership/review-core.ts";
import { evaluateSelection } from "../../governance/selection/evaluate-selection.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import { checkpointsSeen } from "./checkpoint-seen.ts";
import { invoicesSeen } from "./invoice-seen.ts";
import { objectivesSeen } from "./objectives-seen.ts";
import { rampSeen } from "./ramp-seen.ts";
import { relationshipSeen } from "./relationship-seen.ts";
import { type ReviewFacts, type ReviewOptions, reviewFacts } from "./review-facts.ts";
import type { PartnershipReviews, Reviewed, ReviewName, ReviewResults } from "./review-result.ts";
import { risksSeen } from "./risks-seen.ts";
import { termsSeen } from "./terms-seen.ts";

/** Draws behind the forecast of a business case: enough for a percentile to hold to its first two digits. */
const caseDraws = 10_000;

type Look<Name extends ReviewName> = () => Promise<Reviewed<ReviewResults[Name]>>;

/** The reviews of a partnership on one day, each worked out when it is asked for. */
export type ReviewsAtHand = { readonly [Name in ReviewName]: Look<Name> };

/**
 * The door to all reviews: what was agreed, held against what the records showed by the end of a day in the partnership's zone.
 * Records that are not there make no error: the review says what it could not see.
 */
export function reviewsOf(opened: OpenPartnership, options: ReviewOptions): ReviewsAtHand {
  const facts = reviewFacts(opened, options);
  return {
    objectives: () => objectivesSeen(facts),
    core: async () => coreSeen(facts),
    location: async () => locationSeen(facts),
    evaluate: async () => evaluationSeen(facts),
    "business-case": async () => businessCaseSeen(facts),
    terms: () => termsSeen(facts),
    ramp: () => rampSeen(facts),
    invoice: () => invoicesSeen(facts),
    checkpoint: () => checkpointsSeen(facts, () => rampSeen(facts)),
    risks: () => risksSeen(facts),
    relationship: () => relationshipSeen(facts),
  };
}

/** Every review at once, for a report. */
export async function allReviews(opened: OpenPartnership, options: ReviewOptions): Promise<PartnershipReviews> {
  const at = reviewsOf(opened, options);
  return {
    objectives: await at.objectives(),
    core: await at.core(),
    location: await at.location(),
    evaluate: await at.evaluate(),
    "business-case": await at["business-case"](),
    terms: await at.terms(),
    ramp: await at.ramp(),
    invoice: await at.invoice(),
    checkpoint: await at.checkpoint(),
    risks: await at.risks(),
    relationship: await at.relationship(),
  };
}

function coreSeen({ opened: { record }, asOf, seed }: ReviewFacts): Reviewed<ReviewResults["core"]> {
  if (record.processes.length === 0)
    return missing("processes", "list each kind of work, with core: scores and a conclusion");
  return { kind: "reviewed", review: reviewCore(record, { asOf, seed }), unseen: [] };
}

function locationSeen({ opened: { record }, asOf }: ReviewFacts): Reviewed<ReviewResults["location"]> {
  if (record.location === undefined) return missing("location", "list the places that were weighed under options");
  return { kind: "reviewed", review: weighLocations(record, { asOf }), unseen: [] };
}

function evaluationSeen({ opened: { record }, asOf, seed }: ReviewFacts): Reviewed<ReviewResults["evaluate"]> {
  if (record.selection === undefined) return missing("selection", "list criteria with weights, evaluators and bids");
  return { kind: "reviewed", review: evaluateSelection(record.selection, { asOf, seed }), unseen: [] };
}

function businessCaseSeen({ opened: { record }, seed }: ReviewFacts): Reviewed<ReviewResults["business-case"]> {
  if (record.business_case === undefined)
    return missing("business_case", "say what staying in-house and outsourcing cost, as ranges");
  return {
    kind: "reviewed",
    review: workOutBusinessCase(record.business_case, { seed, draws: caseDraws }),
    unseen: [],
  };
}

function missing(needs: string, hint: string): Reviewed<never> {
  return { kind: "not-on-record", needs, hint };
}
