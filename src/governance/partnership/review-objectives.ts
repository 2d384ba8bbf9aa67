import { roleOf } from "../../metrics/metric-role.ts";
import { type Presence, presenceOf } from "../../values/presence.ts";
import type { TooLittleData } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import { type GoalAgreement, type GoalRanking, goalAgreement } from "../goal/rank-agreement-of-sides.ts";
import type { Objective } from "../objective/objective.ts";
import type { Reading } from "../objective/objective-standing.ts";
import { type Wording, wordingOf } from "../objective/objective-wording.ts";
import { type OpeningQuestion, openingQuestions } from "../objective/opening-questions.ts";
import { type SmartProperty, smartProperties } from "../objective/smart-properties.ts";
import { type OutcomeSuggestion, suggestOutcome } from "../objective/suggest-outcome.ts";
import { type NoTrajectory, type Trajectory, trajectoryOf } from "../objective/trajectory.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { isOf, metricInForce, objectivesInForce } from "./record-reading.ts";

/** One objective, read by every rule. */
export type ObjectiveReview = {
  readonly id: string;
  /** path in the record, such as `objectives[0]` */
  readonly at: string;
  readonly outcome: string;
  readonly wording: Wording;
  /** a better wording, for a task only */
  readonly suggested: OutcomeSuggestion | null;
  readonly metric: string | null;
  readonly owner: string | null;
  readonly state: Presence;
  readonly smart: readonly SmartProperty[];
  readonly questions: readonly OpeningQuestion[];
  readonly trajectory: Trajectory | NoTrajectory;
};

export type ObjectivesReview = {
  readonly asOf: PlainDate;
  readonly objectives: readonly ObjectiveReview[];
  readonly goals: GoalAgreement | TooLittleData;
};

export type ObjectivesQuestion = {
  readonly asOf: PlainDate;
  /** measured figures by metric, whole periods, each on its last day, in the unit of the written figures; oldest first */
  readonly readings?: Readonly<Record<string, readonly Reading[]>>;
  /** rows of `goal_rankings` */
  readonly rankings?: readonly GoalRanking[];
};

/** Reads the objectives in force on a day, and how far both sides agree on their shared goals. Plain data. */
export function reviewObjectives(record: PartnershipRecord, question: ObjectivesQuestion): ObjectivesReview {
  const { asOf, rankings = [] } = question;
  return {
    asOf,
    objectives: objectivesInForce(record, asOf).map(({ entry, index }) => reviewOne(record, entry, index, question)),
    goals: goalAgreement(record.goals, { asOf, rankings }),
  };
}

function reviewOne(
  record: PartnershipRecord,
  objective: Objective,
  index: number,
  { asOf, readings = {} }: ObjectivesQuestion,
): ObjectiveReview {
  const { id, outcome, metric, owner } = objective;
  const start = objective.effective_from ?? record.contract?.starts ?? record.contract?.signed ?? null;
  const definition = metric === undefined ? null : metricInForce(record, metric, asOf);
  const measured = (metric === undefined ? undefined : readings[metric]) ?? [];
  const smart = smartProperties(objective, {
    asOf,
    start,
    end: record.contract?.ends ?? null,
    metric: definition === null ? null : { better: definition.better ?? null, role: roleOf(definition) },
    isOwned: isOf(record, "client", owner, asOf),
    past: start === null ? [] : measured.filter(({ on }) => on < start && on <= asOf).map(({ value }) => value),
  });
  const questions = openingQuestions(objective);
  return {
    id,
    at: `objectives[${index}]`,
    outcome,
    wording: wordingOf(outcome),
    suggested: suggestOutcome(outcome, objective),
    metric: metric ?? null,
    owner: owner ?? null,
    state: presenceOf([...smart, ...questions].map(({ state }) => state)),
    smart,
    questions,
    trajectory: trajectoryOf(objective, { start, asOf, readings: measured }),
  };
}
