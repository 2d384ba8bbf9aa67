import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../test/pitfalls/nothing-observed.ts";
import { addDays } from "../../values/time.ts";
import type { ObservedRecords, ObservedStint } from "../observed-records.ts";
import { chanceWords, stateByChance } from "./chance-height.ts";

const daysAgo = (days: number) => addDays(completeAsOf, -days);

const judged = (observed: Partial<ObservedRecords>) =>
  judgePitfalls({
    ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, ...observed },
  });
const said = (observed: Partial<ObservedRecords>) => judged(observed).findings.map(({ id, state }) => `${state} ${id}`);
const blindTo = (pitfall: string, observed: Partial<ObservedRecords>) =>
  judged(observed).blind.find((one) => one.pitfall === pitfall)?.because ?? "";

/** `leavers` of so many hires leave after 40 days. */
const hires = (count: number, leavers: number, hired: number, kind = "voluntary"): ObservedStint[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ agent: `a-${hired}-${index}`, hiredOn: daysAgo(hired), isKeyPerson: false },
    leftOn: index < leavers ? daysAgo(hired - 40) : null,
    leaveKind: index < leavers ? kind : null,
  }));

test("new people who leave more than those before them are told with the odds; as many as before, or moved on, are not", () => {
  const before = hires(60, 6, 400);
  expect(said({ stints: [...before, ...hires(20, 12, 120)] })).toEqual([
    "alarm high-turnover/new-hires-leave/new-hires",
  ]);
  expect(judged({ stints: [...before, ...hires(20, 12, 120)] }).findings[0]).toMatchObject({
    statement: expect.stringMatching(/^12 of the 20 people hired since .* left within their first 90 days/),
    evidence: { left: 12, hires: 20, hiresBefore: 60, leftBefore: 6, chance: { looks: 1 } },
  });
  expect(said({ stints: [...before, ...hires(20, 3, 120)] })).toEqual([]);
  expect(said({ stints: [...before, ...hires(20, 12, 120, "transfer")] })).toEqual([]);
});

test("people who were there before the first leaving on file do not make earlier hires look loyal", () => {
  // Those hired 400 days ago have been watched from day 280 on only: nobody knows who left in their first 90 days.
  const watchedLate = hires(60, 0, 400);
  expect(said({ stints: [...watchedLate, ...hires(20, 12, 120)] })).toEqual([]);
  expect(blindTo("high-turnover", { stints: [...watchedLate, ...hires(20, 12, 120)] })).toMatch(/too few to compare/);
});

/** Differences of provider's and client's score around a mean, in fives. */
const doubles = (count: number, mean: number, days = 30) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ item: `i-${index}`, scoredOn: daysAgo(days), client: 80, provider: 80 + mean + ((index % 5) - 2) * 2 },
    ...{ clientCritical: index % 4 === 0, providerCritical: index % 8 === 0 },
  }));

test("reviews milder than the client's on the same items are told, a point or two is not, and few or old ones are said to be", () => {
  expect(said({ doubleScores: doubles(40, 5) })).toEqual(["alarm lack-of-transparency/milder-reviews/double-scored"]);
  expect(judged({ doubleScores: doubles(40, 5) }).findings[0]?.evidence).toMatchObject({
    items: 40,
    meanDifference: 5,
    // 5 of 10 critical errors seen by both: observed 0.875, by chance 0.6875.
    criticalErrors: { kappa: expect.closeTo((0.875 - 0.6875) / (1 - 0.6875), 10) },
  });
  expect(said({ doubleScores: doubles(40, 2) })).toEqual([]);
  expect(said({ doubleScores: doubles(40, -5) })).toEqual([]);
  expect(blindTo("lack-of-transparency", { doubleScores: doubles(19, 9) })).toMatch(/19 items .* 20 needed/);
  expect(said({ doubleScores: doubles(40, 9, 200) })).toEqual([]);
});

const surveyed = (good: [number, number], bad: [number, number]) => [
  { week: daysAgo(36), isSurveyed: true, isReopened: false, items: good[0] },
  { week: daysAgo(36), isSurveyed: false, isReopened: false, items: good[1] },
  { week: daysAgo(36), isSurveyed: true, isReopened: true, items: bad[0] },
  { week: daysAgo(36), isSurveyed: false, isReopened: true, items: bad[1] },
];

test("surveys that pass over items that came back are told; surveys at random, or of everything, are not", () => {
  expect(said({ surveyed: surveyed([600, 400], [20, 80]) })).toEqual(["alarm hollow-kpis/surveys-chosen/surveys"]);
  expect(judged({ surveyed: surveyed([600, 400], [20, 80]) }).findings[0]?.statement).toMatch(
    /20\.0 % \(20 of 100\) of those that came back were surveyed and 60\.0 % \(600 of 1,000\) of the others/,
  );
  expect(said({ surveyed: surveyed([600, 400], [55, 45]) })).toEqual([]);
  expect(said({ surveyed: surveyed([600, 400], [80, 20]) })).toEqual([]);
  expect(said({ surveyed: surveyed([1000, 0], [60, 40]) })).toEqual([]);
  expect(said({ surveyed: surveyed([600, 400], [2, 10]) })).toEqual([]);
});

test("chance is held to the heights of the alarm budget, and is told in words", () => {
  const heights = { weeksBetweenFalseAlarms: 13, lookers: 25, alarm: 195, watch: 97.5 };
  const stateOf = (pValue: number) => stateByChance(pValue, heights);
  expect([1 / 90, 1 / 98, 1 / 190, 1 / 196, 0].map(stateOf)).toEqual([null, "watch", "watch", "alarm", "alarm"]);
  expect([0.001, 0.0007, 0.00001].map(chanceWords)).toEqual([
    "about 1 in 1,000",
    "about 1 in 1,400",
    "less than 1 in 10,000",
  ]);
});

const restated = (file: string, inFavour: number, against: number, days = 30) => ({
  ...{ receivedOn: daysAgo(days), file, inFavour, against, records: ["work_items 1"] },
});

test("a past that is told kinder to the provider again and again is told, with the odds; both ways, once, few or long ago less or not", () => {
  const id = "lack-of-transparency/history-restated/restated";
  const twice = { restated: [restated("may.csv", 9, 1, 60), restated("june.csv", 9, 1)] };
  expect(said(twice)).toEqual([`alarm ${id}`]);
  expect(judged(twice).findings[0]).toMatchObject({
    onset: daysAgo(60),
    statement: expect.stringMatching(/^Of 20 records .* 18 look better for the provider since and 2 worse, in 2 files/),
    // 1 + 20 + 190 of 2^20.
    evidence: { restated: 20, inFavour: 18, chance: { pValue: expect.closeTo(211 / 2 ** 20, 12) } },
  });
  expect(said({ restated: [restated("june.csv", 500, 0)] })).toEqual([`watch ${id}`]);
  expect(said({ restated: [restated("may.csv", 6, 4), restated("june.csv", 5, 5)] })).toEqual([]);
  expect(said({ restated: [restated("june.csv", 1, 19)] })).toEqual([]);
  expect(said({ restated: [restated("june.csv", 9, 0)] })).toEqual([]);
  expect(said({ restated: [restated("old.csv", 90, 0, 200)] })).toEqual([]);
});
