import { type RisksReview, reviewRisks } from "../../governance/partnership/review-risks.ts";
import { readIncidents } from "./read-dealings.ts";
import { readAmountsBy } from "./read-people.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** Risks with who still has access, how soon incidents were told, and on how few the work rests. */
export async function risksSeen({ opened, asOf, has, grants, roster }: ReviewFacts): Promise<Reviewed<RisksReview>> {
  const { record, store } = opened;
  const known = { asOf, zone: record.zone };
  const people = await readAmountsBy(store, "agent_id", known);
  const done = people.reduce((sum, { amount }) => sum + amount, 0);
  return {
    kind: "reviewed",
    review: reviewRisks(record, {
      asOf,
      ...(has("access_grants") ? { grants: await grants() } : {}),
      roster: await roster(),
      incidents: await readIncidents(store, known),
      amounts: {
        providers: [{ name: record.provider.name, amount: done }],
        sites: await readAmountsBy(store, "site", known),
        people,
      },
    }),
    unseen: [
      ...(record.security?.incidents_told_within?.kind === "business-days" && has("incidents")
        ? [
            {
              what: "whether incidents were told in time",
              because: "business days have no length here",
              opensWith: ["security: incidents_told_within, as hours such as 24h"],
            },
          ]
        : []),
      ...unseenWithout(has, [
        { what: "who has access and should not", from: ["access_grants", "staff"] },
        { what: "how soon incidents were told", from: ["incidents"] },
        { what: "on how few sites and people the work rests", from: ["work_items"] },
      ]),
    ],
  };
}
