import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, placed } from "../../governance/partnership/record-reading.ts";
import { fewestAspects } from "../../governance/process/core-assessment.ts";
import { coreAspects } from "../../governance/process/process-definition.ts";
import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const outsourcingTheCoreGuards: readonly GuardRule[] = [
  { id: "core-assessed", ask: askAssessed },
  { id: "core-assessed-before-signing", ask: askBefore },
  { id: "core-kept", ask: askKept },
];

function askAssessed(record: PartnershipRecord): GuardAnswer {
  return askProcesses(record, {
    fault: ({ core }) => {
      if (core === undefined) return "was not assessed";
      const scored = Object.keys(core.scores).length;
      if (scored < fewestAspects) return `was assessed on ${scored} of ${coreAspects.length} aspects`;
      return isSaid(core.because, 3) ? null : "was assessed without a reason";
    },
    done: "Every process that the provider works on was assessed as core or not.",
    remedy: `Score each process on at least ${fewestAspects} aspects under core: scores, and say because: in a sentence.`,
  });
}

function askBefore(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const signed = record.contract?.signed;
  return askProcesses(record, {
    fault: ({ core }) => {
      if (!hasHappened(core?.on, asOf)) return "has no day of assessment";
      return signed !== undefined && core.on > signed ? `was assessed on ${core.on}, after the signing` : null;
    },
    done: "Every process was assessed before the contract was signed.",
    remedy: "Write down the day with core: on:; assess new processes before they go into the scope.",
  });
}

function askKept(record: PartnershipRecord): GuardAnswer {
  return askProcesses(record, {
    fault: ({ core, done_by: by }) => {
      if (core === undefined) return "may be core: nobody knows";
      if (core.conclusion === "keep") return "was to be kept and is done by the provider";
      return core.conclusion === "hybrid" && by === "provider"
        ? "was to be split and is done by the provider alone"
        : null;
    },
    done: "No process that was to be kept is done by the provider.",
    remedy: "Take the process back, split it, or assess it again and say why.",
  });
}

function askProcesses(
  record: PartnershipRecord,
  words: { fault: (process: PartnershipRecord["processes"][number]) => string | null; done: string; remedy: string },
): GuardAnswer {
  return askEach({
    entries: placed(record.processes).filter(({ entry }) => entry.done_by !== "client"),
    noun: ["process", "processes"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `processes[${index}].core`,
    fault: ({ entry }) => words.fault(entry),
    done: words.done,
    remedy: words.remedy,
    none: { message: "No process that the provider works on is on record.", at: "processes" },
  });
}
