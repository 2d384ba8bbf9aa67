import {
  decisionRightFault,
  documentFault,
  exitDemands,
  retainedRoleFault,
} from "../../governance/partnership/over-delegation.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { placed } from "../../governance/partnership/record-reading.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const lossOfControlGuards: readonly GuardRule[] = [
  { id: "retained-roles-filled", ask: askRoles },
  { id: "documents-owned-by-client", ask: askDocuments },
  { id: "decision-rights", ask: askDecisions },
  { id: "exit-rehearsed", ask: askExit },
];

function askRoles(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.retained_roles),
    noun: ["retained role", "retained roles"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `retained_roles[${index}].holder`,
    fault: ({ entry }) => retainedRoleFault(record, entry, asOf),
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
    fault: ({ entry }) => documentFault(record, entry, asOf),
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
    fault: ({ entry }) => decisionRightFault(record, entry, asOf),
    done: "Who decides what is on record.",
    remedy: "List the decisions that come up each month, with side: and decides:.",
    none: { message: "No decision rights are on record.", at: "decision_rights" },
  });
}

function askExit(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askAll(exitDemands(record, asOf), {
    done: `The exit was rehearsed on ${record.contract?.terms.exit?.rehearsed}.`,
    remedy:
      "Name plan: and owner: under contract: terms: exit, rehearse one process with real cases, and write down the day.",
    at: "contract.terms.exit",
  });
}
