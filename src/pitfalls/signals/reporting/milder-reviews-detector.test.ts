import { expect, test } from "vitest";
import { blindTo, daysAgo, judgeObserved, saidOf } from "../../../../test/pitfalls/judge-observed.ts";

/** Differences of provider's and client's score around a mean, in fives. */
const doubles = (count: number, mean: number, days = 30) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ item: `i-${index}`, scoredOn: daysAgo(days), client: 80, provider: 80 + mean + ((index % 5) - 2) * 2 },
    ...{ clientCritical: index % 4 === 0, providerCritical: index % 8 === 0 },
  }));

test("reviews milder than the client's on the same items are told, a point or two is not, and few or old ones are said to be", () => {
  expect(saidOf({ doubleScores: doubles(40, 5) })).toEqual(["alarm lack-of-transparency/milder-reviews/double-scored"]);
  expect(judgeObserved({ doubleScores: doubles(40, 5) }).findings[0]?.evidence).toMatchObject({
    items: 40,
    meanDifference: 5,
    // 5 of 10 critical errors seen by both: observed 0.875, by chance 0.6875.
    criticalErrors: { kappa: expect.closeTo((0.875 - 0.6875) / (1 - 0.6875), 10) },
  });
  expect(saidOf({ doubleScores: doubles(40, 2) })).toEqual([]);
  expect(saidOf({ doubleScores: doubles(40, -5) })).toEqual([]);
  expect(blindTo("lack-of-transparency", { doubleScores: doubles(19, 9) })).toMatch(/19 items .* 20 needed/);
  expect(saidOf({ doubleScores: doubles(40, 9, 200) })).toEqual([]);
});
