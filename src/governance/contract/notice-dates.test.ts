import { expect, test } from "vitest";
import { Contract } from "./contract.ts";
import { noticeDates } from "./notice-dates.ts";

const agreed = { signed: "2025-12-10", ends: "2027-12-31", notice: "90 days" };

function told(contract: object, asOf: string, withinDays = 60): readonly string[] {
  return noticeDates(Contract.parse(contract), asOf, withinDays).dates.map(
    ({ kind, on, actBy, daysLeft, state }) => `${kind} ${on} act by ${actBy}: ${state}, ${daysLeft}`,
  );
}

test.each<[string, object, string, readonly string[]]>([
  [
    "far ahead",
    agreed,
    "2026-06-30",
    ["notice 2027-10-02 act by 2027-10-01: later, 459", "end 2027-12-31 act by 2027-12-31: later, 549"],
  ],
  [
    "near",
    agreed,
    "2027-09-01",
    ["notice 2027-10-02 act by 2027-10-01: coming, 31", "end 2027-12-31 act by 2027-12-31: later, 121"],
  ],
  [
    "today is not too late",
    agreed,
    "2027-10-02",
    ["notice 2027-10-02 act by 2027-10-01: coming, 0", "end 2027-12-31 act by 2027-12-31: later, 90"],
  ],
  [
    "too late",
    agreed,
    "2027-11-10",
    ["notice 2027-10-02 act by 2027-10-01: passed, -39", "end 2027-12-31 act by 2027-12-31: coming, 51"],
  ],
  [
    "three months are months",
    { ...agreed, notice: "3 months" },
    "2027-09-01",
    ["notice 2027-09-30 act by 2027-09-30: coming, 29", "end 2027-12-31 act by 2027-12-31: later, 121"],
  ],
  [
    "renewed twice by itself",
    { ...agreed, renews: "automatically", renews_for: "1 year" },
    "2029-03-01",
    ["notice 2029-10-02 act by 2029-10-02: later, 215", "end 2029-12-31 act by 2029-12-31: later, 305"],
  ],
  [
    "a renewal of half a year keeps its last day of the month",
    { ...agreed, ends: "2026-08-31", renews: "automatically", renews_for: "6 months" },
    "2027-03-15",
    ["notice 2027-06-02 act by 2027-06-02: later, 79", "end 2027-08-31 act by 2027-08-31: later, 169"],
  ],
  [
    "by agreement",
    { ...agreed, renews: "by-agreement" },
    "2027-09-01",
    ["agreement 2027-10-02 act by 2027-10-01: coming, 31", "end 2027-12-31 act by 2027-12-31: later, 121"],
  ],
])("%s", (_, contract, asOf, expected) => {
  expect(told(contract, asOf)).toEqual(expected);
});

test("what follows is said, with its working", () => {
  const renewing = { ...agreed, renews: "automatically", renews_for: "1 year" };
  expect(noticeDates(Contract.parse(renewing), "2027-09-01", 60).dates[0]).toMatchObject({
    otherwise: "it renews by itself for 1 year, until 2028-12-31",
    working: "2027-12-31 less 90 days = 2027-10-02",
  });
});

test.each<[string, object, string]>([
  ["no end", { notice: "90 days" }, "the last day"],
  ["no notice", { ends: "2027-12-31" }, "how long before"],
  ["no word on renewal", agreed, "what happens when nobody gives notice"],
  ["a renewal of unknown length", { ...agreed, renews: "automatically" }, "for how long"],
])("%s: unknown, never guessed", (_, contract, lack) => {
  expect(noticeDates(Contract.parse(contract), "2029-06-30", 60).unknown.join()).toContain(lack);
});

test("a renewal of unknown length is not counted on", () => {
  const found = noticeDates(Contract.parse({ ...agreed, renews: "automatically" }), "2029-06-30", 60);
  expect(found).toMatchObject({ runsUntil: "2027-12-31", renewals: 0 });
  expect(found.dates[0]?.otherwise).toContain("does not say for how long");
});

test("a notice longer than the contract lives is a problem with its place", () => {
  const found = noticeDates(Contract.parse({ ...agreed, notice: "4 years" }), "2026-06-30", 60);
  expect(found.problems).toMatchObject([{ code: "before-the-contract", path: ["contract", "notice"] }]);
});
