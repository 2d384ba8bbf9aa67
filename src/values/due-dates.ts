import { Temporal } from "temporal-polyfill";
import type { Cadence } from "./cadence.ts";
import { addDays, type PlainDate } from "./time.ts";

/** First and last day; both count. */
export type DayRange = { readonly from: PlainDate; readonly to: PlainDate };

/**
 * The days on which the stretches of a cadence end: calendar months, quarters, half-years and years, weeks on Sunday or on
 * the weekday that was named, every day or every weekday. With a count above one every so many-th, counted from `from`.
 */
export function periodEnds(cadence: Cadence, { from, to }: DayRange): readonly PlainDate[] {
  const ends: PlainDate[] = [];
  let position = 0;
  for (let end = endAround(from, cadence); end <= to; end = endAround(addDays(end, 1), cadence)) {
    position += 1;
    if (position % cadence.count === 0) ends.push(end);
  }
  return ends;
}

/** The first day and the same day of each later stretch, up to `to`; the 31st falls on the last day of shorter months. */
export function repeatedDays(first: PlainDate, cadence: Cadence, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let position = 0; ; position++) {
    const day = dayAfter(first, cadence, position);
    if (day > to) return days;
    days.push(day);
  }
}

/** Moved by so many days of Monday to Friday; the date itself does not count. */
export function addWeekdays(date: PlainDate, count: number): PlainDate {
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count));
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5) left--;
  }
  return day;
}

function endAround(day: PlainDate, { unit, weekday }: Cadence): PlainDate {
  const date = Temporal.PlainDate.from(day);
  switch (unit) {
    case "day":
      return day;
    case "weekday":
      return date.dayOfWeek <= 5 ? day : addDays(day, 8 - date.dayOfWeek);
    case "week":
      return addDays(day, (7 + (weekday === null ? 7 : weekdayNumbers[weekday]) - date.dayOfWeek) % 7);
    default:
      return lastDayOf(date, monthsIn[unit]);
  }
}

function lastDayOf(date: Temporal.PlainDate, months: number): PlainDate {
  const first = date.with({ day: 1, month: Math.floor((date.month - 1) / months) * months + 1 });
  return addDays(first.add({ months }).toString(), -1);
}

function dayAfter(first: PlainDate, { unit, count }: Cadence, position: number): PlainDate {
  const steps = position * count;
  if (unit === "day") return addDays(first, steps);
  if (unit === "weekday") return addWeekdays(first, steps);
  if (unit === "week") return addDays(first, 7 * steps);
  return Temporal.PlainDate.from(first)
    .add({ months: monthsIn[unit] * steps })
    .toString();
}

const monthsIn = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

const weekdayNumbers = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
} as const;
