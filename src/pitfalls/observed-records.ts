import type { IdeaRow } from "../governance/idea/idea-standing.ts";
import type { CheckedInvoice } from "../governance/invoice/invoice-check.ts";
import type { AccessGrant, AccessHolder } from "../governance/security/access-review.ts";
import type { Disclosure, IncidentRow } from "../governance/security/incident-disclosure.ts";
import type { Side } from "../values/side.ts";
import type { PlainDate } from "../values/time.ts";

/** A row of `commitments` as it was known. */
export type ObservedPromise = {
  readonly id: string;
  readonly title: string | null;
  readonly side: Side;
  readonly madeOn: PlainDate;
  readonly firstDue: PlainDate;
  readonly due: PlainDate;
  readonly doneOn: PlainDate | null;
};

/** A row of `meetings` as it was known; dates in the partnership's zone. */
export type ObservedMeeting = {
  readonly id: string;
  readonly forum: string;
  readonly plannedOn: PlainDate;
  readonly heldOn: PlainDate | null;
  readonly clientSponsor: boolean | null;
  readonly providerSponsor: boolean | null;
};

/** One stay of somebody on the roster. */
export type ObservedStint = {
  readonly agent: string;
  readonly hiredOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly leaveKind: string | null;
  /** the roster says that the work would suffer without them */
  readonly isKeyPerson: boolean;
};

/** One item that both sides scored, the second time blind. */
export type DoubleScore = {
  readonly item: string;
  /** the later of the two days */
  readonly scoredOn: PlainDate;
  readonly client: number;
  readonly provider: number;
  readonly clientCritical: boolean;
  readonly providerCritical: boolean;
};

/** A review of somebody's work, and how long they had been there; second scores of the same work are left out. */
export type AgentReview = {
  readonly agent: string;
  readonly reviewedOn: PlainDate;
  readonly tenureDays: number;
  readonly score: number;
  readonly isCritical: boolean | null;
};

/** Items resolved in one week, by whether a survey was sent and whether they came back. */
export type SurveyedItems = {
  readonly week: PlainDate;
  readonly isSurveyed: boolean;
  readonly isReopened: boolean;
  readonly items: number;
};

/** What one file told otherwise than before: records that look better for the provider since, and worse. */
export type RestatedRecords = {
  readonly receivedOn: PlainDate;
  readonly file: string;
  readonly inFavour: number;
  readonly against: number;
  /** some of those in favour, `<kind> <key>` */
  readonly records: readonly string[];
};

/** An incident, and how soon the client was told of it. */
export type ToldIncident = Disclosure & Pick<IncidentRow, "kind"> & { readonly occurredOn: PlainDate };

/** Items that somebody resolved at a site in one month; `month` is its first day. */
export type WorkShare = {
  readonly month: PlainDate;
  readonly site: string | null;
  readonly agent: string | null;
  readonly items: number;
};

/** A question, request or escalation, and how long it has waited for the other side. */
export type AskedQuestion = {
  /** its message */
  readonly id: string;
  readonly owedBy: "client" | "provider";
  readonly askedOn: PlainDate;
  /** until the other side's next message in the thread, else until the day of asking; days with fractions */
  readonly days: number;
  readonly isAnswered: boolean;
};

/** Days after its first end within which an item that comes back counts against that end. */
export const comesBackDays = 14;

/** Lengths of work in one week of their end, in steps: `ran` is the upper end of a step, in seconds of the metric's clock. */
export type ClockedWeek = {
  readonly week: PlainDate;
  /** items by how long they ran until they first ended, and how many of them came back within `comesBackDays` */
  readonly ends: readonly { readonly ran: number; readonly items: number; readonly reopened: number }[];
  /** pauses of those items by how long the work had run, and how many of them made the difference between late and in time */
  readonly pauses: readonly { readonly ran: number; readonly pauses: number; readonly saved: number }[];
  /** some items that ended, came back or were paused in the last tenth of the limit */
  readonly named: {
    readonly inside: readonly string[];
    readonly cameBack: readonly string[];
    readonly paused: readonly string[];
  };
};

/** How long work ran against the limit of one metric; no step crosses the limit. */
export type ClockedWork = {
  readonly metric: string;
  readonly title: string;
  /** seconds of the metric's clock */
  readonly limit: number;
  /** whose hours that clock counts; null where it runs day and night */
  readonly calendar: string | null;
  readonly step: number;
  /** whether pauses stop its clock */
  readonly hasPauses: boolean;
  /** oldest first */
  readonly weeks: readonly ClockedWeek[];
};

/**
 * Records about which nothing has to be estimated, as they were known by the end of a day. An empty list is a kind without
 * records: nothing is judged then, and the pitfall's closed eyes say which file is missing.
 */
export type ObservedRecords = {
  readonly grants: readonly AccessGrant[];
  readonly roster: readonly AccessHolder[];
  readonly promises: readonly ObservedPromise[];
  readonly meetings: readonly ObservedMeeting[];
  readonly ideas: readonly IdeaRow[];
  readonly incidents: readonly ToldIncident[];
  readonly invoices: readonly CheckedInvoice[];
  readonly stints: readonly ObservedStint[];
  readonly doubleScores: readonly DoubleScore[];
  readonly surveyed: readonly SurveyedItems[];
  /** of the last three complete months */
  readonly workShares: readonly WorkShare[];
  readonly restated: readonly RestatedRecords[];
  readonly clocked: readonly ClockedWork[];
  /** of the last year */
  readonly questions: readonly AskedQuestion[];
  readonly agentReviews: readonly AgentReview[];
};
