import { workOutBusinessCase } from "../../governance/business-case/work-out-business-case.ts";
import { weighLocations } from "../../governance/location/weigh-locations.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { reviewCore } from "../../governance/partnership/review-core.ts";
import { evaluateSelection } from "../../governance/selection/evaluate-selection.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import { checkpointsSeen } from "./checkpoint-seen.ts";
import { invoicesSeen } from "./invoice-seen.ts";
import { objectivesSeen } from "./objectives-seen.ts";
import { rampSeen } from "./ramp-seen.ts";
import { relationshipSeen } from "./relationship-seen.ts";
import { type ReviewOptions, reviewFacts } from "./review-facts.ts";
import type { PartnershipReviews, Reviewed, ReviewName, ReviewResults } from "./review-result.ts";
import { risksSeen } from "./risks-seen.ts";
import { termsSeen } from "./terms-seen.ts";

/** Draws behind the forecast of a business case: enough for a percentile to hold to its first two digits. */
const caseDraws = 10_000;

type Asked = Pick<ReviewOptions, "asOf" | "seed">;
type Look<Name extends ReviewName> = () => Promise<Reviewed<ReviewResults[Name]>>;

/** Reviews that look at the record alone, so that no fact is read for them. */
export const recordReviewNames = ["core", "location", "evaluate", "business-case"] as const;
export type RecordReviewName = (typeof recordReviewNames)[number];

/** Those reviews of a record on one day, each worked out when it is asked for. */
export function recordReviewsOf(
  record: PartnershipRecord,
  options: Asked,
): { readonly [Name in RecordReviewName]: () => Reviewed<ReviewResults[Name]> } {
  return {
    core: () => reviewedCore(record, options),
    location: () => reviewedLocation(record, options),
    evaluate: () => reviewedSelection(record, options),
    "business-case": () => reviewedCase(record, options),
  };
}

/** The reviews of a partnership on one day, each worked out when it is asked for. */
export type ReviewsAtHand = { readonly [Name in ReviewName]: Look<Name> };

/**
 * The door to all reviews: what was agreed, held against what the records showed by the end of a day in the partnership's zone.
 * Records that are not there make no error: the review says what it could not see.
 */
export function reviewsOf(opened: OpenPartnership, options: ReviewOptions): ReviewsAtHand {
  const facts = reviewFacts(opened, options);
  const of = recordReviewsOf(opened.record, options);
  return {
    objectives: () => objectivesSeen(facts),
    core: async () => of.core(),
    location: async () => of.location(),
    evaluate: async () => of.evaluate(),
    "business-case": async () => of["business-case"](),
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

function reviewedCore(record: PartnershipRecord, { asOf, seed }: Asked): Reviewed<ReviewResults["core"]> {
  if (record.processes.length === 0)
    return missing("processes", "list each kind of work, with core: scores and a conclusion");
  return { kind: "reviewed", review: reviewCore(record, { asOf, seed }), unseen: [] };
}

function reviewedLocation(record: PartnershipRecord, { asOf }: Asked): Reviewed<ReviewResults["location"]> {
  if (record.location === undefined) return missing("location", "list the places that were weighed under options");
  return { kind: "reviewed", review: weighLocations(record, { asOf }), unseen: [] };
}

function reviewedSelection(record: PartnershipRecord, { asOf, seed }: Asked): Reviewed<ReviewResults["evaluate"]> {
  if (record.selection === undefined) return missing("selection", "list criteria with weights, evaluators and bids");
  return { kind: "reviewed", review: evaluateSelection(record.selection, { asOf, seed }), unseen: [] };
}

function reviewedCase(record: PartnershipRecord, { seed }: Asked): Reviewed<ReviewResults["business-case"]> {
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
