import { expect, test } from "vitest";
import { daysAgo, judgeObserved, saidOf } from "../../../../test/pitfalls/judge-observed.ts";

const surveyed = (good: [number, number], bad: [number, number]) => [
  { week: daysAgo(36), isSurveyed: true, isReopened: false, items: good[0] },
  { week: daysAgo(36), isSurveyed: false, isReopened: false, items: good[1] },
  { week: daysAgo(36), isSurveyed: true, isReopened: true, items: bad[0] },
  { week: daysAgo(36), isSurveyed: false, isReopened: true, items: bad[1] },
];

test("surveys that pass over items that came back are told; surveys at random, or of everything, are not", () => {
  expect(saidOf({ surveyed: surveyed([600, 400], [20, 80]) })).toEqual(["alarm hollow-kpis/surveys-chosen/surveys"]);
  expect(judgeObserved({ surveyed: surveyed([600, 400], [20, 80]) }).findings[0]?.statement).toMatch(
    /20\.0 % \(20 of 100\) of those that came back were surveyed and 60\.0 % \(600 of 1,000\) of the others/,
  );
  expect(saidOf({ surveyed: surveyed([600, 400], [55, 45]) })).toEqual([]);
  expect(saidOf({ surveyed: surveyed([600, 400], [80, 20]) })).toEqual([]);
  expect(saidOf({ surveyed: surveyed([1000, 0], [60, 40]) })).toEqual([]);
  expect(saidOf({ surveyed: surveyed([600, 400], [2, 10]) })).toEqual([]);
});
