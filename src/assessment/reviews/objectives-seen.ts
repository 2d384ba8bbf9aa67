import { objectivesInForce } from "../../governance/partnership/record-reading.ts";
import { type ObjectivesReview, reviewObjectives } from "../../governance/partnership/review-objectives.ts";
import { readRankings } from "./read-dealings.ts";
import { readReadings } from "./read-figures.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed, UnseenPart } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** Objectives with what their metrics showed, and goals as people of both sides ranked them. */
export async function objectivesSeen(facts: ReviewFacts): Promise<Reviewed<ObjectivesReview>> {
  const { opened, asOf, has } = facts;
  const { record, store } = opened;
  const metrics = objectivesInForce(record, asOf).flatMap(({ entry }) => entry.metric ?? []);
  const readings = await readReadings(opened, metrics, asOf);
  const rankings = await readRankings(store, { asOf, zone: record.zone });
  return {
    kind: "reviewed",
    review: reviewObjectives(record, { asOf, readings, rankings }),
    unseen: [
      ...Object.entries(readings).flatMap(([metric, found]) => (found.length === 0 ? [unmeasured(metric)] : [])),
      ...unseenWithout(has, [{ what: "how each person ranks the goals", from: ["goal_rankings"] }]),
    ],
  };
}

function unmeasured(metric: string): UnseenPart {
  return {
    what: `where ${metric} stands`,
    because: "no period of it is measured",
    opensWith: [`metrics: ${metric}`, "the records that it counts"],
  };
}
