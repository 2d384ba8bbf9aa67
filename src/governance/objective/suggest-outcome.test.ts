import { expect, test } from "vitest";
import { wordingOf } from "./objective-wording.ts";
import { suggestOutcome } from "./suggest-outcome.ts";

test.each([
  ["Answer customer emails", "Improve response time and satisfaction for customer emails"],
  ["We will handle all chats", "Improve response time and satisfaction for chats"],
  ["Handle at least 40 tickets per agent", "Improve response time and satisfaction for tickets"],
  [
    "Processing of invoices",
    "Raise the share that is right the first time and shorten the time to completion for invoices",
  ],
  ["Review listings", "Catch more errors before customers meet them for listings"],
  ["Operate", "Improve speed, quality and satisfaction"],
])("%j is told better as %j", (task, outcome) => expect(suggestOutcome(task)?.outcome).toBe(outcome));

test("what is suggested for a task is an outcome itself, so the suggestion never needs another", () => {
  for (const task of ["Answer emails", "Close tickets", "Pack orders", "Test pages", "Train staff", "Outsource it"]) {
    const suggested = suggestOutcome(task);
    expect(wordingOf(suggested?.outcome ?? task)).toBe("outcome");
    expect(suggestOutcome(suggested?.outcome ?? task)).toBeNull();
  }
});

test("the suggestion takes up the figures that are agreed and leaves a gap for the others", () => {
  const agreed = {
    baseline: { kind: "share", share: 0.61 },
    target: { figure: { kind: "share", share: 0.9 }, by: "2026-09-30" },
  } as const;
  expect(suggestOutcome("Answer emails", agreed)?.inFull).toBe(
    "Improve response time and satisfaction for emails: from 61 % to 90 % by 2026-09-30",
  );
  expect(suggestOutcome("Answer emails")?.inFull).toContain(
    "from [today's figure] to [the figure to reach] by [a date]",
  );
});

test("an outcome is left as it is", () => {
  expect(suggestOutcome("customers get a first answer within four hours")).toBeNull();
});
