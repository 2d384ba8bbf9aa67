import { renderToStaticMarkup } from "react-dom/server";
import type { Verdict } from "../assessment/verdict.ts";
import { pitfalls } from "../pitfalls/pitfall-catalogue.ts";
import { displayableReviews, displayableText, displayableVerdict } from "./displayable-text.ts";
import { formatDate } from "./format-figure.ts";
import { Words } from "./report-elements.tsx";
import type { HtmlReportOptions } from "./report-options.ts";
import { contentPolicy, reportStyle } from "./report-style.ts";
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
  const markup = renderToStaticMarkup(<Report verdict={displayableVerdict(verdict)} options={options} />);
  return `<!doctype html>\n${markup}\n`;
}

function Report({ verdict, options }: { readonly verdict: Verdict; readonly options: HtmlReportOptions }) {
  const { catalogue = pitfalls, folder = ".", reviews } = options;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={contentPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{displayableText(`${verdict.title}, as of ${formatDate(verdict.asOf)}`, 200)}</title>
        <style>{reportStyle}</style>
      </head>
      <body>
        <a className="skip" href="#now">
          Skip to what needs a decision
        </a>
        <Header verdict={verdict} hasReviews={reviews !== undefined} />
        <main>
          <DecisionsSection verdict={verdict} />
          <PortfolioSection verdict={verdict} />
          <ServiceLevelSection verdict={verdict} />
          <KpiSection verdict={verdict} />
          <FindingSection verdict={verdict} catalogue={catalogue} />
          <GuardSection verdict={verdict} />
          <ReconciliationSection verdict={verdict} />
          {reviews === undefined ? null : <ReviewsSection reviews={displayableReviews(reviews)} />}
          <CoverageSection verdict={verdict} />
          <MethodSection verdict={verdict} catalogue={catalogue} folder={folder} />
        </main>
        <footer>
          <p>
            Made by Bellwether from the records known on {formatDate(verdict.asOf)}. The same records give the same
            report.
          </p>
        </footer>
      </body>
    </html>
  );
}

const contents = [
  ["now", "Now"],
  ["pitfalls", "Pitfalls"],
  ["service-levels", "Service levels"],
  ["kpis", "KPIs"],
  ["findings", "Findings"],
  ["guards", "Guards"],
  ["reconciliations", "Reported and recomputed"],
  ["reviews", "Decide, choose, agree, grow"],
  ["coverage", "Coverage"],
  ["method", "Method"],
] as const;

function Header({ verdict, hasReviews }: { readonly verdict: Verdict; readonly hasReviews: boolean }) {
  const shown = contents.filter(([id]) => id !== "reviews" || hasReviews);
  return (
    <header>
      <p className="kind">Bellwether · partnership report</p>
      <h1>
        <Words>{verdict.title}</Words>
      </h1>
      <p className="as-of">
        As of <b>{formatDate(verdict.asOf)}</b> · times in <Words>{verdict.zone}</Words> ·{" "}
        <code>{verdict.partnership}</code>
      </p>
      <p className="what">
        What the raw records show about this partnership: each figure recomputed, each of the known ways to fail looked
        for, and what cannot be seen named as such.
      </p>
      <nav aria-label="Contents">
        <ul>
          {shown.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
