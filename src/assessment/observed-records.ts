import { z } from "zod";
import { businessClock } from "../calendar/business-clock.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import { checkInvoices } from "../governance/invoice/check-invoices.ts";
import { definitionsInForce } from "../governance/partnership/definitions-in-force.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { type IncidentRow, judgeDisclosures } from "../governance/security/incident-disclosure.ts";
import type { RosterRow } from "../governance/transition/roster-ramp.ts";
import { endOfDay } from "../metrics/dates-table.ts";
import { periodStart } from "../metrics/period.ts";
import type {
  ObservedMeeting,
  ObservedPromise,
  ObservedRecords,
  ToldIncident,
  WorkShare,
} from "../pitfalls/observed-records.ts";
import { Side } from "../values/side.ts";
import { addDays, dateAt, type PlainDate, type TimeZone } from "../values/time.ts";
import { readInvoiceFacts } from "./invoice-facts.ts";
import type { PlannedFigures } from "./planned-figures.ts";
import { readClockedWork } from "./read-clocked-work.ts";
import { readAgentReviews, readDoubleScores, readSurveyed, readWorkShares } from "./read-compared-records.ts";
import { type IncidentFact, knownMoments, readIncidentFacts, readMeetingFacts } from "./read-dealing-facts.ts";
import { type QuestionFact, questionsAt, readQuestions } from "./read-questions.ts";
import { readRestated } from "./read-restated-records.ts";
import { readIdeas } from "./reviews/read-dealings.ts";
import { readGrants, readRoster } from "./reviews/read-people.ts";

/** Days after which nearly all surveys of an item are sent and nearly all items that come back have come. */
const settlingDays = 14;

/** All that was observed by the last date; `observedAt` cuts it to an earlier one. */
export type AllObserved = Omit<ObservedRecords, "incidents" | "roster" | "stints" | "questions"> & {
  readonly incidents: readonly IncidentFact[];
  readonly roster: readonly RosterRow[];
  readonly questions: readonly QuestionFact[];
};

/** Reads what the detectors look at beside figures: records of which nothing is estimated. Absent kinds cost nothing. */
export async function readObserved(
  store: FactStore,
  record: PartnershipRecord,
  planned: PlannedFigures,
  present: ReadonlySet<FactKind>,
  last: PlainDate,
): Promise<AllObserved> {
  const { zone } = record;
  const known = { asOf: last, zone };
  const none: readonly never[] = [];
  return {
    grants: present.has("access_grants") ? await readGrants(store, known) : none,
    roster: present.has("staff") ? await readRoster(store, known) : none,
    promises: present.has("commitments") ? await readPromises(store) : none,
    meetings: present.has("meetings") ? await readMeetings(store, zone) : none,
    ideas: present.has("ideas") ? await readIdeas(store, known) : none,
    incidents: present.has("incidents") ? await readIncidentFacts(store) : none,
    // Credits are judged with the service levels; without them nothing is claimed for them here.
    invoices: present.has("invoices")
      ? checkInvoices(record, { ...(await readInvoiceFacts(store, known)), credits: [] }).invoices
      : none,
    doubleScores: present.has("quality_reviews") ? await readDoubleScores(store, zone) : none,
    surveyed: present.has("work_items") && present.has("survey_responses") ? await readSurveyed(store) : none,
    workShares: present.has("work_items") ? await readWorkShares(store) : none,
    restated: await readRestated(store),
    clocked: present.has("work_items") ? await readClockedWork(store, planned, last) : none,
    questions: present.has("messages") ? await readQuestions(store) : none,
    agentReviews: present.has("quality_reviews") && present.has("staff") ? await readAgentReviews(store, zone) : none,
  };
}

