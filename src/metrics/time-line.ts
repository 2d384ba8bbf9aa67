import type { Span } from "../calendar/span.ts";
import type { EpochSeconds } from "../values/time.ts";

/**
 * A part of a line over time: from `at` on, until the next piece, the value is `base + slope × t`. Both seconds.
 * Open time counted from the start of the range, and the deadline of a limit, are both made of such pieces: the line either
 * runs with the wall clock or stands still.
 */
export type Piece = { readonly at: EpochSeconds; readonly base: number; readonly slope: 0 | 1 };

/** A deadline beyond all known hours: the first second of the year 2200. */
export const never: EpochSeconds = 7_258_118_400;

/** Open seconds since `start`, as a line over time. `spans` sorted, disjoint and not before `start`. */
export function openLine(spans: readonly Span[], start: EpochSeconds): readonly Piece[] {
  const pieces: Piece[] = [{ at: start, base: 0, slope: 0 }];
  let sum = 0;
  for (const span of spans) {
    const last = pieces.at(-1);
    if (last?.at === span.start) pieces.pop();
    pieces.push({ at: span.start, base: sum - span.start, slope: 1 });
    sum += span.end - span.start;
    pieces.push({ at: span.end, base: sum, slope: 0 });
  }
  return pieces;
}

/**
 * The last moment that still keeps a limit, as a line over the moment at which the clock starts.
 * Where the limit is used up exactly at closing time it is the next opening: until then no open second has been lost.
 * @param limitSeconds open seconds, 0 or more
 */
export function limitLine(spans: readonly Span[], start: EpochSeconds, limitSeconds: number): readonly Piece[] {
  const line = openLine(spans, start);
  const spent = spentBefore(spans);
  const corners = new Set([...line.map((piece) => piece.at), ...backwardCorners(spans, spent, limitSeconds)]);
  let place = 0;
  let goal = 0;
  return [...corners]
    .filter((at) => at >= start)
    .sort((a, b) => a - b)
    .map((at): Piece => {
      while (line[place + 1] !== undefined && (line[place + 1]?.at ?? at) <= at) place++;
      const { base, slope } = line[place] ?? { base: 0, slope: 0 };
      const target = base + slope * at + limitSeconds;
      while ((spent[goal + 1] ?? Number.POSITIVE_INFINITY) <= target) goal++;
      const span = spans[goal];
      const moment = span === undefined ? never : span.start + target - (spent[goal] ?? 0);
      // Past the end of the last span the line runs into hours that nobody has looked up.
      if (span === undefined || moment >= span.end) return { at, base: never, slope: 0 };
      return { at, base: moment - slope * at, slope };
    });
}

/** Starts of the clock from which the limit ends exactly at a closing. */
function backwardCorners(
  spans: readonly Span[],
  spent: readonly number[],
  limitSeconds: number,
): readonly EpochSeconds[] {
  const corners: EpochSeconds[] = [];
  let from = 0;
  for (const [index, span] of spans.entries()) {
    const target = (spent[index] ?? 0) + (span.end - span.start) - limitSeconds;
    if (target < 0) continue;
    while ((spent[from + 1] ?? Number.POSITIVE_INFINITY) <= target) from++;
    const source = spans[from];
    if (source !== undefined) corners.push(source.start + target - (spent[from] ?? 0));
  }
  return corners;
}

/** Open seconds before each span. */
export function spentBefore(spans: readonly Span[]): readonly number[] {
  let sum = 0;
  return spans.map(({ start, end }) => {
    const before = sum;
    sum += end - start;
    return before;
  });
}
