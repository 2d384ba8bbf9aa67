import { roleOf } from "../../metrics/metric-role.ts";
import { subtractLength } from "../../values/calendar-length.ts";
import { seededChance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { type CheckpointDecision, decideCheckpoint } from "../growth/decide-checkpoint.ts";
import type { GrowthPhase } from "../growth/growth-plan.ts";
import {
  type CheckpointFigure,
  type CheckpointSide,
  type CriterionVerdict,
  type Demand,
  demandOf,
  judgeDemand,
  type Window,
} from "../growth/judge-criterion.ts";
import { rateBounds } from "../growth/one-sided-bound.ts";
import { type ReviewByTenure, simulateTenureMix, type TenureMix } from "../growth/tenure-mix.ts";
import { type RosterRow, turnoverOf } from "../transition/roster-ramp.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { metricInForce } from "./record-reading.ts";
import type { RampReview } from "./review-ramp.ts";

export type CheckpointReview = {
  readonly phase: string;
  /** path in the record, such as `growth.phases[0].checkpoint` */
  readonly at: string;
  readonly on: PlainDate | null;
  /** `not-due`: its day is still ahead, and the figures are those so far */
  readonly due: "due" | "not-due" | "no-day";
  readonly criteria: readonly CriterionVerdict[];
  readonly recommended: CheckpointDecision;
  /** what the people decided by the day of asking; null when nothing */
  readonly decided: { readonly decision: "go" | "hold" | "back"; readonly on: PlainDate | null } | null;
  /** they went on although the figures say hold or back */
  readonly isAgainstEvidence: boolean;
  /** what the next phase would do to tenure and so to quality; null when it has no heads */
  readonly tenureMix: TenureMix | TooLittleData | null;
};

export type CheckpointsReview = {
  readonly asOf: PlainDate;
  readonly checkpoints: readonly CheckpointReview[];
  readonly seed: number;
};

export type CheckpointsQuestion = {
  readonly asOf: PlainDate;
  /** figures measured over the windows that `checkpointWindows` names */
  readonly figures?: readonly CheckpointFigure[];
  /** rows of `staff`, for turnover and the tenure mix */
  readonly roster?: readonly RosterRow[];
  /** the last day that the records of people speak of: nobody is taken to have stayed, or to have left, after it */
  readonly recordsEnd?: PlainDate;
  /** reviews of quality by the tenure of who did the work, for the tenure mix */
  readonly reviews?: readonly ReviewByTenure[];
  /** the ramp, for checkpoints that ask for it */
  readonly ramp?: Pick<RampReview, "weeks">;
  readonly seed?: number;
  readonly draws?: number;
};

/** How long a criterion looks back that does not say over what. */
const usualWindowDays = 90;

/** Over which stretch each criterion is to be measured: up to its checkpoint, or to `asOf` while that is ahead. */
export function checkpointWindows(
  record: PartnershipRecord,
  asOf: PlainDate,
): readonly (Window & { readonly phase: string; readonly metric: string })[] {
  return (record.growth?.phases ?? []).flatMap(({ id, checkpoint }) =>
    (checkpoint?.criteria ?? []).map((criterion) => ({
      phase: id,
      metric: criterion.metric,
      ...windowOf(criterion.over, endOf(checkpoint?.on, asOf)),
    })),
  );
}

/** Judges each checkpoint of the growth plan on confidence bounds: go, hold or back, with its evidence. Plain data. */
export function reviewCheckpoints(record: PartnershipRecord, question: CheckpointsQuestion): CheckpointsReview {
  const phases = record.growth?.phases ?? [];
  const checkpoints = phases.flatMap((phase, index) => {
    if (phase.checkpoint === undefined && index === phases.length - 1) return [];
    return [reviewPhase(record, { phase, next: phases[index + 1], index }, question)];
  });
  return { asOf: question.asOf, checkpoints, seed: question.seed ?? 1 };
}

function reviewPhase(
  record: PartnershipRecord,
  { phase, next, index }: { phase: GrowthPhase; next: GrowthPhase | undefined; index: number },
  question: CheckpointsQuestion,
): CheckpointReview {
  const { asOf, figures = [] } = question;
  const { checkpoint } = phase;
  const end = endOf(checkpoint?.on, asOf);
  const measured = (checkpoint?.criteria ?? []).map((criterion) => {
    const side = sideOf(record, criterion.metric, asOf);
    return judgeDemand(demandOf(criterion, side, windowOf(criterion.over, end)), figures);
  });
  const criteria = [...measured, ...turnoverVerdict(phase, end, question), ...rampVerdict(phase, end, question)];
  const recommended = decideCheckpoint(criteria);
  const decidedOn = checkpoint?.decided_on ?? null;
  const isDecided = checkpoint?.decided !== undefined && (decidedOn === null || decidedOn <= asOf);
  const decided =
    isDecided && checkpoint?.decided !== undefined ? { decision: checkpoint.decided, on: decidedOn } : null;
  return {
    phase: phase.id,
    at: `growth.phases[${index}].checkpoint`,
    on: checkpoint?.on ?? null,
    due: checkpoint?.on === undefined ? "no-day" : checkpoint.on > asOf ? "not-due" : "due",
    criteria,
    recommended,
    decided,
    isAgainstEvidence: decided?.decision === "go" && recommended.decision !== "go",
    tenureMix: tenureMixOf(phase, next, question),
  };
}

function endOf(on: PlainDate | undefined, asOf: PlainDate): PlainDate {
  return on !== undefined && on < asOf ? on : asOf;
}

function windowOf(over: Parameters<typeof subtractLength>[1] | undefined, to: PlainDate): Window {
  return { from: addDays(over === undefined ? addDays(to, -usualWindowDays) : subtractLength(to, over), 1), to };
}

function sideOf(record: PartnershipRecord, metric: string, asOf: PlainDate): CheckpointSide | null {
  const definition = metricInForce(record, metric, asOf);
  if (definition?.turnover_of !== undefined) return "turnover";
  const role = roleOf(definition);
  if (role === "quality" || role === "satisfaction" || role === "rework") return "quality";
  return role === "speed" || role === "cost" ? "performance" : null;
}

/** Turnover of the year before the checkpoint (or of the phase, when that is shorter), with its exact upper limit. */
function turnoverVerdict(
  { checkpoint, starts }: GrowthPhase,
  end: PlainDate,
  { roster = [], recordsEnd }: CheckpointsQuestion,
): readonly CriterionVerdict[] {
  const most = checkpoint?.turnover_at_most;
  if (most === undefined) return [];
  const to = endOf(recordsEnd, end);
  const yearBefore = addDays(to, -364);
  const window = { from: starts !== undefined && starts > yearBefore && starts <= to ? starts : yearBefore, to };
  const demand: Demand = {
    metric: "turnover",
    side: "turnover",
    unit: "share",
    atLeast: null,
    atMost: most,
    demanded: `at most ${Number((most * 100).toPrecision(6))} % a year`,
    window,
  };
  const { leavers, personYears } = turnoverOf(roster, window);
  if (personYears === 0) return [judgeDemand(demand, [])];
  const bounds = rateBounds(leavers, personYears);
  const figure = {
    metric: "turnover",
    period: { start: window.from, end: to },
    value: leavers / personYears,
    numerator: leavers,
    denominator: leavers,
    deviation: null,
    bounds,
  };
  const verdict = judgeDemand(demand, [figure]);
  const working = `${leavers} leavers in ${personYears.toFixed(1)} person-years, ${((100 * leavers) / personYears).toFixed(1)} % a year; the ${verdict.state === "failed" ? "lower" : "upper"} 95 % bound is ${(100 * (verdict.bound ?? bounds.high)).toFixed(1)} %, asked is ${demand.demanded}`;
  const ending = to < end ? `; the records of people end on ${to}` : "";
  return [{ ...verdict, working: `${working}${ending}` }];
}

/** Fully productive people against the plan in the last whole week, on the lower bound of the learning curve. */
function rampVerdict(
  { checkpoint }: GrowthPhase,
  to: PlainDate,
  { ramp }: CheckpointsQuestion,
): readonly CriterionVerdict[] {
  const least = checkpoint?.ramp_at_least;
  if (least === undefined) return [];
  const week = ramp?.weeks.findLast(({ on }) => on <= to && daysBetween(on, to) < 7);
  const window = { from: addDays(week?.on ?? to, -6), to: week?.on ?? to };
  const demand: Demand = {
    metric: "ramp",
    side: "ramp",
    unit: "share",
    atLeast: least,
    atMost: null,
    demanded: `at least ${Number((least * 100).toPrecision(6))} % of the plan`,
    window,
  };
  const plan = week?.plannedProductive ?? 0;
  if (week === undefined || plan === 0) return [judgeDemand(demand, [])];
  const period = { start: window.from, end: window.to };
  const figure = {
    metric: "ramp",
    period,
    value: week.effective / plan,
    numerator: null,
    denominator: week.atWork,
    deviation: null,
  };
  const { low, high } = week;
  return [
    judgeDemand(demand, [
      low === null || high === null ? figure : { ...figure, bounds: { low: low / plan, high: high / plan } },
    ]),
  ];
}

function tenureMixOf(
  phase: GrowthPhase,
  next: GrowthPhase | undefined,
  question: CheckpointsQuestion,
): TenureMix | TooLittleData | null {
  const { asOf, roster = [], reviews = [], seed = 1, draws = 200 } = question;
  const knownTo = endOf(question.recordsEnd, asOf);
  const heads = (next?.heads ?? 0) - (phase.heads ?? 0);
  if (next === undefined || phase.heads === undefined || heads <= 0) return null;
  const on = next.starts !== undefined && next.starts > asOf ? next.starts : addDays(asOf, 7);
  const chance = seededChance(seed).split(phase.id);
  return simulateTenureMix({
    members: roster,
    reviews,
    asOf: knownTo,
    growth: { on, heads },
    weeks: 52,
    draws,
    chance,
  });
}
