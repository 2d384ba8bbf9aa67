import { invoiceCurrency } from "../../governance/contract/invoice-currency.ts";
import { type RelationshipReview, reviewRelationship } from "../../governance/partnership/review-relationship.ts";
import { readCommitments } from "./read-commitments.ts";
import { readIdeas, readMeetings, readPulse, readRankings } from "./read-dealings.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** How both sides feel, what became of ideas and actions, and what the forums have to talk about by the findings of the day. */
export async function relationshipSeen(facts: ReviewFacts): Promise<Reviewed<RelationshipReview>> {
  const { opened, asOf, has, figures } = facts;
  const { record, store } = opened;
  const known = { asOf, zone: record.zone };
  const pricing = record.contract?.pricing;
  const currency = pricing === undefined ? null : invoiceCurrency(pricing);
  return {
    kind: "reviewed",
    review: reviewRelationship(record, {
      ...{ asOf, pulse: await readPulse(store, known), ideas: await readIdeas(store, known) },
      ...{ meetings: await readMeetings(store, known), commitments: await readCommitments(store, known) },
      rankings: await readRankings(store, known),
      findings: (await figures()).findings,
      ...(currency === null ? {} : { currency }),
    }),
    unseen: unseenWithout(has, [
      { what: "how both sides feel", from: ["pulse_answers"] },
      { what: "what became of ideas", from: ["ideas"] },
      { what: "which forums were held, and by whom", from: ["meetings"] },
      { what: "what each side promised and kept", from: ["commitments"] },
      { what: "how each person ranks the goals", from: ["goal_rankings"] },
    ]),
  };
}
