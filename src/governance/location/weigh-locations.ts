import type { Span } from "../../calendar/span.ts";
import { overlap } from "../../calendar/span.ts";
import { addDays, type PlainDate, startOfDay, type TimeZone } from "../../values/time.ts";
import { clockChanges } from "./clock-changes.ts";
import { holidayCollisions } from "./holiday-collisions.ts";
import type { LocationComparison, LocationWeighed, Unknown, WeekGrid } from "./location-comparison.ts";
import type { LocationDecision, LocationOption } from "./location-decision.ts";
import { locationFindings } from "./location-findings.ts";
import { comparedCurrency, locationProblems } from "./location-problems.ts";
import { type CalendarVersions, hoursOfCalendar, hoursOfOption, type PlaceHours } from "./place-hours.ts";
import { weekGrid } from "./week-grid.ts";
import { weighCost } from "./weigh-cost.ts";
import { weighCoverage, weighOverlap } from "./weigh-overlap.ts";

/** What of the partnership record places are weighed with. */
export type LocatedRecord = {
  readonly zone: TimeZone;
  readonly client: { readonly zone?: TimeZone | undefined };
  readonly calendars: CalendarVersions;
  readonly location?: LocationDecision | undefined;
};

export type WeighingOptions = {
  /** the day from which holidays are coming; its calendar year is looked at */
  readonly asOf: PlainDate;
  /** first and last day looked at, in place of the year of `asOf`; take a whole year, so that all changes of the clocks are in it */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** how far ahead holidays are told; 90 if not said */
  readonly daysAhead?: number | undefined;
};

/**
 * Weighs the places of a record side by side: hours in common and hours covered, computed from calendars through daylight
 * saving and both holiday lists; languages, travel, cost over the years, market, law, and the fit as each side sees it.
 */
export function weighLocations(record: LocatedRecord, options: WeighingOptions): LocationComparison {
  const from = options.from ?? `${options.asOf.slice(0, 4)}-01-01`;
  const to = options.to ?? `${options.asOf.slice(0, 4)}-12-31`;
  const decision = record.location;
  if (decision === undefined) return { from, to, options: [], findings: [], problems: [], working: [] };
  const zone = record.client.zone ?? record.zone;
  const days: Days = { from, to, zone, asOf: options.asOf, until: addDays(options.asOf, options.daysAhead ?? 90) };
  const each = decision.options.map((option) => weigh(option, decision, record.calendars, days));
  const weighed = each.map((option) => ({ ...option, beatenBy: beatenBy(option, each) }));
  return {
    from,
    to,
    options: weighed,
    findings: locationFindings(decision, weighed),
    problems: locationProblems(decision),
    working: [
      `Hours are counted second by second from ${from} to ${to}, with the daylight saving and the holidays of each calendar.`,
      `Weeks, months and the week's picture are on the client's wall clock, ${zone}.`,
      "Calendars are those that hold on the first day looked at.",
      "A place is beaten by another that is at least as good in all that is known of both (at least two things), and better in one.",
    ],
  };
}

/** What a guard asks of each place, in the order of the options: whether its hours can be compared at all, not how many. */
export function weighEssentials(record: LocatedRecord, asOf: PlainDate): readonly EssentiallyWeighed[] {
  const { location: decision, calendars } = record;
  if (decision === undefined) return [];
  // Calendars are those that hold when the year begins, as where hours are counted; none are counted here.
  const from = `${asOf.slice(0, 4)}-01-01`;
  const start = startOfDay(from, record.client.zone ?? record.zone);
  const range = { start, end: start };
  const client = reachableHours(decision, calendars, range, from);
  return decision.options.map((option) => ({
    hours: unknownOf(client) ?? unknownOf(hoursOfOption(option, decision, calendars, range, from)) ?? { kind: "known" },
    cost: weighCost(option, decision, comparedCurrency(decision)),
    culture: cultureOf(option),
  }));
}

export type EssentiallyWeighed = Pick<LocationWeighed, "cost" | "culture"> & {
  /** those of the client's people and of the place, or why they are not known */
  readonly hours: { readonly kind: "known" } | Unknown;
};

function unknownOf(hours: PlaceHours | Unknown): Unknown | null {
  return hours.kind === "unknown" ? hours : null;
}

type Days = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly zone: TimeZone;
  readonly asOf: PlainDate;
  readonly until: PlainDate;
};

