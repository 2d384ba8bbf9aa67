import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { PlainDate } from "../../../values/time.ts";
import { daysBetween } from "../../../values/time.ts";
import type { ObservedMeeting } from "../../observed-records.ts";
import { dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, together } from "../signal-reading.ts";

/** A forum that meets more often than this is missed once in a while without a reason worth a talk. */
const seldomDays = 20;
/** Meetings planned for the last days may not be on file as held yet. */
const settlingDays = 3;

/** A forum that was not held several times running: of a weekly one three are watch and four alarm, of a rarer one two and three. */
export const forumMissed: Detector = {
  id: "forum-missed",
  mayClear: false,
  look: ({ asOf, observed }) => {
    const settled = (observed?.meetings ?? []).filter(({ plannedOn }) => daysBetween(plannedOn, asOf) >= settlingDays);
    const forums = [...groupedBy(settled, ({ forum }) => forum)];
    if (forums.length === 0) return nothingToJudge;
    return together(
      forums.map(([forum, meetings]) => {
        const row = lastRow(meetings, ({ heldOn }) => heldOn === null);
        const least = isSeldom(meetings) ? 2 : 3;
        const [first] = row;
        if (first === undefined || row.length < least) return judgedOne(null);
        const before = meetings.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null;
        const last = before === null ? "it was never held" : `the last one was held on ${dayWords(before)}`;
        return judgedOne({
          ...{ pitfall: "communication-breakdown", detector: "forum-missed", kind: "forum", id: forum },
          state: row.length > least ? "alarm" : "watch",
          since: first.plannedOn,
          statement: `The last ${row.length} planned meetings of ${forum} were not held, from ${dayWords(first.plannedOn)} on; ${last}.`,
          evidence: { missed: row.map(({ id, plannedOn }) => ({ id, plannedOn })), planned: meetings.length },
        });
      }),
    );
  },
};

/** A sponsor who stayed away from two meetings running of a forum where the record wants them is watch, from three alarm. */
export const sponsorAbsent: Detector = {
  id: "sponsor-absent",
  mayClear: false,
  look: ({ record, observed }) => {
    const sides = (["client", "provider"] as const).flatMap((side) => {
      const meetings = (observed?.meetings ?? [])
        .filter(({ forum }) => sponsorForums(record, side).has(forum))
        .filter((meeting) => presence(meeting, side) !== null);
      return meetings.length === 0 ? [] : [{ side, meetings }];
    });
    if (sides.length === 0) return nothingToJudge;
    return together(
      sides.map(({ side, meetings }) => {
        const row = lastRow(meetings, (meeting) => presence(meeting, side) === false);
        const [first] = row;
        if (first === undefined || row.length < 2) return judgedOne(null);
        return judgedOne({
          ...{ pitfall: "vendor-not-partner", detector: "sponsor-absent", kind: "sponsor", id: side },
          state: row.length > 2 ? "alarm" : "watch",
          since: first.plannedOn,
          statement: `The ${side}'s sponsor was not at the last ${row.length} meetings where the record wants them, from ${dayWords(first.plannedOn)} on.`,
          evidence: { absent: row.map(({ id, forum, heldOn }) => ({ id, forum, heldOn })), meetings: meetings.length },
        });
      }),
    );
  },
};

function presence(meeting: ObservedMeeting, side: "client" | "provider"): boolean | null {
  return side === "client" ? meeting.clientSponsor : meeting.providerSponsor;
}

function sponsorForums(record: PartnershipRecord, side: "client" | "provider"): ReadonlySet<string> {
  const { sponsor } = record[side];
  return new Set(
    record.forums.filter(({ attend }) => sponsor !== undefined && attend.includes(sponsor)).map(({ id }) => id),
  );
}

/** The meetings at the end, in order, of which something holds without a break. */
function lastRow(
  meetings: readonly ObservedMeeting[],
  holds: (meeting: ObservedMeeting) => boolean,
): readonly ObservedMeeting[] {
  return meetings.slice(meetings.findLastIndex((meeting) => !holds(meeting)) + 1);
}

function isSeldom(meetings: readonly ObservedMeeting[]): boolean {
  const days: readonly PlainDate[] = meetings.map(({ plannedOn }) => plannedOn);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const middle = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)];
  return middle !== undefined && middle >= seldomDays;
}
