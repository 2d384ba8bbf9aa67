import { describe, expect, test } from "vitest";
import { Contract } from "./contract.ts";
import { ContractTerms } from "./contract-terms.ts";
import { type BorneOut, isPlaceInContract, reviewLegally, reviewTermChecklist } from "./review-term.ts";
import { termDemands } from "./term-demands.ts";

const asOf = "2026-06-30";
const reviewed = { signed: "2025-12-10", legal_review: { on: "2025-11-20", by: "Fenwick & Lowe" } };

function stateOf(term: string, contract: object, borneOut: BorneOut = {}): string {
  const found = reviewTermChecklist(Contract.parse({ ...reviewed, ...contract }), borneOut, asOf);
  const one = found.find((each) => each.term === term);
  return [one?.state, ...(one?.reasons ?? [])].join(": ");
}

test("the checklist asks for every term that a contract can hold, with what it must say and what its absence costs", () => {
  expect(Object.keys(termDemands).sort()).toEqual(Object.keys(ContractTerms.shape).sort());
  for (const { points, absenceCosts } of Object.values(termDemands)) {
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(absenceCosts.length).toBeGreaterThan(50);
  }
});

describe("a term is in place, partial or missing", () => {
  const says = "Notice is given in writing 90 days before the end; without it the contract renews for a year";
  test.each<[string, string, string | object, BorneOut, string]>([
    ["clause and words", "notice", { clause: "MSA 16.2", says }, {}, "in-place"],
    ["a bare clause that the record bears out", "notice", "MSA 16.2", { notice: true }, "in-place"],
    ["a bare clause", "notice", "MSA 16.2", {}, "partial: only the clause is on record"],
    [
      "a bare clause, and the record contradicts it",
      "exit",
      "MSA 17",
      { exit: "no exit plan is on record" },
      "partial: only the clause is on record: say in a sentence what it says: no exit plan",
    ],
    [
      "words that say nothing of it",
      "notice",
      { clause: "MSA 16.2", says: "Kindly see what has gone above hereof" },
      {},
      "partial: its words touch upon nothing",
    ],
    ["stopgap words", "notice", { clause: "MSA 16.2", says: "tbd" }, {}, "partial: only the clause"],
    [
      "a review that is only planned",
      "notice",
      { clause: "MSA 16.2", says, reviewed_on: "2026-09-01" },
      {},
      "partial: its legal review is only planned",
    ],
    ["a stopgap clause", "notice", { clause: "TBD", says }, {}, "missing: “TBD” points to no place"],
    ["the contract's bare name", "notice", { clause: "see the MSA", says }, {}, "missing"],
    ["a clause to be written", "notice", { clause: "to be agreed", says }, {}, "missing"],
  ])("%s", (_, term, written, borneOut, expected) => {
    expect(stateOf(term, { terms: { [term]: written } }, borneOut)).toContain(expected);
  });

  test("nothing on record is missing, with what that has cost others", () => {
    const [scope] = reviewTermChecklist(null, {}, asOf);
    expect(scope).toMatchObject({
      term: "scope",
      state: "missing",
      clause: null,
      path: ["contract", "terms", "scope"],
    });
    expect(scope?.absenceCosts).toContain("boundary");
  });

  test("one heading given for many terms settles none of them", () => {
    const same = { clause: "MSA 1", says: "All is settled in writing, within 30 days" };
    const terms = { disputes: same, audit: same, liability: same, notice: same };
    expect(stateOf("notice", { terms })).toContain("partial: MSA 1 is given for 4 terms");
    expect(stateOf("notice", { terms: { ...terms, audit: undefined } })).not.toContain("is given for");
  });

  test("without any legal review no term is in place, unless it has one of its own", () => {
    const legally = { legal_review: undefined };
    const written = { clause: "MSA 16.2", says: "in writing, 90 days before the end" };
    expect(stateOf("notice", { ...legally, terms: { notice: written } })).toContain("no lawyer has read it");
    expect(stateOf("notice", { ...legally, terms: { notice: { ...written, reviewed_on: "2026-01-05" } } })).toBe(
      "in-place",
    );
  });
});

test.each<[string, object, string]>([
  ["before the signing", {}, "in-place"],
  ["by nobody", { legal_review: { on: "2025-11-20", by: "TBD" } }, "missing"],
  ["by a group", { legal_review: { on: "2025-11-20", by: "the legal team" } }, "missing"],
  ["still to come", { legal_review: { on: "2026-12-01", by: "Fenwick & Lowe" } }, "missing"],
  ["after the signing", { legal_review: { on: "2026-02-01", by: "Fenwick & Lowe" } }, "partial"],
  ["older than a change", { change_orders: [{ id: "chat", title: "Chat", agreed_on: "2026-03-01" }] }, "partial"],
  [
    "a change that is not agreed yet",
    { change_orders: [{ id: "chat", title: "Chat", agreed_on: "2026-09-01" }] },
    "in-place",
  ],
])("a legal review %s", (_, contract, state) => {
  expect(reviewLegally(Contract.parse({ ...reviewed, ...contract }), asOf).state).toBe(state);
});

test.each([
  ["MSA 14", true],
  ["Schedule B, part 2", true],
  ["§ 7", true],
  ["n/a", false],
  ["Annex", false],
  [undefined, false],
])("%s is a place in the contract: %s", (clause, is) => {
  expect(isPlaceInContract(clause)).toBe(is);
});
