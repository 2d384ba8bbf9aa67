import { addDays, daysBetween, type PlainDate } from "../values/time.ts";
import { type Weekday, weekdays } from "./weekly-hours.ts";

/** Days from 1970-01-01 to a calendar date: dates as numbers, for loops over many years. */
export type DayNumber = number;

const firstDay: PlainDate = "1970-01-01";

export function dayOfDate(date: PlainDate): DayNumber {
  return daysBetween(firstDay, date);
}

export function dateOfDay(day: DayNumber): PlainDate {
  return addDays(firstDay, day);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? "mon";
}