function weigh(
  option: LocationOption,
  decision: LocationDecision,
  calendars: CalendarVersions,
  days: Days,
): Omit<LocationWeighed, "beatenBy"> {
  const range = spanOf(days.from, days.to, days.zone);
  const client = reachableHours(decision, calendars, range, days.from);
  const required = named(
    decision.required,
    "the hours that must be covered are not said: give required",
    calendars,
    range,
    days.from,
  );
  const place = hoursOfOption(option, decision, calendars, range, days.from);
  return {
    id: option.id,
    kind: option.kind,
    isChosen: option.id === decision.chosen,
    overlap: weighOverlap(client, place, range, days.zone),
    coverage: weighCoverage(required, place),
    grid: gridOf(client, place, required, { range, zone: days.zone }),
    clockChanges: place.kind === "unknown" ? [] : clockChanges(days.zone, place, range),
    collisions: comingCollisions(option, decision, calendars, days),
    languages: languagesOf(option, decision),
    travelHours: option.travel_hours ?? null,
    cost: weighCost(option, decision, comparedCurrency(decision)),
    staffingMarket: option.staffing_market ?? null,
    legalAndData: option.legal_and_data ?? null,
    culture: cultureOf(option),
  };
}

function spanOf(from: PlainDate, to: PlainDate, zone: TimeZone): Span {
  return { start: startOfDay(from, zone), end: startOfDay(addDays(to, 1), zone) };
}

function reachableHours({ reachable }: LocationDecision, calendars: CalendarVersions, range: Span, date: PlainDate) {
  return named(reachable, "the client's own hours are not said: give reachable", calendars, range, date);
}

function named(
  name: string | undefined,
  because: string,
  calendars: CalendarVersions,
  range: Span,
  date: PlainDate,
): PlaceHours | Unknown {
  return name === undefined ? { kind: "unknown", because } : hoursOfCalendar(calendars, name, range, date);
}

function gridOf(
  client: PlaceHours | Unknown,
  place: PlaceHours | Unknown,
  required: PlaceHours | Unknown,
  { range, zone }: { readonly range: Span; readonly zone: TimeZone },
): WeekGrid | null {
  if (client.kind === "unknown" || place.kind === "unknown") return null;
  return {
    zone,
    client: weekGrid(client.open, zone, range),
    place: weekGrid(place.open, zone, range),
    both: weekGrid(overlap(client.open, place.open), zone, range),
    required: required.kind === "unknown" ? null : weekGrid(required.open, zone, range),
  };
}

/** Holidays ahead may lie outside of the days looked at, and the other side of a date line. */
function comingCollisions(
  option: LocationOption,
  decision: LocationDecision,
  calendars: CalendarVersions,
  { asOf, until, zone }: Days,
): LocationWeighed["collisions"] {
  const range = spanOf(addDays(asOf, -2), addDays(until, 2), zone);
  const client = named(decision.reachable, "", calendars, range, asOf);
  const place = hoursOfOption(option, decision, calendars, range, asOf);
  if (client.kind === "unknown" || place.kind === "unknown") return [];
  return holidayCollisions(client, place, asOf, until);
}

function languagesOf(option: LocationOption, { options, languages }: LocationDecision): LocationWeighed["languages"] {
  const parts = option.parts.flatMap(({ option: id }) => options.find((other) => other.id === id)?.languages ?? []);
  const spoken = [...new Set([...option.languages, ...parts])];
  const known = spoken.map((language) => language.toLowerCase());
  return { spoken, missing: languages.filter((language) => !known.includes(language.toLowerCase())) };
}

function cultureOf({ culture }: LocationOption): LocationWeighed["culture"] {
  const client = culture?.client ?? null;
  const provider = culture?.provider ?? null;
  return { client, provider, gap: client === null || provider === null ? null : Math.abs(client - provider) };
}

type Weighed = Omit<LocationWeighed, "beatenBy">;

function beatenBy(option: Weighed, all: readonly Weighed[]): readonly string[] {
  return all.filter((other) => other.id !== option.id && beats(other, option)).map(({ id }) => id);
}

function beats(one: Weighed, other: Weighed): boolean {
  const ofOther = merits(other);
  const signs = merits(one).flatMap((merit, at) => {
    const against = ofOther[at] ?? null;
    return merit === null || against === null ? [] : [Math.sign(merit - against)];
  });
  return signs.length >= 2 && signs.every((sign) => sign >= 0) && signs.some((sign) => sign > 0);
}

/** What can be compared, each so that more is better; null where it is not known. */
function merits({
  overlap: shared,
  coverage,
  cost,
  travelHours,
  culture,
  languages,
}: Weighed): readonly (number | null)[] {
  return [
    shared.kind === "overlap" ? shared.hours : null,
    coverage.kind === "coverage" ? coverage.share : null,
    cost.kind === "cost" ? -cost.meanAnHour.amount.toNumber() : null,
    travelHours === null ? null : -travelHours,
    culture.client,
    culture.provider,
    languages.spoken.length === 0 ? null : -languages.missing.length,
  ];
}
