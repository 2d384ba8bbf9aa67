import { calendarDays } from "./calendar-day.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { type DaySpan, secondsOfDay } from "./day-span.ts";
import { overlap, type Span, union, without } from "./span.ts";
import { zoneOffsets } from "./zone-offsets.ts";

/**
 * Every stretch of `range` in which the calendar is open, sorted, disjoint and clipped to the range.
 * Hours that overlap count once. How wall-clock hours meet daylight saving: see `ZoneOffsets.instantOf`.
 */
export function openSpans(calendar: CalendarDefinition, range: Span): readonly Span[] {
  if (!(range.end > range.start)) return [];
  const zone = zoneOffsets(calendar.zone, range);
  const dayOf = calendarDays(calendar);
  const hours: Span[] = [];
  const cuts: Span[] = [];
  // Hours of a day may run into the next, so the day before the first one counts too.
  const lastDay = Math.floor(zone.wallAt(range.end) / secondsOfDay);
  for (let day = Math.floor(zone.wallAt(range.start) / secondsOfDay) - 1; day <= lastDay; day++) {
    const spanOf = ({ start, end }: DaySpan): Span => ({
      start: zone.instantOf(day * secondsOfDay + start),
      end: zone.instantOf(day * secondsOfDay + end),
    });
    const plan = dayOf(day);
    for (const span of plan.hours) hours.push(spanOf(span));
    for (const cut of plan.cuts) cuts.push(spanOf(cut));
  }
  const open = cuts.length === 0 ? union(hours) : without(hours, cuts);
  return overlap(open, range);
}
