import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { reviewAccess } from "../../../governance/security/access-review.ts";
import { addDays, daysBetween } from "../../../values/time.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, nothingToJudge } from "../signal-reading.ts";

/** Evidence names so many records; the statement says how many there are. */
const mostNamed = 20;
/** Days of access after leaving, beyond what was agreed, from which it is an alarm. */
const alarmDays = 7;

/** Access of people who have left: watch at once, alarm after a week. */
export const leaverHasAccess: Detector = {
  id: "leaver-has-access",
  mayClear: true,
  look: ({ record, asOf, observed }) => {
    if (observed === undefined || observed.grants.length === 0 || observed.roster.length === 0) return nothingToJudge;
    const { findings, open, working } = reviewAccess(observed.grants, latestStints(observed.roster), {
      asOf,
      daysToRemove: (system) => daysToRemove(record, system),
    });
    const still = findings.filter(({ kind }) => kind === "leaver-has-access" || kind === "granted-after-leaving");
    const [longest] = still;
    if (longest === undefined) return judgedOne(null);
    const days = longest.daysTooLong ?? 0;
    const people = new Set(still.map(({ agent }) => agent)).size;
    return judgedOne({
      ...{ pitfall: "weak-security", detector: "leaver-has-access", kind: "access", id: "leavers" },
      state: days > alarmDays ? "alarm" : "watch",
      since: still.map(({ since }) => addDays(since, 1)).sort()[0] ?? asOf,
      statement: `${countWords(still.length)} of ${countWords(open)} open grants of access belong to ${people === 1 ? "one person who has" : `${countWords(people)} people who have`} left; the longest, ${longest.agent} in ${longest.system}, has stood open ${days} days too long.`,
      evidence: { grants: still.slice(0, mostNamed), openGrants: open, ofLeavers: still.length, working },
    });
  },
};

/** Who came back is on the roster once, as last known. */
function latestStints<Holder extends { readonly agent: string }>(roster: readonly Holder[]): readonly Holder[] {
  return [...new Map(roster.map((one) => [one.agent, one])).values()];
}

function daysToRemove({ security }: PartnershipRecord, system: string): number {
  const agreed = security?.integrations.find(({ tool }) => tool === system)?.removed_within;
  if (agreed === undefined) return 1;
  return agreed.kind === "seconds" ? Math.ceil(agreed.seconds / 86_400) : agreed.days;
}

/** How far back incidents speak of how it is now. */
const incidentDays = 182;

/** Incidents told later than agreed in the last half year: one is watch; two, or one that was never told, alarm. */
export const incidentToldLate: Detector = {
  id: "incident-told-late",
  mayClear: false,
  look: ({ record, asOf, observed }) => {
    if (observed === undefined || observed.incidents.length === 0) return nothingToJudge;
    const limit = record.security?.incidents_told_within;
    if (limit === undefined)
      return blindTo("No time is agreed within which incidents are told (security.incidents_told_within).", [
        "partnership.yaml",
      ]);
    const recent = observed.incidents.filter(({ occurredOn }) => daysBetween(occurredOn, asOf) <= incidentDays);
    const late = recent.filter(({ state }) => state === "late" || state === "not-told");
    const [first] = late;
    if (first === undefined) return judgedOne(null);
    const hours = Math.max(...late.map(({ seconds }) => seconds)) / 3600;
    return judgedOne({
      ...{ pitfall: "weak-security", detector: "incident-told-late", kind: "incidents", id: "incidents" },
      state: late.length > 1 || late.some(({ state }) => state === "not-told") ? "alarm" : "watch",
      since: first.occurredOn,
      statement: `${countWords(late.length)} of ${countWords(recent.length)} incidents since ${dayWords(addDays(asOf, -incidentDays))} ${late.length === 1 ? "was" : "were"} told later than agreed or not at all, the latest after ${countWords(hours)} hours.`,
      evidence: { late: late.slice(0, mostNamed), incidents: recent.length, limit },
    });
  },
};
