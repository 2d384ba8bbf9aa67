import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, isClause, isOf, isThere, placed } from "../../governance/partnership/record-reading.ts";
import { cadenceDays } from "../../values/cadence.ts";
import { isFiller, isSaid } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const lossOfControlGuards: readonly GuardRule[] = [
  { id: "retained-roles-filled", ask: askRoles },
  { id: "documents-owned-by-client", ask: askDocuments },
  { id: "decision-rights", ask: askDecisions },
  { id: "exit-rehearsed", ask: askExit },
];

/** A process changes within a year: older documents and rehearsals describe another one. */
const holdsDays = 365;

function askRoles(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.retained_roles),
    noun: ["retained role", "retained roles"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `retained_roles[${index}].holder`,
    fault: ({ entry }) => {
      if (hasHappened(entry.empty_since, asOf)) return `is empty since ${entry.empty_since}`;
      return isOf(record, "client", entry.holder, asOf) ? null : "is held by nobody of the client";
    },
    done: "Every retained role is filled by somebody of the client.",
    remedy: "Name a holder: on the client's side for each role, first for the one who judges quality.",
    none: { message: "No role that stays with the client is on record.", at: "retained_roles" },
  });
}

function askDocuments(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.processes).filter(({ entry }) => entry.done_by !== "client"),
    noun: ["process", "processes"],
    nameOf: ({ entry }) => entry.id,
    at: () => "knowledge",
    fault: ({ entry }) => {
      const documents = record.knowledge.filter(({ process }) => process === entry.id);
      const owned = documents.filter(({ owned_by: by, file }) => by === "client" && !isFiller(file));
      if (documents.length === 0) return "is described by no document";
      if (owned.length === 0) return "is described by no document that the client owns and holds";
      const isFresh = owned.some(({ reviewed_on: on }) => hasHappened(on, asOf) && addDays(on, holdsDays) >= asOf);
      return isFresh ? null : "has documents that nobody reviewed within a year";
    },
    done: "Every process has a current document that the client owns.",
    remedy: "For each process add a document under knowledge: with owned_by: client, its file: and reviewed_on:.",
    none: { message: "No process that the provider works on is on record.", at: "processes" },
  });
}

function askDecisions(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.decision_rights),
    noun: ["decision", "decisions"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `decision_rights[${index}]`,
    fault: ({ entry }) => {
      if (!isSaid(entry.decision, 2)) return "does not say what is decided";
      return isOf(record, entry.side, entry.decides, asOf) ? null : `names nobody of the ${entry.side} who decides`;
    },
    done: "Who decides what is on record.",
    remedy: "List the decisions that come up each month, with side: and decides:.",
    none: { message: "No decision rights are on record.", at: "decision_rights" },
  });
}

function askExit(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const exit = record.contract?.terms.exit;
  const holds = exit?.rehearse_every === undefined ? holdsDays : Math.ceil(cadenceDays(exit.rehearse_every));
  const isRehearsed = hasHappened(exit?.rehearsed, asOf) && addDays(exit.rehearsed, holds) >= asOf;
  const lack =
    exit?.rehearsed === undefined ? "the exit was never rehearsed" : `the exit was last rehearsed on ${exit.rehearsed}`;
  return askAll(
    [
      { met: isClause(exit?.clause), lack: "no clause on the exit" },
      { met: !isFiller(exit?.plan), lack: "no exit plan" },
      { met: isThere(record, exit?.owner, asOf), lack: "nobody owns the exit plan" },
      { met: isRehearsed, lack: (exit?.rehearsed ?? "") > asOf ? "the rehearsal of the exit is still ahead" : lack },
    ],
    {
      done: `The exit was rehearsed on ${exit?.rehearsed}.`,
      remedy:
        "Name plan: and owner: under contract: terms: exit, rehearse one process with real cases, and write down the day.",
      at: "contract.terms.exit",
    },
  );
}
