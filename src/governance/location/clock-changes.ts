import type { Span } from "../../calendar/span.ts";
import { zoneOffsets } from "../../calendar/zone-offsets.ts";
import { dateAt, type TimeZone } from "../../values/time.ts";
import type { ClockChange } from "./location-comparison.ts";
import type { PlaceHours } from "./place-hours.ts";

/** The days of a range on which the client's clocks or those of a place change, earliest first; each zone once. */
export function clockChanges(client: TimeZone, { calendars }: PlaceHours, range: Span): readonly ClockChange[] {
  const zones = [...new Set([client, ...calendars.map(({ zone }) => zone)])];
  return zones
    .flatMap((zone) => changesOf(zone, range))
    .sort((one, other) => one.on.localeCompare(other.on) || one.zone.localeCompare(other.zone));
}

function changesOf(zone: TimeZone, range: Span): readonly ClockChange[] {
  return zoneOffsets(zone, range)
    .changes.filter(({ at }) => range.start <= at && at < range.end)
    .map(({ at, before, after }) => ({ zone, on: dateAt(at, zone), byHours: (after - before) / 3600 }));
}
