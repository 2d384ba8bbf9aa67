import { cadenceDays } from "../../values/cadence.ts";
import { isFiller, isSaid } from "../../values/filler.ts";
import type { Presence } from "../../values/presence.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import type { DecisionRight } from "../decision-right/decision-right.ts";
import type { Process } from "../process/process-definition.ts";
import type { RetainedRole } from "../retained-role/retained-role.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { hasHappened, isClause, isOf, isThere } from "./record-reading.ts";

/** One thing that must stay with the client, or come back to it, and whether it would. */
export type Keeping = {
  readonly kind: "retained-role" | "knowledge" | "decision-right" | "exit-plan";
  readonly id: string;
  readonly at: string;
  readonly state: Presence;
  /** what is wrong, in words that follow its name; empty when nothing is */
  readonly faults: readonly string[];
};

/** A process changes within a year: older documents and rehearsals describe another one. */
const holdsDays = 365;

/** What over-delegation would cost: every retained role, document, decision right and the exit plan, each with its state. */
export function keepings(record: PartnershipRecord, asOf: PlainDate): readonly Keeping[] {
  const one = (kind: Keeping["kind"], id: string, at: string, fault: string | null): Keeping => ({
    ...{ kind, id, at, state: fault === null ? "in-place" : "missing" },
    faults: fault === null ? [] : [fault],
  });
  const exit = exitDemands(record, asOf);
  const lacks = exit.filter(({ met }) => !met).map(({ lack }) => lack);
  const exitState = lacks.length === 0 ? "in-place" : lacks.length === exit.length ? "missing" : "partial";
  return [
    ...record.retained_roles.map((role, at) =>
      one("retained-role", role.id, `retained_roles[${at}]`, retainedRoleFault(record, role, asOf)),
    ),
    ...record.processes
      .filter(({ done_by: by }) => by !== "client")
      .map((work) => one("knowledge", work.id, "knowledge", documentFault(record, work, asOf))),
    ...record.decision_rights.map((right, at) =>
      one("decision-right", right.id, `decision_rights[${at}]`, decisionRightFault(record, right, asOf)),
    ),
    { kind: "exit-plan", id: "exit", at: "contract.terms.exit", state: exitState, faults: lacks },
  ];
}

/** What is wrong with a retained role; null when somebody of the client fills it. */
export function retainedRoleFault(record: PartnershipRecord, role: RetainedRole, asOf: PlainDate): string | null {
  if (hasHappened(role.empty_since, asOf)) return `is empty since ${role.empty_since}`;
  return isOf(record, "client", role.holder, asOf) ? null : "is held by nobody of the client";
}

/** What is wrong with what is written down about a process; null when the client owns a current document. */
export function documentFault(record: PartnershipRecord, { id }: Process, asOf: PlainDate): string | null {
  const documents = record.knowledge.filter(({ process }) => process === id);
  const owned = documents.filter(({ owned_by: by, file }) => by === "client" && !isFiller(file));
  if (documents.length === 0) return "is described by no document";
  if (owned.length === 0) return "is described by no document that the client owns and holds";
  const isFresh = owned.some(({ reviewed_on: on }) => hasHappened(on, asOf) && addDays(on, holdsDays) >= asOf);
  return isFresh ? null : "has documents that nobody reviewed within a year";
}

/** What is wrong with a decision right; null when somebody of its side decides. */
export function decisionRightFault(record: PartnershipRecord, right: DecisionRight, asOf: PlainDate): string | null {
  if (!isSaid(right.decision, 2)) return "does not say what is decided";
  return isOf(record, right.side, right.decides, asOf) ? null : `names nobody of the ${right.side} who decides`;
}

/** What an exit needs, each with whether it is there and how its lack is told. */
export function exitDemands(
  record: PartnershipRecord,
  asOf: PlainDate,
): readonly { readonly met: boolean; readonly lack: string }[] {
  const exit = record.contract?.terms.exit;
  const holds = exit?.rehearse_every === undefined ? holdsDays : Math.ceil(cadenceDays(exit.rehearse_every));
  const isRehearsed = hasHappened(exit?.rehearsed, asOf) && addDays(exit.rehearsed, holds) >= asOf;
  const lack =
    exit?.rehearsed === undefined ? "the exit was never rehearsed" : `the exit was last rehearsed on ${exit.rehearsed}`;
  return [
    { met: isClause(exit?.clause), lack: "no clause on the exit" },
    { met: !isFiller(exit?.plan), lack: "no exit plan" },
    { met: isThere(record, exit?.owner, asOf), lack: "nobody owns the exit plan" },
    { met: isRehearsed, lack: (exit?.rehearsed ?? "") > asOf ? "the rehearsal of the exit is still ahead" : lack },
  ];
}
