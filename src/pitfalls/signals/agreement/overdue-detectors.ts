import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { fallbackFault, isSevere } from "../../../governance/risk/fallback-fault.ts";
import type { Side } from "../../../values/side.ts";
import { addDays, daysBetween, type PlainDate } from "../../../values/time.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { readSince } from "../known-since.ts";
import { dayWords } from "../plain-figures.ts";
import { judgedOne, type RecordFinding } from "../record-finding.ts";
import { type Detector, together } from "../signal-reading.ts";

/** Something with a date in the record that is past it. */
type Due = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly due: PlainDate | undefined;
  readonly done: PlainDate | undefined;
  /** what its day was, where "was due on" does not say it */
  readonly was?: string;
  /** days late from which it is an alarm */
  readonly alarmAfter: number;
};

/** Milestones and launch gates past their date: watch at once, alarm after two weeks. */
export const milestoneLate: Detector = overdueDetector("missed-deadlines", "milestone-late", ({ milestones }) =>
  milestones.map(({ id, title, due, done_on: done }) => ({ kind: "milestone", id, title, due, done, alarmAfter: 14 })),
);

export const launchGateLate: Detector = overdueDetector("slow-ramp", "launch-gate-late", ({ transition }) =>
  (transition?.launch_gates ?? []).map(({ id, kind, due, passed_on: done }) => ({
    ...{ kind: "launch-gate", id, title: `Launch gate ${kind}`, due, done, alarmAfter: 14 },
  })),
);

/** The provider's one-time obligations past their date: alarm after a month. */
export const obligationOverdue: Detector = overdueDetector("contract-gaps", "obligation-overdue", (record) =>
  obligationsOf(record, "provider"),
);

/** The client's own obligations past their date. */
export const dutyLate: Detector = overdueDetector(
  "weak-ownership",
  "duty-late",
  (record) => obligationsOf(record, "client"),
  true,
);

/** Actions past their date, whoever owns them: the client has to see to it that they are done. */
export const actionLate: Detector = overdueDetector(
  "weak-ownership",
  "action-late",
  ({ actions }) =>
    actions.map(({ id, title, due, done_on: done }) => ({ kind: "action", id, title, due, done, alarmAfter: 30 })),
  true,
);

/** Risks past their review: watch, alarm for severe ones and after two months. */
export const reviewOverdue: Detector = overdueDetector(
  "unmanaged-risk",
  "review-overdue",
  ({ risks }) =>
    risks.map((risk) => ({
      ...{ kind: "risk", id: risk.id, title: `The review of “${risk.title}”`, due: risk.review_on, done: undefined },
      alarmAfter: isSevere(risk) ? 14 : 60,
    })),
  true,
);

export const treatmentOverdue: Detector = overdueDetector("unmanaged-risk", "treatment-overdue", ({ risks }) =>
  risks.map((risk) => ({
    ...{
      kind: "risk",
      id: risk.id,
      title: `The treatment of “${risk.title}”`,
      due: risk.treatment_due,
      done: risk.treated_on,
    },
    alarmAfter: isSevere(risk) ? 14 : 60,
  })),
);

/** Severe risks whose fallback nobody tried in time, or whose test failed. */
export const fallbackUntested: Detector = {
  id: "fallback-untested",
  mayClear: false,
  look: ({ record, asOf }) =>
    together(
      record.risks
        .filter((risk) => isSevere(risk) && risk.fallback !== undefined)
        .map((risk) => {
          const fault = fallbackFault(risk.fallback, asOf);
          if (fault === null) return judgedOne(null);
          return judgedOne({
            ...{ pitfall: "unmanaged-risk", detector: "fallback-untested", kind: "risk", id: risk.id },
            state: fault.includes("failed") ? "alarm" : "watch",
            since: risk.fallback?.tested_on ?? record.contract?.starts ?? asOf,
            statement: `“${risk.title}” ${fault}.`,
            evidence: {
              testedOn: risk.fallback?.tested_on ?? null,
              worked: risk.fallback?.worked ?? null,
              impact: risk.impact ?? null,
            },
          });
        }),
    ),
};

/** Exit rehearsal and retained roles: what is overdue or empty. */
export const retainedRoleEmpty: Detector = overdueDetector(
  "loss-of-control",
  "retained-role-empty",
  ({ retained_roles: roles }) =>
    roles.map(({ id, title, empty_since: since }) => ({
      ...{
        kind: "retained-role",
        id,
        title: `The retained role ${title ?? id}`,
        was: "has been empty since",
        due: since,
        done: undefined,
      },
      alarmAfter: 90,
    })),
  false,
);

function obligationsOf({ contract }: PartnershipRecord, side: Side): readonly Due[] {
  return (contract?.obligations ?? [])
    .filter(({ owed_by: by }) => by === side)
    .map(({ id, title, due, done_on: done }) => ({ kind: "obligation", id, title, due, done, alarmAfter: 30 }));
}

function overdueDetector(
  pitfall: PitfallId,
  detector: string,
  list: (record: PartnershipRecord) => readonly Due[],
  mayClear = false,
): Detector {
  return {
    id: detector,
    mayClear,
    look: (input) => {
      const judged = list(input.record).flatMap((one) =>
        one.due === undefined ? [] : judgedOne(overdue(pitfall, detector, one, one.due, input.asOf)),
      );
      return readSince(together(judged), input);
    },
  };
}

/** Not done by `asOf` and past its day; a day on which it was done that lies ahead is not yet true. */
function overdue(
  pitfall: PitfallId,
  detector: string,
  one: Due,
  due: PlainDate,
  asOf: PlainDate,
): RecordFinding | null {
  const isDone = one.done !== undefined && one.done <= asOf;
  if (isDone || due >= asOf) return null;
  const days = daysBetween(due, asOf);
  return {
    ...{ pitfall, detector, kind: one.kind, id: one.id },
    state: days > one.alarmAfter ? "alarm" : "watch",
    since: addDays(due, 1),
    statement: statementOf(one, due, `${days} ${days === 1 ? "day" : "days"}`),
    evidence: { due, daysLate: days },
  };
}

function statementOf({ title, was }: Due, due: PlainDate, late: string): string {
  if (was !== undefined) return `${title} ${was} ${dayWords(due)}, ${late} ago.`;
  return `${title} was due on ${dayWords(due)} and is not on record as done, ${late} later.`;
}
