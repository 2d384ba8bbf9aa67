import type { Side } from "../../../values/side.ts";
import { addDays, daysBetween } from "../../../values/time.ts";
import type { ObservedPromise } from "../../observed-records.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";

const watchDays = 30;
const alarmDays = 60;
const mostNamed = 20;
/** The latest promises that were due tell how many of the next ones will be late. */
const recentPromises = 30;
const aheadDays = 14;

/** What the provider, or the client, promised and has not done a month after its date; two months are an alarm. */
export const providerPromiseOpen: Detector = promiseDetector("missed-deadlines", "provider");
export const clientPromiseOpen: Detector = promiseDetector("weak-ownership", "client");

function promiseDetector(pitfall: PitfallId, side: Side): Detector {
  const id = `${side}-promise-open`;
  return {
    id,
    mayClear: false,
    look: ({ asOf, observed }) => {
      const own = (observed?.promises ?? []).filter((one) => one.side === side);
      const due = own.filter(({ due: day }) => day < asOf);
      if (due.length === 0) return nothingToJudge;
      const open = due.filter(({ due: day, doneOn }) => doneOn === null && daysBetween(day, asOf) > watchDays);
      const [oldest] = open.toSorted((one, other) => one.due.localeCompare(other.due));
      if (oldest === undefined) return judgedOne(null);
      const days = daysBetween(oldest.due, asOf);
      const moved = open.filter(({ due: day, firstDue }) => day > firstDue).length;
      const next = forecast(own, due, addDays(asOf, aheadDays), asOf);
      return judgedOne({
        ...{ pitfall, detector: id, kind: "commitments", id: side },
        state: days > alarmDays ? "alarm" : "watch",
        since: addDays(oldest.due, watchDays + 1),
        statement: `${countWords(open.length)} ${open.length === 1 ? "promise" : "promises"} of the ${side} ${open.length === 1 ? "is" : "are"} open more than ${watchDays} days past the date, the oldest (${oldest.title ?? oldest.id}) since ${dayWords(oldest.due)}; ${countWords(moved)} had been moved before. ${next.words}`,
        evidence: { open: open.slice(0, mostNamed), openCount: open.length, moved, next: next.evidence },
      });
    },
  };
}

/** How many of those due next will be late if they keep the pace of the latest ones. */
function forecast(own: readonly ObservedPromise[], due: readonly ObservedPromise[], until: string, asOf: string) {
  const latest = due.slice(-recentPromises);
  const late = latest.filter(({ due: day, doneOn }) => doneOn === null || doneOn > day).length;
  const ahead = own.filter(({ due: day, doneOn }) => doneOn === null && day >= asOf && day <= until);
  const expected = (ahead.length * late) / latest.length;
  return {
    words: `Of the last ${countWords(latest.length)} that were due, ${countWords(late)} were late; ${countWords(ahead.length)} fall due by ${dayWords(until)}, of which about ${countWords(expected)} will be late at that pace.`,
    evidence: { due: latest.length, late, ahead: ahead.map(({ id, due: day }) => ({ id, due: day })), expected },
  };
}

const ideaDays = 90;
const ideaWindowDays = 365;
const fewestIdeas = 5;

/** Ideas of the last year that nobody decided within 90 days: from five on and more than half of those that were due. */
export const ideasUndecided: Detector = {
  id: "ideas-undecided",
  mayClear: false,
  look: ({ asOf, observed }) => {
    const due = (observed?.ideas ?? []).filter(({ submitted_on: day }) => {
      const age = daysBetween(day, asOf);
      return age > ideaDays && age <= ideaWindowDays;
    });
    if (due.length === 0) return nothingToJudge;
    const waiting = due.filter(({ decided_on: decided }) => decided === null || decided === undefined);
    const [oldest] = waiting.toSorted((one, other) => one.submitted_on.localeCompare(other.submitted_on));
    if (oldest === undefined || waiting.length < fewestIdeas || waiting.length * 2 <= due.length)
      return judgedOne(null);
    return judgedOne({
      ...{ pitfall: "vendor-not-partner", detector: "ideas-undecided", kind: "ideas", id: "ideas" },
      state: waiting.length >= 2 * fewestIdeas ? "alarm" : "watch",
      since: addDays(oldest.submitted_on, ideaDays + 1),
      statement: `${countWords(waiting.length)} of the ${countWords(due.length)} ideas that are between ${ideaDays} days and a year old are still undecided, the oldest since ${dayWords(oldest.submitted_on)}.`,
      evidence: {
        waiting: waiting.slice(0, mostNamed).map(({ idea_id: id, submitted_on: on }) => ({ id, submittedOn: on })),
        undecided: waiting.length,
        ideas: due.length,
      },
    });
  },
};
