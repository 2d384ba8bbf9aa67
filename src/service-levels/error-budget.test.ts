import fc from "fast-check";
import { expect, test } from "vitest";
import { burnAlerts } from "./burn-alert.ts";
import { budgetBurn, budgetMinutes, budgetSpentBy, errorBudget, outageMinutesThatBurn } from "./error-budget.ts";

const day = 86_400;

test("990 good of 1,000 against 99 % is a budget spent to the last item", () => {
  expect(errorBudget(0.99, 990, 1000)).toEqual({
    kind: "error-budget",
    level: 0.99,
    gap: 0,
    allowedShare: 0.01,
    failedShare: 0.01,
    failed: 10,
    allowed: 10,
    left: 0,
    spent: 1,
  });
});

test("no items have no budget, and a target of 100 % allows none", () => {
  expect(errorBudget(0.99, 0, 0)).toEqual({ kind: "too-little-data", have: 0, need: 1 });
  expect(errorBudget(1, 99, 100)).toMatchObject({ allowed: 0, left: -1, spent: null });
});

test("where lower is better, the items counted are the failures", () => {
  expect(budgetSpentBy({ numerator: 6, denominator: 100 }, 0.05, "lower")).toBe(1.2);
  expect(budgetSpentBy({ numerator: 94, denominator: 100 }, 0.95, "higher")).toBe(1.2);
  expect(budgetSpentBy({ numerator: null, denominator: 100 }, 0.95, "higher")).toBeNull();
});

test("half of the budget spent in a quarter of the period burns at two, whichever way the level counts; none allowed has no speed", () => {
  expect(budgetBurn(5, 100, 0.25, 0.9, "higher")).toEqual({ allowed: 10, burnRate: 2 });
  expect(budgetBurn(5, 100, 0.25, 0.1, "lower")).toEqual({ allowed: 10, burnRate: 2 });
  expect(budgetBurn(5, 100, 0.25, 1, "higher")).toEqual({ allowed: 0, burnRate: null });
});

test("the budget never loses an item: allowed is failed and left together", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(10_000), fc.nat(10_000), (target, good, failed) => {
      const budget = errorBudget(target / 10_000, good, good + failed);
      if (budget.kind === "too-little-data") return;
      expect(budget.left + budget.failed).toBeCloseTo(budget.allowed, 6);
      expect(budget.spent !== null && budget.spent > 1).toBe(budget.left < 0);
    }),
  ));

test("a total outage of 43.2 minutes spends a 30-day budget of 99.9 %", () => {
  const budget = errorBudget(0.999, 999, 1000);
  if (budget.kind === "too-little-data") throw new Error("there are items");
  expect(budgetMinutes(budget, 30 * day)).toEqual({ allowed: 43.2, spent: 43.2, left: 0 });
  expect(outageMinutesThatBurn(1, 0.999, 30 * day)).toBe(43);
});

test("a window whose shares nobody has set is refused, and given shares make it usable", () => {
  expect(burnAlerts(42 * day)).toEqual({ kind: "unsupported-window", windowSeconds: 42 * day });
  expect(burnAlerts(42 * day, [2, 5, 10, 10])).toHaveLength(4);
});
