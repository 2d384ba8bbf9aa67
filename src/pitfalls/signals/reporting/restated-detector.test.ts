import { expect, test } from "vitest";
import { daysAgo, judgeObserved, saidOf } from "../../../../test/pitfalls/judge-observed.ts";

const restated = (file: string, inFavour: number, against: number, days = 30) => ({
  ...{ receivedOn: daysAgo(days), file, inFavour, against, records: ["work_items 1"] },
});

test("a past that is told kinder to the provider again and again is told, with the odds; both ways, once, few or long ago less or not", () => {
  const id = "lack-of-transparency/history-restated/restated";
  const twice = { restated: [restated("may.csv", 9, 1, 60), restated("june.csv", 9, 1)] };
  expect(saidOf(twice)).toEqual([`alarm ${id}`]);
  expect(judgeObserved(twice).findings[0]).toMatchObject({
    onset: daysAgo(60),
    statement: expect.stringMatching(/^Of 20 records .* 18 look better for the provider since and 2 worse, in 2 files/),
    // 1 + 20 + 190 of 2^20.
    evidence: { restated: 20, inFavour: 18, chance: { pValue: expect.closeTo(211 / 2 ** 20, 12) } },
  });
  expect(saidOf({ restated: [restated("june.csv", 500, 0)] })).toEqual([`watch ${id}`]);
  expect(saidOf({ restated: [restated("may.csv", 6, 4), restated("june.csv", 5, 5)] })).toEqual([]);
  expect(saidOf({ restated: [restated("june.csv", 1, 19)] })).toEqual([]);
  expect(saidOf({ restated: [restated("june.csv", 9, 0)] })).toEqual([]);
  expect(saidOf({ restated: [restated("old.csv", 90, 0, 200)] })).toEqual([]);
});
