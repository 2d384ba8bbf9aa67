import { Temporal } from "temporal-polyfill";
import { addDays, type PlainDate } from "../values/time.ts";
import type { Period, PeriodLength } from "./measure.ts";

/** The first day of the period that holds `date`; weeks are ISO weeks and begin on Monday. */
export function periodStart(date: PlainDate, every: PeriodLength): PlainDate {
  const day = Temporal.PlainDate.from(date);
  switch (every) {
    case "day":
      return date;
    case "week":
      return day.subtract({ days: day.dayOfWeek - 1 }).toString();
    case "month":
      return day.with({ day: 1 }).toString();
    case "quarter":
      return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 }).toString();
  }
}

/** The first day of the period after the one that starts on `start`. */
export function nextPeriod(start: PlainDate, every: PeriodLength): PlainDate {
  const lengths = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 } } as const;
  return Temporal.PlainDate.from(start).add(lengths[every]).toString();
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
