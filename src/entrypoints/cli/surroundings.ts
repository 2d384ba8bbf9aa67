import type { OpenOptions } from "../../assessment/open-partnership.ts";
import type { Surroundings } from "../../platform/command.ts";
import { progressLine } from "../../platform/progress-line.ts";
import { addLength } from "../../values/calendar-length.ts";
import { BadInput } from "../../values/problem.ts";
import { dateAt, type PlainDate, type TimeZone } from "../../values/time.ts";

/** Nothing that a partnership agrees on reaches further ahead, and each year costs time. */
const mostYearsAhead = 10;

/**
 * The day that was asked about, or today as a clock on the wall of the partnership shows it. A day after today is told.
 * @throws BadInput for a day more than ten years ahead
 */
export function asOfOrToday(asOf: PlainDate | undefined, zone: TimeZone, { now, tell }: Surroundings): PlainDate {
  const today = dateAt(now() / 1000, zone);
  if (asOf === undefined || asOf <= today) return asOf ?? today;
  if (asOf > addLength(today, { count: mostYearsAhead, unit: "year" })) {
    const message = `${asOf} lies more than ${mostYearsAhead} years after today, ${today}`;
    throw new BadInput([{ code: "date-too-far", at: null, message, hint: "Ask about a day up to today." }]);
  }
  tell(`${asOf} lies after today, ${today}: what is not yet on record is not known.\n`);
  return asOf;
}

/** Progress goes to a terminal only; a log file wants no line that redraws itself. */
export function openOptions({
  isTerminal,
  tell,
  now,
  width,
  signal,
}: Surroundings): OpenOptions & { wipe: () => void } {
  if (!isTerminal) return { signal, wipe: () => undefined };
  const line = progressLine({ write: tell, now, width });
  return { signal, progress: line.show, wipe: line.wipe };
}
