import { Temporal } from "temporal-polyfill";
import type { TimeZone } from "../../values/time.ts";

/** From this wall time on (seconds, as if it were UTC) the zone's clocks are `offsetSeconds` ahead; null: the clocks skip it, and
 * read on without the change they would be `unshiftedSeconds` ahead. */
export type WallSpan = {
  readonly fromWallSeconds: number;
  readonly offsetSeconds: number | null;
  readonly unshiftedSeconds: number;
};

const firstYear = 1980;
const lastYear = 2060;

/**
 * How to read wall times of a zone between 1980 and 2060, sorted; before and after, the nearest span holds.
 * A wall time that the clocks skip in spring has no offset. One that they show twice in autumn means the first of the two.
 */
export function wallSpans(zone: TimeZone): readonly WallSpan[] {
  const known = remembered.get(zone);
  if (known !== undefined) return known;
  const spans = workOutSpans(zone);
  remembered.set(zone, spans);
  return spans;
}

/** Every column of stamps asks for the same zone again. */
const remembered = new Map<TimeZone, readonly WallSpan[]>();

function workOutSpans(zone: TimeZone): readonly WallSpan[] {
  const end = Temporal.PlainDate.from({ year: lastYear, month: 1, day: 1 }).toZonedDateTime(zone);
  let at = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const first = seconds(at.offsetNanoseconds);
  const spans: WallSpan[] = [
    { fromWallSeconds: Number.NEGATIVE_INFINITY, offsetSeconds: first, unshiftedSeconds: first },
  ];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || Temporal.ZonedDateTime.compare(next, end) >= 0) return spans;
    const before = seconds(next.subtract({ seconds: 1 }).offsetNanoseconds);
    const after = seconds(next.offsetNanoseconds);
    const instant = next.epochMilliseconds / 1000;
    if (after > before)
      spans.push({ fromWallSeconds: instant + before, offsetSeconds: null, unshiftedSeconds: before });
    if (after !== before) {
      const from = instant + Math.max(before, after);
      spans.push({ fromWallSeconds: from, offsetSeconds: after, unshiftedSeconds: after });
    }
    at = next;
  }
}

function seconds(nanoseconds: number): number {
  return nanoseconds / 1e9;
}
