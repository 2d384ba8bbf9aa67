import { addDays, dateAt, type PlainDate, startOfDay } from "../values/time.ts";
import { calendarDays, type DayRule } from "./calendar-day.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { dayOfDate } from "./day-number.ts";
import { openSpans } from "./open-spans.ts";
import { overlap, type Span, totalLength, without } from "./span.ts";
import { nameOfWeekday } from "./weekly-hours.ts";

/** One date of a stretch of business time: how much of it counted, and why not more. */
export type ExplainedDay = {
  readonly date: PlainDate;
  /** seconds that the clock ran on this date */
  readonly seconds: number;
  /** seconds of this date that were open and paused */
  readonly pausedSeconds: number;
  /** what of the stretch was open on this date, pauses included */
  readonly open: readonly Span[];
  readonly rule: DayRule;
  /** why the date counted or was skipped, in words: `usual hours`, `Thanksgiving Day`, `half day`, `Saturday, a day off` */
  readonly because: string;
};

/** The working of one business duration, date by date in the calendar's zone. `seconds` is what the business clock shows. */
export type ExplainedTime = {
  readonly seconds: number;
  readonly pausedSeconds: number;
  readonly days: readonly ExplainedDay[];
};

/** Tells which dates of `range` counted, how many seconds each, and which were skipped and why. */
export function explainBusinessTime(
  calendar: CalendarDefinition,
  range: Span,
  pauses: readonly Span[] = [],
): ExplainedTime {
  if (!(range.end > range.start)) return { seconds: 0, pausedSeconds: 0, days: [] };
  const dayOf = calendarDays(calendar);
  const allOpen = openSpans(calendar, range);
  const running = without(allOpen, pauses);
  const days: ExplainedDay[] = [];
  let date = dateAt(range.start, calendar.zone);
  for (let start = startOfDay(date, calendar.zone); start < range.end; ) {
    const next = addDays(date, 1);
    const end = startOfDay(next, calendar.zone);
    const open = overlap(allOpen, { start, end });
    const seconds = totalLength(overlap(running, { start, end }));
    const pausedSeconds = totalLength(open) - seconds;
    const { rule } = dayOf(dayOfDate(date));
    days.push({ date, seconds, pausedSeconds, open, rule, because: becauseOf(rule, seconds, pausedSeconds) });
    [date, start] = [next, end];
  }
  const sum = (secondsOf: (day: ExplainedDay) => number) => days.reduce((total, day) => total + secondsOf(day), 0);
  return { seconds: sum((day) => day.seconds), pausedSeconds: sum((day) => day.pausedSeconds), days };
}

function becauseOf(rule: DayRule, seconds: number, pausedSeconds: number): string {
  const words = ruleInWords(rule);
  if (rule.kind === "day-off") return seconds + pausedSeconds > 0 ? "hours of the day before, past midnight" : words;
  if (seconds === 0 && pausedSeconds > 0) return `paused (${words})`;
  if (seconds === 0 && rule.kind === "week") return "outside of its hours";
  return words;
}

function ruleInWords(rule: DayRule): string {
  switch (rule.kind) {
    case "week":
      return "usual hours";
    case "day-off":
      return `${nameOfWeekday(rule.weekday)}, a day off`;
    case "shift":
      return "hours of this date";
    case "holiday":
      return rule.name;
    case "exception":
      return rule.because;
  }
}
