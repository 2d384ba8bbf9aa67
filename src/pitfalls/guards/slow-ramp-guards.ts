import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere, placed } from "../../governance/partnership/record-reading.ts";
import { isFiller } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const slowRampGuards: readonly GuardRule[] = [
  { id: "transition-owner", ask: askOwner },
  { id: "processes-documented", ask: askDocuments },
  { id: "training-timeline", ask: askTraining },
  { id: "launch-milestones", ask: askGates },
  { id: "ramp-planned", ask: askRamp },
];

function askOwner(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "transition.owner";
  const remedy = "Name one person who answers for the transition, and its first day.";
  if (!isThere(record, record.transition?.owner, asOf)) return missing("Nobody owns the transition.", remedy, at);
  return record.transition?.starts === undefined
    ? partial("The transition has an owner and no first day.", remedy, "transition.starts")
    : inPlace("The transition has an owner and a first day.", at);
}

function askDocuments(record: PartnershipRecord): GuardAnswer {
  return askEach({
    entries: placed(record.processes).filter(({ entry }) => entry.done_by !== "client"),
    noun: ["process", "processes"],
    nameOf: ({ entry }) => entry.id,
    at: () => "knowledge",
    fault: ({ entry }) =>
      record.knowledge.some(({ process, file }) => process === entry.id && !isFiller(file))
        ? null
        : "has no document to learn from",
    done: "Every process has a document to learn from.",
    remedy: "Add one document for each process under knowledge: with its process: and file:.",
    none: { message: "No process that the provider works on is on record.", at: "processes" },
  });
}

function askTraining(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.transition?.training ?? []),
    noun: ["training", "trainings"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `transition.training[${index}]`,
    fault: ({ entry }) => {
      if (entry.from === undefined || entry.to === undefined) return "has no dates";
      if (entry.to < entry.from) return "ends before it begins";
      return isThere(record, entry.owner, asOf) ? null : "has no owner";
    },
    done: "Training has its dates and owners.",
    remedy: "Give each training from:, to: and owner:.",
    none: { message: "No training is planned.", at: "transition.training" },
  });
}

function askGates(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.transition?.launch_gates ?? []),
    noun: ["launch gate", "launch gates"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `transition.launch_gates[${index}]`,
    fault: ({ entry }) => {
      if (entry.due === undefined) return "has no date";
      if (entry.criteria.length === 0) return "has no criteria";
      return isThere(record, entry.owner, asOf) ? null : "has no owner";
    },
    done: "Every launch gate has its date, owner and criteria.",
    remedy: "Plan pilot, go-live and steady state as launch_gates with due:, owner: and criteria:.",
    none: { message: "No launch gate is planned.", at: "transition.launch_gates" },
  });
}

function askRamp({ transition }: PartnershipRecord): GuardAnswer {
  const points = transition?.ramp ?? [];
  const days = new Set(points.map(({ on }) => on)).size;
  const heads = new Set(points.map((point) => point.productive ?? point.heads)).size;
  return askAll(
    [
      {
        met: days >= 2 && heads >= 2,
        lack: points.length === 0 ? "no heads are planned" : "the planned heads never change",
      },
      {
        met: points.some(({ productive }) => productive !== undefined),
        lack: "nothing says how many of them count as productive",
      },
    ],
    {
      done: "Heads and productive heads are planned over time.",
      remedy: "Under transition: ramp, give at least two days with heads: and productive:.",
      at: "transition.ramp",
    },
  );
}
