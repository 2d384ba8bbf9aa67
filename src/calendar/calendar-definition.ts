import { z } from "zod";
import { effectiveKeys } from "../values/effective.ts";
import { PlainDate, TimeZone } from "../values/time.ts";
import { type DaySpan, DaySpanTexts, readDaySpans, secondsOfDay, WrittenDaySpans } from "./day-span.ts";
import { KeptHolidays } from "./holidays.ts";
import { readWeekdays, WrittenWeeklyHours, weekOf } from "./weekly-hours.ts";

/** A date, or several in a row, that differ from the week: `{ on: 2026-12-24, open: [08:00-12:00], because: half day }`. */
const WrittenException = z
  .strictObject({
    on: PlainDate.optional(),
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    open: WrittenDaySpans.optional(),
    closed: z.union([z.literal(true), WrittenDaySpans]).optional(),
    because: z.string().min(1),
  })
  .transform((written, context) => {
    const from = written.on ?? written.from;
    const to = written.on ?? written.to;
    const isOneOrOther = (written.on === undefined) !== (written.from === undefined && written.to === undefined);
    if (from === undefined || to === undefined || !isOneOrOther || from > to) {
      return refuse(
        context,
        "exception-dates",
        "an exception needs its dates",
        "write `on: 2026-12-24`, or `from: 2026-12-24` and `to: 2026-12-31`",
      );
    }
    if ((written.open === undefined) === (written.closed === undefined)) {
      return refuse(
        context,
        "exception-hours",
        "an exception is either open or closed",
        "write `open: [08:00-12:00]`, `closed: true` or `closed: [12:00-14:00]`",
      );
    }
    const dates = { from, to, because: written.because };
    if (written.open !== undefined) return { kind: "open" as const, ...dates, hours: written.open };
    if (written.closed === true) return { kind: "closed" as const, ...dates };
    return { kind: "closed-in-part" as const, ...dates, hours: written.closed ?? [] };
  });
export type CalendarException = z.infer<typeof WrittenException>;

const WrittenBreaks = z.record(z.string(), DaySpanTexts).transform((written, context) => {
  const dated: Record<PlainDate, readonly DaySpan[]> = {};
  const weekly: Record<string, DaySpan[]> = {};
  for (const [key, texts] of Object.entries(written)) {
    const spans = readDaySpans(texts, context, [key]);
    const days = readWeekdays(key);
    if (PlainDate.safeParse(key).success) dated[key] = spans;
    else if (days === null)
      refuse(
        context,
        "break-day-unknown",
        `${JSON.stringify(key)} is neither a weekday nor a date`,
        "write mon-fri, sat or 2026-12-24",
        [key],
      );
    else for (const day of days) weekly[day] = [...(weekly[day] ?? []), ...spans];
  }
  return { weekly: weekOf((day) => weekly[day] ?? []), dated };
});

const Written = z.strictObject({
  ...effectiveKeys,
  zone: TimeZone.describe("the zone of all hours below, such as America/New_York"),
  always: z.boolean().optional().describe("true: round the clock, in place of a week"),
  week: WrittenWeeklyHours.optional().describe("hours of each weekday: mon-fri: [08:00-12:30, 13:00-20:00]"),
  breaks: WrittenBreaks.optional().describe("what is cut out, by weekday or by date"),
  shifts: z.record(PlainDate, WrittenDaySpans).optional().describe("hours of a date in place of the week's"),
  holidays: z.array(KeptHolidays).default([]).describe("holidays kept: US-NY, PT, DE-BY, or a date"),
  except: z.array(WrittenException).default([]).describe("dates that differ, open or closed, each with its reason"),
});

/**
 * When work is done: the hours of a week in one zone, and what replaces them.
 *
 * For each date the first that speaks wins: `except`, `holidays`, `shifts` (hours of that date in place of the week's), `week`.
 * Breaks are cut out of what is open: weekly ones from hours of the week, those of a date from any hours.
 * A stretch over midnight belongs to the day on which it starts. `always: true` is the whole of every day.
 */
export const CalendarDefinition = Written.transform((written, context) => {
  const always = written.always === true;
  if (always === (written.week !== undefined)) {
    return refuse(
      context,
      "calendar-hours",
      "a calendar needs its hours",
      "write `week: { mon-fri: [09:00-17:00] }`, or `always: true` for round the clock",
    );
  }
  return {
    zone: written.zone,
    week: written.week ?? weekOf(() => [{ start: 0, end: secondsOfDay }]),
    breaks: written.breaks ?? { weekly: weekOf(() => []), dated: {} },
    shifts: written.shifts ?? {},
    holidays: written.holidays,
    except: written.except,
    effective_from: written.effective_from,
    restates: written.restates,
  };
});
export type CalendarDefinition = z.infer<typeof CalendarDefinition>;

function refuse(context: z.RefinementCtx, code: string, message: string, hint: string, path: string[] = []): never {
  context.addIssue({ code: "custom", message, path, params: { code, hint } });
  return z.NEVER;
}
