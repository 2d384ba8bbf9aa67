import { type RampReview, reviewRamp } from "../../governance/partnership/review-ramp.ts";
import { learningOf, weeksOf } from "../../governance/transition/ramp-curve.ts";
import { readLastDayOfPeople, readWeeksOfWork } from "./read-people.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed, UnseenPart } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** The ramp of the transition against the roster, with learning as handling times show it. */
export async function rampSeen(facts: ReviewFacts): Promise<Reviewed<RampReview>> {
  const { opened, asOf, seed, has, roster } = facts;
  const { record, store } = opened;
  if (record.transition === undefined && !has("staff"))
    return {
      kind: "not-on-record",
      needs: "transition",
      hint: "say under transition: ramp: how many people are to be productive by which day, or put staff.csv into facts/",
    };
  const experiencedAfter = weeksOf(learningOf(record.transition).learning.experienced_after);
  const known = { asOf, zone: record.zone };
  const work = await readWeeksOfWork(store, known, experiencedAfter);
  const last = await readLastDayOfPeople(store, known);
  const review = reviewRamp(record, {
    ...{ asOf, roster: await roster(), work, seed },
    ...(last === null ? {} : { recordsEnd: last }),
  });
  const noPlan: UnseenPart = {
    what: "whether the ramp keeps to its plan",
    because: "no ramp is planned",
    opensWith: ["transition: ramp"],
  };
  return {
    kind: "reviewed",
    review,
    unseen: [
      ...((record.transition?.ramp.length ?? 0) === 0 ? [noPlan] : []),
      ...unseenWithout(has, [{ what: "who came, trained, worked and left", from: ["staff"] }]),
      ...(review.recordsEnd === null
        ? []
        : [
            {
              what: `how the ramp stands after ${review.recordsEnd}`,
              because: `records end on ${review.recordsEnd}`,
              opensWith: ["staff", "staff_hours"],
            },
          ]),
      ...(review.learning.from === "assumed"
        ? [
            {
              what: "how fast people learn",
              because: "too few weeks of new people's handling times beside experienced ones'",
              opensWith: ["work_items: agent_id, handle_seconds", "staff: production_on"],
            },
          ]
        : []),
    ],
  };
}
