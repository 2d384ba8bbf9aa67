import type { Milestone } from "../../governance/milestone/milestone.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere, type Placed, placed } from "../../governance/partnership/record-reading.ts";
import { isSaid, isSamePerson } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const missedDeadlinesGuards: readonly GuardRule[] = [
  { id: "milestones-and-deliverables", ask: askKinds },
  { id: "milestones-have-owner-and-date", ask: askOwners },
  { id: "milestones-have-acceptance", ask: askAcceptance },
];

function askKinds({ milestones }: PartnershipRecord): GuardAnswer {
  const remedy = "Write the points in time as milestones, and the things handed over with kind: deliverable.";
  const kinds = new Set(milestones.map(({ kind }) => kind));
  if (kinds.size === 0) return missing("No milestone or deliverable is on record.", remedy, "milestones");
  if (kinds.size === 2) return inPlace(`${milestones.length} milestones and deliverables are on record.`, "milestones");
  return partial(`No ${kinds.has("milestone") ? "deliverable" : "milestone"} is on record.`, remedy, "milestones");
}

function askOwners(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askMilestones(record, {
    key: "owner",
    fault: ({ owner, due }) => {
      if (!isThere(record, owner, asOf)) return "has no owner";
      return due === undefined ? "has no date" : null;
    },
    done: "Every milestone has an owner and a date.",
    remedy: "Give each milestone owner: and due:.",
  });
}

function askAcceptance(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askMilestones(record, {
    key: "acceptance",
    fault: ({ acceptance, accepted_by: by, owner }) => {
      if (!isSaid(acceptance, 3)) return "does not say how everybody can tell that it is done";
      if (!isThere(record, by, asOf)) return "names nobody who accepts it";
      return isSamePerson(by, owner) ? "is accepted by the person who does it" : null;
    },
    done: "Every milestone says how it is accepted, and by somebody else than its owner.",
    remedy: "Give each milestone acceptance: in a sentence, and accepted_by: a person of the receiving side.",
  });
}

function askMilestones(
  record: PartnershipRecord,
  words: { key: string; fault: (milestone: Milestone) => string | null; done: string; remedy: string },
): GuardAnswer {
  const { key, fault, done, remedy } = words;
  return askEach<Placed<Milestone>>({
    entries: placed(record.milestones),
    noun: ["milestone", "milestones"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `milestones[${index}].${key}`,
    fault: ({ entry }) => fault(entry),
    done,
    remedy,
    none: { message: "No milestone is on record.", at: "milestones" },
  });
}
