import { expect, test } from "vitest";
import { daysAgo, judgeObserved, saidSince } from "../../../../test/pitfalls/judge-observed.ts";
import type { ObservedPromise } from "../../observed-records.ts";

const promise = (id: string, due: number, doneAfter: number | null): ObservedPromise => ({
  ...{ id, title: null, side: "provider", madeOn: daysAgo(due + 30), firstDue: daysAgo(due + 10), due: daysAgo(due) },
  doneOn: doneAfter === null ? null : daysAgo(due - doneAfter),
});

test("a promise open a month past its date is told, with what is to be expected of the next; done late it is not", () => {
  const open = [promise("old", 45, null), promise("late", 20, 3), promise("kept", 15, 0), promise("next", -5, null)];
  expect(saidSince({ promises: open })).toEqual([
    `watch missed-deadlines/provider-promise-open/provider since ${daysAgo(14)}`,
  ]);
  expect(judgeObserved({ promises: open }).findings[0]).toMatchObject({
    statement: expect.stringMatching(/1 promise of the provider is open .* Of the last 3 .* 2 were late; 1 fall/),
    evidence: { openCount: 1, moved: 1, next: { due: 3, late: 2, expected: 2 / 3 } },
  });
  expect(saidSince({ promises: [promise("older", 61, null)] })[0]).toMatch(/^alarm/);
  expect(saidSince({ promises: [promise("late", 45, 40), promise("fresh", 30, null)] })).toEqual([]);
  expect(saidSince({ promises: [{ ...promise("ours", 45, null), side: "client" }] })[0]).toMatch(/weak-ownership/);
});

const ideas = (count: number, undecided: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ idea_id: `i-${index}`, submitted_on: daysAgo(120), by_side: "provider" as const },
    decided_on: index < undecided ? null : daysAgo(100),
  }));

test("ideas that mostly lie undecided are told, a few that wait are not", () => {
  expect(saidSince({ ideas: ideas(8, 5) })).toEqual([
    `watch vendor-not-partner/ideas-undecided/ideas since ${daysAgo(29)}`,
  ]);
  expect(saidSince({ ideas: ideas(12, 10) })[0]).toMatch(/^alarm/);
  expect(saidSince({ ideas: ideas(12, 6) })).toEqual([]);
  expect(saidSince({ ideas: ideas(4, 4) })).toEqual([]);
});
