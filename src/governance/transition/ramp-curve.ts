import { addLength, type CalendarLength, subtractLength } from "../../values/calendar-length.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { curveThrough, productivityAt } from "./learning-curve.ts";
import type { LearningAssumptions, RampPoint, TransitionPlan } from "./transition-plan.ts";

/** How many people are where on one day, as expected: fractions of people are means. */
export type RampDay = {
  readonly on: PlainDate;
  readonly heads: number;
  readonly inTraining: number;
  readonly nesting: number;
  readonly graduated: number;
  /** the same work in fully productive people */
  readonly effective: number;
};

/** People who begin their training on one day. */
export type Cohort = { readonly on: PlainDate; readonly heads: number };

/** What is taken where the record says nothing: said aloud with every figure that rests on it. */
const usualLearning = {
  training: { count: 3, unit: "week" },
  nesting: { count: 4, unit: "week" },
  graduates: 0.85,
  productivity_at_start: 0.4,
  experienced_after: { count: 16, unit: "week" },
  turnover_a_year: 0.3,
} as const satisfies LearningAssumptions;

export type Learning = {
  readonly training: CalendarLength;
  readonly nesting: CalendarLength;
  readonly graduates: number;
  readonly productivity_at_start: number;
  readonly experienced_after: CalendarLength;
  readonly turnover_a_year: number;
};

/** The record's assumptions, the usual ones where it has none, and the keys for which those were taken. */
export function learningOf(plan: Pick<TransitionPlan, "learning"> | undefined): {
  readonly learning: Learning;
  readonly assumed: readonly string[];
} {
  const said = plan?.learning ?? {};
  const learning: Learning = { ...usualLearning, ...withoutUndefined(said) };
  const assumed = Object.keys(usualLearning).filter((key) =>
    Object.entries(said).every(([one, value]) => one !== key || value === undefined),
  );
  return { learning, assumed };
}

/**
 * The cohorts that bring the planned heads to work: the first group on `firstWork` (at the latest on the day of its point), later
 * rises evenly week by week. Each begins its training earlier and larger, so that after training the planned heads are there.
 */
export function plannedCohorts(
  ramp: readonly RampPoint[],
  { training, graduates }: Pick<Learning, "training" | "graduates">,
  firstWork: PlainDate | null = null,
): readonly Cohort[] {
  const begins = (works: PlainDate, heads: number) => ({
    on: subtractLength(works, training),
    heads: heads / graduates,
  });
  return ramp.flatMap(({ on, heads }, at) => {
    const before = ramp[at - 1];
    if (before === undefined)
      return heads === 0 ? [] : [begins(firstWork !== null && firstWork < on ? firstWork : on, heads)];
    const more = heads - Math.max(...ramp.slice(0, at).map((point) => point.heads));
    if (more <= 0) return [];
    const days = weekEnds(addDays(before.on, 1), on);
    return days.length === 0 ? [begins(on, more)] : days.map((day) => begins(day, more / days.length));
  });
}

/** Where the people of some cohorts are expected to be on a day: training, then nesting, then on their own; leavers leave evenly. */
export function rampOn(cohorts: readonly Cohort[], learning: Learning, on: PlainDate): RampDay {
  const curve = curveThrough(learning.productivity_at_start, weeksOf(learning.experienced_after));
  const day = { on, heads: 0, inTraining: 0, nesting: 0, graduated: 0, effective: 0 };
  for (const cohort of cohorts) {
    if (cohort.on > on) continue;
    const staying =
      cohort.heads *
      Math.exp((Math.log1p(-Math.min(0.999, learning.turnover_a_year)) * daysBetween(cohort.on, on)) / 365);
    const works = addLength(cohort.on, learning.training);
    const alone = addLength(works, learning.nesting);
    const people = on < works ? staying : staying * learning.graduates;
    day.heads += people;
    if (on < works) day.inTraining += people;
    else if (on < alone) day.nesting += people;
    else day.graduated += people;
    if (on >= works) day.effective += people * productivityAt(curve, daysBetween(works, on) / 7);
  }
  return day;
}

/** Planned heads and productive people on a day: straight between points, the first counting from its own day. */
export function plannedOn(
  ramp: readonly RampPoint[],
  on: PlainDate,
): { readonly heads: number; readonly productive: number } | null {
  const before = ramp.findLast((point) => point.on <= on);
  if (before === undefined) return null;
  const after = ramp.find((point) => point.on > on);
  const part = after === undefined ? 0 : daysBetween(before.on, on) / daysBetween(before.on, after.on);
  const between = (from: number, to: number) => from + (to - from) * part;
  return {
    heads: between(before.heads, after?.heads ?? before.heads),
    productive: between(productiveOf(before), after === undefined ? productiveOf(before) : productiveOf(after)),
  };
}

/** Fully productive people that a point promises; all of its heads where it does not say. */
export function productiveOf({ productive, heads }: RampPoint): number {
  return productive ?? heads;
}

/** The last day of each week from `from` on, up to `to`; weeks are counted from `from`. */
export function weekEnds(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const weeks = Math.floor((daysBetween(from, to) + 1) / 7);
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => addDays(from, 7 * week + 6));
}

export function weeksOf(length: CalendarLength): number {
  return daysBetween("2026-01-01", addLength("2026-01-01", length)) / 7;
}

function withoutUndefined(said: LearningAssumptions): Partial<Learning> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
