import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { KeptHolidays } from "../../calendar/holidays.ts";
import { openSpans } from "../../calendar/open-spans.ts";
import { type Span, union } from "../../calendar/span.ts";
import { weekOf } from "../../calendar/weekly-hours.ts";
import { definitionInForce } from "../../values/effective.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Unknown } from "./location-comparison.ts";
import type { LocationDecision, LocationOption } from "./location-decision.ts";

/** Calendars by name with their versions, as the partnership record holds them. */
export type CalendarVersions = Readonly<Record<string, readonly CalendarDefinition[]>>;

/** When people are at work: one calendar, or several of a hybrid. */
export type PlaceHours = {
  readonly kind: "hours";
  readonly calendars: readonly CalendarDefinition[];
  readonly open: readonly Span[];
};

/** The hours of a named calendar over a range, by the version that holds on `date`. */
export function hoursOfCalendar(
  calendars: CalendarVersions,
  name: string,
  range: Span,
  date: PlainDate,
): PlaceHours | Unknown {
  const version = definitionInForce(calendars[name] ?? [], date);
  if (version === null) return { kind: "unknown", because: `calendar ${name} has no hours on ${date}` };
  return { kind: "hours", calendars: [version], open: openSpans(version, range) };
}

/** The hours of an option: its calendar, or its week in its zone with its holidays; of a hybrid those of its parts together. */
export function hoursOfOption(
  option: LocationOption,
  { options }: Pick<LocationDecision, "options">,
  calendars: CalendarVersions,
  range: Span,
  date: PlainDate,
): PlaceHours | Unknown {
  if (option.parts.length > 0) {
    const parts = option.parts.map(({ option: id }) => {
      const part = options.find((other) => other.id === id && other.parts.length === 0);
      return part === undefined ? null : hoursOfOption(part, { options }, calendars, range, date);
    });
    const known = parts.flatMap((part) => (part?.kind === "hours" ? [part] : []));
    if (known.length < parts.length) return { kind: "unknown", because: "not all of its parts have hours" };
    const open = union(known.flatMap((part) => part.open));
    return { kind: "hours", calendars: known.flatMap((part) => part.calendars), open };
  }
  if (option.calendar !== undefined) return hoursOfCalendar(calendars, option.calendar, range, date);
  if (option.week === undefined)
    return { kind: "unknown", because: "its working hours are not said: give calendar or week" };
  if (option.zone === undefined) return { kind: "unknown", because: "its zone is not said" };
  const calendar = calendarOf(option.week, option.zone, keptHolidays(option));
  return { kind: "hours", calendars: [calendar], open: openSpans(calendar, range) };
}

/** Holidays of an option that are written as words and not as a code. */
export function holidayProblem(option: LocationOption, index: number): readonly PathProblem[] {
  if (option.holidays === undefined || option.calendar !== undefined || keptHolidays(option).length > 0) return [];
  return [
    {
      code: "holiday-region-unknown",
      path: ["location", "options", index, "holidays"],
      message: `no holidays are known for ${JSON.stringify(option.holidays)}`,
      hint: "codes are ISO 3166, in capitals: a country such as SV or PH, or a part of one such as US-NY",
    },
  ];
}

function keptHolidays({ holidays }: LocationOption): readonly KeptHolidays[] {
  const kept = KeptHolidays.safeParse(holidays);
  return kept.success ? [kept.data] : [];
}

function calendarOf(
  week: CalendarDefinition["week"],
  zone: string,
  holidays: readonly KeptHolidays[],
): CalendarDefinition {
  const round = CalendarDefinition.parse({ zone, always: true });
  return { ...round, week: weekOf((day) => week[day]), holidays: [...holidays] };
}
