import type { Chance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { type LearningCurve, productivityAt } from "./learning-curve.ts";
import { plannedOn, productiveOf } from "./ramp-curve.ts";
import { graduationOf, isHere, type RosterRow, rosterOn, turnoverOf, worksSince } from "./roster-ramp.ts";
import type { RampPoint } from "./transition-plan.ts";

/** When the work of the people comes up to what the ramp plan promises at its end. */
export type RampForecast = {
  readonly kind: "forecast";
  /** days by which it is so in 1, 5 and 9 of 10 draws; null beyond the horizon */
  readonly p10: PlainDate | null;
  readonly p50: PlainDate | null;
  readonly p90: PlainDate | null;
  readonly planned: PlainDate;
  /** whether it was so on the planned day; null while that day is ahead */
  readonly wasInTime: boolean | null;
  /** share of draws in which it is so by the planned day, while that is ahead */
  readonly chanceInTime: number;
  /** share of draws in which it is not so within the horizon */
  readonly neverWithinHorizon: number;
  readonly horizon: PlainDate;
  readonly draws: number;
  readonly working: string;
};

export type ForecastQuestion = {
  readonly ramp: readonly RampPoint[];
  readonly roster: readonly RosterRow[];
  readonly asOf: PlainDate;
  /** curves that the data allow, one is drawn each time; a single one is taken as certain */
  readonly curves: readonly LearningCurve[];
  readonly draws: number;
  readonly chance: Chance;
};

/** Full means this share of what was promised: the last twentieth of learning takes as long as all before it. */
const fullShare = 0.95;
const horizonWeeks = 104;
const fewestHired = 5;

/**
 * Plays the coming weeks many times: people leave, are hired at the pace so far up to the planned heads, finish training after
 * times that were seen, graduate as often as seen, and learn along a curve that the data allow.
 */
export function forecastRamp({
  ramp,
  roster,
  asOf,
  curves,
  draws,
  chance,
}: ForecastQuestion): RampForecast | TooLittleData {
  const hired = roster.filter(({ hired_on: on }) => on <= asOf);
  const last = ramp.at(-1);
  if (last === undefined) return { kind: "too-little-data", have: 0, need: 1 };
  if (hired.length < fewestHired || curves.length === 0)
    return { kind: "too-little-data", have: hired.length, need: fewestHired };
  const past = readPast(hired, asOf);
  const goal = fullShare * productiveOf(last);
  const weeks = Array.from({ length: draws }, () =>
    weeksToGoal({ hired, past, ramp, asOf, goal, chance, curve: chance.pick(curves) }),
  );
  const inOrder = [...weeks].sort((a, b) => a - b);
  const dayAt = (share: number) => {
    const week = inOrder[Math.min(draws - 1, Math.ceil(share * draws) - 1)] ?? Number.POSITIVE_INFINITY;
    return week > horizonWeeks ? null : addDays(asOf, 7 * week);
  };
  const planned = weeks.filter((week) => week <= horizonWeeks && addDays(asOf, 7 * week) <= last.on).length;
  return {
    kind: "forecast",
    p10: dayAt(0.1),
    p50: dayAt(0.5),
    p90: dayAt(0.9),
    planned: last.on,
    wasInTime: last.on < asOf ? mostReached(hired, curves, last.on, goal) : null,
    chanceInTime: planned / draws,
    neverWithinHorizon: weeks.filter((week) => week > horizonWeeks).length / draws,
    horizon: addDays(asOf, 7 * horizonWeeks),
    draws,
    working: `${draws} plays of up to ${horizonWeeks} weeks: full is ${fullShare * 100} % of the ${productiveOf(last)} productive people of ${last.on}; ${past.leavers} leavers in ${past.personYears.toFixed(1)} person-years, ${past.graduated} of ${past.ended} trained came to work, ${past.hiresAWeek.toFixed(1)} hires a week while below plan`,
  };
}

/** Whether the people of a day were worth so many by at least half of the curves that the data allow. */
function mostReached(
  hired: readonly RosterRow[],
  curves: readonly LearningCurve[],
  on: PlainDate,
  goal: number,
): boolean {
  return curves.filter((curve) => rosterOn(hired, curve, on).effective >= goal).length >= curves.length / 2;
}

type Past = {
  readonly leavers: number;
  readonly personYears: number;
  readonly graduated: number;
  readonly ended: number;
  readonly trainingWeeks: readonly number[];
  readonly hiresAWeek: number;
};

const usualTrainingWeeks = 3;

function readPast(hired: readonly RosterRow[], asOf: PlainDate): Past {
  const first = hired.map(({ hired_on: on }) => on).sort()[0] ?? asOf;
  const { share } = graduationOf(hired, asOf);
  const [graduated, ended] = "kind" in share ? [0, 0] : [share.numerator, share.denominator];
  const trainingWeeks = hired.flatMap((row) => {
    const since = worksSince(row, asOf);
    return since === null ? [] : [Math.round((daysBetween(row.hired_on, asOf) - since) / 7)];
  });
  return {
    ...turnoverOf(hired, { from: first, to: asOf }),
    graduated,
    ended,
    trainingWeeks: trainingWeeks.length === 0 ? [usualTrainingWeeks] : trainingWeeks,
    hiresAWeek: hired.length / Math.max(1, daysBetween(first, asOf) / 7),
  };
}

type Play = {
  readonly hired: readonly RosterRow[];
  readonly past: Past;
  readonly ramp: readonly RampPoint[];
  readonly asOf: PlainDate;
  readonly goal: number;
  readonly curve: LearningCurve;
  readonly chance: Chance;
};

/** Weeks from now until real work begins (negative: since), for each person still here. */
function weeksToGoal({ hired, past, ramp, asOf, goal, curve, chance }: Play): number {
  const leavesAWeek = Math.min(0.5, (chance.poisson(past.leavers + 0.5) / Math.max(0.5, past.personYears)) * (7 / 365));
  const graduates = drawnShare(past, chance);
  let begins: number[] = hired
    .filter((row) => isHere(row, asOf))
    .flatMap((row) => {
      const since = worksSince(row, asOf);
      if (since !== null) return [-since / 7];
      const left = Math.max(1, chance.pick(past.trainingWeeks) - daysBetween(row.hired_on, asOf) / 7);
      return chance.is(graduates) ? [left] : [];
    });
  for (let week = 0; week <= horizonWeeks; week += 1) {
    const effective = begins.reduce((sum, begin) => sum + productivityAt(curve, week - begin), 0);
    if (effective >= goal) return week;
    begins = begins.filter(() => !chance.is(leavesAWeek));
    const wanted = Math.round(plannedOn(ramp, addDays(asOf, 7 * week))?.heads ?? 0) - begins.length;
    const hires = Math.max(0, Math.min(wanted, chance.poisson(past.hiresAWeek)));
    for (let hire = 0; hire < hires; hire += 1)
      if (chance.is(graduates)) begins.push(week + Math.max(1, chance.pick(past.trainingWeeks)));
  }
  return horizonWeeks + 1;
}

/** A graduation share that the seen one allows: as many trials as were seen, drawn again. */
function drawnShare({ graduated, ended }: Past, chance: Chance): number {
  const likely = (graduated + 0.5) / (ended + 1);
  if (ended === 0) return 0.85;
  let count = 0;
  for (let trial = 0; trial < ended; trial += 1) if (chance.is(likely)) count += 1;
  return count / ended;
}
