import { addDays, type EpochSeconds, type PlainDate, startOfDay, type TimeZone } from "../values/time.ts";
import { dayNumber, greatestCommonDivisor } from "./lookup-table.ts";
import type { StampType } from "./metric-plan.ts";

/**
 * Dates asked for, as the moments after which something is too late for each: the end of the day in the zone.
 * Spread over buckets of `width` (seconds, or days for dates) from bucket `first` on.
 */
export type DatesTable = {
  readonly name: string;
  readonly stampType: StampType;
  readonly width: number;
  readonly first: number;
  /** one per date, rising; epoch seconds, or days since 1970 */
  readonly cutoffs: readonly number[];
};

/** The end of `date` in `zone`: what happens at it or later is not yet known as of the date. */
export function endOfDay(date: PlainDate, zone: TimeZone): EpochSeconds {
  return startOfDay(addDays(date, 1), zone);
}

/**
 * @param dates rising, each once
 * @param from the first stamp that the table must answer for, epoch seconds
 */
export function datesTable(
  name: string,
  stampType: StampType,
  dates: readonly PlainDate[],
  zone: TimeZone,
  from: EpochSeconds,
): DatesTable {
  if (stampType === "date") {
    const cutoffs = dates.map((date) => dayNumber(date) + 1);
    const first = Math.min(Math.floor(from / 86_400) - 1, (cutoffs[0] ?? 1) - 1);
    return { name, stampType, width: 1, first, cutoffs };
  }
  const cutoffs = dates.map((date) => endOfDay(date, zone));
  const width = cutoffs.reduce(greatestCommonDivisor, 0);
  return { name, stampType, width, first: Math.floor(Math.min(from, (cutoffs[0] ?? from) - 1) / width), cutoffs };
}
