import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { metricInForce, objectivesInForce, serviceLevelsInForce } from "../../governance/partnership/record-reading.ts";
import { roleCoverage } from "../../service-levels/level-design.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const hollowKpisGuards: readonly GuardRule[] = [
  { id: "kpis-cover-four-sides", ask: askSides },
  { id: "kpis-serve-an-outcome", ask: askOutcomes },
];

/** A level that is named for one side of the work and made from records of another does not count for it. */
function askSides(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const levels = serviceLevelsInForce(record, asOf).map(({ entry: level }) => ({
    level,
    metric: metricInForce(record, level.metric, asOf),
  }));
  return askAll(
    roleCoverage(levels, new Set()).map(({ role, state }) => ({
      met: state !== "missing",
      lack: `no service level or KPI on ${role}`,
    })),
    {
      done: "Service levels and KPIs cover quality, speed, satisfaction and rework.",
      remedy:
        "Add the missing side to service_levels, at least with kpi: true; say role: in a metric where it cannot be told.",
      at: "service_levels",
    },
  );
}

function askOutcomes(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const served = new Set(
    objectivesInForce(record, asOf).flatMap(({ entry }) => [entry.metric ?? "", ...entry.supported_by]),
  );
  return askEach({
    entries: serviceLevelsInForce(record, asOf),
    noun: ["service level", "service levels"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `service_levels[${index}]`,
    fault: ({ entry }) => (served.has(entry.metric) ? null : "serves no objective"),
    done: "Every service level serves an objective.",
    remedy: "Name the level's metric in an objective, as metric: or under supported_by:, or drop the level.",
    none: { message: "No service level is on record.", at: "service_levels" },
  });
}