/** What of it was known by the end of a day in the partnership's zone. */
export function observedAt(all: AllObserved, asOf: PlainDate, record: PartnershipRecord): ObservedRecords {
  const { zone } = record;
  const by = (day: PlainDate | null | undefined) => (typeof day === "string" && day <= asOf ? day : null);
  const before = knownMoments(asOf, zone);
  return {
    grants: all.grants
      .filter(({ granted_on: granted }) => granted <= asOf)
      .map((grant) => ({ ...grant, revoked_on: by(grant.revoked_on) })),
    roster: all.roster
      .filter(({ hired_on: hired }) => hired <= asOf)
      .map(({ agent, left_on: left }) => ({ agent, left_on: by(left) })),
    stints: all.roster
      .filter(({ hired_on: hired }) => hired <= asOf)
      .map(({ agent, hired_on: hiredOn, left_on: left, leave_kind: kind, key_person: isKey }) => ({
        ...{ agent, hiredOn, leftOn: by(left), leaveKind: kind ?? null, isKeyPerson: isKey === true },
      })),
    doubleScores: all.doubleScores.filter(({ scoredOn }) => scoredOn <= asOf),
    surveyed: all.surveyed.filter(({ week }) => addDays(week, 6 + settlingDays) <= asOf),
    restated: all.restated.filter(({ receivedOn }) => receivedOn <= asOf),
    workShares: lastMonths(all.workShares, asOf),
    clocked: all.clocked.map((work) => ({ ...work, weeks: work.weeks.filter(({ week }) => addDays(week, 6) <= asOf) })),
    questions: questionsAt(all.questions, endOfDay(asOf, record.zone), record.zone),
    agentReviews: all.agentReviews.filter(({ reviewedOn }) => reviewedOn <= asOf),
    promises: all.promises
      .filter(({ madeOn }) => madeOn <= asOf)
      .map((promise) => ({ ...promise, doneOn: by(promise.doneOn) })),
    meetings: all.meetings
      .filter(({ plannedOn }) => plannedOn <= asOf)
      .map((meeting) =>
        by(meeting.heldOn) === null
          ? { ...meeting, heldOn: null, clientSponsor: null, providerSponsor: null }
          : meeting,
      ),
    ideas: all.ideas
      .filter(({ submitted_on: submitted }) => submitted <= asOf)
      .map((idea) => ({ ...idea, decided_on: by(idea.decided_on) })),
    incidents: toldIncidents(
      all.incidents
        // Known from its disclosure, else from its end.
        .filter((incident) => before(incident.disclosed_at ?? incident.resolved_at) !== null)
        .map((incident) => ({ ...incident, disclosed_at: before(incident.disclosed_at) })),
      record,
      asOf,
    ),
    invoices: all.invoices.filter(({ issuedOn }) => issuedOn <= asOf),
  };
}

/** The last three months that have ended by the day. */
function lastMonths(shares: readonly WorkShare[], asOf: PlainDate): readonly WorkShare[] {
  const running = periodStart(addDays(asOf, 1), "month");
  const first = periodStart(addDays(running, -75), "month");
  return shares.filter(({ month }) => month >= first && month < running);
}

/** Against the time agreed for telling; business days are the provider's, where it has a calendar. */
function toldIncidents(
  incidents: readonly IncidentRow[],
  record: PartnershipRecord,
  asOf: PlainDate,
): readonly ToldIncident[] {
  const calendar = definitionsInForce(record, asOf).calendars[record.provider.calendar ?? ""];
  const rows = new Map(incidents.map((one) => [one.incident_id, one]));
  const judged = judgeDisclosures(incidents, {
    limit: record.security?.incidents_told_within,
    now: endOfDay(asOf, record.zone),
    ...(calendar === undefined
      ? {}
      : { deadline: (from, length) => businessClock(calendar).deadline(from, length, []) }),
  });
  return judged.flatMap((one) => {
    const row = rows.get(one.incident);
    return row === undefined ? [] : [{ ...one, kind: row.kind, occurredOn: dateAt(row.occurred_at, record.zone) }];
  });
}

const PromiseFact = z.object({
  id: z.string(),
  title: z.string().nullable(),
  side: Side,
  madeOn: z.string(),
  firstDue: z.string(),
  due: z.string(),
  doneOn: z.string().nullable(),
});

async function readPromises(store: FactStore): Promise<readonly ObservedPromise[]> {
  const rows = await store.rows(`SELECT commitment_id AS id, title, owner_side AS side, made_on::VARCHAR AS "madeOn",
  coalesce(first_due_on, due_on)::VARCHAR AS "firstDue", due_on::VARCHAR AS due, done_on::VARCHAR AS "doneOn"
FROM commitments WHERE owner_side IN ('client', 'provider') ORDER BY due_on, commitment_id`);
  return z.array(PromiseFact).parse(rows);
}

async function readMeetings(store: FactStore, zone: TimeZone): Promise<readonly ObservedMeeting[]> {
  const meetings = await readMeetingFacts(store);
  return meetings.map(({ id, forum, planned, held, client_sponsor: client, provider_sponsor: provider }) => ({
    ...{ id, forum, clientSponsor: client, providerSponsor: provider },
    plannedOn: dateAt(planned, zone),
    heldOn: held === null ? null : dateAt(held, zone),
  }));
}
