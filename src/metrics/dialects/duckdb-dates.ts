import type { DatesTable } from "../dates-table.ts";
import { bucketOf } from "./duckdb-tables.ts";
import { dayLiteral, instantLiteral, quoted } from "./duckdb-words.ts";

/** How a query learns how many dates had passed before a stamp: what it must join, and the number itself. */
export type DatesBefore = { readonly join: string | null; readonly number: string };

/** Comparing with so many dates one after the other is quicker than a lookup: nearly all stamps lie before the first. */
const mostCompared = 32;

/** The number of dates that had passed before a stamp; one that never comes is after all of them. */
export function datesBefore(dates: DatesTable, alias: string, stamp: string): DatesBefore {
  const { cutoffs, stampType } = dates;
  if (isLookedUp(cutoffs)) return { join: joinDates(dates, alias, stamp), number: `${alias}.dates_before` };
  const cases = cutoffs.map((cutoff, before) => `WHEN ${stamp} < ${literalOf(stampType, cutoff)} THEN ${before}`);
  return { join: null, number: `CASE ${cases.join(" ")} ELSE ${cutoffs.length} END` };
}

/** Whether so many dates are found in their table rather than compared with. */
export function isLookedUp(dates: readonly unknown[]): boolean {
  return dates.length > mostCompared;
}

/** The first moment that is too late for the last date. */
export function lastCutoff({ stampType, cutoffs }: DatesTable): string {
  return literalOf(stampType, cutoffs.at(-1) ?? 0);
}

function literalOf(stampType: DatesTable["stampType"], cutoff: number): string {
  return stampType === "date" ? dayLiteral(cutoff) : instantLiteral(cutoff);
}

/** Joins the number of dates that had passed before a stamp, as `dates_before`. */
export function joinDates(dates: DatesTable, alias: string, stamp: string): string {
  const last = Math.floor((dates.cutoffs.at(-1) ?? 0) / dates.width);
  const bucket = bucketOf(dates.stampType, dates.width, stamp);
  return `JOIN ${quoted(dates.name)} AS ${alias} ON ${alias}.bucket = greatest(${dates.first}, least(coalesce(${bucket}, ${last}), ${last}))`;
}
