import { daysBetween } from "../../../values/time.ts";
import type { SignalInput } from "../../signal-input.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import type { Blindness } from "../signal-reading.ts";

/** As few leavers a year as hardly any operation has: a roster that shows fewer still is more likely no longer kept. */
const leastTurnover = 0.1;
/** Where so many leavers were to be expected, none has a chance below one in a thousand (e^−7). */
const expectedUnseen = 7;

/**
 * A roster on which nobody has come or gone for so long that it cannot be up to date. Of every other kind of record nothing
 * new means nothing to count; of the roster it looks like a turnover of none.
 * @returns null where the roster moves, or is too small for its silence to tell anything
 */
export function silentRoster({ sources, asOf }: SignalInput): Blindness | null {
  const rosters = sources.filter(({ fact, rows }) => fact === "staff" && rows > 0);
  const last = rosters
    .flatMap(({ to }) => (to === null ? [] : [to.slice(0, 10)]))
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const people = rosters.reduce((total, { rows }) => total + rows, 0);
  const days = daysBetween(last, asOf);
  if ((people * days * leastTurnover) / 365 < expectedUnseen) return null;
  const because = `The roster's last hire or leaver is of ${dayWords(last)}, ${countWords(days)} days before ${dayWords(asOf)}: with ${countWords(people)} people it cannot be up to date.`;
  return { because, opensWith: ["staff"] };
}
