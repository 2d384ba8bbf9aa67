import type { BusinessCaseForecast } from "../../governance/business-case/business-case-forecast.ts";
import type { InvoiceCheck } from "../../governance/invoice/invoice-check.ts";
import type { LocationComparison } from "../../governance/location/location-comparison.ts";
import type { CheckpointsReview } from "../../governance/partnership/review-checkpoints.ts";
import type { CoreReview } from "../../governance/partnership/review-core.ts";
import type { ObjectivesReview } from "../../governance/partnership/review-objectives.ts";
import type { RampReview } from "../../governance/partnership/review-ramp.ts";
import type { RelationshipReview } from "../../governance/partnership/review-relationship.ts";
import type { RisksReview } from "../../governance/partnership/review-risks.ts";
import type { TermsReview } from "../../governance/partnership/review-terms.ts";
import type { Evaluation } from "../../governance/selection/evaluation.ts";

/** Something that a review would say with records that are not there. */
export type UnseenPart = {
  /** such as `what was billed` */
  readonly what: string;
  /** such as `no invoices are on record` */
  readonly because: string;
  /** kinds of records, or parts of partnership.yaml, that would open the eye */
  readonly opensWith: readonly string[];
};

/** A review of one part of a partnership, or which part of the record it lacks to say anything at all. */
export type Reviewed<Result> =
  | { readonly kind: "reviewed"; readonly review: Result; readonly unseen: readonly UnseenPart[] }
  | {
      readonly kind: "not-on-record";
      /** the key of partnership.yaml */
      readonly needs: string;
      readonly hint: string;
    };

/** What each review gives. */
export type ReviewResults = {
  readonly objectives: ObjectivesReview;
  readonly core: CoreReview;
  readonly location: LocationComparison;
  readonly evaluate: Evaluation;
  readonly "business-case": BusinessCaseForecast;
  readonly terms: TermsReview;
  readonly ramp: RampReview;
  readonly invoice: InvoiceCheck;
  readonly checkpoint: CheckpointsReview;
  readonly risks: RisksReview;
  readonly relationship: RelationshipReview;
};

/** The reviews by the noun of their verb. */
export type ReviewName = keyof ReviewResults;

/** Every review of a partnership on one day, from its record and from what its records showed by then. */
export type PartnershipReviews = { readonly [Name in ReviewName]: Reviewed<ReviewResults[Name]> };
