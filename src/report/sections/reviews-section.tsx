import type { PartnershipReviews } from "../../assessment/reviews/review-result.ts";
import { Section } from "../report-elements.tsx";
import { AreReviewsUnfolded } from "../review-elements.tsx";
import { BusinessCaseReviewSection } from "./business-case-review-section.tsx";
import { CheckpointReviewSection } from "./checkpoint-review-section.tsx";
import { CoreReviewSection } from "./core-review-section.tsx";
import { InvoiceReviewSection } from "./invoice-review-section.tsx";
import { LocationReviewSection } from "./location-review-section.tsx";
import { ObjectivesReviewSection } from "./objectives-review-section.tsx";
import { RampReviewSection } from "./ramp-review-section.tsx";
import { RelationshipReviewSection } from "./relationship-review-section.tsx";
import { RisksReviewSection } from "./risks-review-section.tsx";
import { SelectionReviewSection } from "./selection-review-section.tsx";
import { TermsReviewSection } from "./terms-review-section.tsx";

/** The reviews that are shown: all of them in a check, one in the report of its own verb. */
export type ShownReviews = Partial<PartnershipReviews>;

/** What is decided before and beside the weekly work, each review a line that unfolds, in the order of a partnership's life. */
export function ReviewsSection(props: { readonly reviews: ShownReviews; readonly isUnfolded?: boolean }) {
  const { reviews, isUnfolded = false } = props;
  const { objectives, core, location, evaluate, "business-case": businessCase, terms } = reviews;
  const { ramp, invoice, checkpoint, risks, relationship } = reviews;
  return (
    <Section
      id="reviews"
      title="Decide, choose, agree, grow"
      lead={
        isUnfolded
          ? undefined
          : "What was decided and agreed, held against what is known today. Each line unfolds; what presses is open already."
      }
    >
      <AreReviewsUnfolded value={isUnfolded}>
        {objectives === undefined ? null : <ObjectivesReviewSection reviewed={objectives} />}
        {core === undefined ? null : <CoreReviewSection reviewed={core} />}
        {location === undefined ? null : <LocationReviewSection reviewed={location} />}
        {evaluate === undefined ? null : <SelectionReviewSection reviewed={evaluate} />}
        {businessCase === undefined ? null : <BusinessCaseReviewSection reviewed={businessCase} />}
        {terms === undefined ? null : <TermsReviewSection reviewed={terms} />}
        {ramp === undefined ? null : <RampReviewSection reviewed={ramp} />}
        {invoice === undefined ? null : <InvoiceReviewSection reviewed={invoice} />}
        {checkpoint === undefined ? null : <CheckpointReviewSection reviewed={checkpoint} />}
        {risks === undefined ? null : <RisksReviewSection reviewed={risks} />}
        {relationship === undefined ? null : <RelationshipReviewSection reviewed={relationship} />}
      </AreReviewsUnfolded>
    </Section>
  );
}
