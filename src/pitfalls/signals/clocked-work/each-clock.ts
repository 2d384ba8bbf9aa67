import { addDays } from "../../../values/time.ts";
import type { ClockedWeek, ClockedWork } from "../../observed-records.ts";
import type { LookInput } from "../../signal-input.ts";
import { figureWords } from "../plain-figures.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "../signal-reading.ts";

const halfYear = 182;
const mostNamed = 20;

/**
 * How many times as dense, as often paused or as often back the last tenth may be before it is told: a date that draws near
 * hurries honest work a little, too.
 */
export const fairRatio = 1.5;

/** Fewer pauses or returns near the limit compare nothing. */
export const fewestEvents = 10;

/** A detector that looks at each metric with a limit, on the weeks of the last half year that ended `settled` days ago. */
export function onEachClock(
  id: string,
  settled: number,
  look: (work: ClockedWork, looks: number, input: LookInput) => SignalReading,
): Detector {
  return {
    id,
    mayClear: false,
    look: (input) => {
      const all = input.observed?.clocked ?? [];
      const since = addDays(input.asOf, -halfYear);
      const until = addDays(input.asOf, -6 - settled);
      const recent = all.map((work) => ({
        ...work,
        weeks: work.weeks.filter(({ week }) => week >= since && week <= until),
      }));
      return recent.length === 0 ? nothingToJudge : together(recent.map((work) => look(work, all.length, input)));
    },
  };
}

/** Adds up what ran longer than `after` and no longer than `to`, in seconds. */
export function sumWithin<T extends { readonly ran: number }>(
  all: readonly T[],
  after: number,
  to: number,
  part: (one: T) => number,
): number {
  return all.reduce((sum, one) => (one.ran > after && one.ran <= to ? sum + part(one) : sum), 0);
}

/** The latest ids that the weeks name. */
export function namedIn(weeks: readonly ClockedWeek[], of: (named: ClockedWeek["named"]) => readonly string[]) {
  return weeks.flatMap(({ named }) => of(named)).slice(-mostNamed);
}

/** `23 business hours (calendar support-hours)`, `4 h by the wall clock`. */
export function limitWords({ limit, calendar }: ClockedWork): string {
  if (calendar === null) return `${figureWords(limit, "seconds")} by the wall clock`;
  const hours = limit / 3600;
  const length =
    hours < 1.5
      ? `${figureWords(limit / 60, "count")} business minutes`
      : `${figureWords(hours, "count")} business hours`;
  return `${length} (calendar ${calendar})`;
}
