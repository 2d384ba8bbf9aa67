import { expect, test } from "vitest";
import { type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../test/pitfalls/judge-pitfalls.ts";
import { levelMonths } from "../../../test/pitfalls/kpi-worlds.ts";
import { nothingObserved } from "../../../test/pitfalls/nothing-observed.ts";
import { withForecasts } from "../../assessment/level-forecast.ts";
import type { ServiceLevelVerdict } from "../../assessment/verdict.ts";
import type { CheckedInvoice } from "../../governance/invoice/invoice-check.ts";

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

/** Months in which so many of 300 items passed against 90 %. */
const months = (passed: readonly number[], of = 300) =>
  levelMonths(passed.map(() => "met" as const)).map((level, at) => {
    const numerator = passed[at] ?? 0;
    const state = numerator / of >= 0.9 ? ("met" as const) : ("missed" as const);
    const budgetSpent = (of - numerator) / (of * 0.1);
    return { ...level, numerator, denominator: of, value: numerator / of, state, budgetSpent };
  });
const year = (worst: number, of = 300) => months([...Array(11).fill(of), worst], of);

test("a level whose worst of twelve periods used half of what it may is told; one that came close, failed or is young is not", () => {
  const slack = (levels: readonly ServiceLevelVerdict[]) => told("2026-01-02", "target-never-fails", { levels });
  expect(slack(year(285))).toMatchObject([
    {
      ...{ id: "hollow-kpis/target-never-fails/first-answer", state: "watch", onset: "2025-01-01" },
      statement: expect.stringMatching(
        /met in each of the 12 months judged .* 95\.0 % \(285 of 300\) against a target of 90\.0 %: 50\.0 % of the failures allowed/,
      ),
    },
  ]);
  expect(slack(year(284))).toEqual([]);
  expect(slack(year(200))).toEqual([]);
  expect(slack(year(285).slice(0, 11))).toEqual([]);
  // 12 × 20 items may fail 24 times: never failing is what small numbers do.
  expect(slack(year(20, 20))).toEqual([]);
  // Since the target was raised only six periods have been judged.
  expect(slack(year(285).map((level, at) => (at < 6 ? { ...level, target: 0.8 } : level)))).toEqual([]);
});

/** Six full months of 300, then a month so far. */
const running = (numerator: number, denominator: number, usual = 285) => {
  const levels = months([...Array(6).fill(usual), 270]);
  const budgetSpent = (denominator - numerator) / (denominator * 0.1);
  const so = { numerator, denominator, value: numerator / denominator, budgetSpent, complete: false };
  return levels.map((level, at) => (at === 6 ? { ...level, ...so } : level));
};

test("a running period that is lost, or will be as things usually go, is told; one that can still be met is not", () => {
  const ahead = (asOf: string, levels: readonly ServiceLevelVerdict[]) =>
    told(asOf, "period-end-forecast", { levels: withForecasts(levels, () => "higher", asOf) }).map(
      ({ state, statement }) => `${state} ${statement}`,
    );
  // 31 of 300 failed: even 142 more that all pass end at 269 of 300.
  expect(ahead("2025-07-10", running(127, 158))[0]).toMatch(/^alarm .* all of the 142 items .* ends at 89\.7 %/);
  expect(ahead("2025-07-10", running(128, 158))).toEqual([]);
  expect(ahead("2025-07-20", running(175, 200))).toEqual([]);
  expect(ahead("2025-07-20", running(174, 200))[0]).toMatch(
    /^watch .* 65 % of the period, .* If about 106 more items pass at 95\.0 % \(95\.0 % is usual: 1,710 of 1,800\), it ends at 89\.8 %, four times in five between 88\.8 % and 90\.7 %\. Of the 31 failures that about 306 items may have, 26 are there already\.$/,
  );
  // A level that is missed already says so itself.
  expect(ahead("2025-07-20", running(174, 200, 265))).toEqual([]);
});

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
