import type { Span } from "../../calendar/span.ts";
import { zoneOffsets } from "../../calendar/zone-offsets.ts";
import type { TimeZone } from "../../values/time.ts";

const hour = 3600;
const week = 7 * 24;
/** 1970-01-01 was a Thursday: the first Monday of the wall clock lies four days later. */
const firstMonday = 4 * 24;

/** Open hours of each hour of the week, 7 days from Monday × 24, as a share of how often that hour came round in the range. */
export function weekGrid(open: readonly Span[], zone: TimeZone, range: Span): readonly (readonly number[])[] {
  const come = secondsByHour([range], zone, range);
  const opened = secondsByHour(open, zone, range);
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_unused, at) => {
      const index = day * 24 + at;
      const of = come[index] ?? 0;
      return of === 0 ? 0 : Math.round(((opened[index] ?? 0) / of) * 10_000) / 10_000;
    }),
  );
}

function secondsByHour(spans: readonly Span[], zone: TimeZone, range: Span): Float64Array {
  const seconds = new Float64Array(week);
  const offsets = zoneOffsets(zone, range);
  for (const { start, end } of spans) {
    for (let at = start; at < end; ) {
      const wall = offsets.wallAt(at);
      // To the next full hour of the wall clock; a change of the clocks falls on one.
      const next = Math.min(end, at + hour - (((wall % hour) + hour) % hour));
      const index = (((Math.floor(wall / hour) - firstMonday) % week) + week) % week;
      seconds[index] = (seconds[index] ?? 0) + (next - at);
      at = next;
    }
  }
  return seconds;
}
