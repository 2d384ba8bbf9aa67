import Holidays, { type HolidaysTypes } from "date-holidays";
import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { PlainDate } from "../values/time.ts";
import { type DayNumber, dayOfDate } from "./day-number.ts";
import { type DaySpan, secondsOfDay } from "./day-span.ts";

const HolidayKind = z.enum(["public", "bank", "school", "optional", "observance"]);
export type HolidayKind = z.infer<typeof HolidayKind>;

const WrittenHolidays = z.union([
  z.string(),
  z.strictObject({
    in: z.string(),
    kinds: z.array(HolidayKind).min(1).default(["public"]),
    but_not: z.array(z.string()).default([]),
  }),
]);

type RegionHolidays = {
  readonly kind: "region";
  /** ISO 3166: `PT`, `US-NY`, `DE-BY` */
  readonly in: string;
  readonly kinds: readonly HolidayKind[];
  readonly but_not: readonly string[];
};

/** Which holidays a calendar keeps: those of a country or a part of it, or a single date without a name. */
export type KeptHolidays = RegionHolidays | { readonly kind: "date"; readonly date: PlainDate };

/** `US-NY`, or with more said `{ in: US-NY, kinds: [public, bank], but_not: [Columbus Day] }`, or `2026-12-24`. Public ones only, by default. */
export const KeptHolidays = WrittenHolidays.transform((written, context): KeptHolidays => {
  if (typeof written === "string" && PlainDate.safeParse(written).success) return { kind: "date", date: written };
  const kept = typeof written === "string" ? { in: written, kinds: ["public" as const], but_not: [] } : written;
  const refuse = (path: (string | number)[], code: string, message: string, hint: string) => {
    context.addIssue({
      code: "custom",
      message,
      path: typeof written === "string" ? [] : path,
      params: { code, hint },
    });
    return z.NEVER;
  };
  const hint = hintForRegion(kept.in);
  if (hint !== null) {
    return refuse(["in"], "holiday-region-unknown", `no holidays are known for ${JSON.stringify(kept.in)}`, hint);
  }
  const names = kept.but_not.length === 0 ? [] : holidayNames(kept.in, kept.kinds);
  for (const [at, name] of kept.but_not.entries()) {
    if (names.includes(name)) continue;
    const meant = `did you mean ${closest(name, names)}? Known are ${names.join(", ")}`;
    refuse(["but_not", at], "holiday-name-unknown", `${kept.in} has no holiday named ${JSON.stringify(name)}`, meant);
  }
  return { kind: "region", ...kept };
});

/** One holiday on one date. `closed` is the whole day, or the part of it that is free. */
export type Holiday = { readonly name: string; readonly closed: DaySpan };

/**
 * The holidays that `kept` has in one year, by date; a date may carry several.
 * A holiday of several days stands under each; one that starts within a day frees the rest of that day.
 * Names are in English. Dates of the future follow today's laws.
 */
export function holidaysInYear(kept: RegionHolidays, year: number): ReadonlyMap<DayNumber, readonly Holiday[]> {
  const key = `${year} ${kept.in} ${kept.kinds.join(" ")}\n${kept.but_not.join("\n")}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = new Map<DayNumber, Holiday[]>();
  for (const entry of entriesOf(kept.in, year)) {
    if (!kept.kinds.some((kind) => kind === entry.type) || kept.but_not.includes(plainName(entry.name))) continue;
    for (const [day, holiday] of datesOf(entry)) found.set(day, [...(found.get(day) ?? []), holiday]);
  }
  remembered.set(key, found);
  return found;
}

function holidayNames(region: string, kinds: readonly HolidayKind[]): readonly string[] {
  const entries = [2024, 2025, 2026, 2027].flatMap((year) => entriesOf(region, year));
  return [
    ...new Set(entries.filter(({ type }) => kinds.some((kind) => kind === type)).map(({ name }) => plainName(name))),
  ];
}

const remembered = new Map<string, ReadonlyMap<DayNumber, readonly Holiday[]>>();
const regions = new Map<string, Holidays>();

function entriesOf(region: string, year: number): readonly HolidaysTypes.Holiday[] {
  const [country = "", state = "", part = ""] = region.split("-");
  const holidays = regions.get(region) ?? new Holidays(country, state, part);
  regions.set(region, holidays);
  return holidays.getHolidays(year, "en");
}

function plainName(name: string): string {
  return name.replace(/ \(substitute day\)$/, "");
}

function datesOf(entry: HolidaysTypes.Holiday): readonly (readonly [DayNumber, Holiday])[] {
  const [date = "", time = "00:00:00"] = entry.date.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const start = hours * 3600 + minutes * 60;
  const length = (entry.end.getTime() - entry.start.getTime()) / 1000;
  const first = dayOfDate(date);
  if (start > 0) return [[first, { name: entry.name, closed: { start, end: Math.min(start + length, secondsOfDay) } }]];
  // A day on which the clocks change has 23 or 25 hours; two hours of tolerance count it as one.
  const days = Math.max(1, Math.floor((length + 7200) / secondsOfDay));
  const whole = { name: entry.name, closed: { start: 0, end: secondsOfDay } };
  return Array.from({ length: days }, (_, step) => [first + step, whole] as const);
}

/** What to write instead of a code that names no region; `null` when it names one. */
function hintForRegion(code: string): string | null {
  const countries: Readonly<Record<string, string>> = new Holidays().getCountries("en");
  const [country = "", state, part] = code.split("-");
  const name = countries[country];
  if (name === undefined) return hintForCountry(code, countries);
  if (state === undefined) return null;
  const states: Readonly<Record<string, string>> = new Holidays().getStates(country, "en") ?? {};
  if (states[state] === undefined) return hintForPart(country, name, state, states);
  if (part === undefined) return null;
  const parts: Readonly<Record<string, string>> = new Holidays().getRegions(country, state, "en") ?? {};
  return parts[part] === undefined ? hintForPart(`${country}-${state}`, states[state], part, parts) : null;
}

function hintForCountry(code: string, countries: Readonly<Record<string, string>>): string {
  const wanted = code.trim().toLowerCase();
  const byName = Object.entries(countries).find(([, name]) => name.toLowerCase() === wanted);
  const upper = code.trim().toUpperCase().replace("_", "-");
  if (byName !== undefined) return `did you mean ${byName[0]}? Codes are ISO 3166, such as US-NY, PT or DE-BY`;
  if (upper !== code && hintForRegion(upper) === null) return `did you mean ${upper}?`;
  return "codes are ISO 3166, in capitals: a country such as PT, or a part of one such as US-NY or DE-BY";
}

function hintForPart(of: string, name: string, part: string, parts: Readonly<Record<string, string>>): string {
  const codes = Object.keys(parts);
  if (codes.length === 0) return `${name} is known as a whole only: write ${of}`;
  const wanted = part.toLowerCase();
  const byName = Object.entries(parts).find(([, title]) => title.toLowerCase() === wanted)?.[0];
  const meant = byName === undefined ? "" : `did you mean ${of}-${byName}? `;
  return `${meant}Known in ${name}: ${codes.join(", ")}`;
}
