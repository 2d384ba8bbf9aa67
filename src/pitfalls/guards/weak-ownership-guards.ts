import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import {
  contactsNamed,
  hasHappened,
  isOf,
  isThere,
  placed,
  sidesOf,
} from "../../governance/partnership/record-reading.ts";
import { isSamePerson } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule, inPlace } from "./guard-rule.ts";

export const weakOwnershipGuards: readonly GuardRule[] = [
  { id: "processes-have-client-owners", ask: askOwners },
  { id: "owners-have-time-and-deputy", ask: askTime },
  { id: "actions-have-owners", ask: askActions },
];

function askOwners(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.processes),
    noun: ["process", "processes"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `processes[${index}].owner`,
    fault: ({ entry }) => {
      if (!isThere(record, entry.owner, asOf)) return "has no owner";
      if (sidesOf(record, entry.owner).length === 2) return `is owned by ${entry.owner}, who stands on both sides`;
      return isOf(record, "client", entry.owner, asOf) ? null : "has no owner on the client's side";
    },
    done: "Every process has an owner on the client's side.",
    remedy: "Give each process an owner: who is named under client.",
    none: { message: "No process is on record.", at: "processes" },
  });
}

function askTime(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const owners = [...new Set([record.client.owner, ...record.processes.map(({ owner }) => owner)])].filter((id) =>
    isOf(record, "client", id, asOf),
  );
  return askEach({
    entries: owners,
    noun: ["owner", "owners"],
    nameOf: (id) => id,
    at: () => "client.contacts",
    fault: (id) => {
      const [contact] = contactsNamed(record, id);
      if ((contact?.hours_a_week ?? 0) <= 0) return "has no hours set aside";
      const deputy = contact?.deputy;
      return isOf(record, "client", deputy, asOf) && !isSamePerson(deputy, id) ? null : "has no deputy";
    },
    done: "Every owner has hours set aside and a deputy.",
    remedy: "Under client: contacts, give each owner hours_a_week: and a deputy: who is somebody else.",
    none: { message: "No owner on the client's side is named.", at: "client.owner" },
  });
}

function askActions(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const open = placed(record.actions).filter(({ entry }) => !hasHappened(entry.done_on, asOf));
  if (open.length === 0) return inPlace("No action is open.", "actions");
  return askEach({
    entries: open,
    noun: ["open action", "open actions"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `actions[${index}].owner`,
    fault: ({ entry }) => {
      if (!isThere(record, entry.owner, asOf)) return "has no owner";
      return entry.due === undefined ? "has no date" : null;
    },
    done: "Every open action has an owner and a date.",
    remedy: "Give each action owner: and due: before the meeting ends.",
    none: { message: "No action is open.", at: "actions" },
  });
}
