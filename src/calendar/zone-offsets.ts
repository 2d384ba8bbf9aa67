import { Temporal } from "temporal-polyfill";
import type { EpochSeconds, TimeZone } from "../values/time.ts";
import type { Span } from "./span.ts";

/** Seconds since 1970-01-01T00:00 on the wall clock of some zone. */
export type WallSeconds = number;

/** Offsets of one zone over a range, ready for many conversions. */
export type ZoneOffsets = {
  /** The wall clock at an instant. */
  readonly wallAt: (at: EpochSeconds) => WallSeconds;
  /**
   * The instant that a wall clock shows. A time that occurs twice is its first occurrence; one that the clocks skip is read
   * as if they had not yet moved, so 02:30 in a gap of one hour is the instant shown as 03:30.
   */
  readonly instantOf: (wall: WallSeconds) => EpochSeconds;
  /** the moments at which the clocks change, with what the wall shows just before and from then on */
  readonly changes: readonly { readonly at: EpochSeconds; readonly before: WallSeconds; readonly after: WallSeconds }[];
};

const margin = 3 * 86_400;

/** Reads the transitions of `zone` from `range` and three days around it. */
export function zoneOffsets(zone: TimeZone, range: Span): ZoneOffsets {
  const { starts, offsets } = transitionsOf(zone, range);
  const first = offsets[0] ?? 0;
  const indexAt = (at: EpochSeconds): number => {
    let index = 0;
    let beyond = starts.length;
    while (beyond - index > 1) {
      const middle = (index + beyond) >> 1;
      if ((starts[middle] ?? 0) <= at) index = middle;
      else beyond = middle;
    }
    return index;
  };
  const changes = starts.slice(1).map((at, index) => ({
    at,
    before: at + (offsets[index] ?? first),
    after: at + (offsets[index + 1] ?? first),
  }));
  return {
    changes,
    wallAt: (at) => at + (offsets[indexAt(at)] ?? first),
    instantOf: (wall) => {
      const latest = indexAt(wall + 86_400);
      for (let index = Math.max(0, indexAt(wall - 86_400)); index <= latest; index++) {
        const at = wall - (offsets[index] ?? first);
        const isBeforeNext = at < (starts[index + 1] ?? Number.POSITIVE_INFINITY);
        if (isBeforeNext) return at >= (starts[index] ?? 0) ? at : wall - (offsets[index - 1] ?? first);
      }
      return wall - (offsets[latest] ?? first);
    },
  };
}

function transitionsOf(zone: TimeZone, range: Span): { readonly starts: number[]; readonly offsets: number[] } {
  const from = range.start - margin;
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(from) * 1000,
  ).toZonedDateTimeISO(zone);
  const starts: number[] = [Number.NEGATIVE_INFINITY];
  const offsets: number[] = [moment.offsetNanoseconds / 1e9];
  while (true) {
    moment = moment.getTimeZoneTransition("next");
    if (moment === null || moment.epochMilliseconds / 1000 > range.end + margin) return { starts, offsets };
    starts.push(moment.epochMilliseconds / 1000);
    offsets.push(moment.offsetNanoseconds / 1e9);
  }
}
