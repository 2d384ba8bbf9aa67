import { calendarLengthText } from "../../values/calendar-length.ts";
import { addDays, type EpochSeconds, type PlainDate, startOfDay } from "../../values/time.ts";
import { type EvidenceCoverage, evidenceCoverage, usualEvidence } from "../evidence/evidence-coverage.ts";
import { type AmountOf, type Concentration, concentrationOver } from "../risk/concentration.ts";
import { exportRegister, type RegisterExport } from "../risk/register-rows.ts";
import { type RegisteredRisk, riskRegister } from "../risk/risk-register.ts";
import { type AccessGrant, type AccessHolder, type AccessReview, reviewAccess } from "../security/access-review.ts";
import { type Disclosure, type IncidentRow, judgeDisclosures } from "../security/incident-disclosure.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { isThere } from "./record-reading.ts";

export type RisksReview = {
  readonly asOf: PlainDate;
  /** worst first */
  readonly risks: readonly RegisteredRisk[];
  readonly evidence: readonly EvidenceCoverage[];
  /** null: no rows of access_grants */
  readonly access: AccessReview | null;
  readonly incidents: readonly Disclosure[];
  readonly concentration: readonly Concentration[];
  /** key people without a successor who could take over */
  readonly withoutSuccessor: readonly string[];
  readonly register: RegisterExport;
};

export type RisksQuestion = {
  readonly asOf: PlainDate;
  readonly grants?: readonly AccessGrant[];
  readonly roster?: readonly AccessHolder[];
  readonly incidents?: readonly IncidentRow[];
  /** work or spend by provider, by site and by person */
  readonly amounts?: Partial<Readonly<Record<Concentration["over"], readonly AmountOf[]>>>;
  /** from the business clock, for limits in business days */
  readonly deadline?: Parameters<typeof judgeDisclosures>[1]["deadline"];
};

const secondsADay = 86_400;

/** Risks, evidence, access, incidents, concentration and the register of information on a day. Plain data. */
export function reviewRisks(record: PartnershipRecord, question: RisksQuestion): RisksReview {
  const { asOf, grants, roster = [], incidents = [], amounts = {}, deadline } = question;
  const from = record.contract?.starts ?? record.contract?.signed ?? asOf;
  const kinds = [...new Set([...usualEvidence, ...record.evidence.map(({ kind }) => kind)])];
  const now: EpochSeconds = startOfDay(addDays(asOf, 1), record.zone) - 1;
  const limit = record.security?.incidents_told_within;
  const overs = ["providers", "sites", "people"] as const;
  return {
    asOf,
    risks: riskRegister(record.risks, { asOf, isThere: (person) => isThere(record, person, asOf) }),
    evidence: kinds.map((kind) => evidenceCoverage(record.evidence, kind, { from, asOf })),
    access:
      grants === undefined
        ? null
        : reviewAccess(grants, roster, { asOf, daysToRemove: (system) => daysToRemove(record, system) }),
    incidents: judgeDisclosures(incidents, deadline === undefined ? { limit, now } : { limit, now, deadline }),
    concentration: overs.flatMap((over) => concentrationOver(over, amounts[over] ?? []) ?? []),
    withoutSuccessor: (record.staffing?.key_people ?? []).flatMap(({ agent, successor }) =>
      successor === undefined || successor === agent || hasLeft(roster, successor, asOf) ? [agent] : [],
    ),
    register: exportRegister(record.register, factsOf(record, asOf), asOf),
  };
}

/** Whole days after the last day at work; a limit in business days is read as so many days and a weekend. */
function daysToRemove({ security }: PartnershipRecord, system: string): number {
  const within = security?.integrations.find(({ tool }) => tool.toLowerCase() === system.toLowerCase())?.removed_within;
  if (within === undefined) return 0;
  return within.kind === "seconds"
    ? Math.ceil(within.seconds / secondsADay)
    : within.days + 2 * Math.ceil(within.days / 5);
}

function hasLeft(roster: readonly AccessHolder[], agent: string, asOf: PlainDate): boolean {
  const left = roster.find((one) => one.agent === agent)?.left_on;
  return typeof left === "string" && left < asOf;
}

function factsOf(record: PartnershipRecord, asOf: PlainDate): Parameters<typeof exportRegister>[1] {
  const { contract, client, provider, audits, processes } = record;
  const exit = contract?.terms.exit;
  return {
    client: client.name,
    provider: provider.name,
    subcontractors: provider.subcontractors,
    processes: processes
      .filter(({ done_by: by }) => by !== "client")
      .map(({ id, title }) => ({ id, title: title ?? null })),
    starts: contract?.starts ?? null,
    ends: contract?.ends ?? null,
    notice: contract?.notice === undefined ? null : calendarLengthText(contract.notice),
    exitPlan: exit?.plan ?? null,
    exitRehearsed: exit?.rehearsed !== undefined && exit.rehearsed <= asOf ? exit.rehearsed : null,
    lastAudit:
      audits
        .flatMap(({ last_on: last }) => (last !== undefined && last <= asOf ? [last] : []))
        .sort()
        .at(-1) ?? null,
  };
}
