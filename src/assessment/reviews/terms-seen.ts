import type { KeptObligation } from "../../governance/contract/review-obligations.ts";
import { reviewTerms, type TermsReview } from "../../governance/partnership/review-terms.ts";
import { readInvoices } from "../known-records.ts";
import { keptObligations, readCommitments } from "./read-commitments.ts";
import { readPastMeasures } from "./read-figures.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** The terms with past figures behind their service levels, what was billed, and which duties were kept. */
export async function termsSeen({ opened, asOf, has }: ReviewFacts): Promise<Reviewed<TermsReview>> {
  const { record, store } = opened;
  const pastMeasures = await readPastMeasures(opened, asOf);
  const invoices = (await readInvoices(store)).filter(({ issuedOn }) => issuedOn <= asOf);
  const kept: readonly KeptObligation[] = keptObligations(
    record.contract?.obligations ?? [],
    await readCommitments(store, { asOf, zone: record.zone }),
  );
  const unmeasured = record.service_levels
    .map(({ metric }) => metric)
    .filter((metric, at, all) => all.indexOf(metric) === at && !pastMeasures.some((past) => past.metric === metric));
  return {
    kind: "reviewed",
    review: reviewTerms(record, {
      ...{ asOf, pastMeasures, kept },
      invoices: invoices.map(({ period, total }) => ({ period, total: total.toJSON() })),
    }),
    unseen: [
      ...unmeasured.map((metric) => ({
        what: `how the past would have met ${metric}`,
        because: "no period of it is measured",
        opensWith: [`metrics: ${metric}`, "the records that it counts"],
      })),
      ...unseenWithout(has, [
        { what: "credits that are a share of the invoice", from: ["invoices"] },
        { what: "which duties were kept on their days", from: ["commitments"] },
      ]),
    ],
  };
}
