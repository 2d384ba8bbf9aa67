import { afterAll, beforeAll, expect, test } from "vitest";
import { FactStore } from "../../facts/fact-store.ts";
import type { FactKind } from "../../facts/schema/fact-kinds.ts";
import { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import { allReviews, reviewsOf } from "./partnership-reviews.ts";

/** Three people, one of whom leaves in June; an idea decided and an incident told in June, and a share of answers in time; the third is planned to work from July on. */
const records = `
INSERT INTO staff BY NAME SELECT agent_id, CAST(hired AS DATE) AS hired_on, CAST(works AS DATE) AS production_on, CAST(gone AS DATE) AS left_on
FROM (VALUES ('a', '2026-01-05', '2026-02-02', NULL), ('b', '2026-01-05', '2026-02-02', '2026-06-10'), ('c', '2026-06-15', '2026-07-06', NULL))
  AS person(agent_id, hired, works, gone);
INSERT INTO access_grants BY NAME SELECT agent_id, 'crm' AS system, DATE '2026-01-05' AS granted_on FROM (VALUES ('a'), ('b')) AS one(agent_id);
INSERT INTO ideas BY NAME SELECT 'i' AS idea_id, DATE '2026-05-20' AS submitted_at, 'provider' AS by_side, DATE '2026-06-12' AS decided_at,
  'accepted' AS decision, 100 AS value;
INSERT INTO incidents BY NAME SELECT 'x' AS incident_id, 'security' AS kind, TIMESTAMP '2026-05-30 08:00' AS occurred_at,
  TIMESTAMP '2026-05-30 09:00' AS detected_at, TIMESTAMP '2026-06-04 09:00' AS disclosed_at, 'provider' AS detected_by_side;
INSERT INTO commitments BY NAME SELECT 'monthly-report-2026-04' AS commitment_id, 'report' AS kind, 'provider' AS owner_side,
  DATE '2026-04-01' AS made_on, DATE '2026-05-07' AS due_on, DATE '2026-05-06' AS done_on;
INSERT INTO work_items BY NAME SELECT 'w' || day AS item_id, TIMESTAMP '2026-04-01 09:00' + INTERVAL (day) DAY AS opened_at,
  TIMESTAMP '2026-04-01 10:00' + INTERVAL (day) DAY AS first_responded_at, TIMESTAMP '2026-04-01 12:00' + INTERVAL (day) DAY AS resolved_at,
  'lisbon' AS site, CASE WHEN day % 4 = 0 THEN 'a' ELSE 'b' END AS agent_id FROM range(80) AS days(day);`;

const record = PartnershipRecord.parse({
  partnership: "small",
  zone: "UTC",
  client: { name: "Client", owner: "ana", contacts: [{ id: "ana", name: "Ana Quill" }] },
  provider: { name: "Provider", owner: "luis", contacts: [{ id: "luis", name: "Luis Ferro" }] },
  metrics: {
    answered: [{ share_of: "work_items", within: "2h", from: "opened_at", to: "first_responded_at", better: "higher" }],
  },
  objectives: [
    {
      id: "fast",
      outcome: "customers are answered sooner",
      metric: "answered",
      baseline: "60 %",
      target: "90 % by 2026-12-31",
      effective_from: "2026-01-01",
    },
  ],
  service_levels: [{ id: "first-answer", metric: "answered", every: "month", target: "90 %" }],
  contract: {
    starts: "2026-01-01",
    obligations: [
      {
        id: "monthly-report",
        title: "Report",
        kind: "report",
        owed_by: "provider",
        owner: "luis",
        every: "month",
        within: "5 business days",
      },
    ],
  },
  security: { incidents_told_within: "24h" },
  growth: {
    phases: [
      {
        id: "first",
        heads: 2,
        checkpoint: { on: "2026-05-31", criteria: [{ metric: "answered", at_least: "90 %", over: "30 days" }] },
      },
      { id: "second", heads: 4 },
    ],
  },
});

let opened: OpenPartnership;
beforeAll(async () => {
  const store = await FactStore.open();
  await store.run(records);
  const present = new Set<FactKind>(["staff", "access_grants", "ideas", "incidents", "commitments", "work_items"]);
  opened = {
    folder: "small",
    placeOf: () => ({ file: "small/partnership.yaml" }),
    record,
    store,
    present,
    load: { files: [], notices: [] } as unknown as OpenPartnership["load"],
  };
});
afterAll(() => opened.store.close());

const inMay = () => reviewsOf(opened, { asOf: "2026-05-31", seed: 1 });
const inJune = () => reviewsOf(opened, { asOf: "2026-06-30", seed: 1 });

test("what happened later is not known: a leaver still works, an idea waits, an incident is not told", async () => {
  const [risks, then] = [await inMay().risks(), await inJune().risks()];
  expect(risks).toMatchObject({ review: { access: { findings: [] }, incidents: [{ state: "not-told" }] } });
  expect(then).toMatchObject({ review: { access: { findings: [{ agent: "b" }] }, incidents: [{ state: "late" }] } });
  expect(await inMay().relationship()).toMatchObject({ review: { ideas: { accepted: 0, waiting: [{ id: "i" }] } } });
  expect(await inJune().relationship()).toMatchObject({ review: { ideas: { accepted: 1, waiting: [] } } });
});

test("an objective stands where its metric was measured, and a service level is held against its past", async () => {
  const objectives = await inMay().objectives();
  if (objectives.kind !== "reviewed") throw new Error(objectives.needs);
  expect(objectives.review.objectives[0]?.trajectory).toMatchObject({
    kind: "trajectory",
    // Seven of seven in each of four weeks: 28 of 28 are surely above the 72 % that are due.
    standing: { value: 1, numerator: 28, denominator: 28, periods: 4, state: "ahead" },
  });
  const terms = await inMay().terms();
  if (terms.kind !== "reviewed") throw new Error(terms.needs);
  expect(terms.review.serviceLevels.past[0]).toMatchObject({ known: 2, met: 2, verdict: "too-little-data" });
});

test("a duty that a commitment names was kept on its day", async () => {
  const terms = await inMay().terms();
  if (terms.kind !== "reviewed") throw new Error(terms.needs);
  const due = terms.review.obligations[0]?.overdue.map((each) => each.due);
  expect(due).not.toContain("2026-05-07");
});

test("a checkpoint is judged on the days of its window alone", async () => {
  const checkpoint = await inJune().checkpoint();
  if (checkpoint.kind !== "reviewed") throw new Error(checkpoint.needs);
  expect(checkpoint.review.checkpoints[0]?.criteria[0]).toMatchObject({
    ...{ value: 1, count: 30, state: "passed" },
    window: { from: "2026-05-02", to: "2026-05-31" },
  });
});

test("a ramp says on which day its records end, and nothing of later weeks", async () => {
  const ramp = await reviewsOf(opened, { asOf: "2026-11-22", seed: 1 }).ramp();
  if (ramp.kind !== "reviewed") throw new Error(ramp.needs);
  expect(ramp.review.recordsEnd).toBe("2026-06-19");
  expect((ramp.review.weeks.at(-1)?.on ?? "9999") <= "2026-06-19").toBe(true);
  expect(ramp.unseen).toContainEqual(expect.objectContaining({ because: "records end on 2026-06-19" }));
  expect(await reviewsOf(opened, { asOf: "2026-06-21", seed: 1 }).ramp()).toMatchObject({
    review: { recordsEnd: null },
  });
});

test("concentration is of the work of late, by site and by person", async () => {
  const risks = await inJune().risks();
  if (risks.kind !== "reviewed") throw new Error(risks.needs);
  const over = Object.fromEntries(risks.review.concentration.map((each) => [each.over, each.state]));
  expect(over).toEqual({ providers: "single", sites: "single", people: "concentrated" });
});

test("without their records the reviews stand, and say which file would open the eye", async () => {
  const all = await allReviews({ ...opened, present: new Set() }, { asOf: "2026-06-30", seed: 1 });
  expect(all["business-case"]).toEqual({ kind: "not-on-record", needs: "business_case", hint: expect.any(String) });
  expect(all.location.kind).toBe("not-on-record");
  expect(all.invoice).toMatchObject({
    kind: "reviewed",
    review: { invoices: [] },
    unseen: [{ opensWith: ["invoices"] }, { opensWith: ["invoice_lines"] }],
  });
  expect(all.relationship).toMatchObject({
    unseen: [{ opensWith: ["pulse_answers"] }, { opensWith: ["ideas"] }, {}, {}, {}],
  });
});
