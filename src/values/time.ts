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
  return dateOfEpochDay(epochDay(date) + days);
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
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  // Dates are moved by the hundred thousand in a replay; what is no plain date is left to the clock's own reading.
  const isPlain =
    date.length === 10 && year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= (shortestMonths[month - 1] ?? 0);
  return isPlain ? dayOfCivil(year, month, day) : Date.parse(date) / millisecondsADay;
}

/** Days of each month in a year that is no leap year. */
const shortestMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysInEra = 146_097;
const daysBefore1970 = 719_468;

/** @see Howard Hinnant, “chrono-compatible low-level date algorithms”: years begin in March, eras have 400 years */
function dayOfCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - daysBefore1970;
}

function dateOfEpochDay(epochDays: number): PlainDate {
  const shifted = Math.floor(epochDays) + daysBefore1970;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (daysInEra - 1));
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1000 && year <= 9999)) return new Date(epochDays * millisecondsADay).toISOString().slice(0, 10);
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
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
