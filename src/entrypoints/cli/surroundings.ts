import type { OpenOptions } from "../../assessment/open-partnership.ts";
import type { Surroundings } from "../../platform/command.ts";
import { progressLine } from "../../platform/progress-line.ts";
import { dateAt, type PlainDate, type TimeZone } from "../../values/time.ts";

/** The day that was asked about, or today as a clock on the wall of the partnership shows it. */
export function asOfOrToday(asOf: PlainDate | undefined, zone: TimeZone, { now }: Surroundings): PlainDate {
  return asOf ?? dateAt(now() / 1000, zone);
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
