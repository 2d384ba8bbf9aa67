import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { type DaySpan, DaySpanTexts, readDaySpans } from "./day-span.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Wall-clock hours of each weekday; an empty list is a day off. */
export type WeeklyHours = Readonly<Record<Weekday, readonly DaySpan[]>>;

const fullNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `{ mon-fri: [08:00-12:30, 13:00-20:00], sat: [09:00-13:00] }`; a day that is not named is off; `daily` is all seven. */
export const WrittenWeeklyHours = z.record(z.string(), DaySpanTexts).transform((written, context): WeeklyHours => {
  const hours = new Map<Weekday, readonly DaySpan[]>();
  for (const [key, texts] of Object.entries(written)) {
    const spans = readDaySpans(texts, context, [key]);
    const days = readWeekdays(key);
    if (days === null) {
      context.addIssue({
        code: "custom",
        path: [key],
        message: `${JSON.stringify(key)} names no weekday`,
        params: { code: "weekday-unknown", hint: weekdayHint(key) },
      });
    }
    for (const day of days ?? []) {
      if (hours.has(day)) {
        context.addIssue({
          code: "custom",
          path: [key],
          message: `the hours of ${day} are given twice`,
          params: { code: "weekday-twice", hint: `name each weekday once; put all hours of ${day} into one list` },
        });
      }
      hours.set(day, spans);
    }
  }
  return weekOf((day) => hours.get(day) ?? []);
});

/** Builds a week by asking for each day. */
export function weekOf(hoursOf: (day: Weekday) => readonly DaySpan[]): WeeklyHours {
  const [mon, tue, wed, thu, fri, sat, sun] = weekdays;
  return {
    [mon]: hoursOf(mon),
    [tue]: hoursOf(tue),
    [wed]: hoursOf(wed),
    [thu]: hoursOf(thu),
    [fri]: hoursOf(fri),
    [sat]: hoursOf(sat),
    [sun]: hoursOf(sun),
  };
}

/** `Monday` of `mon`. */
export function nameOfWeekday(day: Weekday): string {
  const name = fullNames[weekdays.indexOf(day)] ?? day;
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** `mon`, `monday`, `mon-fri`, `fri-mon`, `mon, wed, fri`, `daily`; `null` when it names no day. */
export function readWeekdays(text: string): readonly Weekday[] | null {
  if (/^(daily|every[ -]day)$/i.test(text.trim())) return weekdays;
  const days = text.split(",").map((part) => {
    const ends = part.split("-").map(readWeekday);
    const [first, last = first] = ends;
    if (first === undefined || first === null || last === null || last === undefined || ends.length > 2) return null;
    const from = weekdays.indexOf(first);
    const length = (weekdays.indexOf(last) - from + 7) % 7;
    return Array.from({ length: length + 1 }, (_, step) => weekdays[(from + step) % 7] ?? first);
  });
  return days.includes(null) ? null : days.flatMap((list) => list ?? []);
}

function readWeekday(text: string): Weekday | null {
  const word = text.trim().toLowerCase();
  return weekdays.find((day, at) => word === day || word === fullNames[at]) ?? null;
}

function weekdayHint(key: string): string {
  const corrected = key.replace(/[a-z]+/gi, (word) => {
    const near = (names: readonly string[], atMost: number) =>
      names.find((name) => distance(name, word.toLowerCase()) <= atMost);
    return near(weekdays, 1) ?? near(fullNames, 2) ?? word;
  });
  const meant = readWeekdays(corrected) === null ? "" : `did you mean ${corrected}? `;
  return `${meant}Days are written mon, mon-fri, sat, or daily`;
}
