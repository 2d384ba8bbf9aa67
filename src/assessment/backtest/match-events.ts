import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { KnownEvent } from "./known-event.ts";

/** One finding over the stretch of replayed dates in which it was said. */
export type Warning = {
  readonly id: string;
  readonly pitfall: string;
  /** the rule that said it */
  readonly detector: string;
  /** the first replayed date on which it was said */
  readonly from: PlainDate;
  /** the first date on which it was an alarm; null where it stayed a watch */
  readonly alarmAt: PlainDate | null;
  /** the first date on which it was no longer said; null where it stood to the end */
  readonly clearedAt: PlainDate | null;
  /** it stood on the first replayed date already: since when is not known */
  readonly isFromBefore: boolean;
  /** it rests on figures that chance moves, so that it may be false; a date that passed may not */
  readonly isByChance: boolean;
  readonly statement: string;
};

/**
 * How an event was seen: `before`, a warning stood when it began; `in-time`, one was raised within twelve weeks;
 * `late`, one was raised after that; `outside`, it began before the first replayed date or after the last.
 */
export type EventSight = "before" | "in-time" | "late" | "not-seen" | "outside";

export type MatchedEvent = {
  readonly event: KnownEvent;
  readonly sight: EventSight;
  /** the warning that told of it first; null where none did */
  readonly by: Pick<Warning, "id" | "pitfall" | "from" | "statement"> | null;
  /** days from its beginning to the first warning, below 0 for one that stood before; null where none did */
  readonly days: number | null;
  /** the same to the first alarm */
  readonly daysToAlarm: number | null;
};

/** Warnings later than this after the beginning of an event are late, days. */
const lateAfterDays = 84;
/** A warning may still tell of an event for as long after its end, days. */
const toldUntilDays = 84;

/**
 * Holds the warnings of a replay against the events that are known. A warning tells of an event where it belongs to the same
 * pitfall and stood on any day from the event's beginning until twelve weeks after its end. One warning may tell of several
 * events that overlap, and one event may have several warnings.
 */
export function matchEvents(
  warnings: readonly Warning[],
  events: readonly KnownEvent[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): { readonly events: readonly MatchedEvent[]; readonly unmatched: readonly Warning[] } {
  const isTold = (warning: Warning) => events.some((event) => tellsOf(warning, event));
  return {
    events: events.map((event) => {
      const telling = warnings.filter((warning) => tellsOf(warning, event)).toSorted(byFirstDay);
      const [first] = telling;
      const alarms = telling.flatMap(({ alarmAt }) => alarmAt ?? []).toSorted();
      const days = first === undefined ? null : daysBetween(event.from, first.from);
      const [alarm] = alarms;
      return {
        event,
        sight: sightOf(event, days, { from, to }),
        by: first === undefined ? null : pick(first),
        days,
        daysToAlarm: alarm === undefined ? null : daysBetween(event.from, alarm),
      };
    }),
    unmatched: warnings.filter((warning) => !isTold(warning)),
  };
}

function tellsOf(warning: Warning, { pitfall, from, until }: KnownEvent): boolean {
  if (pitfall !== undefined && pitfall !== warning.pitfall) return false;
  const hasEndedBefore = warning.clearedAt !== null && warning.clearedAt <= from;
  const beginsTooLate = until !== undefined && warning.from > addDays(until, toldUntilDays);
  return !hasEndedBefore && !beginsTooLate;
}

function sightOf(event: KnownEvent, days: number | null, window: { from: PlainDate; to: PlainDate }): EventSight {
  if (event.from < window.from || event.from > window.to) return "outside";
  if (days === null) return "not-seen";
  if (days < 0) return "before";
  return days <= lateAfterDays ? "in-time" : "late";
}

function byFirstDay(a: Warning, b: Warning): number {
  return a.from.localeCompare(b.from) || a.id.localeCompare(b.id);
}

function pick({ id, pitfall, from, statement }: Warning): MatchedEvent["by"] {
  return { id, pitfall, from, statement };
}
