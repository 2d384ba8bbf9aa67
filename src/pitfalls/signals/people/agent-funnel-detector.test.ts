import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../../test/pitfalls/nothing-observed.ts";
import { seededChance } from "../../../values/seeded-chance.ts";
import { addDays } from "../../../values/time.ts";
import type { AgentReview } from "../../observed-records.ts";

const told = (agentReviews: readonly AgentReview[]) =>
  judgePitfalls({
    ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, agentReviews },
  }).findings.filter(({ detector }) => detector === "agent-outside-funnel");

type Person = {
  readonly critical: number;
  readonly level?: number;
  readonly tenure?: number;
  readonly reviews?: number;
};

/** Reviews of people in turn over the last weeks, scores around a level. */
const reviewsOf = (people: readonly Person[], seed = 1, daysBack = 0) =>
  people.flatMap(({ critical, level = 85, tenure = 200, reviews = 60 }, person) => {
    const chance = seededChance(seed).split(`person ${person}`);
    return Array.from(
      { length: reviews },
      (_, at): AgentReview => ({
        agent: `a-${person + 1}`,
        reviewedOn: addDays(completeAsOf, -(at % 150) - daysBack),
        ...{ tenureDays: tenure, score: level + 6 * chance.normal(), isCritical: chance.is(critical) },
      }),
    );
  });
const alike = (count: number, parts: Person = { critical: 0.04 }) => Array.from({ length: count }, () => parts);

test("somebody whose reviews show critical errors far beyond those of people as long there is told, with the odds of one of all", () => {
  const found = told(reviewsOf([...alike(12), { critical: 0.4 }]));
  expect(found.map(({ id, state }) => `${state} ${id}`)).toEqual([
    "alarm inconsistent-performance/agent-outside-funnel/a-13-critical-errors",
  ]);
  expect(found[0]?.statement).toMatch(
    /^Reviews of a-13 since 31 December 2025: \d\d\.\d % \(\d+ of 60\) show a critical error, against \d\.\d % \(\d+ of 720\) for the 12 others who had been there 180 days and more; .* one of the 26 that were compared/,
  );
  expect(found[0]?.evidence).toMatchObject({ reviews: 60, others: { people: 12, of: 720 }, chance: { looks: 26 } });
});

test("low scores are told as well as errors", () => {
  expect(told(reviewsOf([...alike(12), { critical: 0.04, level: 72 }])).map(({ id }) => id)).toEqual([
    "inconsistent-performance/agent-outside-funnel/a-13-scores",
  ]);
});

test("the last of people who are alike is not ranked, nor are those who differ as people do, newcomers among newcomers, or few", () => {
  for (let seed = 1; seed <= 15; seed += 1) expect(told(reviewsOf(alike(15), seed))).toEqual([]);
  const various = Array.from({ length: 15 }, (_, at) => ({ critical: 0.02 + 0.012 * at }));
  expect(told(reviewsOf(various))).toEqual([]);
  const newcomers = alike(8, { critical: 0.25, level: 76, tenure: 20 });
  expect(told(reviewsOf([...alike(12), ...newcomers]))).toEqual([]);
  expect(told(reviewsOf([...alike(4), { critical: 0.5 }]))).toEqual([]);
  expect(told(reviewsOf([...alike(12), { critical: 0.5, reviews: 10 }]))).toEqual([]);
  expect(told(reviewsOf([...alike(12), { critical: 0.5 }], 1, 200))).toEqual([]);
  // People may lie far apart: the lowest of many is one of them.
  const apart = Array.from({ length: 15 }, (_, at) => ({ critical: 0.04, level: 70 + 2 * at }));
  expect(told(reviewsOf(apart))).toEqual([]);
  const unknown = reviewsOf([...alike(12), { critical: 0.5 }]).map((one) => ({ ...one, isCritical: null }));
  expect(told(unknown)).toEqual([]);
});
