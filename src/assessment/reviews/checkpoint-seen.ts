import { type CheckpointsReview, reviewCheckpoints } from "../../governance/partnership/review-checkpoints.ts";
import type { RampReview } from "../../governance/partnership/review-ramp.ts";
import { readCheckpointFigures } from "./read-figures.ts";
import { readLastDayOfPeople, readReviewsByTenure } from "./read-people.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** Each checkpoint of the growth plan on the figures of its window, turnover and ramp of the roster, quality by tenure. */
export async function checkpointsSeen(
  facts: ReviewFacts,
  ramp: () => Promise<Reviewed<RampReview>>,
): Promise<Reviewed<CheckpointsReview>> {
  const { opened, asOf, seed, has, roster } = facts;
  const { record, store } = opened;
  if (record.growth === undefined)
    return {
      kind: "not-on-record",
      needs: "growth",
      hint: "say under growth: phases: in which steps the work is to grow, each with a checkpoint of criteria",
    };
  const { figures, unpooled } = await readCheckpointFigures(opened, asOf);
  const asksForRamp = record.growth.phases.some(({ checkpoint }) => checkpoint?.ramp_at_least !== undefined);
  const ramped = asksForRamp ? await ramp() : null;
  const known = { asOf, zone: record.zone };
  const reviews = await readReviewsByTenure(store, known);
  const last = await readLastDayOfPeople(store, known);
  return {
    kind: "reviewed",
    review: reviewCheckpoints(record, {
      ...{ asOf, seed, figures, reviews, roster: await roster() },
      ...(last === null ? {} : { recordsEnd: last }),
      ...(ramped?.kind === "reviewed" ? { ramp: ramped.review } : {}),
    }),
    unseen: [
      ...unpooled.map((metric) => ({
        what: `${metric} over the window of its criterion`,
        because: "only shares and means of days can be put together with a bound",
        opensWith: [`metrics: ${metric}, as a share or a mean`],
      })),
      ...unseenWithout(has, [
        { what: "turnover, and who is new", from: ["staff"] },
        { what: "quality by tenure", from: ["quality_reviews"] },
      ]),
    ],
  };
}
