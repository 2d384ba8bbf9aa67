import type { EpochSeconds } from "../values/time.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { dayOfDate } from "./day-number.ts";
import { secondsOfDay } from "./day-span.ts";
import { openSpans } from "./open-spans.ts";
import type { Span } from "./span.ts";

/**
 * The open seconds of a calendar, counted from any instant to any other by prefix sums and binary search.
 * It covers the range that it has been asked about and grows by itself; what it knows never changes an answer.
 */
export type OpenTime = {
  readonly isOpen: (at: EpochSeconds) => boolean;
  /** open seconds from `from` to `to`; negative when `to` is earlier */
  readonly between: (from: EpochSeconds, to: EpochSeconds) => number;
  /** the last instant up to which no more than `seconds` are open after `from`; `Infinity` when there is no end to it */
  readonly lastAfter: (from: EpochSeconds, seconds: number) => EpochSeconds;
  /** the first instant by which `seconds` are open after `from`; `Infinity` when there are not so many */
  readonly firstAfter: (from: EpochSeconds, seconds: number) => EpochSeconds;
  /** the last instant from which `seconds` are still open until `to`, and for 0 the last by which anything was; `-Infinity` when there is none */
  readonly lastBefore: (to: EpochSeconds, seconds: number) => EpochSeconds;
};

/** Instants outside of these years are mistakes of the caller; a calendar that has not opened by then never does. */
const earliest = dayOfDate("1900-01-01") * secondsOfDay;
const latest = dayOfDate("2200-01-01") * secondsOfDay;
const year = 366 * secondsOfDay;

/** @throws RangeError for an instant that is no number, or before 1900, or from 2200 on */
export function openTime(calendar: CalendarDefinition, range?: Span): OpenTime {
  const horizon = horizonOf(calendar);
  let table: Table | null = range === undefined ? null : tableOf(openSpans(calendar, range), range);

  function growTo(at: EpochSeconds): Table {
    if (!(at >= earliest && at < latest)) throw new RangeError(`${at} is no instant of the years 1900 to 2199`);
    const known = table?.covers ?? { start: at, end: at };
    const length = Math.max(year, known.end - known.start);
    const covers = {
      start: at < known.start || table === null ? Math.max(earliest, Math.min(at, known.start) - length) : known.start,
      end: at >= known.end || table === null ? Math.min(latest, Math.max(at, known.end) + length) : known.end,
    };
    const before = openSpans(calendar, { start: covers.start, end: known.start });
    const after = openSpans(calendar, { start: known.end, end: covers.end });
    table = tableOf([...before, ...(table?.spans ?? []), ...after], covers);
    return table;
  }

  const at = (instant: EpochSeconds): Table =>
    table !== null && instant >= table.covers.start && instant < table.covers.end ? table : growTo(instant);

  return {
    isOpen: (instant) => {
      const { starts, ends } = at(instant);
      const index = lastAtMost(starts, instant);
      return index >= 0 && instant < (ends[index] ?? 0);
    },
    between: (from, to) => {
      at(from);
      const known = at(to);
      return openBefore(known, to) - openBefore(known, from);
    },
    lastAfter: (from, seconds) => {
      for (let known = at(from); ; known = growTo(known.covers.end)) {
        const wanted = openBefore(known, from) + seconds;
        if (wanted < known.total) return lastWith(known, wanted);
        if (known.covers.end >= horizon.end) return Number.POSITIVE_INFINITY;
      }
    },
    firstAfter: (from, seconds) => {
      if (seconds === 0) return from;
      for (let known = at(from); ; known = growTo(known.covers.end)) {
        const wanted = openBefore(known, from) + seconds;
        if (wanted <= known.total) return firstWith(known, wanted);
        if (known.covers.end >= horizon.end) return Number.POSITIVE_INFINITY;
      }
    },
    lastBefore: (to, seconds) => {
      for (let known = at(to); ; known = growTo(known.covers.start - 1)) {
        const wanted = openBefore(known, to) - seconds;
        if (wanted > 0 && seconds === 0) return firstWith(known, wanted);
        if (wanted >= 0 && seconds > 0) return lastWith(known, wanted);
        if (known.covers.start <= horizon.start) return Number.NEGATIVE_INFINITY;
      }
    },
  };
}

/** `sums[i]` open seconds lie before span i; one more entry than spans, the last being all of them. */
type Table = {
  readonly covers: Span;
  readonly spans: readonly Span[];
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly sums: Float64Array;
  readonly total: number;
};

function tableOf(pieces: readonly Span[], covers: Span): Table {
  const spans: Span[] = [];
  for (const piece of pieces) {
    const last = spans.at(-1);
    if (last?.end === piece.start) spans[spans.length - 1] = { start: last.start, end: piece.end };
    else spans.push(piece);
  }
  const sums = new Float64Array(spans.length + 1);
  for (const [index, { start, end }] of spans.entries()) sums[index + 1] = (sums[index] ?? 0) + end - start;
  return {
    covers,
    spans,
    starts: Float64Array.from(spans, ({ start }) => start),
    ends: Float64Array.from(spans, ({ end }) => end),
    sums,
    total: sums[spans.length] ?? 0,
  };
}

function openBefore({ starts, sums }: Table, at: EpochSeconds): number {
  const index = lastAtMost(starts, at);
  if (index < 0) return 0;
  return Math.min((sums[index] ?? 0) + at - (starts[index] ?? 0), sums[index + 1] ?? 0);
}

/** The last instant before which no more than `wanted` seconds are open; `wanted` is below the total. */
function lastWith({ starts, sums }: Table, wanted: number): EpochSeconds {
  const index = lastAtMost(sums, wanted);
  return (starts[index] ?? 0) + wanted - (sums[index] ?? 0);
}

/** The first instant before which `wanted` seconds are open; `wanted` is above 0 and not above the total. */
function firstWith({ starts, sums }: Table, wanted: number): EpochSeconds {
  let index = lastAtMost(sums, wanted);
  if (sums[index] === wanted) index--;
  return (starts[index] ?? 0) + wanted - (sums[index] ?? 0);
}

/** Index of the last value that is not above `wanted`; -1 when all are. Values ascend. */
function lastAtMost(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where looking for the next opening may stop: without weekly hours only the dates that are named can open. */
function horizonOf(calendar: CalendarDefinition): Span {
  if (Object.values(calendar.week).some((hours) => hours.length > 0)) return { start: earliest, end: latest };
  const dates = [...Object.keys(calendar.shifts), ...calendar.except.flatMap(({ from, to }) => [from, to])].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { start: latest, end: earliest };
  return { start: (dayOfDate(first) - 3) * secondsOfDay, end: (dayOfDate(last) + 3) * secondsOfDay };
}
