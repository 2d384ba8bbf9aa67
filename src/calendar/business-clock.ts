import { Temporal } from "temporal-polyfill";
import type { WrittenDuration } from "../values/duration.ts";
import type { EpochSeconds } from "../values/time.ts";
import { businessDayCount } from "./business-day.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { dateOfDay, dayOfDate } from "./day-number.ts";
import { type OpenTime, openTime } from "./open-time.ts";
import { overlap, type Span, union } from "./span.ts";

/**
 * A clock that runs while its calendar is open and none of `pauses` holds. Exact to the second.
 *
 * A moment "`seconds` later" is the last one by which no more than `seconds` have run: when they are used up at closing time it is
 * the next opening, since an answer at night has used no more. Adding nothing gives the next moment at which the clock runs.
 * Hence `at <= addSeconds(from, limit)` exactly when `secondsBetween(from, at) <= limit`.
 *
 * A calendar that opens no more gives `Infinity` (and `-Infinity` looking back). Pauses may be in any order, overlap, and end
 * at `Infinity`. Instants outside of the years 1900 to 2199 throw a RangeError, negative amounts too.
 */
export type BusinessClock = {
  /** seconds run from `from` to `to`; 0 when `to` is not after `from`, since a clock that has not started shows nothing */
  readonly secondsBetween: (from: EpochSeconds, to: EpochSeconds, pauses?: readonly Span[]) => number;
  readonly isOpen: (at: EpochSeconds) => boolean;
  readonly addSeconds: (at: EpochSeconds, seconds: number, pauses?: readonly Span[]) => EpochSeconds;
  /** the first moment by which `seconds` have run since `at`: closing time, where `addSeconds` gives the next opening */
  readonly usedUpAt: (at: EpochSeconds, seconds: number, pauses?: readonly Span[]) => EpochSeconds;
  /** the last moment from which `seconds` still run until `at`; for 0 the last by which the clock ran */
  readonly subtractSeconds: (at: EpochSeconds, seconds: number, pauses?: readonly Span[]) => EpochSeconds;
  /**
   * The last moment that keeps a limit. In business days: from within hours the same time of day so many business days on, from
   * outside them as from the next opening; where that time is closed, the next opening. Pauses move it on by what they overlap.
   */
  readonly deadline: (at: EpochSeconds, limit: WrittenDuration, pauses?: readonly Span[]) => EpochSeconds;
  /** the same looking back, by whole business days: from outside hours as from the last closing */
  readonly subtractBusinessDays: (at: EpochSeconds, days: number) => EpochSeconds;
};

/** @param range what the clock is made ready for; it answers for other times too, and learns them when asked */
export function businessClock(calendar: CalendarDefinition, range?: Span): BusinessClock {
  const open = openTime(calendar, range);
  const days = businessDays(calendar, open);

  function secondsBetween(from: EpochSeconds, to: EpochSeconds, pauses?: readonly Span[]): number {
    if (!(to > from)) return 0;
    const elapsed = open.between(from, to);
    if (pauses === undefined || pauses.length === 0) return elapsed;
    return overlap(pauses, { start: from, end: to }).reduce(
      (left, { start, end }) => left - open.between(start, end),
      elapsed,
    );
  }

  function addSeconds(at: EpochSeconds, seconds: number, pauses: readonly Span[] = []): EpochSeconds {
    const start = runUntil(open, at, amount(seconds), pauses, (running, left) => left < running);
    return start.at === Number.POSITIVE_INFINITY ? start.at : open.lastAfter(start.at, start.left);
  }

  return {
    secondsBetween,
    isOpen: open.isOpen,
    addSeconds,
    usedUpAt: (at, seconds, pauses = []) => {
      const start = runUntil(open, at, amount(seconds), pauses, (running, left) => left <= running);
      return start.at === Number.POSITIVE_INFINITY ? start.at : open.firstAfter(start.at, start.left);
    },
    subtractSeconds: (at, seconds, pauses = []) => runBackUntil(open, at, amount(seconds), pauses),
    deadline: (at, limit, pauses = []) => {
      if (limit.kind === "seconds") return addSeconds(at, limit.seconds, pauses);
      const unpaused = days.after(at, limit.days);
      if (pauses.length === 0 || unpaused === Number.POSITIVE_INFINITY) return unpaused;
      return addSeconds(at, secondsBetween(at, unpaused), pauses);
    },
    subtractBusinessDays: days.before,
  };
}

/** Runs through the stretches between pauses; stops where `isEnough` says that what is left is used up before the next pause. */
function runUntil(
  open: OpenTime,
  from: EpochSeconds,
  seconds: number,
  pauses: readonly Span[],
  isEnough: (running: number, left: number) => boolean,
): { readonly at: EpochSeconds; readonly left: number } {
  let at = from;
  let left = seconds;
  for (const pause of pauses.length === 0 ? [] : union(pauses)) {
    if (pause.end <= at) continue;
    const running = pause.start > at ? open.between(at, pause.start) : 0;
    if (isEnough(running, left) && pause.start > at) return { at, left };
    left -= running;
    at = pause.end;
    if (at === Number.POSITIVE_INFINITY) break;
  }
  return { at, left };
}

function runBackUntil(open: OpenTime, from: EpochSeconds, seconds: number, pauses: readonly Span[]): EpochSeconds {
  let at = from;
  let left = seconds;
  for (const pause of pauses.length === 0 ? [] : union(pauses).toReversed()) {
    if (pause.start >= at) continue;
    const running = pause.end < at ? open.between(pause.end, at) : 0;
    if (running > 0 && left <= running) break;
    left -= running;
    at = pause.start;
    if (at === Number.NEGATIVE_INFINITY) return at;
  }
  return open.lastBefore(at, left);
}

/** Moves by whole business days, to the same time of day. */
function businessDays(calendar: CalendarDefinition, open: OpenTime) {
  const move = businessDayCount(calendar);

  /** The same time of day on the `count`th business day after (or before) the date of `at`; `null` when there is none. */
  function sameTime(at: EpochSeconds, count: number, direction: 1 | -1): EpochSeconds | null {
    const local = Temporal.Instant.fromEpochMilliseconds(Math.round(at * 1000)).toZonedDateTimeISO(calendar.zone);
    const day = move(dayOfDate(local.toPlainDate().toString()), count, direction);
    if (day === null) return null;
    const wall = Temporal.PlainDate.from(dateOfDay(day)).toPlainDateTime(local.toPlainTime());
    return wall.toZonedDateTime(calendar.zone).epochMilliseconds / 1000;
  }

  return {
    after: (at: EpochSeconds, count: number): EpochSeconds => {
      const anchor = open.lastAfter(at, 0);
      if (count === 0 || anchor === Number.POSITIVE_INFINITY) return anchor;
      const moved = sameTime(anchor, amount(count), 1);
      return moved === null ? Number.POSITIVE_INFINITY : open.lastAfter(moved, 0);
    },
    before: (at: EpochSeconds, count: number): EpochSeconds => {
      const anchor = open.lastBefore(at, 0);
      if (count === 0 || anchor === Number.NEGATIVE_INFINITY) return anchor;
      const moved = sameTime(anchor, amount(count), -1);
      return moved === null ? Number.NEGATIVE_INFINITY : open.lastBefore(moved, 0);
    },
  };
}

function amount(value: number): number {
  if (!(value >= 0)) throw new RangeError(`an amount of time is 0 or more, not ${value}`);
  return value;
}
