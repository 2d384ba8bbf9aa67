import { expect, test } from "vitest";
import { check, hours, measured } from "../../../test/fixtures/billed-month.ts";
import { Money } from "../../values/money.ts";
import { Budget } from "../contract/contract.ts";
import { budgetOutlook } from "./budget-at-completion.ts";
import { converter } from "./divided-amount.ts";

const year = Budget.parse({ from: "2026-01-01", to: "2026-12-31", amount: "120000 USD" });
const toDollars = converter("USD", { EUR: 1.1 });

function billed(...amounts: readonly string[]) {
  return amounts.map((amount, at) => {
    const start = `2026-${String(at + 1).padStart(2, "0")}-01`;
    return { period: { start, end: start }, amount: new Money(amount, "USD") };
  });
}

test.each([
  ["within", ["9000", "9000", "10000"], ["109000.00", "112000.00", "118000.00"]],
  ["may-exceed", ["9000", "9000", "10500"], ["109500.00", "114000.00", "123000.00"]],
  ["exceeds", ["11000", "12000", "13000"], ["135000.00", "144000.00", "153000.00"]],
] as const)(
  "%s: what is billed, and each month left at the cheapest, the mean and the dearest of late",
  (state, amounts, range) => {
    const outlook = budgetOutlook(year, billed(...amounts), toDollars);
    const [low, expected, high] = range.map((amount) => ({ amount, currency: "USD" }));
    expect(outlook).toMatchObject({
      state,
      atCompletion: { low, expected, high },
      monthsLeft: 9,
      lastMonth: "2026-03",
    });
  },
);

test("only the last six months tell what a month costs", () => {
  const outlook = budgetOutlook(year, billed("90000", "100", "100", "100", "100", "100", "100"), toDollars);
  expect(outlook?.atCompletion).toMatchObject({ expected: { amount: "91100.00" } });
});

test("two months are too little to look ahead, and an overspent budget is overspent all the same", () => {
  expect(budgetOutlook(year, billed("9000", "9000"), toDollars)).toMatchObject({
    state: "unknown",
    atCompletion: { kind: "too-little-data", have: 2, need: 3 },
  });
  expect(budgetOutlook(year, billed("90000", "40000"), toDollars)?.state).toBe("exceeds");
});

test("a finished budget is what was spent", () => {
  const all = billed(...Array.from({ length: 12 }, () => "10000.01"));
  const total = { amount: "120000.12", currency: "USD" };
  expect(budgetOutlook(year, all, toDollars)).toMatchObject({
    state: "exceeds",
    monthsLeft: 0,
    atCompletion: { low: total, expected: total, high: total },
  });
});

test("an invoice over a quarter counts in three parts, one in euros at its rate, one without a rate not at all", () => {
  const quarter = { period: { start: "2026-01-01", end: "2026-03-31" }, amount: new Money("10000", "EUR") };
  const outlook = budgetOutlook(year, [quarter], toDollars);
  expect(outlook).toMatchObject({ spent: { amount: "11000.00", currency: "USD" }, monthsLeft: 9 });
  expect(outlook?.working[1]).toBe(
    "expected: 11,000.00 USD + 9 × 3,666.67 USD, the mean of the last 3 months billed = 44,000.00 USD",
  );
  expect(budgetOutlook(year, [{ ...quarter, amount: new Money("1", "CHF") }], toDollars)).toBeNull();
});

test("the check of invoices leaves tax out of the budget and tells a currency without a rate", () => {
  const lines = [hours("100", "14.80", "1480.00"), { item: "tax", amount: "310.80" }];
  const budget = [
    { from: "2026-01-01", to: "2026-12-31", amount: "120000 USD" },
    { from: "2027-01-01", to: "2027-12-31", amount: "120000 GBP" },
  ];
  const found = check([{ lines }], { budget }, { measured: [measured("2026-03", "100")] });
  expect(found.budgets).toMatchObject([{ spent: { amount: "1480.00" } }]);
  expect(found.problems).toMatchObject([{ code: "currency-without-rate", path: ["contract", "budget", 1, "amount"] }]);
});
