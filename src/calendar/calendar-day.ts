import type { PlainDate } from "../values/time.ts";
import type { CalendarDefinition, CalendarException } from "./calendar-definition.ts";
import { type DayNumber, dateOfDay, dayOfDate, weekdayOfDay } from "./day-number.ts";
import { type DaySpan, secondsOfDay } from "./day-span.ts";
import { type Holiday, holidaysInYear } from "./holidays.ts";
import type { Weekday } from "./weekly-hours.ts";

/** Which rule of a calendar decides a date. */
export type DayRule =
  | { readonly kind: "week"; readonly weekday: Weekday }
  | { readonly kind: "day-off"; readonly weekday: Weekday }
  | { readonly kind: "shift" }
  | { readonly kind: "holiday"; readonly name: string }
  | { readonly kind: "exception"; readonly effect: CalendarException["kind"]; readonly because: string };

/** One date of a calendar on the wall clock: what opens on it, what is cut out of it, and the rule that says so. */
export type CalendarDay = {
  readonly date: PlainDate;
  readonly hours: readonly DaySpan[];
  /** breaks and part-day closings; they also cut hours of the day before that run past midnight */
  readonly cuts: readonly DaySpan[];
  readonly rule: DayRule;
};

const allDay: DaySpan = { start: 0, end: secondsOfDay };

/** Prepares a calendar for being asked about many dates. */
export function calendarDays(calendar: CalendarDefinition): (day: DayNumber) => CalendarDay {
  const exceptions = calendar.except.map((exception) => ({
    exception,
    from: dayOfDate(exception.from),
    to: dayOfDate(exception.to),
  }));
  return (day) => {
    const date = dateOfDay(day);
    const exception = exceptions.findLast(({ from, to }) => from <= day && day <= to)?.exception;
    const usual = usualDay(calendar, day, date);
    return exception === undefined ? usual : exceptionalDay(calendar, usual, exception);
  };
}

function exceptionalDay(calendar: CalendarDefinition, usual: CalendarDay, exception: CalendarException): CalendarDay {
  const breaks = calendar.breaks.dated[usual.date] ?? [];
  const rule: DayRule = { kind: "exception", effect: exception.kind, because: exception.because };
  if (exception.kind === "closed") return { date: usual.date, hours: [], cuts: breaks, rule };
  if (exception.kind === "open") return { date: usual.date, hours: exception.hours, cuts: breaks, rule };
  return { ...usual, cuts: [...usual.cuts, ...exception.hours], rule };
}

function usualDay(calendar: CalendarDefinition, day: DayNumber, date: PlainDate): CalendarDay {
  const weekday = weekdayOfDay(day);
  const breaks = calendar.breaks.dated[date] ?? [];
  const holidays = holidaysOn(calendar, day, date);
  const free = holidays.find(({ closed }) => closed.start <= 0 && closed.end >= secondsOfDay);
  if (free !== undefined) return { date, hours: [], cuts: breaks, rule: { kind: "holiday", name: free.name } };
  const shift = calendar.shifts[date];
  const hours = shift ?? calendar.week[weekday];
  const cuts = shift === undefined ? [...breaks, ...calendar.breaks.weekly[weekday]] : breaks;
  const part = holidays[0];
  if (part !== undefined) {
    return {
      date,
      hours,
      cuts: [...cuts, ...holidays.map(({ closed }) => closed)],
      rule: { kind: "holiday", name: part.name },
    };
  }
  if (shift !== undefined) return { date, hours, cuts, rule: { kind: "shift" } };
  return { date, hours, cuts, rule: { kind: hours.length > 0 ? "week" : "day-off", weekday } };
}

function holidaysOn(calendar: CalendarDefinition, day: DayNumber, date: PlainDate): readonly Holiday[] {
  const year = Number(date.slice(0, 4));
  return calendar.holidays.flatMap((kept) => {
    if (kept.kind === "date") return kept.date === date ? [{ name: "holiday", closed: allDay }] : [];
    const early =
      date.endsWith("-01-01") || date.slice(5) < "01-08" ? (holidaysInYear(kept, year - 1).get(day) ?? []) : [];
    return [...early, ...(holidaysInYear(kept, year).get(day) ?? [])];
  });
}
