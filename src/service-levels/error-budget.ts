import type { Decimal } from "decimal.js";
import type { TooLittleData } from "../values/share.ts";
import { type Better, decimal } from "./exact-figure.ts";

/** What a share's target leaves room for, and how much of it is gone. Shares are fractions, counts are items. */
export type ErrorBudget = {
  readonly kind: "error-budget";
  /** the level reached: good items ÷ items */
  readonly level: number;
  /** level − target; negative where the target is missed */
  readonly gap: number;
  /** share of items that may fail: 1 − target */
  readonly allowedShare: number;
  /** share of items that failed: 1 − level */
  readonly failedShare: number;
  readonly failed: number;
  /** failures that the target allows among these items; not rounded */
  readonly allowed: number;
  /** allowed − failed; negative when overdrawn */
  readonly left: number;
  /** failed ÷ allowed: 1 is all of it; null where the target allows no failure */
  readonly spent: number | null;
};

/**
 * The error budget of `total` items of which `good` were good, against a target share of good ones.
 * Computed in decimals: a target of 99.9 % leaves exactly 0.1 %.
 * @see Beyer, Jones, Petoff & Murphy (eds), Site Reliability Engineering, 2016, chapter 3
 */
export function errorBudget(target: number, good: number, total: number): ErrorBudget | TooLittleData {
  if (total <= 0) return { kind: "too-little-data", have: 0, need: 1 };
  const level = decimal(good).dividedBy(decimal(total));
  const allowedShare = decimal(1).minus(decimal(target));
  const failed = decimal(total).minus(decimal(good));
  const allowed = allowedShare.times(decimal(total));
  return {
    kind: "error-budget",
    level: level.toNumber(),
    gap: level.minus(decimal(target)).toNumber(),
    allowedShare: allowedShare.toNumber(),
    failedShare: failed.dividedBy(decimal(total)).toNumber(),
    failed: failed.toNumber(),
    allowed: allowed.toNumber(),
    left: allowed.minus(failed).toNumber(),
    spent: ratio(failed, allowed),
  };
}

/** An error budget counted as time of total outage over a window, in minutes. */
export type BudgetMinutes = { readonly allowed: number; readonly spent: number; readonly left: number };

/** The budget as minutes of a window in which everything fails. */
export function budgetMinutes(budget: ErrorBudget, windowSeconds: number): BudgetMinutes {
  const minutes = decimal(windowSeconds).dividedBy(60);
  const allowed = minutes.times(decimal(budget.allowedShare));
  const spent = minutes.times(decimal(budget.failedShare));
  return { allowed: allowed.toNumber(), spent: spent.toNumber(), left: allowed.minus(spent).toNumber() };
}

/**
 * Whole minutes of total outage that burn `share` of a window's budget: rounded down, and at least one.
 * @param share fraction of the budget: 0.05 is 5 %
 */
export function outageMinutesThatBurn(share: number, target: number, windowSeconds: number): number {
  const allowed = decimal(1).minus(decimal(target)).times(decimal(windowSeconds));
  return Math.max(1, allowed.times(decimal(share)).dividedBy(60).floor().toNumber());
}

/** Share of the allowed failures used up by a measured share; null where it allows none. `better` says which items fail. */
export function budgetSpentBy(
  measured: { readonly numerator: number | null; readonly denominator: number },
  target: number,
  better: Better,
): number | null {
  const { numerator, denominator } = measured;
  if (numerator === null || denominator <= 0) return null;
  // Where lower is better the numerator counts the failures themselves.
  if (better === "lower") return ratio(decimal(numerator), decimal(target).times(decimal(denominator)));
  const budget = errorBudget(target, numerator, denominator);
  return budget.kind === "error-budget" ? budget.spent : null;
}

function ratio(top: Decimal, bottom: Decimal): number | null {
  return bottom.greaterThan(0) ? top.dividedBy(bottom).toNumber() : null;
}
