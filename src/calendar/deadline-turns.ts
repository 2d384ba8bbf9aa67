import type { EpochSeconds } from "../values/time.ts";
import { businessDayCount } from "./business-day.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import type { DayNumber } from "./day-number.ts";
import { secondsOfDay } from "./day-span.ts";
import { openSpans } from "./open-spans.ts";
import type { Span } from "./span.ts";
import { type WallSeconds, zoneOffsets } from "./zone-offsets.ts";

/**
 * The moments of `range` at which a deadline in `days` business days may change its course, sorted, with the range's start.
 * Between two of them the deadline either stands still or runs with time, so a table of deadlines needs no other rows.
 * They are the openings and closings of either day, midnights, and the changes of the clocks on either day.
 */
export function deadlineTurns(calendar: CalendarDefinition, days: number, range: Span): readonly EpochSeconds[] {
  const move = businessDayCount(calendar);
  const firstDay = Math.floor(range.start / secondsOfDay) - 1;
  const lastDay = Math.floor(range.end / secondsOfDay) + 1;
  const lastTarget = move(lastDay, days, 1) ?? lastDay;
  const reach = { start: firstDay * secondsOfDay, end: (lastTarget + 2) * secondsOfDay };
  const zone = zoneOffsets(calendar.zone, reach);
  const edges = openSpans(calendar, reach).flatMap(({ start, end }) => [start, end]);
  const changes = zone.changes.flatMap(({ before, after }) => [before, after]);
  const byDay = new Map<DayNumber, number[]>();
  for (const wall of [...edges.map(zone.wallAt), ...changes]) {
    const day = Math.floor(wall / secondsOfDay);
    byDay.set(day, [...(byDay.get(day) ?? []), wall - day * secondsOfDay]);
  }

  const turns = new Set<EpochSeconds>([range.start, ...edges, ...zone.changes.map(({ at }) => at)]);
  for (let day = firstDay; day <= lastDay; day++) {
    const midnight = day * secondsOfDay;
    const target = move(day, days, 1);
    const walls = target === null ? [] : (byDay.get(target) ?? []).map((ofDay) => midnight + ofDay);
    for (const wall of [midnight, ...walls]) for (const at of momentsOf(zone, wall)) turns.add(at);
  }
  return [...turns].filter((at) => at >= range.start && at < range.end).sort((a, b) => a - b);
}

/** All instants at which the wall shows a time: two where it is doubled. */
function momentsOf(zone: ReturnType<typeof zoneOffsets>, wall: WallSeconds): EpochSeconds[] {
  const first = zone.instantOf(wall);
  const doubled = zone.changes.find(({ before, after }) => after <= wall && wall < before);
  return doubled === undefined ? [first] : [first, first + doubled.before - doubled.after];
}
