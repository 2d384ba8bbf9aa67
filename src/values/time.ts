import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** Seconds since 1970-01-01T00:00:00Z, the one form of an instant inside the product. */
export type EpochSeconds = number;

/** A calendar date, `YYYY-MM-DD`, kept as text so that it sorts and prints as itself. */
export const PlainDate = z.string().refine(isPlainDate, "a date is written YYYY-MM-DD, such as 2026-03-31");
export type PlainDate = z.infer<typeof PlainDate>;

/** An IANA time zone, such as `Europe/Lisbon`. */
export const TimeZone = z
  .string()
  .refine(isTimeZone, "a zone is an IANA name such as Europe/Lisbon or America/New_York, or UTC");
export type TimeZone = z.infer<typeof TimeZone>;

/** A moment with its offset: `2026-03-03T14:00-05:00` or `…Z`. Never read without one. Output: epoch seconds. */
export const Instant = z
  .string()
  .refine(isInstant, "a moment needs its offset, such as 2026-03-03T14:00-05:00 or 2026-03-03T19:00Z")
  .transform((text): EpochSeconds => Temporal.Instant.from(text).epochMilliseconds / 1000);

/** The instant at which `date` begins in `zone`, through daylight saving (the first instant of the day where midnight is skipped). */
export function startOfDay(date: PlainDate, zone: TimeZone): EpochSeconds {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds / 1000;
}

/** The date that a clock on the wall in `zone` shows at `at`. */
export function dateAt(at: EpochSeconds, zone: TimeZone): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** `date` moved by whole days; negative goes back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(epochDay(date) * millisecondsADay + days * millisecondsADay).toISOString().slice(0, 10);
}

/** The first day of the month after the one that `date` lies in. */
export function firstOfNextMonth(date: PlainDate): PlainDate {
  return `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from);
}

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01; a date without a time is read as UTC, where every day has 24 hours. */
function epochDay(date: PlainDate): number {
  return Date.parse(date) / millisecondsADay;
}

function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text));
}

function isTimeZone(text: string): boolean {
  return parses(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text));
}

function isInstant(text: string): boolean {
  return parses(() => Temporal.Instant.from(text));
}

function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
