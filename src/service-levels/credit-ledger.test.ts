import fc from "fast-check";
import { expect, test } from "vitest";
import { firstAnswerLevel, higherShare, judgedMonth, month } from "../../test/fixtures/judged-period.ts";
import { Money } from "../values/money.ts";
import { creditLedger, type JudgedPeriod, type LedgerEntry } from "./credit-ledger.ts";
import { CreditTerms } from "./credit-terms.ts";

const steps = [
  { worse_than: "target", pays: "50 %" },
  { worse_than: "minimum", pays: "100 %" },
];
const names = Array.from({ length: 24 }, (_, index) => {
  return `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
});

/** One month of a level for each figure, good items of 1,000, from January 2026. */
function judged(id: string, allocation: string, goods: readonly (number | null)[], change = {}): JudgedPeriod[] {
  const level = firstAnswerLevel({ id, critical: { allocation, credit: steps }, ...change });
  return goods.map((good, index) => {
    return { level, metric: higherShare, judgement: judgedMonth(level, names[index] ?? "", good) };
  });
}

const invoices = names.map((name) => ({ period: month(name), total: new Money("100000", "USD") }));
const tenPercent = { at_risk: "10 % of the month's invoice", pool: "200 %" };

function ledger(terms: Readonly<Record<string, unknown>>, ...levels: readonly (readonly JudgedPeriod[])[]) {
  return creditLedger(CreditTerms.parse({ ...tenPercent, ...terms }), levels.flat(), invoices);
}

function owed(entries: ReturnType<typeof creditLedger>["entries"], id = "first-answer"): (string | null)[] {
  return entries
    .filter(({ serviceLevel }) => serviceLevel === id)
    .map((entry) => (entry.kind === "credit" ? entry.owed.amount.toFixed(0) : null));
}

function sumOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { accrued }) => sum + accrued.amount.toNumber(), 0);
}

test("each month costs by its own figure, and an unknown month is unknown", () => {
  const { entries } = ledger({}, judged("first-answer", "40 %", [950, 870, 800, null]));
  expect(owed(entries)).toEqual(["0", "2000", "4000", null]);
});

test("a pool of 200 % never costs more than the amount at risk; the cut is shared in proportion and said", () => {
  const { entries } = ledger({}, judged("first-answer", "120 %", [800]), judged("resolution", "80 %", [800]));
  expect([...owed(entries), ...owed(entries, "resolution")]).toEqual(["6000", "4000"]);
  expect(entries[0]).toMatchObject({
    working: [
      "80 % is worse than the minimum of 85 %: 100 % of the allocation falls due",
      "100 % × 120 % × 10 % of 100,000.00 USD = 12,000.00 USD",
      "cut from 12,000.00 USD to 6,000.00 USD: the amount at risk for 2026-01 is 10,000.00 USD",
    ],
  });
});

test.each<[string, Readonly<Record<string, unknown>>, readonly number[], readonly string[]]>([
  ["a month's cap", { month: "3,000 USD" }, [800, 870, 800], ["3000", "2000", "3000"]],
  ["a month's cap as a share", { month: "2.5 % of the month's invoice" }, [800, 870], ["2500", "2000"]],
  ["a year's cap, used up by the first", { year: "7,000 USD" }, [800, 870, 800, 870], ["4000", "2000", "1000", "0"]],
  ["a contract's cap", { total: "5,000 USD" }, [800, 950, 800, 800], ["4000", "0", "1000", "0"]],
  ["all caps, the tightest wins", { month: "3,000 USD", total: "5,000 USD" }, [800, 800, 800], ["3000", "2000", "0"]],
])("%s", (_, caps, goods, amounts) => {
  expect(owed(ledger({ caps }, judged("first-answer", "40 %", goods)).entries)).toEqual(amounts);
});

test("a year's cap starts afresh with the credit year", () => {
  const goods = Array.from({ length: 5 }, () => 800);
  const terms = { caps: { year: "6,000 USD" }, credit_year_starts: "04-01" };
  expect(owed(ledger(terms, judged("first-answer", "40 %", goods)).entries)).toEqual([
    "4000",
    "2000",
    "0",
    "4000",
    "2000",
  ]);
});

test("a cap that cannot be worked out cuts nothing and says so", () => {
  const level = judged("first-answer", "40 %", [800]);
  const terms = CreditTerms.parse({ ...tenPercent, caps: { year: "1 % of the year's invoices" } });
  const [entry] = creditLedger(terms, level, invoices.slice(0, 1)).entries;
  expect(entry).toMatchObject({ kind: "credit", owed: new Money("4000.00", "USD") });
  expect(JSON.stringify(entry)).toContain("the year's cap cuts nothing: no invoice yet for 2026-01-01 to 2026-12-31");
});

test("without an amount at risk or its invoice the credit is unknown, and says why", () => {
  const level = judged("first-answer", "40 %", [800]);
  expect(creditLedger(CreditTerms.parse({}), level, invoices).entries).toEqual([
    {
      kind: "unknown",
      serviceLevel: "first-answer",
      period: month("2026-01"),
      because: "the amount at risk is unknown: the contract states none",
    },
  ]);
  expect(creditLedger(CreditTerms.parse(tenPercent), level, []).entries).toMatchObject([{ kind: "unknown" }]);
});

test("chronic failure raises the credit, is told with its misses, and names what it gives", () => {
  const chronic_failure = { when: "3 misses in 6 months", pays: "100 %", gives: "right to terminate under MSA 12.3" };
  const { entries, chronicFailures } = ledger(
    { chronic_failure },
    judged("first-answer", "40 %", [870, 870, 950, 870, 950]),
  );
  expect(owed(entries)).toEqual(["2000", "2000", "0", "4000", "0"]);
  expect(chronicFailures).toEqual([
    {
      serviceLevel: "first-answer",
      period: month("2026-04"),
      misses: [month("2026-01"), month("2026-02"), month("2026-04")],
      gives: "right to terminate under MSA 12.3",
    },
  ]);
});

test("a credit is earned back by its rule, and the level's own rule comes before the contract's", () => {
  const terms = { earn_back: { when: "target met 2 months running" } };
  const own = { earn_back: { when: "target met 3 months running", returns: "50 %" } };
  const goods = [870, 950, 950, 950];
  expect(owed(ledger(terms, judged("first-answer", "40 %", goods)).entries)[0]).toBe("0");
  const [entry] = ledger(terms, judged("first-answer", "40 %", goods, own)).entries;
  expect(entry).toMatchObject({ accrued: new Money("2000.00", "USD"), earnedBack: new Money("1000.00", "USD") });
  expect(JSON.stringify(entry)).toContain(
    "earned back on 2026-04-30: 50 % of 2,000.00 USD = 1,000.00 USD, because target met 3 months running, 2026-02-01 to 2026-04-30; 1,000.00 USD stays owed",
  );
});

test("no cap is ever overstepped, and a credit is never negative", () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(fc.integer({ min: 700, max: 1000 })), { minLength: 6, maxLength: 14 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.integer({ min: 0, max: 8000 }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 40_000 }),
      (levels, perMonth, perYear, total) => {
        const caps = { month: `${perMonth} USD`, year: `${perYear} USD`, total: `${total} USD` };
        const all = levels.map((goods, index) => judged(`level-${index}`, "65 %", goods));
        const entries = ledger(
          { caps, earn_back: { when: "target met 2 months running", returns: "50 %" } },
          ...all,
        ).entries.filter((entry): entry is LedgerEntry => entry.kind === "credit");
        const most = (length: number) => {
          const keys = [...new Set(entries.map(({ period }) => period.end.slice(0, length)))];
          return Math.max(0, ...keys.map((key) => sumOf(entries.filter(({ period }) => period.end.startsWith(key)))));
        };
        expect(most(7)).toBeLessThanOrEqual(Math.min(perMonth, 10_000) + 1e-6);
        expect(most(4)).toBeLessThanOrEqual(perYear + 1e-6);
        expect(most(0)).toBeLessThanOrEqual(total + 1e-6);
        for (const { accrued, earnedBack, owed } of entries) {
          expect([accrued, earnedBack, owed].some(({ amount }) => amount.isNegative())).toBe(false);
          expect(earnedBack.plus(owed).compare(accrued)).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  ));
