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
  const failed = better === "lower" ? decimal(numerator) : decimal(denominator).minus(decimal(numerator));
  return ratio(failed, allowedAmong(denominator, target, better));
}

/** How a running period uses up its error budget; failures are counted and not rounded. */
export type BudgetBurn = {
  /** failures that the items of the whole period may have */
  readonly allowed: number;
  /** speed: 1 spends the budget exactly by the end; null where it allows no failure */
  readonly burnRate: number | null;
};

/**
 * The burn of a period that is running.
 * @param failed items that have failed so far
 * @param items  all that the period is expected to have
 * @param gone   part of the period that is over, above 0 and at most 1
 */
export function budgetBurn(failed: number, items: number, gone: number, target: number, better: Better): BudgetBurn {
  const allowed = allowedAmong(items, target, better);
  return { allowed: allowed.toNumber(), burnRate: ratio(decimal(failed), allowed.times(decimal(gone))) };
}

/** The target is the share of good items, or where lower is better that of failures. */
function allowedAmong(items: number, target: number, better: Better): Decimal {
  const share = better === "lower" ? decimal(target) : decimal(1).minus(decimal(target));
  return share.times(decimal(items));
}

function ratio(top: Decimal, bottom: Decimal): number | null {
  return bottom.greaterThan(0) ? top.dividedBy(bottom).toNumber() : null;
}
