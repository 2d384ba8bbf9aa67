import { expect, test } from "vitest";
import { firstAnswerLevel, higherShare, month } from "../../test/fixtures/judged-period.ts";
import type { MeasureSeries } from "../metrics/measure.ts";
import { Money } from "../values/money.ts";
import { CreditTerms } from "./credit-terms.ts";
import { judgePast, pastOf, simulateCredits } from "./past-levels.ts";

/** A month for each count of good items of 1,000, from January 2025. */
function series(...goods: readonly number[]): MeasureSeries {
  const measures = goods.map((numerator, at) => ({
    ...{ metric: "first-answer-in-4h", period: month(`2025-${String(at + 1).padStart(2, "0")}`), segment: {} },
    ...{ value: numerator / 1000, numerator, denominator: 1000, excluded: 0, pending: 0, deviation: null },
  }));
  return { metric: "first-answer-in-4h", every: "month", segment: {}, measures };
}

function past(goods: readonly number[], asOf = "2026-06-30") {
  const one = { level: firstAnswerLevel(), metric: higherShare, series: series(...goods) };
  return pastOf(one, judgePast(one, asOf));
}

test.each<[string, readonly number[], string, string]>([
  [
    "every month meets it",
    [950, 960, 940, 930, 955, 951],
    "always-met",
    "6 of 6 past months meet the target of 90 %; the worst was 93 %",
  ],
  [
    "no month meets it",
    [850, 860, 820, 899, 880, 870],
    "never-met",
    "0 of 6 past months meet the target of 90 %; the best was 89.9 %",
  ],
  ["some do", [950, 860, 940, 930, 955, 951], "tells-apart", "5 of 6 past months meet the target of 90 %"],
  [
    "five months are too few to say",
    [950, 960, 940, 930, 955],
    "too-little-data",
    "5 of 5 past months meet the target of 90 %; 6 are needed to say more",
  ],
  ["no past", [], "too-little-data", "no past month was measured"],
])("%s", (_, goods, verdict, statement) => {
  expect(past(goods)).toMatchObject({ verdict, statement });
});

test("a month that still runs is unknown and decides nothing", () => {
  expect(past([950, 960, 940, 930, 955, 951], "2025-06-20")).toMatchObject({
    verdict: "too-little-data",
    known: 5,
    unknown: 1,
  });
});

test("the interval says how little six of six prove", () => {
  expect(past([950, 960, 940, 930, 955, 951]).interval?.low).toBeCloseTo(0.61, 2);
});

const terms = CreditTerms.parse({ at_risk: "10 % of the month's invoice" });
const invoices = Array.from({ length: 12 }, (_, at) => ({
  period: month(`2025-${String(at + 1).padStart(2, "0")}`),
  total: new Money("100000", "USD"),
}));
const scale = { critical: { allocation: "40 %", credit: [{ worse_than: "target", pays: "50 %" }] } };

function simulated(change: object, goods: readonly number[], billed = invoices) {
  const one = { level: firstAnswerLevel({ ...scale, ...change }), metric: higherShare, series: series(...goods) };
  return simulateCredits(terms, judgePast(one, "2026-06-30"), billed);
}

test("the textbook case: 50 % × 40 % × (10 % × 100,000 USD) = 2,000 USD, and both sides see the sum", () => {
  const { credits, totals, periods } = simulated({}, [950, 870, 950, 880]);
  expect(credits).toMatchObject([
    { kind: "credit", period: month("2025-02"), owed: { amount: "2000.00", currency: "USD" } },
    { kind: "credit", period: month("2025-04"), owed: { amount: "2000.00", currency: "USD" } },
  ]);
  const sum = { amount: "4000.00", currency: "USD" };
  expect(totals).toMatchObject([
    { serviceLevel: "first-answer", owed: sum },
    { serviceLevel: null, owed: sum },
  ]);
  expect(periods).toBe(4);
  expect(JSON.parse(JSON.stringify(totals))).toEqual(totals);
});

test("what would have been earned back is told beside", () => {
  const change = { earn_back: { when: "target met 2 months running", returns: "50 %" } };
  expect(simulated(change, [870, 950, 950]).totals[0]).toMatchObject({
    accrued: { amount: "2000.00" },
    earnedBack: { amount: "1000.00" },
    owed: { amount: "1000.00" },
  });
});

test("without the invoice a share of it cannot be told, and is counted as unknown", () => {
  const { credits, totals, unknown } = simulated({}, [950, 870], []);
  expect([credits.map(({ kind }) => kind), totals, unknown]).toEqual([["unknown", "unknown"], [], 2]);
});

test("a KPI costs nothing", () => {
  expect(simulated({ critical: undefined, kpi: true }, [500, 500]).periods).toBe(0);
});
