import { afterAll, beforeAll, expect, test } from "vitest";
import { billedRecord, said } from "../../test/fixtures/billed-month.ts";
import { firstAnswerLevel } from "../../test/fixtures/judged-period.ts";
import { FactStore } from "../facts/fact-store.ts";
import { checkInvoices } from "../governance/invoice/check-invoices.ts";
import { dueCredits, readInvoiceFacts } from "./invoice-facts.ts";
import { ServiceLevelVerdict } from "./verdict.ts";

/** March and April 2026: two agents, 0.1 hours a day that floats cannot add; contacts around both ends of March in New York. */
const records = `
INSERT INTO staff_hours BY NAME
SELECT agent_id, CAST(day AS DATE) AS "date", 8 AS scheduled_hours, 7.3 AS worked_hours, 7.1 AS billable_hours
FROM range(DATE '2026-03-01', DATE '2026-04-12', INTERVAL 1 DAY) AS days(day), (VALUES ('a'), ('b')) AS agent(agent_id);
INSERT INTO work_items BY NAME
SELECT item_id, CAST(opened AS TIMESTAMP) AS opened_at, CAST(resolved AS TIMESTAMP) AS resolved_at, seconds AS handle_seconds
FROM (VALUES
  ('A', '2026-02-27 12:00', '2026-03-01 04:59:59', 60), -- still February in New York
  ('B', '2026-02-28 12:00', '2026-03-01 05:00:00', 61),
  ('C', '2026-03-30 12:00', '2026-04-01 03:59:59', 100), -- still March there, in summer time
  ('D', '2026-03-30 12:00', '2026-04-01 04:00:00', NULL),
  ('E', '2026-04-10 12:00', NULL, NULL)
) AS item(item_id, opened, resolved, seconds);
INSERT INTO invoices BY NAME
SELECT invoice_id, CAST(starts AS DATE) AS period_start, CAST(ends AS DATE) AS period_end, CAST(issued AS DATE) AS issued_on,
  'USD' AS currency, total
FROM (VALUES
  ('I-3', '2026-03-01', '2026-03-31', '2026-04-05', 6514.96),
  ('I-4', '2026-04-01', '2026-04-30', '2026-05-05', 1.00)
) AS invoice(invoice_id, starts, ends, issued, total);
INSERT INTO invoice_lines BY NAME
SELECT 'I-3' AS invoice_id, line, 'agent-hour' AS rate_item, 'hour' AS unit, quantity, 14.8 AS unit_price, amount
FROM (VALUES ('10', 0.1, 1.48), ('2', 440.1, 6513.48)) AS billed(line, quantity, amount)
UNION ALL BY NAME SELECT 'I-4' AS invoice_id, '1' AS line, 1 AS quantity, 1 AS unit_price, 1 AS amount;`;

let store: FactStore;
beforeAll(async () => {
  store = await FactStore.open();
  await store.run(records);
});
afterAll(() => store.close());

const zone = "America/New_York";

test("hours, agents, contacts and minutes by month of the contract's zone, exact, and whether the records cover it", async () => {
  const { measured } = await readInvoiceFacts(store, { zone, asOf: "2026-05-31" });
  const told = measured.map(({ period, unit, quantity, nonProductive, isComplete }) =>
    [period.start.slice(0, 7), unit, quantity, nonProductive, isComplete ? "whole" : "not whole"].join(" "),
  );
  expect(told.sort()).toEqual([
    "2026-03 agent 2  whole",
    "2026-03 contact 2  whole",
    "2026-03 hour 440.2 12.4 whole",
    "2026-03 minute 2.683333  whole",
    "2026-04 agent 2  not whole",
    "2026-04 contact 1  not whole",
    "2026-04 hour 156.2 4.4 not whole",
  ]);
});

test("only what was known by the day: hours the day after, invoices once issued, items once resolved", async () => {
  const facts = await readInvoiceFacts(store, { zone, asOf: "2026-04-05" });
  expect(facts.invoices.map(({ id }) => id)).toEqual(["I-3"]);
  expect(facts.lines.map(({ line, quantity, amount }) => [line, quantity, amount])).toEqual([
    ["2", "440.1", "6513.48"],
    ["10", "0.1", "1.48"],
  ]);
  expect((await readInvoiceFacts(store, { zone, asOf: "2026-04-04" })).invoices).toEqual([]);
  expect((await readInvoiceFacts(store, { zone, asOf: "2026-04-04" })).measured).toEqual([]);
});

test("what is read is what the invoice check takes: to the cent, or it disputes", async () => {
  const facts = await readInvoiceFacts(store, { zone, asOf: "2026-04-30" });
  const found = checkInvoices(billedRecord(), { ...facts, credits: [] });
  expect(found.problems).toEqual([]);
  expect(found.invoices.map(said)).toEqual(["accept 6514.96"]);
  await store.run("UPDATE invoice_lines SET quantity = 450, amount = 6660 WHERE line = '2'");
  const more = await readInvoiceFacts(store, { zone, asOf: "2026-04-30" });
  const [invoice] = checkInvoices(billedRecord(), { ...more, credits: [] }).invoices;
  expect(invoice?.lines.map(({ decision, disputed }) => `${decision} ${disputed.amount}`)).toEqual([
    "dispute 145.04",
    "dispute 1.48",
  ]);
});

test("credits of a verdict: what is owed, what cannot be told, and nothing for a KPI", () => {
  const period = { start: "2026-03-01", end: "2026-03-31" };
  const verdict = (id: string, credit: object | null) =>
    ServiceLevelVerdict.parse({
      ...{
        id,
        metric: "answered",
        clause: null,
        period,
        complete: true,
        value: 0.8,
        numerator: 8,
        denominator: 10,
        excluded: 0,
      },
      ...{ pending: 0, valueWithoutExclusions: 0.8, interval: null, target: 0.9, minimum: null, state: "missed" },
      ...{ unknownBecause: null, budgetSpent: null, credit, failing: [] },
    });
  const owed = { owed: { amount: "2000.00", currency: "USD" }, working: ["50 % × 40 %"] };
  const record = { ...billedRecord(), service_levels: [firstAnswerLevel()] };
  expect(dueCredits([verdict("answer", owed), verdict("first-answer", null), verdict("csat", null)], record)).toEqual([
    { serviceLevel: "answer", period, accrued: owed.owed, earnedBack: null, working: ["50 % × 40 %"] },
    { serviceLevel: "first-answer", period, accrued: null, earnedBack: null, working: [] },
  ]);
});
