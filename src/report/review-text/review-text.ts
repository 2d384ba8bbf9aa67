import type { Reviewed, ReviewName, ReviewResults } from "../../assessment/reviews/review-result.ts";
import { businessCasePage } from "./business-case-text.ts";
import { checkpointPage } from "./checkpoint-text.ts";
import { corePage } from "./core-text.ts";
import { evaluatePage } from "./evaluate-text.ts";
import { invoicePage } from "./invoice-text.ts";
import { locationPage } from "./location-text.ts";
import { objectivesPage } from "./objectives-text.ts";
import { rampPage } from "./ramp-text.ts";
import { relationshipPage } from "./relationship-text.ts";
import { type ReviewPage, type ReviewPageOptions, reviewPageText } from "./review-page.ts";
import { risksPage } from "./risks-text.ts";
import { termsPage } from "./terms-text.ts";

const pages: { readonly [Name in ReviewName]: (review: ReviewResults[Name]) => ReviewPage } = {
  objectives: objectivesPage,
  core: corePage,
  location: locationPage,
  evaluate: evaluatePage,
  "business-case": businessCasePage,
  terms: termsPage,
  ramp: rampPage,
  invoice: invoicePage,
  checkpoint: checkpointPage,
  risks: risksPage,
  relationship: relationshipPage,
};

/** A review in the words of its noun: headline, tables, working, what could not be seen, and where to go next. */
export function reviewText<Name extends ReviewName>(
  name: Name,
  reviewed: Reviewed<ReviewResults[Name]>,
  options: Omit<ReviewPageOptions, "unseen">,
): string {
  if (reviewed.kind === "reviewed")
    return reviewPageText(pages[name](reviewed.review), { ...options, unseen: reviewed.unseen });
  const page: ReviewPage = {
    headline: `partnership.yaml holds nothing under ${reviewed.needs}, so there is nothing to review.`,
    tone: "unknown",
    lines: [`To begin: ${reviewed.hint}.`],
    parts: [],
  };
  return reviewPageText(page, { ...options, unseen: [] });
}
