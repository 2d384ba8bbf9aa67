import type { PartnershipReviews } from "../assessment/reviews/review-result.ts";
import type { Verdict } from "../assessment/verdict.ts";
import { pitfalls } from "../pitfalls/pitfall-catalogue.ts";
import { displayableReviews, displayableText, displayableVerdict } from "./displayable-text.ts";
import type { HtmlReportOptions } from "./report-options.ts";
import { pageText, type ReportSubject } from "./report-page.tsx";
import { ActionSection } from "./sections/action-section.tsx";
import { CoverageSection } from "./sections/coverage-section.tsx";
import { DecisionsSection } from "./sections/decisions-section.tsx";
import { FindingSection } from "./sections/finding-section.tsx";
import { GuardSection } from "./sections/guard-section.tsx";
import { KpiSection } from "./sections/kpi-section.tsx";
import { MethodSection } from "./sections/method-section.tsx";
import { PortfolioSection } from "./sections/portfolio-section.tsx";
import { ReconciliationSection } from "./sections/reconciliation-section.tsx";
import { ReviewsSection } from "./sections/reviews-section.tsx";
import { ServiceLevelSection } from "./sections/service-level-section.tsx";

/**
 * The verdict as one HTML file that needs nothing else: no network, no font, no script. The same verdict gives the
 * same text. Everything that comes from a record is escaped.
 */
export function renderHtml(verdict: Verdict, options: HtmlReportOptions = {}): string {
  const { catalogue = pitfalls, folder = ".", reviews } = options;
  const shown = displayableVerdict(verdict);
  return pageText({
    subject: shown,
    kind: "partnership report",
    what: "What the raw records show about this partnership: each figure recomputed, each of the known ways to fail looked for, and what cannot be seen named as such.",
    skip: { to: "now", says: "Skip to what matters this week" },
    contents: contents.filter(([id]) => id !== "reviews" || reviews !== undefined),
    children: (
      <>
        <DecisionsSection verdict={shown} folder={folder} />
        <PortfolioSection verdict={shown} />
        <ServiceLevelSection verdict={shown} />
        <KpiSection verdict={shown} />
        <FindingSection verdict={shown} catalogue={catalogue} folder={folder} />
        <ActionSection verdict={shown} />
        <GuardSection verdict={shown} />
        <ReconciliationSection verdict={shown} />
        {reviews === undefined ? null : <ReviewsSection reviews={displayableReviews(reviews)} />}
        <CoverageSection verdict={shown} />
        <MethodSection verdict={shown} catalogue={catalogue} folder={folder} />
      </>
    ),
  });
}

/** Some reviews alone as one HTML file, unfolded: the report of a review's own verb. */
export function renderReviews(subject: ReportSubject, reviews: Partial<PartnershipReviews>): string {
  const { partnership, title, zone, asOf } = subject;
  const texts = [partnership, title, zone].map((text) => displayableText(text));
  return pageText({
    subject: { partnership: texts[0] ?? "", title: texts[1] ?? "", zone: texts[2] ?? "", asOf },
    kind: "review",
    what: "What was decided and agreed, held against what is known on that day.",
    skip: { to: "reviews", says: "Skip to the review" },
    children: <ReviewsSection reviews={displayableReviews(reviews)} isUnfolded />,
  });
}

const contents = [
  ["now", "This week"],
  ["pitfalls", "Pitfalls"],
  ["service-levels", "Service levels"],
  ["kpis", "KPIs"],
  ["findings", "Findings"],
  ["actions", "Actions"],
  ["guards", "Guards"],
  ["reconciliations", "Reported and recomputed"],
  ["reviews", "Decide, choose, agree, grow"],
  ["coverage", "Coverage"],
  ["method", "Method"],
] as const;
