import { describe, expect, test } from "vitest";
import { month } from "../../../test/fixtures/judged-period.ts";
import { PartnershipRecord } from "./partnership-record.ts";
import { reviewTerms, type TermsQuestion } from "./review-terms.ts";

const asOf = "2026-06-30";
const answered = {
  ...{ share_of: "work_items", within: "4h", from: "opened_at", to: "first_responded_at", better: "higher" },
  role: "speed",
};
const level = {
  ...{ id: "first-answer", clause: "SOW 4.2", metric: "answered", every: "month", target: "90 %", minimum: "85 %" },
  ...{ excludes: "outages of the client's mail", critical: { allocation: "40 %" } },
};
const written = {
  partnership: "northwind-support",
  zone: "America/New_York",
  client: { name: "Northwind Outfitters", owner: "ana", contacts: [{ id: "ana" }] },
  provider: { name: "Cedar Contact", owner: "rosa", contacts: [{ id: "rosa" }] },
  sources: [{ file: "exports/zendesk.csv", profile: "zendesk", zone: "UTC" }],
  metrics: { answered },
  service_levels: [level],
  contract: {
    ...{ signed: "2025-12-10", starts: "2026-01-01", ends: "2026-12-31", notice: "120 days" },
    ...{ renews: "automatically", renews_for: "1 year", at_risk: "10 % of the month's invoice" },
    legal_review: { on: "2025-11-20", by: "Fenwick & Lowe" },
    pricing: { rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }] },
    terms: {
      ...{
        pricing: "SOW 6",
        service_levels: "SOW 4",
        credits: "SOW 5",
        definitions: "SOW annex B",
        notice: "MSA 16.2",
      },
      exit: { clause: "MSA 17", plan: "exit-plan.md", owner: "ana", rehearsed: "2026-03-01", rehearse_every: "year" },
    },
    obligations: [{ id: "training", title: "Training", owed_by: "client", owner: "ana", due: "2026-05-15" }],
  },
};

function review(change: object = {}, contract: object = {}, question: Partial<TermsQuestion> = {}) {
  const record = PartnershipRecord.parse({ ...written, contract: { ...written.contract, ...contract }, ...change });
  return reviewTerms(record, { asOf, ...question });
}

function stateOf(term: string, found = review()): string {
  const one = found.terms.find((each) => each.term === term);
  return [one?.state, ...(one?.reasons ?? [])].join(": ");
}

describe("terms that the record bears out", () => {
  test.each(["pricing", "service_levels", "credits", "definitions", "notice", "exit"])("%s", (term) => {
    expect(stateOf(term)).toBe("in-place");
  });

  const exit = written.contract.terms.exit;
  const terms = (change: object) => ({ terms: { ...written.contract.terms, ...change } });
  test.each<[string, string, object, object, string]>([
    ["prices that are nowhere", "pricing", {}, { pricing: undefined }, "no prices are on record"],
    ["levels that nobody wrote down", "service_levels", { service_levels: [] }, {}, "no service level that binds"],
    ["credits with nothing at risk", "credits", {}, { at_risk: undefined }, "no amount at risk"],
    [
      "credits that no level costs",
      "credits",
      { service_levels: [{ ...level, critical: undefined }] },
      {},
      "no service level on record costs a credit",
    ],
    [
      "definitions of the product's own",
      "definitions",
      { service_levels: [{ ...level, metric: "csat" }] },
      {},
      "first-answer: the record does not define the metric",
    ],
    ["notice without its dates", "notice", {}, { ends: undefined }, "ends and notice, are not on record"],
    ["an exit without a plan", "exit", {}, terms({ exit: "MSA 17" }), "no exit plan"],
    [
      "an exit that a leaver answers for",
      "exit",
      { client: { ...written.client, contacts: [{ id: "ana", left_on: "2026-02-01" }] } },
      {},
      "nobody who is there",
    ],
    ["an exit never rehearsed", "exit", {}, terms({ exit: { ...exit, rehearsed: undefined } }), "never been rehearsed"],
    [
      "an exit to be rehearsed one day",
      "exit",
      {},
      terms({ exit: { ...exit, rehearsed: "2026-12-01" } }),
      "never been rehearsed",
    ],
    [
      "an exit rehearsed long ago",
      "exit",
      {},
      terms({ exit: { ...exit, rehearsed: "2025-03-01" } }),
      "rehearsed again on 2026-03-01",
    ],
  ])("%s", (_, term, change, contract, reason) => {
    expect(stateOf(term, review(change, contract))).toMatch(/^partial: /);
    expect(stateOf(term, review(change, contract))).toContain(reason);
  });
});

