import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { PlainDate } from "./time.ts";

/** A length in whole calendar units, as contracts count: `3 months` runs from a day to the same day three months on. */
export type CalendarLength = {
  readonly count: number;
  readonly unit: (typeof units)[number];
};

const units = ["day", "week", "month", "quarter", "year"] as const;

/** `90 days`, `6 weeks`, `3 months`, `1 year` as people write them in contracts. */
export const WrittenCalendarLength = z.string().transform((text, context): CalendarLength => {
  const length = readCalendarLength(text);
  if (length === null) {
    context.addIssue({
      code: "custom",
      message: `a length of time is written as 90 days, 6 weeks, 3 months or 1 year, not ${JSON.stringify(text)}`,
    });
    return z.NEVER;
  }
  return length;
});

/** Reads `12 months` or `1 year`; `null` when it is none. */
export function readCalendarLength(text: string): CalendarLength | null {
  const [, count, word] = /^\s*(\d{1,4})\s*(day|week|month|quarter|year)s?\s*$/i.exec(text) ?? [];
  const unit = units.find((candidate) => candidate === word?.toLowerCase());
  return count === undefined || unit === undefined || Number(count) < 1 ? null : { count: Number(count), unit };
}

/** `3 months`, `1 year` */
export function calendarLengthText({ count, unit }: CalendarLength): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The date `length` after `date`; the last day of a month stays within the month it lands in. */
export function addLength(date: PlainDate, length: CalendarLength): PlainDate {
  return Temporal.PlainDate.from(date).add(temporalOf(length)).toString();
}

/** The date `length` before `date`. */
export function subtractLength(date: PlainDate, length: CalendarLength): PlainDate {
  return Temporal.PlainDate.from(date).subtract(temporalOf(length)).toString();
}

function temporalOf({ count, unit }: CalendarLength): Temporal.DurationLike {
  return unit === "quarter" ? { months: 3 * count } : { [`${unit}s`]: count };
}
