import { businessClock } from "../calendar/business-clock.ts";
import type { CalendarDefinition } from "../calendar/calendar-definition.ts";
import { deadlineTurns } from "../calendar/deadline-turns.ts";
import { openSpans } from "../calendar/open-spans.ts";
import { type Span, without } from "../calendar/span.ts";
import type { WrittenDuration } from "../values/duration.ts";
import { textHash } from "../values/text-hash.ts";
import { dateAt, daysBetween, type EpochSeconds, type PlainDate, startOfDay, type TimeZone } from "../values/time.ts";
import type { PeriodLength } from "./measure.ts";
import type { PlannedClock, StampType } from "./metric-plan.ts";
import { nextPeriod, periodStart } from "./period.ts";
import { limitLine, never, openLine, type Piece, spentBefore } from "./time-line.ts";

/** What a lookup by time must answer: the period of a stamp and, on a business clock, its open time and its deadline. */
export type LookupNeed = {
  readonly stampType: StampType;
  readonly zone: TimeZone;
  readonly every: PeriodLength;
  readonly clock: PlannedClock | null;
  readonly limit: WrittenDuration | null;
};

/**
 * One row for each stretch of time in which nothing changes its course; from `at` (epoch seconds, or days since 1970 for
 * dates) until the next row. Spread over buckets of `width`, a stamp finds its row by one division. A bucket may hold one turn.
 * `width` null: the stretches fit no buckets, and the row is found by search.
 */
export type LookupTable = {
  readonly name: string;
  readonly stampType: StampType;
  readonly width: number | null;
  /** the times that the table answers for */
  readonly range: Span;
  readonly rows: readonly LookupRow[];
};

export type LookupRow = {
  readonly at: number;
  readonly period: PlainDate;
  readonly lines: Lines;
  /** where the lines take another course before the row ends; null where they do not */
  readonly turn: { readonly at: number; readonly lines: Lines } | null;
};

type Lines = { readonly open: Piece | null; readonly deadline: Piece | null };

/** Open spans with the open seconds before each: finds the moment at which an amount of open time is reached. */
export type OpenSpanTable = { readonly name: string; readonly rows: readonly (Span & { readonly spent: number })[] };

const secondsPerDay = 86_400;
const narrowestSeconds = 60;
/** A limit of seconds turns between the edges of the hours; many small buckets would not fit the processor's memory. */
const widthWithoutTurns = 900;
const widthsWithTurns = [3600, 1800, 900, 600, 300, 120, 60];
const mostBuckets = 4_000_000;
/** Deadlines are looked up this far beyond the last date asked for. */
const horizonDays = 120;

/** Works out the lookup of `need` for stamps within `range`. */
export function lookupTable(need: LookupNeed, range: Span): LookupTable {
  const periods = periodPieces(need, range);
  if (need.stampType === "date" || need.clock === null) {
    return spread(need, range, periods, [], []);
  }
  const spans = spansOf(need.clock, range);
  const open = openLine(spans, range.start).filter(({ at }) => at <= range.end);
  const deadlines = need.limit === null ? [] : deadlinePieces(need.limit, need.clock, spans, range);
  return spread(need, range, periods, open, deadlines);
}

/** The open spans of a clock, with the open seconds before each, for stamps within `range`. */
export function openSpanTable(clock: PlannedClock, range: Span): OpenSpanTable {
  const spans = spansOf(clock, range);
  const spent = spentBefore(spans);
  const rows = spans.map((span, index) => ({ ...span, spent: spent[index] ?? 0 }));
  return { name: tableName(["open", clock.calendar?.name ?? "always"], { clock, range }), rows };
}

function spansOf(clock: PlannedClock, range: Span): readonly Span[] {
  const longer = { start: range.start, end: range.end + horizonDays * secondsPerDay };
  const hours = clock.calendar === null ? [longer] : openHours(clock.calendar.definition, longer);
  return clock.closed.length === 0 ? hours : without(hours, clock.closed);
}

/** The last hours worked out for a calendar: metrics on one calendar ask for the same years again. */
const lastHours = new WeakMap<CalendarDefinition, { readonly range: Span; readonly hours: readonly Span[] }>();

function openHours(calendar: CalendarDefinition, range: Span): readonly Span[] {
  const last = lastHours.get(calendar);
  if (last !== undefined && last.range.start === range.start && last.range.end === range.end) return last.hours;
  const hours = openSpans(calendar, range);
  lastHours.set(calendar, { range, hours });
  return hours;
}

function deadlinePieces(limit: WrittenDuration, clock: PlannedClock, spans: readonly Span[], range: Span) {
  if (limit.kind === "seconds") return limitLine(spans, range.start, limit.seconds).filter(({ at }) => at <= range.end);
  if (clock.calendar === null) return [];
  const longer = { start: range.start, end: range.end + horizonDays * secondsPerDay };
  const { deadline } = businessClock(clock.calendar.definition, longer);
  const momentOf = (at: EpochSeconds) => Math.min(deadline(at, limit, clock.closed), never);
  const turns = deadlineTurns(clock.calendar.definition, limit.days, range);
  const edges = openLine(spans, range.start).map(({ at }) => at);
  const corners = [...new Set([...turns, ...edges])].filter((at) => at >= range.start && at < range.end);
  return sampledPieces(
    corners.sort((a, b) => a - b),
    momentOf,
    range.end,
  );
}

