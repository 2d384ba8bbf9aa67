import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere, metricInForce, placed } from "../../governance/partnership/record-reading.ts";
import { roleOf } from "../../metrics/metric-role.ts";
import { figureNumber } from "../../values/figure.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const scalingTooFastGuards: readonly GuardRule[] = [
  { id: "growth-in-phases", ask: askPhases },
  { id: "checkpoint-criteria", ask: askCriteria },
  { id: "checkpoints-before-growth", ask: askOrder },
];

function askPhases(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const phases = record.growth?.phases ?? [];
  const sized = phases.filter(({ heads, items_a_month: items }) => heads !== undefined || items !== undefined);
  return askAll(
    [
      {
        met: phases.length >= 2,
        lack: phases.length === 1 ? "growth is planned in one step" : "no phases of growth are planned",
      },
      { met: phases.length > 0 && sized.length === phases.length, lack: "a phase does not say how far it goes" },
      { met: isThere(record, record.growth?.owner, asOf), lack: "nobody owns the growth plan" },
    ],
    {
      done: `Growth is planned in ${phases.length} phases, each with its size.`,
      remedy: "Under growth: phases, write at least two with heads: or items_a_month:, and an owner:.",
      at: "growth.phases",
    },
  );
}

function askCriteria(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const phases = placed(record.growth?.phases ?? []);
  return askEach({
    entries: phases.slice(0, Math.max(1, phases.length - 1)),
    noun: ["phase", "phases"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `growth.phases[${index}].checkpoint`,
    fault: ({ entry }) => {
      const criteria = entry.checkpoint?.criteria ?? [];
      if (criteria.length === 0) return "ends without criteria";
      const real = criteria.filter((criterion) => canFail(criterion, record, asOf));
      const roles = real.map(({ metric }) => roleOf(metricInForce(record, metric, asOf)));
      const isAboutQuality = roles.some((role) => role === "quality" || role === "satisfaction" || role === "rework");
      if (!isAboutQuality) return "has no criterion on quality that could fail";
      return roles.some((role) => role === "speed" || role === "cost")
        ? null
        : "has no criterion on performance that could fail";
    },
    done: "Every phase ends with criteria on quality and on performance.",
    remedy: "Under each checkpoint: criteria, ask for a quality metric and a speed metric with at_least: or at_most:.",
    none: { message: "No phase, so no checkpoint, is on record.", at: "growth.phases" },
  });
}

type WrittenCriterion = NonNullable<
  NonNullable<PartnershipRecord["growth"]>["phases"][number]["checkpoint"]
>["criteria"][number];

/** A criterion that every figure passes, such as at least 0 %, is none. */
function canFail(
  { metric, at_least: least, at_most: most }: WrittenCriterion,
  record: PartnershipRecord,
  asOf: PlainDate,
): boolean {
  if (metricInForce(record, metric, asOf) === null) return false;
  if (least !== undefined && figureNumber(least) > 0) return true;
  return most !== undefined && !(most.kind === "share" && most.share >= 1);
}

function askOrder(record: PartnershipRecord): GuardAnswer {
  const phases = record.growth?.phases ?? [];
  return askEach({
    entries: placed(phases).slice(1),
    noun: ["later phase", "later phases"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `growth.phases[${index}].starts`,
    fault: ({ entry, index }) => {
      const before = phases[index - 1]?.checkpoint?.on;
      if (entry.starts === undefined) return "has no start";
      if (before === undefined) return "starts after a phase whose checkpoint has no day";
      return entry.starts > before ? null : `starts on ${entry.starts}, not after the checkpoint of ${before}`;
    },
    done: "Every phase starts after the checkpoint before it.",
    remedy: "Give each checkpoint its day with on:, and start the next phase after it.",
    none: { message: "No second phase is on record that a checkpoint could hold back.", at: "growth.phases" },
  });
}
