import type { PlainDate } from "../values/time.ts";
import { secondsOfDay } from "./day-span.ts";
import { type Weekday, weekdays } from "./weekly-hours.ts";

/** Days from 1970-01-01 to a calendar date: dates as numbers, for loops over many years. */
export type DayNumber = number;

export function dayOfDate(date: PlainDate): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / (secondsOfDay * 1000);
}

export function dateOfDay(day: DayNumber): PlainDate {
  return new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? "mon";
}
