import { Temporal } from "temporal-polyfill";
import { addDays, type PlainDate } from "../values/time.ts";

/** A length in whole calendar units, as contracts count: `3 months` runs from a day to the same day three months on. */
export type CalendarLength = {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "quarter" | "year";
};

/** Reads `12 months` or `1 year`; `null` when it is none. */
export function readCalendarLength(text: string): CalendarLength | null {
  const match = /^\s*(\d+)\s+(day|week|month|quarter|year)s?\s*$/i.exec(text);
  const [, count, unit] = match ?? [];
  const word = units.find((candidate) => candidate === unit?.toLowerCase());
  if (count === undefined || word === undefined || Number(count) < 1) return null;
  return { count: Number(count), unit: word };
}

/** `3 months`, `1 year` */
export function calendarLengthText(length: CalendarLength): string {
  return `${length.count} ${length.unit}${length.count === 1 ? "" : "s"}`;
}

/** The last day of a stretch of this length that begins on `first`. */
export function lastDayFrom(first: PlainDate, length: CalendarLength): PlainDate {
  return addDays(Temporal.PlainDate.from(first).add(temporalOf(length)).toString(), -1);
}

/** The first day of a stretch of this length that ends with `last`. */
export function firstDayUpTo(last: PlainDate, length: CalendarLength): PlainDate {
  return Temporal.PlainDate.from(addDays(last, 1)).subtract(temporalOf(length)).toString();
}

const units = ["day", "week", "month", "quarter", "year"] as const;

function temporalOf({ count, unit }: CalendarLength): Temporal.DurationLike {
  if (unit === "quarter") return { months: 3 * count };
  return { [`${unit}s`]: count };
}
