import type { CalendarDefinition } from "./calendar-definition.ts";
import { secondsOfDay } from "./day-span.ts";
import { openSpans } from "./open-spans.ts";
import { overlap, type Span, totalLength } from "./span.ts";

/** The time in which two calendars are open together, as a location decision weighs it. */
export type CalendarOverlap = {
  readonly spans: readonly Span[];
  readonly seconds: number;
  /** on average over the range; take a year, so that daylight saving on either side and all holidays are in it */
  readonly secondsPerWeek: number;
  /** share of the open time of each calendar that lies in the other, 0–1; null for one that is never open in the range */
  readonly shareOfFirst: number | null;
  readonly shareOfSecond: number | null;
};

/** @param range epoch seconds; an empty one has no overlap */
export function overlapOfCalendars(
  first: CalendarDefinition,
  second: CalendarDefinition,
  range: Span,
): CalendarOverlap {
  const ofFirst = openSpans(first, range);
  const ofSecond = openSpans(second, range);
  const spans = overlap(ofFirst, ofSecond);
  const seconds = totalLength(spans);
  const shareOf = (open: readonly Span[]) => (open.length === 0 ? null : seconds / totalLength(open));
  const weeks = (range.end - range.start) / (7 * secondsOfDay);
  return {
    spans,
    seconds,
    secondsPerWeek: weeks > 0 ? seconds / weeks : 0,
    shareOfFirst: shareOf(ofFirst),
    shareOfSecond: shareOf(ofSecond),
  };
}
