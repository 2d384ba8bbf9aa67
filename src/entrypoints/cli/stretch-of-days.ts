import { subtractLength } from "../../values/calendar-length.ts";
import { BadInput } from "../../values/problem.ts";
import { addDays, type PlainDate } from "../../values/time.ts";

/** No records of a partnership reach further back, and each week that is looked at costs time. */
const mostYears = 50;

/**
 * The first day of a walk through the past; a year before the last where none is named.
 * @throws BadInput for a day after the last, and for one more than fifty years before it
 */
export function firstDayOr(from: PlainDate | undefined, last: PlainDate): PlainDate {
  if (from === undefined) return addDays(last, -364);
  if (from > last) {
    const message = `the first day, ${from}, lies after the last, ${last}`;
    throw new BadInput([{ code: "dates-crossed", at: null, message, hint: "Swap --from and --to." }]);
  }
  const earliest = subtractLength(last, { count: mostYears, unit: "year" });
  if (from < earliest) {
    const message = `the first day, ${from}, lies more than ${mostYears} years before the last, ${last}`;
    const hint = `Write --from ${earliest} or a later day.`;
    throw new BadInput([{ code: "date-too-far", at: null, message, hint }]);
  }
  return from;
}
