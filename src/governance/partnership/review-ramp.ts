import { seededChance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { forecastRamp, type RampForecast } from "../transition/forecast-ramp.ts";
import {
  curveThrough,
  fitLearningCurve,
  type LearningCurve,
  redrawnCurves,
  type WeekOfWork,
  weeksUntil,
} from "../transition/learning-curve.ts";
import {
  type Cohort,
  type Learning,
  learningOf,
  plannedCohorts,
  plannedOn,
  type RampDay,
  rampOn,
  weekEnds,
  weeksOf,
} from "../transition/ramp-curve.ts";
import { type Graduation, graduationOf, type RosterDay, type RosterRow, rosterOn } from "../transition/roster-ramp.ts";
import type { LaunchGate } from "../transition/transition-plan.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** One week of the ramp: plan against roster. */
export type RampWeek = RosterDay & {
  readonly plannedHeads: number | null;
  readonly plannedProductive: number | null;
  /** interval of `effective` from the learning curves that the data allow, 90 %; null without measured output */
  readonly low: number | null;
  readonly high: number | null;
  readonly state: "ahead" | "behind" | "unclear" | "no-plan";
};

/** A point of the plan against what its own heads can do by the learning assumptions. */
export type PromisedPoint = {
  readonly on: PlainDate;
  readonly promised: number;
  readonly expected: number;
  /** within a tenth of what is expected when nobody leaves */
  readonly isPlausible: boolean;
};

/** A door of the launch as a day finds it; `late` opened after its day, `overdue` has not opened yet. */
export type GateState = {
  readonly id: string;
  readonly kind: LaunchGate["kind"];
  readonly due: PlainDate | null;
  readonly passedOn: PlainDate | null;
  readonly owner: string | null;
  readonly state: "passed" | "late" | "ahead" | "overdue" | "no-day";
};

export type RampReview = {
  readonly asOf: PlainDate;
  /** the last day that the records of people speak of, where that is a week or more before `asOf`: weeks and forecast start there */
  readonly recordsEnd: PlainDate | null;
  /** in the order of the record */
  readonly gates: readonly GateState[];
  readonly weeks: readonly RampWeek[];
  readonly behindSince: PlainDate | null;
  readonly graduation: Graduation;
  readonly learning: {
    readonly curve: LearningCurve;
    /** `measured` from output, else `assumed` from the record */
    readonly from: "measured" | "assumed";
    readonly weeksTo90Percent: number;
    /** assumptions taken for want of the record's own */
    readonly assumed: readonly string[];
    readonly lacking: TooLittleData | null;
  };
  /** what the planned heads come to by the learning assumptions, week by week to the end of the plan */
  readonly expected: readonly RampDay[];
  readonly promises: readonly PromisedPoint[];
  readonly forecast: RampForecast | TooLittleData;
  readonly seed: number;
};

export type RampQuestion = {
  readonly asOf: PlainDate;
  /** rows of `staff` */
  readonly roster?: readonly RosterRow[];
  /** the last day that the records of people speak of; up to `asOf` where nothing is said */
  readonly recordsEnd?: PlainDate;
  /** output an hour by person and week of real work, against experienced people */
  readonly work?: readonly WeekOfWork[];
  readonly seed?: number;
  readonly draws?: number;
};

/** Promises may lie this far above what the plan's own heads can do: plans are made in round numbers. */
const tolerance = 1.1;

/** The ramp of the transition: plan against roster week by week, how people learn, and when full productivity comes. Plain data. */
export function reviewRamp(record: PartnershipRecord, question: RampQuestion): RampReview {
  const { asOf, roster = [], work = [], seed = 1, draws = 400 } = question;
  const { transition } = record;
  const ramp = transition?.ramp ?? [];
  const { learning, assumed } = learningOf(transition);
  const cohorts = plannedCohorts(ramp, learning, firstWorkDay(record));
  const chance = seededChance(seed);
  const fitted = fitLearningCurve(work);
  const isMeasured = !("kind" in fitted);
  const curve = isMeasured ? fitted : curveThrough(learning.productivity_at_start, weeksOf(learning.experienced_after));
  const curves = isMeasured ? redrawnCurves(work, draws, chance.split("curves")) : [];
  const recordsEnd = endBefore(asOf, question.recordsEnd);
  const knownTo = recordsEnd ?? asOf;
  const known = roster.filter(({ hired_on: on }) => on <= knownTo);
  const first = firstOf([transition?.starts, ramp[0]?.on]) ?? firstOf(known.map(({ hired_on: on }) => on));
  const days = first === undefined || known.length === 0 ? [] : weekEnds(first, knownTo);
  const weeks = days.map((on) => weekOf({ ramp, known, curve, curves, on }));
  const lastInTime = weeks.findLastIndex(({ state }) => state !== "behind");
  const firstBehind = weeks[lastInTime + 1];
  return {
    asOf,
    recordsEnd,
    gates: (transition?.launch_gates ?? []).map((gate) => gateOn(gate, asOf)),
    weeks,
    behindSince: firstBehind === undefined ? null : addDays(firstBehind.on, -6),
    graduation: graduationOf(known, knownTo),
    learning: {
      curve,
      from: isMeasured ? "measured" : "assumed",
      weeksTo90Percent: weeksUntil(curve, 0.9),
      assumed,
      lacking: isMeasured ? null : fitted,
    },
    expected: expectedWeeks(cohorts, learning, ramp.at(-1)?.on),
    promises: ramp.flatMap(({ on, productive }) => {
      if (productive === undefined) return [];
      const { effective } = rampOn(cohorts, { ...learning, turnover_a_year: 0 }, on);
      return [{ on, promised: productive, expected: effective, isPlausible: productive <= tolerance * effective }];
    }),
    forecast: forecastRamp({
      ramp,
      roster: known,
      asOf: knownTo,
      curves: isMeasured ? curves : [curve],
      draws,
      chance: chance.split("forecast"),
    }),
    seed,
  };
}

/** Files come late and offices close over weekends: a gap shorter than this is no end of the records. */
const shortestGapDays = 7;

function endBefore(asOf: PlainDate, last: PlainDate | undefined): PlainDate | null {
  return last !== undefined && daysBetween(last, asOf) >= shortestGapDays ? last : null;
}

/** People who were there before the plan count from its first day on. */
function firstOf(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days.filter((on) => on !== undefined).sort()[0];
}

function gateOn({ id, kind, due, owner, passed_on: passed }: LaunchGate, asOf: PlainDate): GateState {
  const passedOn = passed !== undefined && passed <= asOf ? passed : null;
  const base = { id, kind, due: due ?? null, passedOn, owner: owner ?? null };
  if (passedOn !== null) return { ...base, state: due !== undefined && passedOn > due ? "late" : "passed" };
  return { ...base, state: due === undefined ? "no-day" : due < asOf ? "overdue" : "ahead" };
}

/** The day after the last training that ends before the first planned heads; null where none does. */
function firstWorkDay({ transition }: PartnershipRecord): PlainDate | null {
  const first = transition?.ramp[0]?.on;
  const ends = (transition?.training ?? []).flatMap(({ to }) =>
    to === undefined || (first !== undefined && to >= first) ? [] : [to],
  );
  const last = ends.sort().at(-1);
  return last === undefined ? null : addDays(last, 1);
}

function expectedWeeks(cohorts: readonly Cohort[], learning: Learning, to: PlainDate | undefined): readonly RampDay[] {
  const [first] = cohorts;
  return first === undefined || to === undefined
    ? []
    : weekEnds(first.on, to).map((on) => rampOn(cohorts, learning, on));
}

function weekOf(parts: {
  ramp: NonNullable<PartnershipRecord["transition"]>["ramp"];
  known: readonly RosterRow[];
  curve: LearningCurve;
  curves: readonly LearningCurve[];
  on: PlainDate;
}): RampWeek {
  const { ramp, known, curve, curves, on } = parts;
  const day = rosterOn(known, curve, on);
  const plan = plannedOn(ramp, on);
  const allowed = curves.map((one) => rosterOn(known, one, on).effective).sort((a, b) => a - b);
  const low = allowed[Math.floor(0.05 * (allowed.length - 1))] ?? null;
  const high = allowed[Math.ceil(0.95 * (allowed.length - 1))] ?? null;
  const bounds = { least: low ?? day.effective, most: high ?? day.effective };
  const state =
    plan === null
      ? "no-plan"
      : bounds.least >= plan.productive
        ? "ahead"
        : bounds.most < plan.productive
          ? "behind"
          : "unclear";
  return { ...day, plannedHeads: plan?.heads ?? null, plannedProductive: plan?.productive ?? null, low, high, state };
}
