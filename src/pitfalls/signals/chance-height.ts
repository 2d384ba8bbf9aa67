import type { Finding } from "../../assessment/verdict.ts";

/** Chance of so much by accident, at one look, at and below which something is worth a look, and below which it is an alarm. */
export const watchAtChance = 0.001;
export const alarmAtChance = 0.0002;

/** Null where chance alone explains it well enough. */
export function stateByChance(pValue: number): Finding["state"] | null {
  if (pValue > watchAtChance) return null;
  return pValue <= alarmAtChance ? "alarm" : "watch";
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
