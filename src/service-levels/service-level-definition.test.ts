import { expect, test } from "vitest";
import { CreditTerms } from "./credit-terms.ts";
import { Exclusion } from "./exclusion.ts";
import { levelInForce, ServiceLevelDefinition } from "./service-level-definition.ts";

const firstAnswer = {
  id: "first-answer",
  clause: "SOW 4.2",
  metric: "first-answer-in-4h",
  every: "month",
  target: "90 %",
  minimum: "85 %",
  critical: { allocation: "40 %" },
  earn_back: { when: "target met 3 months running", returns: "50 %" },
  effective_from: "2026-01-01",
};

test("a service level reads as people write it", () => {
  expect(ServiceLevelDefinition.parse(firstAnswer)).toMatchObject({
    target: 0.9,
    minimum: 0.85,
    kpi: false,
    least_items: 1,
    critical: { allocation: 0.4 },
    earn_back: { when: { kind: "met-running", of: "target", length: { count: 3, unit: "month" } }, returns: 0.5 },
  });
});

test.each([
  ["a KPI with a credit", { kpi: true }, "a KPI carries no credit"],
  ["an earn-back of nothing", { critical: undefined }, "no credit to earn back"],
  ["a level that ends before it begins", { effective_until: "2025-12-31" }, "it ends before it begins"],
  [
    "a band on a minimum that nobody agreed",
    { minimum: undefined, critical: { allocation: "40 %", credit: [{ worse_than: "minimum", pays: "50 %" }] } },
    "no minimum is agreed",
  ],
  ["an earn-back in other words", { earn_back: { when: "when all is well" } }, "target met 3 months running"],
  ["a target in words", { target: "nine in ten" }, "a figure is written as"],
  ["a mean held against business days", { target: "2 business days" }, "no fixed length"],
  ["an unknown key", { targget: "90 %" }, "targget"],
])("%s is refused with a reason", (_, change, reason) => {
  const read = ServiceLevelDefinition.safeParse({ ...firstAnswer, ...change });
  expect(read.error?.issues.map((issue) => issue.message).join("\n")).toContain(reason);
});

test.each([
  ["90 %", 0.9],
  [0.9, 0.9],
  [4.2, 4.2],
  ["8h", 28_800],
  ["5.20 USD", 5.2],
])("a target of %s is %d", (target, level) => {
  expect(ServiceLevelDefinition.parse({ ...firstAnswer, minimum: undefined, target }).target).toBe(level);
});

test("credit terms read as a contract states them", () => {
  const terms = CreditTerms.parse({
    at_risk: "10 % of the month's invoice",
    pool: "200 %",
    caps: { month: "10,000 USD", year: "12 % of the year's invoices", total: "250,000 USD" },
    chronic_failure: { when: "4 misses in 12 months", gives: "right to terminate under MSA 12.3", pays: "100 %" },
    earn_back: { when: "yearly average meets target" },
  });
  expect(terms).toMatchObject({
    at_risk: { kind: "share-of-invoice", share: 0.1, over: "month" },
    pool: 2,
    caps: { year: { share: 0.12, over: "year" } },
    chronic_failure: { when: { misses: 4, of: "target", within: { count: 12, unit: "month" } }, pays: 1 },
    earn_back: { when: { kind: "yearly-average", of: "target" }, returns: 1 },
    credit_year_starts: "01-01",
  });
  expect(CreditTerms.parse({}).pool).toBe(1);
});

test.each([
  [{ at_risk: "a tenth" }, "10 % of the month's invoice"],
  [{ caps: { year: "10 % of the month's invoice" } }, "counts a year"],
  [{ caps: { total: "10 % of the year's invoices" } }, "is an amount"],
  [{ chronic_failure: { when: "often" } }, "4 misses in 12 months"],
  [{ credit_year_starts: "April" }, "04-01"],
  [{ pool: 200 }, "90 % or 0.9"],
])("credit terms %j are refused with a reason", (terms, reason) => {
  const read = CreditTerms.safeParse(terms);
  expect(read.error?.issues.map((issue) => issue.message).join("\n")).toContain(reason);
});

test("an exclusion says when, why, by whom and who accepted it", () => {
  const written = {
    from: "2026-03-03T14:00-05:00",
    to: "2026-03-03T19:30-05:00",
    cause: "client's mail server down",
    responsible: "client",
    accepted_by: ["ana", "rosa"],
  };
  const exclusion = Exclusion.parse(written);
  expect(exclusion.to - exclusion.from).toBe(5.5 * 3600);
  expect(exclusion.refused_by).toEqual([]);
  expect(Exclusion.safeParse({ ...written, to: written.from }).success).toBe(false);
});

const versions = [
  { effective_from: "2026-04-01", target: 0.92 },
  { effective_from: "2026-01-15", target: 0.9, effective_until: "2026-03-31" },
  { effective_from: "2026-07-01", effective_until: "2026-12-31", target: 0.95 },
].map((version) => ServiceLevelDefinition.parse({ ...firstAnswer, ...version }));

test.each([
  ["2026-01-01", undefined],
  ["2026-01-15", 0.9],
  ["2026-03-31", 0.9],
  ["2026-04-01", 0.92],
  ["2026-06-30", 0.92],
  ["2026-12-31", 0.95],
  ["2027-01-01", undefined],
])("of several dated versions, the one in force on %s has the target %s", (on, target) => {
  expect(levelInForce(versions, on)?.target).toBe(target);
});