/** Where only single deadlines can be asked for: each stretch is halved until its deadline stands or runs evenly. */
function sampledPieces(
  corners: readonly EpochSeconds[],
  momentOf: (at: EpochSeconds) => EpochSeconds,
  rangeEnd: EpochSeconds,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const halve = (start: EpochSeconds, end: EpochSeconds) => {
    const first = momentOf(start);
    const length = end - 1 - start;
    const gained = momentOf(end - 1) - first;
    const middle = momentOf(start + Math.floor(length / 2)) - first;
    const runs = gained === length && middle === Math.floor(length / 2);
    if (length === 0 || runs) pieces.push({ at: start, base: first - start, slope: 1 });
    else if (gained === 0 && middle === 0) pieces.push({ at: start, base: first, slope: 0 });
    else {
      const half = start + Math.ceil((end - start) / 2);
      halve(start, half);
      halve(half, end);
    }
  };
  for (const [index, at] of corners.entries()) halve(at, corners[index + 1] ?? rangeEnd);
  return pieces.filter(({ base, slope }, index) => {
    const before = pieces[index - 1];
    return base !== before?.base || slope !== before.slope;
  });
}

type PeriodPiece = { readonly at: number; readonly period: PlainDate };

function periodPieces(need: LookupNeed, range: Span): readonly PeriodPiece[] {
  const first = dateAt(range.start, need.zone);
  const last = dateAt(range.end, need.zone);
  const pieces: PeriodPiece[] = [];
  for (let period = periodStart(first, need.every); period <= last; period = nextPeriod(period, need.every)) {
    pieces.push({ at: need.stampType === "date" ? dayNumber(period) : startOfDay(period, need.zone), period });
  }
  return pieces;
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return daysBetween("1970-01-01", date);
}

function spread(
  need: LookupNeed,
  range: Span,
  periods: readonly PeriodPiece[],
  open: readonly Piece[],
  deadlines: readonly Piece[],
): LookupTable {
  const ofDates = need.stampType === "date";
  const bounds = ofDates
    ? { start: dayNumber(dateAt(range.start, need.zone)), end: dayNumber(dateAt(range.end, need.zone)) + 1 }
    : range;
  const inBounds = (corners: readonly number[]) =>
    [...new Set([bounds.start, ...corners])]
      .filter((at) => at >= bounds.start && at < bounds.end)
      .sort((a, b) => a - b);
  const fixed = inBounds(periods.map(({ at }) => at));
  const corners = inBounds([...fixed, ...[...open, ...deadlines].map(({ at }) => at)]);
  const width = ofDates ? 1 : bucketWidth(corners, fixed, bounds);
  const [periodAt, openAt, deadlineAt] = [walker(periods), walker(open), walker(deadlines)];
  const linesAt = (at: number): Lines => ({ open: openAt(at), deadline: deadlineAt(at) });
  const turns = new Map(
    width === null ? [] : corners.filter((at) => at % width !== 0).map((at) => [bucketStart(at, width), at]),
  );
  const starts = inBounds([
    ...corners.filter((at) => width === null || at % width === 0),
    ...(width === null ? [] : [...turns.keys()].flatMap((start) => [start, start + width])),
  ]);
  const rows = starts.map((at): LookupRow => {
    const period = periodAt(at)?.period ?? periods[0]?.period ?? "1970-01-01";
    const lines = linesAt(at);
    const turn = turns.get(at);
    return { at, period, lines, turn: turn === undefined ? null : { at: turn, lines: linesAt(turn) } };
  });
  const words = [need.every, need.clock?.calendar?.name ?? "", need.limit === null ? "" : limitWord(need.limit)];
  return { name: tableName(words, { need, range }), stampType: need.stampType, width, range: bounds, rows };
}

function bucketStart(at: number, width: number): number {
  return Math.floor(at / width) * width;
}

/** The widest buckets without turns; else the widest with at most one turn in each; null where none will do. */
function bucketWidth(corners: readonly number[], fixed: readonly number[], { start, end }: Span): number | null {
  const shared = corners.reduce(greatestCommonDivisor, 0);
  if (shared >= widthWithoutTurns) return shared;
  const ofPeriods = fixed.reduce(greatestCommonDivisor, 0);
  const turning = widthsWithTurns.find((width) => {
    const buckets = corners.filter((at) => at % width !== 0).map((at) => bucketStart(at, width));
    return ofPeriods % width === 0 && new Set(buckets).size === buckets.length;
  });
  if (turning !== undefined) return turning;
  return shared < narrowestSeconds || (end - start) / shared > mostBuckets ? null : shared;
}

/** The piece that holds at each of a rising row of moments. */
function walker<P extends { readonly at: number }>(pieces: readonly P[]): (at: number) => P | null {
  let place = 0;
  return (at) => {
    while ((pieces[place + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) place++;
    return pieces[place] ?? null;
  };
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}

function limitWord(limit: WrittenDuration): string {
  return limit.kind === "seconds" ? `${limit.seconds}s` : `${limit.days}_business_days`;
}

/** A readable name that differs whenever the content does. */
function tableName(words: readonly string[], content: unknown): string {
  const ending = textHash(JSON.stringify(content)).toString(16).padStart(8, "0");
  return [...words.filter((word) => word !== ""), ending].join("_").replaceAll("-", "_");
}
