import type { PartnershipReviews } from "../../assessment/reviews/review-result.ts";
import { Section } from "../report-elements.tsx";
import { BusinessCaseReviewSection } from "./business-case-review-section.tsx";
import { LocationReviewSection } from "./location-review-section.tsx";
import { ObjectivesReviewSection } from "./objectives-review-section.tsx";
import { SelectionReviewSection } from "./selection-review-section.tsx";

/** The reviews that are shown: all of them in a check, one in the report of its own verb. */
export type ShownReviews = Partial<PartnershipReviews>;

/** What is decided before and beside the weekly work, each review a line that unfolds. */
export function ReviewsSection({ reviews }: { readonly reviews: ShownReviews }) {
  const { objectives, location, evaluate, "business-case": businessCase } = reviews;
  return (
    <Section
      id="reviews"
      title="Decide, choose, agree, grow"
      lead="What was decided and agreed, held against what is known today. Each line unfolds; what presses is open already."
    >
      {objectives === undefined ? null : <ObjectivesReviewSection reviewed={objectives} />}
      {location === undefined ? null : <LocationReviewSection reviewed={location} />}
      {evaluate === undefined ? null : <SelectionReviewSection reviewed={evaluate} />}
      {businessCase === undefined ? null : <BusinessCaseReviewSection reviewed={businessCase} />}
    </Section>
  );
}
