import { Decimal } from "decimal.js";
import { Money, type MoneyText } from "../../values/money.ts";
import type { TooLittleData } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Budget } from "../contract/contract.ts";
import { monthsOf } from "./billed-line.ts";
import { type Convert, noMoney, sumOfMoney } from "./divided-amount.ts";
import type { BilledPeriod } from "./invoice.ts";

/** Months that the forecast looks back over at most, and needs at least. */
const mostMonths = 6;
const leastMonths = 3;

/** Where a budget will stand at its end. */
export type BudgetOutlook = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly budget: MoneyText;
  /** billed before tax for months of the budget */
  readonly spent: MoneyText;
  readonly lastMonth: string | null;
  readonly monthsLeft: number;
  /** spent + months left × what a month cost of late: mean, cheapest and dearest of the last six */
  readonly atCompletion:
    | { readonly low: MoneyText; readonly expected: MoneyText; readonly high: MoneyText }
    | TooLittleData;
  readonly state: "within" | "may-exceed" | "exceeds" | "unknown";
  readonly working: readonly string[];
};

/** What was billed for a period, before tax. */
export type BilledAmount = { readonly period: BilledPeriod; readonly amount: Money };

/**
 * Budget at completion by the run rate: what was billed so far, and for each month without a bill the mean of the last months billed
 * (six at most, three at least). The range takes each month left at the cheapest and at the dearest of them. It knows no
 * trend, season or growth to come. An invoice over several months counts in equal parts.
 * @returns null where an amount has no rate into the budget's currency
 */
export function budgetOutlook(budget: Budget, billed: readonly BilledAmount[], convert: Convert): BudgetOutlook | null {
  const { currency } = budget.amount;
  const months = monthsOf({ start: budget.from, end: budget.to });
  const costs = costsByMonth(billed, currency, convert);
  if (costs === null) return null;
  const within = months.filter((month) => costs.has(month));
  const spent = sumOfMoney(
    within.flatMap((month) => costs.get(month) ?? []),
    currency,
  ).rounded();
  const lastMonth = within.at(-1) ?? null;
  const left = months.length - within.length;
  const known = [...costs.keys()].filter((month) => lastMonth === null || month <= lastMonth).sort();
  const recent = known.slice(-mostMonths).flatMap((month) => costs.get(month) ?? []);
  const base = {
    ...{ from: budget.from, to: budget.to, budget: budget.amount.toJSON(), spent: spent.toJSON() },
    ...{ lastMonth, monthsLeft: left },
  };
  const billedSoFar =
    within.length === 0
      ? `nothing is billed yet for any of ${months.length} months`
      : `${spent.toText()} billed for ${within.length} of ${months.length} months`;
  if (left > 0 && recent.length < leastMonths) {
    const atCompletion: TooLittleData = { kind: "too-little-data", have: recent.length, need: leastMonths };
    const state = spent.compare(budget.amount) > 0 ? "exceeds" : "unknown";
    return { ...base, atCompletion, state, working: [billedSoFar] };
  }
  const sorted = recent.toSorted((one, other) => one.compare(other));
  const nothing = noMoney(currency);
  const mean =
    recent.length === 0 ? nothing : new Money(sumOfMoney(recent, currency).amount.dividedBy(recent.length), currency);
  const at = (month: Money) => spent.plus(month.times(new Decimal(left))).rounded();
  const [low, expected, high] = [at(sorted[0] ?? nothing), at(mean), at(sorted.at(-1) ?? nothing)];
  const named = `the last ${recent.length} months billed`;
  const working =
    left === 0
      ? [billedSoFar]
      : [
          billedSoFar,
          `expected: ${spent.toText()} + ${left} × ${mean.rounded().toText()}, the mean of ${named} = ${expected.toText()}`,
          `range: each month left as the cheapest (${(sorted[0] ?? nothing).rounded().toText()}) to the dearest (${(sorted.at(-1) ?? nothing).rounded().toText()}) of them`,
        ];
  const atCompletion = { low: low.toJSON(), expected: expected.toJSON(), high: high.toJSON() };
  return { ...base, atCompletion, state: stateOf(low, high, budget.amount), working };
}

function stateOf(low: Money, high: Money, budget: Money): BudgetOutlook["state"] {
  if (low.compare(budget) > 0) return "exceeds";
  return high.compare(budget) > 0 ? "may-exceed" : "within";
}

/** What each month cost, exact; null where an amount cannot be brought into the currency. */
function costsByMonth(
  billed: readonly BilledAmount[],
  currency: string,
  convert: Convert,
): ReadonlyMap<string, Money> | null {
  const costs = new Map<string, Money>();
  for (const { period, amount } of billed) {
    const converted = convert(amount, currency);
    if (converted === null) return null;
    const months = monthsOf(period);
    for (const month of months) {
      const part = new Money(converted.amount.dividedBy(months.length), currency);
      costs.set(month, (costs.get(month) ?? new Money(0, currency)).plus(part));
    }
  }
  return costs;
}
