import fc from "fast-check";
import { expect, test } from "vitest";
import { firstAnswerLevel, higherShare, judgedMonth, month } from "../../test/fixtures/judged-period.ts";
import { Money } from "../values/money.ts";
import { workOutAmount } from "./at-risk-amount.ts";
import { CreditTerms } from "./credit-terms.ts";
import type { JudgedMetric } from "./judge-service-level.ts";
import { serviceCredit } from "./service-credit.ts";

const march = month("2026-03");

function atRisk(text = "10 % of the month's invoice", billed = new Money("100000", "USD")) {
  const { at_risk } = CreditTerms.parse({ at_risk: text });
  if (at_risk === undefined) throw new Error("an amount is at risk");
  return workOutAmount(at_risk, march, [{ period: march, total: billed }]);
}

function creditOf(
  good: number | null,
  critical: Readonly<Record<string, unknown>>,
  metric: JudgedMetric = higherShare,
) {
  const level = firstAnswerLevel({ critical: { allocation: "40 %", ...critical } });
  const judgement = judgedMonth(level, "2026-03", good, metric);
  return serviceCredit({ level, metric, judgement, atRisk: atRisk(), chronic: null });
}

function amountOf(credit: ReturnType<typeof serviceCredit>): string | null {
  return credit?.kind === "credit" ? credit.amount.toString() : null;
}

const steps = {
  credit: [
    { worse_than: "target", pays: "50 %" },
    { worse_than: "minimum", pays: "100 %" },
  ],
};

test("the textbook case: 50 % of an allocation of 40 % of 10 % of 100,000 dollars is 2,000 dollars, said in words", () => {
  expect(creditOf(872, steps)).toEqual({
    kind: "credit",
    amount: new Money("2000.00", "USD"),
    working: [
      "87.2 % is worse than the target of 90 %: 50 % of the allocation falls due",
      "50 % × 40 % × 10 % of 100,000.00 USD = 2,000.00 USD",
    ],
  });
});

const deep = { credit: [{ worse_than: "80 %", pays: "150 %" }, ...steps.credit] };
const slope = { credit: { for_each: "1 %", pays: "10 %" } };
const begun = { credit: { for_each: "1 %", pays: "10 %", counting: "begun steps" } };
const belowMinimum = { credit: { worse_than: "minimum", for_each: "0.5 %", pays: "25 %", at_most: "60 %" } };

test.each<[string, Readonly<Record<string, unknown>>, number, string]>([
  ["met", steps, 900, "0.00 USD"],
  ["missed", steps, 899, "2000.00 USD"],
  ["at the minimum", steps, 850, "2000.00 USD"],
  ["below the minimum", steps, 849, "4000.00 USD"],
  ["far below", deep, 799, "6000.00 USD"],
  ["without bands, above the minimum", {}, 870, "0.00 USD"],
  ["without bands, below the minimum", {}, 849, "4000.00 USD"],
  ["a slope, less than one full step", slope, 891, "0.00 USD"],
  ["a slope, exactly one step", slope, 890, "400.00 USD"],
  ["a slope, two and a half steps", slope, 875, "800.00 USD"],
  ["a slope up to its most", slope, 700, "4000.00 USD"],
  ["a slope of begun steps, the first", begun, 899, "400.00 USD"],
  ["a slope of begun steps, exactly one", begun, 890, "400.00 USD"],
  ["a slope from the minimum", belowMinimum, 845, "1000.00 USD"],
  ["a slope from the minimum, at most", belowMinimum, 800, "2400.00 USD"],
])("%s", (_, critical, good, amount) => {
  expect(amountOf(creditOf(good, critical))).toBe(amount);
});

test("a level without a minimum costs all of its allocation below the target", () => {
  const level = firstAnswerLevel({ minimum: undefined });
  const judgement = judgedMonth(level, "2026-03", 899);
  const credit = serviceCredit({ level, metric: higherShare, judgement, atRisk: atRisk(), chronic: null });
  expect(amountOf(credit)).toBe("4000.00 USD");
});

