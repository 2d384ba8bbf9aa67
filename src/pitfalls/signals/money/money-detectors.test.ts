import { expect, test } from "vitest";
import { type Edits, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { levelMonths } from "../../../../test/pitfalls/kpi-worlds.ts";
import { nothingObserved } from "../../../../test/pitfalls/nothing-observed.ts";
import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import type { CheckedInvoice } from "../../../governance/invoice/invoice-check.ts";

type Seen = {
  readonly levels?: readonly ServiceLevelVerdict[];
  readonly invoices?: readonly CheckedInvoice[];
  readonly edits?: Edits;
};
const told = (asOf: string, detector: string, { levels = [], invoices = [], edits = {} }: Seen) =>
  judgePitfalls({
    ...{ record: recordWith(edits), asOf, kpis: [], serviceLevels: levels, reconciliations: [], sources: [] },
    observed: { ...nothingObserved, invoices },
  }).findings.filter((one) => one.detector === detector);

const billed = (month: number, amount: string, credit?: string): CheckedInvoice => {
  const money = (value: string) => ({ amount: value, currency: "USD" });
  const line = (item: string, value: string) => ({
    ...{ line: item, item, description: null, decision: "accept" as const, reasons: [], working: [] },
    ...{ billed: money(value), accepted: money(value), disputed: money("0.00"), cannotTell: money("0.00") },
  });
  const of = `2026-${String(month).padStart(2, "0")}`;
  return {
    ...{ ...line("invoice", amount), invoice: `inv-${of}`, issuedOn: `2026-${String(month + 1).padStart(2, "0")}-05` },
    period: { start: `${of}-01`, end: `${of}-28` },
    lines: [line("agent-hour", amount), ...(credit === undefined ? [] : [line("credit", credit)])],
    ...{ claims: [], notes: [] },
  };
};

test("a budget is watched when its middle ends above it, alarmed when the whole range does, and left alone within it or when young", () => {
  const edits = { "contract.budget": [{ from: "2026-01-01", to: "2026-12-31", amount: "1,200 USD" }] };
  const states = (...amounts: readonly string[]) =>
    told("2026-06-30", "budget-forecast", {
      invoices: amounts.map((amount, at) => billed(at + 1, amount)),
      edits,
    }).map(({ state, onset }) => `${state} since ${onset}`);
  expect(states("100.00", "100.00", "100.00")).toEqual([]);
  expect(states("90.00", "100.00", "100.00", "120.00")).toEqual(["watch since 2026-05-05"]);
  expect(states("101.00", "110.00", "120.00")).toEqual(["alarm since 2026-04-05"]);
  expect(states("300.00", "300.00")).toEqual([]);
  const [said] = told("2026-06-30", "budget-forecast", {
    invoices: ["90.00", "100.00", "100.00", "120.00"].map((amount, at) => billed(at + 1, amount)),
    edits,
  });
  // 410 + 8 × 102.50, the range 410 + 8 × 90 to 410 + 8 × 120.
  expect(said?.statement).toMatch(
    /410\.00 USD is billed .* ends at 1,?230\.00 USD, between 1,?130\.00 .* 1,?370\.00 USD/,
  );
});

test("a credit that no invoice gives is told once the invoice that was due to give it is out; given, or not yet due, it is not", () => {
  const owed = levelMonths(["missed"], {
    period: { start: "2026-01-01", end: "2026-01-31" },
    credit: { owed: { amount: "50.00", currency: "USD" }, working: ["50.00"] },
  });
  const unclaimed = (...invoices: readonly CheckedInvoice[]) =>
    told("2026-06-30", "credit-unclaimed", { levels: owed, invoices });
  expect(unclaimed(billed(1, "100.00"))).toEqual([]);
  expect(unclaimed(billed(1, "100.00"), billed(2, "100.00"))).toMatchObject([
    { id: "contract-gaps/credit-unclaimed/credits", state: "watch", onset: "2026-01-31", raisedAt: "2026-03-05" },
  ]);
  const [late] = unclaimed(billed(2, "100.00", "-20.00"), billed(3, "100.00"));
  expect(late).toMatchObject({ state: "alarm", evidence: { short: { amount: "30.00" } } });
  expect(late?.statement).toMatch(
    /missed in 1 period .* owes 50\.00 USD, and 20\.00 USD is credited on the 2 invoices/,
  );
  expect(unclaimed(billed(2, "100.00", "-50.00"))).toEqual([]);
});
