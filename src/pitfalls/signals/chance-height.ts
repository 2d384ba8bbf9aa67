import type { Finding } from "../../assessment/verdict.ts";
import type { AlarmHeights } from "../../early-warning/shift-evidence/alarm-budget.ts";

/**
 * What a chance at one look amounts to under the alarm budget; null where chance alone explains it well enough. A detector
 * that looks every week at windows which mostly overlap errs less often than once in 1/p weeks, so 1/p is compared with
 * the same heights, in weeks, as all other evidence.
 */
export function stateByChance(pValue: number, { watch, alarm }: AlarmHeights): Finding["state"] | null {
  const weeks = 1 / Math.max(pValue, Number.MIN_VALUE);
  if (weeks < watch) return null;
  return weeks >= alarm ? "alarm" : "watch";
}

/** What a finding's evidence says of chance: the chance at one look, and how many things that look compared. */
export function chanceEvidence(pValue: number, looks = 1) {
  return { chance: { pValue, looks } };
}

/** `less than 1 in 10,000`, `about 1 in 1,400` */
export function chanceWords(pValue: number): string {
  if (pValue < 1e-4) return "less than 1 in 10,000";
  const odds = 1 / pValue;
  const size = 10 ** Math.max(0, Math.floor(Math.log10(odds)) - 1);
  return `about 1 in ${(Math.round(odds / size) * size).toLocaleString("en-GB")}`;
}