test("where lower is better, the bands lie above", () => {
  const metric: JudgedMetric = { unit: "share", better: "lower" };
  const level = firstAnswerLevel({ target: "5 %", minimum: "8 %", critical: { allocation: "20 %", ...steps } });
  const amounts = [50, 51, 80, 81].map((reopened) => {
    const judgement = judgedMonth(level, "2026-03", reopened, metric);
    return amountOf(serviceCredit({ level, metric, judgement, atRisk: atRisk(), chronic: null }));
  });
  expect(amounts).toEqual(["0.00 USD", "1000.00 USD", "1000.00 USD", "2000.00 USD"]);
});

test("chronic failure costs its own share where that is more", () => {
  const level = firstAnswerLevel({ critical: { allocation: "40 %", ...deep } });
  const { chronic_failure: rule } = CreditTerms.parse({
    chronic_failure: { when: "3 misses in 6 months", pays: "100 %" },
  });
  if (rule === undefined) throw new Error("there is a rule");
  const costs = [880, 700].map((good) => {
    const judgement = judgedMonth(level, "2026-03", good);
    return serviceCredit({ level, metric: higherShare, judgement, atRisk: atRisk(), chronic: { rule, misses: 3 } });
  });
  expect(costs.map(amountOf)).toEqual(["4000.00 USD", "6000.00 USD"]);
  expect(costs[0]).toMatchObject({
    working: [
      "chronic failure, 3 misses: 100 % of the allocation falls due",
      "100 % × 40 % × 10 % of 100,000.00 USD = 4,000.00 USD",
    ],
  });
});

test("a credit is rounded half up to the minor unit, and the working shows it", () => {
  const level = firstAnswerLevel({ critical: { allocation: "12.5 %", ...steps } });
  const judgement = judgedMonth(level, "2026-03", 872);
  const odd = atRisk("7 % of the month's invoice", new Money("98765.43", "USD"));
  const credit = serviceCredit({ level, metric: higherShare, judgement, atRisk: odd, chronic: null });
  expect(amountOf(credit)).toBe("432.10 USD");
  expect(credit).toMatchObject({
    working: [expect.anything(), "50 % × 12.5 % × 7 % of 98,765.43 USD = 432.09875625 USD, rounded to 432.10 USD"],
  });
});

test("a KPI and an uncritical level carry no credit; an unknown month and an unknown bill leave it unknown", () => {
  for (const change of [{ critical: undefined }, { critical: undefined, kpi: true }]) {
    const level = firstAnswerLevel(change);
    const judgement = judgedMonth(level, "2026-03", 100);
    expect(serviceCredit({ level, metric: higherShare, judgement, atRisk: atRisk(), chronic: null })).toBeNull();
  }
  expect(creditOf(null, steps)).toEqual({ kind: "unknown", because: "no item falls into the month" });
  const level = firstAnswerLevel();
  const judgement = judgedMonth(level, "2026-03", 872);
  const unknown = { kind: "unknown", because: "no invoice yet for 2026-03" } as const;
  expect(serviceCredit({ level, metric: higherShare, judgement, atRisk: unknown, chronic: null })).toEqual({
    kind: "unknown",
    because: "the amount at risk is unknown: no invoice yet for 2026-03",
  });
});

test("a worse figure never costs less", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(steps, deep, slope, begun, belowMinimum, {}),
      fc.nat(1000),
      fc.nat(1000),
      (scale, a, b) => {
        const [worse, better] = [creditOf(Math.min(a, b), scale), creditOf(Math.max(a, b), scale)];
        if (worse?.kind !== "credit" || better?.kind !== "credit") throw new Error("both months are known");
        expect(worse.amount.compare(better.amount)).toBeGreaterThanOrEqual(0);
      },
    ),
  ));
