import { overlap, type Span, totalLength } from "../../calendar/span.ts";
import { addDays, dateAt, type PlainDate, startOfDay, type TimeZone } from "../../values/time.ts";
import type { CoverageWeighed, OverlapWeighed, Unknown } from "./location-comparison.ts";
import type { PlaceHours } from "./place-hours.ts";

const secondsAnHour = 3600;
const secondsAWeek = 7 * 24 * secondsAnHour;

/** What the client's people and a place share over a range of whole days. */
export function weighOverlap(
  client: PlaceHours | Unknown,
  place: PlaceHours | Unknown,
  range: Span,
  zone: TimeZone,
): OverlapWeighed {
  if (client.kind === "unknown") return client;
  if (place.kind === "unknown") return place;
  const shared = overlap(client.open, place.open);
  const seconds = totalLength(shared);
  const byWeek = fullWeeks(range, zone).map((span) => ({
    from: dateAt(span.start, zone),
    hours: inHours(totalLength(overlap(shared, span))),
  }));
  const weeks = byWeek.map(({ hours }) => hours);
  const shareOf = (open: readonly Span[]) => (open.length === 0 ? null : seconds / totalLength(open));
  return {
    kind: "overlap",
    hours: inHours(seconds),
    hoursAWeek: inHours((seconds * secondsAWeek) / (range.end - range.start)),
    leastInAWeek: weeks.length === 0 ? 0 : Math.min(...weeks),
    mostInAWeek: weeks.length === 0 ? 0 : Math.max(...weeks),
    shareOfClient: shareOf(client.open),
    shareOfPlace: shareOf(place.open),
    byWeek,
    byMonth: months(range, zone).map(({ month, span }) => ({
      month,
      hours: inHours(totalLength(overlap(shared, span))),
    })),
  };
}

/** How much of the required hours is staffed. */
export function weighCoverage(required: PlaceHours | Unknown, place: PlaceHours | Unknown): CoverageWeighed {
  if (required.kind === "unknown") return required;
  if (place.kind === "unknown") return place;
  const needed = totalLength(required.open);
  if (needed === 0) return { kind: "unknown", because: "the required hours are none" };
  const covered = totalLength(overlap(required.open, place.open));
  return { kind: "coverage", requiredHours: inHours(needed), coveredHours: inHours(covered), share: covered / needed };
}

/** Hours to the hundredth. */
export function inHours(seconds: number): number {
  return Math.round((seconds / secondsAnHour) * 100) / 100;
}

function fullWeeks(range: Span, zone: TimeZone): readonly Span[] {
  const first = dateAt(range.start, zone);
  // Day 4 of the epoch was a Monday.
  const dayOfWeek = (date: PlainDate) => (Math.round(Date.parse(date) / 86_400_000) + 3) % 7;
  const weeks: Span[] = [];
  for (let monday = addDays(first, (7 - dayOfWeek(first)) % 7); ; monday = addDays(monday, 7)) {
    const span = { start: startOfDay(monday, zone), end: startOfDay(addDays(monday, 7), zone) };
    if (span.end > range.end) return weeks;
    weeks.push(span);
  }
}

function months(range: Span, zone: TimeZone): readonly { readonly month: string; readonly span: Span }[] {
  const found: { month: string; span: Span }[] = [];
  for (let date = `${dateAt(range.start, zone).slice(0, 7)}-01`; ; ) {
    const next = `${addDays(date, 31).slice(0, 7)}-01`;
    const span = {
      start: Math.max(range.start, startOfDay(date, zone)),
      end: Math.min(range.end, startOfDay(next, zone)),
    };
    if (span.end <= span.start) return found;
    found.push({ month: date.slice(0, 7), span });
    date = next;
  }
}
