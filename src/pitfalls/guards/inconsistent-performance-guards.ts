import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { metricInForce, objectivesInForce, serviceLevelsInForce } from "../../governance/partnership/record-reading.ts";
import { roleOf } from "../../metrics/metric-role.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const inconsistentPerformanceGuards: readonly GuardRule[] = [
  { id: "every-kpi-has-a-target", ask: askTargets },
  { id: "every-level-has-limits", ask: askLimits },
];

function askTargets(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const targeted = new Set([
    ...serviceLevelsInForce(record, asOf).map(({ entry }) => entry.metric),
    ...objectivesInForce(record, asOf).flatMap(({ entry }) =>
      entry.metric === undefined || entry.target === undefined ? [] : [entry.metric],
    ),
  ]);
  const judged = Object.keys(record.metrics).filter((id) => {
    const metric = metricInForce(record, id, asOf);
    return metric !== null && roleOf(metric) !== "volume" && (metric.better !== undefined || targeted.has(id));
  });
  return askEach({
    entries: judged,
    noun: ["KPI", "KPIs"],
    nameOf: (id) => id,
    at: (id) => `metrics.${id}`,
    fault: (id) => (targeted.has(id) ? null : "has no target"),
    done: "Every KPI has a target.",
    remedy: "Add the KPI to service_levels with its target: and kpi: true, or tie it to an objective.",
    none: { message: "No KPI with a wanted direction is on record.", at: "metrics" },
  });
}

function askLimits(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: serviceLevelsInForce(record, asOf),
    noun: ["service level", "service levels"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `service_levels[${index}].minimum`,
    fault: ({ entry }) => {
      if (entry.minimum === undefined) return "has no minimum";
      if (entry.minimum === entry.target) return "has a minimum equal to its target";
      const better = metricInForce(record, entry.metric, asOf)?.better;
      const isLower = entry.minimum < entry.target;
      return better !== undefined && isLower !== (better === "higher") ? "has a minimum better than its target" : null;
    },
    done: "Every service level has a target and a minimum below it.",
    remedy: "Give each service level minimum:, the figure below which it is a failure and not a bad month.",
    none: { message: "No service level is on record.", at: "service_levels" },
  });
}
