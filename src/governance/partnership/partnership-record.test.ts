import { expect, test } from "vitest";
import { definitionsInForce } from "./definitions-in-force.ts";
import { PartnershipRecord } from "./partnership-record.ts";

const least = {
  partnership: "northwind-support",
  zone: "America/New_York",
  client: { name: "Northwind Outfitters", owner: "ana" },
  provider: { name: "Cedar Contact", sites: ["san-salvador"] },
};

test("names, a zone and two companies are enough for a record: all else may be missing and is missed by the guards", () => {
  const record = PartnershipRecord.parse(least);
  expect(record.objectives).toEqual([]);
  expect(record.contract).toBeUndefined();
  expect(record.alarm_budget).toEqual({ count: 1, per: "quarter" });
  expect(record.provider.sites).toEqual([{ id: "san-salvador" }]);
});

test("an objective, a contract and a forum read as people say them", () => {
  const record = PartnershipRecord.parse({
    ...least,
    objectives: [
      {
        id: "faster-answers",
        outcome: "customers get a first answer within four business hours",
        metric: "first-answer-in-4h",
        baseline: "61 %",
        in_90_days: "75 %",
        target: "90 % by 2026-09-30",
      },
    ],
    contract: {
      ends: "2027-12-31",
      notice: "90 days",
      at_risk: "10 % of the month's invoice",
      pricing: {
        model: "per-hour",
        rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD", band: "0-6000" }],
      },
      terms: { disputes: "MSA 14", exit: { clause: "MSA 17", plan: "exit-plan.md" } },
    },
    forums: [{ id: "weekly-operations", level: "operational", every: "Tuesday 10:00", attend: ["ana", "rosa"] }],
  });
  expect(record.objectives[0]).toMatchObject({
    baseline: { kind: "share", share: 0.61 },
    target: { figure: { kind: "share", share: 0.9 }, by: "2026-09-30" },
  });
  expect(record.contract).toMatchObject({
    notice: { count: 90, unit: "day" },
    at_risk: { kind: "share-of-invoice", share: 0.1, over: "month" },
    pricing: { rate_card: [{ band: { from: 0, to: 6000 } }] },
    terms: { disputes: { clause: "MSA 14" }, exit: { plan: "exit-plan.md" } },
  });
  expect(record.contract?.pricing?.rate_card[0]?.price.toString()).toBe("14.80 USD");
  expect(record.forums[0]?.every).toEqual({ count: 1, unit: "week", weekday: "tuesday", time: "10:00" });
});

test("a metric is one definition or several versions of it", () => {
  const csat = { share_of: "survey_responses", having: "score >= 4", better: "higher" };
  const record = PartnershipRecord.parse({
    ...least,
    metrics: { csat, nps: [csat, { ...csat, effective_from: "2026-07-01" }] },
  });
  expect(record.metrics.csat).toHaveLength(1);
  expect(record.metrics.nps?.map((version) => version.effective_from)).toEqual([undefined, "2026-07-01"]);
});

test("a key that nobody knows is refused", () => {
  expect(PartnershipRecord.safeParse({ ...least, objektives: [] }).success).toBe(false);
});

test("on any day each definition holds in one version, and what has not begun does not hold", () => {
  const open = { zone: "America/New_York", week: { "mon-fri": ["08:00-18:00"] } };
  const level = { id: "csat", metric: "csat", every: "month", target: "85 %" };
  const record = PartnershipRecord.parse({
    ...least,
    calendars: { "support-hours": [open, { ...open, effective_from: "2026-07-01", always: true, week: undefined }] },
    service_levels: [level, { ...level, target: "88 %", effective_from: "2026-04-01" }],
    metrics: { csat: { share_of: "survey_responses", having: "score >= 4", effective_from: "2026-02-01" } },
  });
  const january = definitionsInForce(record, "2026-01-31");
  expect(january.serviceLevels.map(({ target }) => target)).toEqual([0.85]);
  expect(Object.keys(january.metrics)).toEqual([]);
  const july = definitionsInForce(record, "2026-07-01");
  expect(july.serviceLevels.map(({ target }) => target)).toEqual([0.88]);
  expect(july.calendars["support-hours"]?.week.sun).toHaveLength(1);
});

test.each(["1 per week", "4 per month", "0.5 per year", "0.1 per day"])(
  "an alarm budget of %s can be kept",
  (budget) => {
    expect(PartnershipRecord.safeParse({ ...least, alarm_budget: budget }).success).toBe(true);
  },
);

test.each(["0 per year", "1 per day", "2 per week", "53 per year"])("an alarm budget of %s is none", (budget) => {
  const read = PartnershipRecord.safeParse({ ...least, alarm_budget: budget });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    "an alarm budget is more than nothing and at most 1 per week, such as 1 per quarter",
  ]);
});
