import type { Objective } from "../../governance/objective/objective.ts";
import { wordingOf } from "../../governance/objective/objective-wording.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import {
  isAhead,
  isClause,
  isOf,
  metricInForce,
  objectivesInForce,
  type Placed,
} from "../../governance/partnership/record-reading.ts";
import { roleOf } from "../../metrics/metric-role.ts";
import { type Figure, figureNumber } from "../../values/figure.ts";
import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const unclearObjectivesGuards: readonly GuardRule[] = [
  { id: "objectives-are-outcomes", ask: askOutcomes },
  { id: "objectives-are-measured", ask: askMeasured },
  { id: "objectives-have-a-date", ask: askDate },
  { id: "objectives-have-an-owner", ask: askOwner },
  { id: "success-in-90-days", ask: askNinetyDays },
  { id: "scope-and-deliverables", ask: askScope },
];

function askOutcomes(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askObjectives(record, asOf, "", {
    fault: ({ outcome, metric }) => {
      if (!isSaid(outcome, 3)) return "says nothing that could be reached";
      if (wordingOf(outcome) === "task") return `is a task (“${outcome}”), not an outcome`;
      const counts = metric !== undefined && roleOf(metricInForce(record, metric, asOf)) === "volume";
      return counts ? `is measured by ${metric}, which counts work done, not what came of it` : null;
    },
    done: "Every objective is told as an outcome.",
    remedy:
      "Say what will be different for somebody, not what will be done: “customers get a first answer within four hours”.",
  });
}

function askMeasured(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askObjectives(record, asOf, "metric", {
    fault: ({ metric, baseline, target }) => {
      if (metric === undefined) return "has no metric";
      if (baseline === undefined) return "has no baseline";
      if (target === undefined) return "has no target";
      if (baseline.kind !== target.figure.kind) return "has a baseline and a target in different units";
      if (isEqual(baseline, target.figure)) return "has a target equal to its baseline, so nothing would change";
      const better = metricInForce(record, metric, asOf)?.better;
      const rises = figureNumber(target.figure) > figureNumber(baseline);
      return better !== undefined && rises !== (better === "higher") ? "has a target worse than its baseline" : null;
    },
    done: "Every objective has a metric, a baseline and a target that differs from it.",
    remedy: "Give each objective metric:, baseline: and target:, such as 61 % and 90 % by a date.",
  });
}

function askDate(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askObjectives(record, asOf, "target", {
    fault: ({ target }) => {
      if (target === undefined || target.by === null) return "has no date";
      return isAhead(target.by, asOf) ? null : `was due on ${target.by} and has no new date`;
    },
    done: "Every objective has a date ahead.",
    remedy:
      "Write the date into the target: 90 % by 2026-09-30. When a date has passed, judge the objective and set the next.",
  });
}

function askOwner(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askObjectives(record, asOf, "owner", {
    fault: ({ owner }) => (isOf(record, "client", owner, asOf) ? null : "has no owner on the client's side"),
    done: "Every objective has an owner on the client's side.",
    remedy: "Name one person under client: who answers for the objective.",
  });
}

function askNinetyDays(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askObjectives(record, asOf, "in_90_days", {
    fault: ({ baseline, in_90_days: step, target }) => {
      if (step === undefined) return "does not say what success looks like in 90 days";
      if (baseline === undefined || target === undefined)
        return "has no baseline and target to set the 90 days between";
      if (step.kind !== baseline.kind || isEqual(step, baseline)) return "expects nothing to change in 90 days";
      return isBetween(step, baseline, target.figure)
        ? null
        : "has a 90-day figure that is not on the way to its target";
    },
    done: "Every objective says what success looks like in 90 days.",
    remedy: "Add in_90_days: with a figure between the baseline and the target.",
  });
}

function askScope({ contract }: PartnershipRecord): GuardAnswer {
  return askAll(
    [
      { met: isClause(contract?.terms.scope?.clause), lack: "no clause for the scope" },
      { met: isClause(contract?.terms.deliverables?.clause), lack: "no clause for the deliverables" },
    ],
    {
      done: "Scope and deliverables stand in the contract.",
      remedy: "Name the clauses under contract: terms: scope and deliverables, such as SOW 2.",
      at: "contract.terms",
    },
  );
}

function askObjectives(
  record: PartnershipRecord,
  asOf: PlainDate,
  key: string,
  words: { fault: (objective: Objective) => string | null; done: string; remedy: string },
): GuardAnswer {
  return askEach<Placed<Objective>>({
    entries: objectivesInForce(record, asOf),
    noun: ["objective", "objectives"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => (key === "" ? `objectives[${index}].outcome` : `objectives[${index}].${key}`),
    fault: ({ entry }) => words.fault(entry),
    done: words.done,
    remedy: words.remedy,
    none: { message: "No objective is on record.", at: "objectives" },
  });
}

function isEqual(one: Figure, other: Figure): boolean {
  return one.kind === other.kind && figureNumber(one) === figureNumber(other);
}

function isBetween(step: Figure, from: Figure, to: Figure): boolean {
  const [low = 0, high = 0] = [figureNumber(from), figureNumber(to)].sort((a, b) => a - b);
  return step.kind === to.kind && figureNumber(step) >= low && figureNumber(step) <= high;
}
