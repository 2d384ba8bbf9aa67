import { addDays, type PlainDate } from "../values/time.ts";
import type { Period, PeriodLength } from "./measure.ts";

/** The first day of the period that holds `date`; weeks are ISO weeks and begin on Monday. */
export function periodStart(date: PlainDate, every: PeriodLength): PlainDate {
  if (every === "day") return date;
  if (every === "week") return addDays(date, -((dayOfWeek(date) + 6) % 7));
  const month = monthOf(date);
  return firstOfMonth(every === "quarter" ? month - (month % 3) : month);
}

/** The first day of the period after the one that starts on `start`. */
export function nextPeriod(start: PlainDate, every: PeriodLength): PlainDate {
  if (every === "day") return addDays(start, 1);
  if (every === "week") return addDays(start, 7);
  return firstOfMonth(monthOf(start) + (every === "quarter" ? 3 : 1));
}

/** Months since the year 0; plain arithmetic, since periods are made by the hundred thousand in a replay. */
function monthOf(date: PlainDate): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}

function firstOfMonth(month: number): PlainDate {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** 0 is Sunday. */
function dayOfWeek(date: PlainDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}

/** The whole period that starts on `start`. */
export function periodFrom(start: PlainDate, every: PeriodLength): Period {
  return { start, end: addDays(nextPeriod(start, every), -1) };
}

/** Every period from the one that holds `first` to the one that holds `last`, oldest first. */
export function periodsBetween(first: PlainDate, last: PlainDate, every: PeriodLength): readonly Period[] {
  const periods: Period[] = [];
  for (let start = periodStart(first, every); start <= last; start = nextPeriod(start, every)) {
    periods.push(periodFrom(start, every));
  }
  return periods;
}