test("what is not there is missing, and a record without a contract misses everything without breaking", () => {
  expect(stateOf("disputes")).toBe("missing: no clause is on record");
  const { contract: _, ...bare } = written;
  const found = reviewTerms(PartnershipRecord.parse(bare), { asOf });
  expect(found.terms.every(({ state }) => state === "missing")).toBe(true);
  expect(found.legalReview.state).toBe("missing");
  expect(found.notice).toMatchObject({ dates: [], unknown: ["no contract is on record"] });
  expect(found.sides.map(({ count }) => count)).toEqual([0, 0]);
});

test("the last day to act is near, and a duty of the client is overdue", () => {
  const found = review();
  expect(found.notice.dates[0]).toMatchObject({ kind: "notice", on: "2026-09-02", state: "coming", daysLeft: 64 });
  expect(found.obligations[0]).toMatchObject({ state: "overdue", overdue: [{ due: "2026-05-15", daysLate: 46 }] });
  expect(found.sides).toMatchObject([
    { side: "client", overdue: 1 },
    { side: "provider", count: 0 },
  ]);
});

test("a level's source is the one that the record names", () => {
  const [design] = review().serviceLevels.levels;
  expect(design?.state).toBe("in-place");
  expect(design?.elements.find(({ element }) => element === "source")?.says).toBe("exports/zendesk.csv, zendesk");
  const [without] = review({ sources: [] }).serviceLevels.levels;
  expect(without?.elements.find(({ element }) => element === "source")?.state).toBe("missing");
});

const past = ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
const measures = (good: number) =>
  past.map((name) => ({
    ...{ metric: "answered", period: month(name), segment: {}, value: good / 100, numerator: good, denominator: 100 },
    ...{ excluded: 0, pending: 0, deviation: null },
  }));
const series = (good: number, more: object = {}) => [
  { metric: "answered", every: "month" as const, segment: {}, measures: measures(good), ...more },
];

test("past figures tell a target that is always met, which then covers speed in part only", () => {
  const { serviceLevels } = review({}, {}, { pastMeasures: series(97) });
  expect(serviceLevels.past).toMatchObject([{ verdict: "always-met", known: 6 }]);
  expect(serviceLevels.roles[0]).toMatchObject({ role: "speed", state: "partial" });
});

test("what the past would have cost under these terms", () => {
  const invoices = past.map((name) => ({ period: month(name), total: { amount: "50000.00", currency: "USD" } }));
  const { serviceLevels } = review({}, {}, { pastMeasures: series(80), invoices });
  expect(serviceLevels.past).toMatchObject([{ verdict: "never-met" }]);
  expect(serviceLevels.simulation.totals.at(-1)).toMatchObject({
    serviceLevel: null,
    owed: { amount: "12000.00", currency: "USD" },
  });
});

test("figures of another period, or of one team, are not the level's past", () => {
  const daily = review({}, {}, { pastMeasures: series(97, { every: "day" }) });
  const team = review({}, {}, { pastMeasures: series(97, { segment: { team: "red" } }) });
  for (const { serviceLevels } of [daily, team]) expect(serviceLevels.past[0]?.verdict).toBe("too-little-data");
});

test("mistakes of pricing, levels and dates come with their place and a hint", () => {
  const { problems } = review(
    { service_levels: [{ ...level, minimum: "95 %" }] },
    {
      pricing: {
        rate_card: [
          { item: "agent-hour", unit: "hour", price: "-1 USD" },
          { item: "desk", unit: "month", price: "5 EUR" },
        ],
      },
      obligations: [{ id: "old", title: "Old", owed_by: "client", due: "2024-01-01" }],
    },
  );
  expect(problems.map(({ code, path }) => `${code} ${path.join(".")}`).sort()).toEqual([
    "before-the-contract contract.obligations.0.due",
    "currency-without-rate contract.pricing.rate_card.1.price",
    "minimum-beyond-target service_levels.0.minimum",
    "negative-price contract.pricing.rate_card.0.price",
  ]);
  expect(problems.every(({ hint }) => hint.length > 5)).toBe(true);
});

test("the review is plain data: it survives being written and read", () => {
  const found = review({}, {}, { pastMeasures: series(80) });
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});
