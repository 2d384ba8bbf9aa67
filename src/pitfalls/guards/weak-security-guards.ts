import type { Evidence } from "../../governance/evidence/evidence.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, isClause, placed } from "../../governance/partnership/record-reading.ts";
import { cadenceDays } from "../../values/cadence.ts";
import { isFiller, isSaid } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const weakSecurityGuards: readonly GuardRule[] = [
  { id: "certificates-cover-today", ask: askCertificates },
  { id: "access-controlled-and-reviewed", ask: askAccess },
  { id: "data-handling", ask: askData },
  { id: "tools-answered-concretely", ask: askTools },
  { id: "incident-disclosure", ask: askDisclosure },
];

const certificates: readonly Evidence["kind"][] = ["iso-27001", "iso-27701", "soc-2", "pci-dss"];

function askCertificates({ evidence }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "evidence";
  const remedy =
    "Get the current report or a bridge letter from the provider, and write its scope: and covers: from and to.";
  const held = placed(evidence).filter(({ entry }) => entry.of === "provider" && certificates.includes(entry.kind));
  const [first] = held;
  if (first === undefined) return missing("No security certificate of the provider is on record.", remedy, at);
  const current = held.filter(
    ({ entry: { covers } }) => covers !== undefined && covers.from <= asOf && asOf <= covers.to,
  );
  if (current.length === 0) {
    const ends = held
      .flatMap(({ entry }) => entry.covers?.to ?? [])
      .sort()
      .at(-1);
    const since =
      ends === undefined ? "no certificate says which period it covers" : `the last period covered ended on ${ends}`;
    return missing(`No certificate covers ${asOf}: ${since}.`, remedy, `evidence[${first.index}].covers`);
  }
  const scoped = current.find(({ entry }) => isSaid(entry.scope, 2));
  return scoped === undefined
    ? partial(
        "A certificate covers today, but not what for: its scope is not on record.",
        remedy,
        `evidence[${current[0]?.index}].scope`,
      )
    : inPlace(`${scoped.entry.id} covers today, for ${scoped.entry.scope}.`, `evidence[${scoped.index}]`);
}

function askAccess({ security }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const { access_control: control, access_reviewed_every: every, access_reviewed_on: on } = security ?? {};
  const isReviewed = every !== undefined && hasHappened(on, asOf) && addDays(on, Math.ceil(cadenceDays(every))) >= asOf;
  const lack = hasHappened(on, asOf) ? `access was last reviewed on ${on}` : "access was never reviewed";
  return askAll(
    [
      { met: isSaid(control, 4), lack: "nothing says how access is given and taken away" },
      { met: isReviewed, lack: every === undefined ? "no regular review of access is agreed" : lack },
    ],
    {
      done: "Access is controlled and its review is up to date.",
      remedy:
        "Say access_control: in a sentence, agree access_reviewed_every: month, and put down access_reviewed_on: each time.",
      at: "security.access_control",
    },
  );
}

function askData({ security, contract }: PartnershipRecord): GuardAnswer {
  return askAll(
    [
      {
        met: isSaid(security?.data_handling, 5),
        lack: "nothing says which data leave the house and when they are deleted",
      },
      { met: isClause(contract?.terms.data_protection?.clause), lack: "no clause on data protection" },
    ],
    {
      done: "How data are handled is agreed.",
      remedy: "Say data_handling: in a sentence or two, and name the clause under contract: terms: data_protection.",
      at: "security.data_handling",
    },
  );
}

function askTools({ security }: PartnershipRecord): GuardAnswer {
  return askEach({
    entries: placed(security?.integrations ?? []),
    noun: ["tool", "tools"],
    nameOf: ({ entry }) => entry.tool,
    at: ({ index }) => `security.integrations[${index}]`,
    fault: ({ entry }) => {
      if (isFiller(entry.tool)) return "is no tool";
      if (!isSaid(entry.how, 4)) return "does not say how the provider gets in and what it may do";
      return entry.removed_within === undefined ? "does not say how soon a leaver loses access" : null;
    },
    done: "For every tool it is clear how the provider gets in and how a leaver is shut out.",
    remedy: "For each tool say how: in a sentence, and removed_within:, such as 24h.",
    none: { message: "No tool that the provider works in is on record.", at: "security.integrations" },
  });
}

function askDisclosure({ security, contract }: PartnershipRecord): GuardAnswer {
  return askAll(
    [
      { met: security?.incidents_told_within !== undefined, lack: "no time agreed within which an incident is told" },
      { met: isClause(contract?.terms.incident_disclosure?.clause), lack: "no clause on telling incidents" },
    ],
    {
      done: "How soon an incident is told is agreed.",
      remedy:
        "Set security: incidents_told_within: 24h, and name the clause under contract: terms: incident_disclosure.",
      at: "security.incidents_told_within",
    },
  );
}
