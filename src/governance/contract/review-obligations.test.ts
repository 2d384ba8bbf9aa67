import { expect, test } from "vitest";
import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { Contract } from "./contract.ts";
import { type ObligationQuestion, type ObligationsReview, reviewObligations } from "./review-obligations.ts";

const asOf = "2026-06-15";

function review(obligations: readonly object[], more: Partial<ObligationQuestion> = {}): ObligationsReview {
  const contract = { signed: "2025-12-10", starts: "2026-01-01", ends: "2027-12-31", obligations };
  const isOf: ObligationQuestion["isOf"] = (side, person) => person === (side === "client" ? "ana" : "rosa");
  return reviewObligations(Contract.parse(contract), {
    ...{ asOf, withinDays: 30, kept: [], calendarOf: () => null, isOf, ...more },
  });
}

function one(obligation: object, more: Partial<ObligationQuestion> = {}) {
  const [found] = review(
    [{ id: "it", title: "It", owed_by: "provider", owner: "rosa", ...obligation }],
    more,
  ).obligations;
  if (found === undefined) throw new Error("an obligation was reviewed");
  return found;
}

test.each<[string, object, string, string | null, number]>([
  ["owed once, ahead", { due: "2026-07-01" }, "due-soon", "2026-07-01", 0],
  ["owed once, far ahead", { due: "2026-12-01" }, "on-track", "2026-12-01", 0],
  ["owed today", { due: "2026-06-15" }, "due-soon", "2026-06-15", 0],
  ["owed once, past", { due: "2026-06-01" }, "overdue", null, 1],
  ["owed once, done", { due: "2026-06-01", done_on: "2026-05-30" }, "done", null, 0],
  ["done on a day to come is not done", { due: "2026-06-01", done_on: "2026-06-20" }, "overdue", null, 1],
  ["without any day", {}, "undated", null, 0],
  [
    "every month, last for May in time",
    { every: "month", within: "5 business days", done_on: "2026-06-03" },
    "due-soon",
    "2026-07-07",
    0,
  ],
  [
    "every month, last for March",
    { every: "month", within: "5 business days", done_on: "2026-04-02" },
    "overdue",
    "2026-07-07",
    2,
  ],
  ["every month, never known to be done", { every: "month" }, "not-on-record", "2026-06-30", 0],
  [
    "every quarter from a first day",
    { every: "quarter", due: "2026-02-15", done_on: "2026-05-16" },
    "on-track",
    "2026-08-15",
    0,
  ],
  ["every Tuesday", { every: "Tuesday 10:00", done_on: "2026-06-09" }, "due-soon", "2026-06-16", 0],
])("%s", (_, obligation, state, next, overdue) => {
  const found = one(obligation);
  expect([found.state, found.nextDue, found.overdue.length]).toEqual([state, next, overdue]);
});

test("overdue days are counted, and all that comes within the days asked for is listed", () => {
  expect(one({ due: "2026-06-01" }).overdue).toEqual([{ due: "2026-06-01", daysLate: 14 }]);
  expect(one({ every: "week", done_on: "2026-06-14" }).coming).toEqual([
    "2026-06-21",
    "2026-06-28",
    "2026-07-05",
    "2026-07-12",
  ]);
});

test("business days are those of the side that owes it, where it has a calendar", () => {
  const calendar = CalendarDefinition.parse({
    zone: "America/New_York",
    week: { "mon-fri": ["09:00-17:00"] },
    except: [{ on: "2026-07-03", closed: true, because: "holiday" }],
  });
  const monthly = { every: "month", within: "5 business days", done_on: "2026-06-03" };
  expect(one(monthly).nextDue).toBe("2026-07-07");
  expect(one(monthly, { calendarOf: () => calendar }).nextDue).toBe("2026-07-08");
});

test("records prove each due day by itself, and one that was missed stays missed", () => {
  const kept = [
    { obligation: "it", due: "2026-03-31", doneOn: "2026-03-30" },
    { obligation: "it", due: "2026-05-31", doneOn: "2026-06-04" },
  ];
  const found = one({ every: "month" }, { kept });
  expect(found.overdue.map(({ due }) => due)).toEqual(["2026-01-31", "2026-02-28", "2026-04-30"]);
  expect(found.reasons).toEqual(["done late once, last for 2026-05-31"]);
});

test.each([
  ["nobody", undefined, "nobody sees to it"],
  ["a person of the other side", "ana", "ana is nobody who is there for the provider"],
  ["a stopgap", "tbd", "tbd is nobody who is there for the provider"],
])("an owner who is %s is told", (_, owner, reason) => {
  const [found] = review([{ id: "it", title: "It", owed_by: "provider", owner, due: "2026-07-01" }]).obligations;
  expect(found?.reasons).toEqual([reason]);
});

test("a side that owes nothing on record is told, and so is a day before the contract", () => {
  const { sides, problems } = review([
    { id: "it", title: "It", owed_by: "provider", owner: "rosa", due: "2025-01-01" },
  ]);
  expect(sides).toMatchObject([
    { side: "client", count: 0, reasons: [expect.stringContaining("no obligation of the client")] },
    { side: "provider", count: 1, overdue: 1, reasons: [] },
  ]);
  expect(problems).toMatchObject([{ code: "before-the-contract", path: ["contract", "obligations", 0, "due"] }]);
});

test("what comes round ends with the contract, unless that renews by itself", () => {
  const contract = {
    signed: "2025-12-10",
    starts: "2026-01-01",
    ends: "2026-06-30",
    obligations: [{ id: "it", title: "It", owed_by: "client", every: "month", done_on: "2026-06-01" }],
  };
  const question: ObligationQuestion = { asOf, withinDays: 90, kept: [], calendarOf: () => null, isOf: () => true };
  const coming = (more: object) =>
    reviewObligations(Contract.parse({ ...contract, ...more }), question).obligations[0]?.coming;
  expect(coming({})).toEqual(["2026-06-30"]);
  expect(coming({ renews: "automatically" })).toEqual(["2026-06-30", "2026-07-31", "2026-08-31"]);
});
