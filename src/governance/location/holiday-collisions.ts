import { calendarDays } from "../../calendar/calendar-day.ts";
import type { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { dateOfDay, dayOfDate } from "../../calendar/day-number.ts";
import { overlap, type Span, totalLength } from "../../calendar/span.ts";
import { addDays, type PlainDate, startOfDay } from "../../values/time.ts";
import type { HolidayCollision } from "./location-comparison.ts";
import type { PlaceHours } from "./place-hours.ts";
import { inHours } from "./weigh-overlap.ts";

/** Holidays and closed days of one side on which the other is at work, in the order of their dates. */
export function holidayCollisions(
  client: PlaceHours,
  place: PlaceHours,
  from: PlainDate,
  to: PlainDate,
): readonly HolidayCollision[] {
  const away = (side: HolidayCollision["away"], calendars: readonly CalendarDefinition[], other: PlaceHours) => {
    // A hybrid is away only where all of its parts are.
    const [first, ...rest] = calendars.map((calendar) => holidaysOf(calendar, from, to));
    const common = [...(first ?? [])].filter(([date]) => rest.every((dates) => dates.has(date)));
    return common.flatMap(([on, { holiday, day }]) => {
      const hoursAlone = inHours(totalLength(overlap(other.open, day)));
      return hoursAlone > 0 ? [{ on, holiday, away: side, hoursAlone }] : [];
    });
  };
  const all = [...away("client", client.calendars, place), ...away("provider", place.calendars, client)];
  return all.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function holidaysOf(
  calendar: CalendarDefinition,
  from: PlainDate,
  to: PlainDate,
): ReadonlyMap<PlainDate, { readonly holiday: string; readonly day: Span }> {
  const dayOf = calendarDays(calendar);
  const found = new Map<PlainDate, { holiday: string; day: Span }>();
  for (let day = dayOfDate(from); day <= dayOfDate(to); day++) {
    const { rule, hours } = dayOf(day);
    const date = dateOfDay(day);
    const holiday =
      rule.kind === "holiday" ? rule.name : rule.kind === "exception" && rule.effect === "closed" ? rule.because : null;
    if (holiday === null || hours.length > 0 || !isUsuallyOpen(calendar, day)) continue;
    const span = { start: startOfDay(date, calendar.zone), end: startOfDay(addDays(date, 1), calendar.zone) };
    found.set(date, { holiday, day: span });
  }
  return found;
}

/** A holiday on a day off takes nobody away. */
function isUsuallyOpen(calendar: CalendarDefinition, day: number): boolean {
  return calendarDays({ ...calendar, holidays: [], except: [] })(day).hours.length > 0;
}
