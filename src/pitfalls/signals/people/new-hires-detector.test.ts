import { expect, test } from "vitest";
import { blindTo, daysAgo, judgeObserved, saidOf } from "../../../../test/pitfalls/judge-observed.ts";
import type { ObservedStint } from "../../observed-records.ts";

/** `leavers` of so many hires leave after 40 days. */
const hires = (count: number, leavers: number, hired: number, kind = "voluntary"): ObservedStint[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ agent: `a-${hired}-${index}`, hiredOn: daysAgo(hired), isKeyPerson: false },
    leftOn: index < leavers ? daysAgo(hired - 40) : null,
    leaveKind: index < leavers ? kind : null,
  }));

test("new people who leave more than those before them are told with the odds; as many as before, or moved on, are not", () => {
  const before = hires(60, 6, 400);
  expect(saidOf({ stints: [...before, ...hires(20, 12, 120)] })).toEqual([
    "alarm high-turnover/new-hires-leave/new-hires",
  ]);
  expect(judgeObserved({ stints: [...before, ...hires(20, 12, 120)] }).findings[0]).toMatchObject({
    statement: expect.stringMatching(/^12 of the 20 people hired since .* left within their first 90 days/),
    evidence: { left: 12, hires: 20, hiresBefore: 60, leftBefore: 6, chance: { looks: 1 } },
  });
  expect(saidOf({ stints: [...before, ...hires(20, 3, 120)] })).toEqual([]);
  expect(saidOf({ stints: [...before, ...hires(20, 12, 120, "transfer")] })).toEqual([]);
});

test("people who were there before the first leaving on file do not make earlier hires look loyal", () => {
  // Those hired 400 days ago have been watched from day 280 on only: nobody knows who left in their first 90 days.
  const watchedLate = hires(60, 0, 400);
  expect(saidOf({ stints: [...watchedLate, ...hires(20, 12, 120)] })).toEqual([]);
  expect(blindTo("high-turnover", { stints: [...watchedLate, ...hires(20, 12, 120)] })).toMatch(/too few to compare/);
});
