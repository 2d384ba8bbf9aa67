import { type Figure, figureLike, figureNumber, figureText } from "../../values/figure.ts";
import { addDays, daysBetween, firstOfNextMonth, type PlainDate } from "../../values/time.ts";
import type { Objective } from "./objective.ts";
import { type Reading, type Standing, standingOf } from "./objective-standing.ts";

/** A point on the way from baseline to target. */
export type DuePoint = {
  readonly on: PlainDate;
  /** in the metric's own unit: fractions, seconds, business days, an amount, or a number */
  readonly due: number;
  /** as people read it, such as 75 % */
  readonly text: string;
  /** what was agreed on; `between` lies on the straight line from one to the next */
  readonly kind: "baseline" | "in-90-days" | "target" | "between";
};

export type Trajectory = {
  readonly kind: "trajectory";
  readonly unit: Figure["kind"];
  readonly better: "higher" | "lower";
  /** first to last; corners and the last day of each month between them */
  readonly points: readonly DuePoint[];
  readonly dueToday: DuePoint;
  /** how `dueToday` comes about, in words */
  readonly working: string;
  /** measured figures from the start up to the day of asking, earliest first */
  readonly readings: readonly Reading[];
  readonly standing: Standing | null;
};

/** Why there is no way to draw; each lack in words. */
export type NoTrajectory = { readonly kind: "no-trajectory"; readonly lacking: readonly string[] };

type Corner = { readonly on: PlainDate; readonly due: number; readonly kind: DuePoint["kind"] };

/** Days from the start to the first look. */
const firstLookDays = 90;

/**
 * The way of an objective from its baseline by way of the figure for 90 days to its target, straight between these.
 * @param start    the day on which the baseline held
 * @param readings measured figures of its metric; only those up to `asOf` are used
 */
export function trajectoryOf(
  { baseline, in_90_days: step, target }: Pick<Objective, "baseline" | "in_90_days" | "target">,
  { start, asOf, readings = [] }: { start: PlainDate | null; asOf: PlainDate; readings?: readonly Reading[] },
): Trajectory | NoTrajectory {
  const by = target?.by ?? null;
  if (baseline === undefined || target === undefined || by === null || start === null || by <= start)
    return { kind: "no-trajectory", lacking: lackingOf({ baseline, target, by, start }) };
  if (baseline.kind !== target.figure.kind)
    return { kind: "no-trajectory", lacking: ["a baseline and a target in one unit"] };
  const [from, to] = [figureNumber(baseline), figureNumber(target.figure)];
  if (from === to) return { kind: "no-trajectory", lacking: ["a target that differs from the baseline"] };
  const look = addDays(start, firstLookDays);
  const middle: Corner[] =
    step === undefined || step.kind !== baseline.kind || look >= by
      ? []
      : [{ on: look, due: figureNumber(step), kind: "in-90-days" }];
  const corners: Corner[] = [
    { on: start, due: from, kind: "baseline" },
    ...middle,
    { on: by, due: to, kind: "target" },
  ];
  const better = to > from ? "higher" : "lower";
  const pointOn = (on: PlainDate, kind: DuePoint["kind"]): DuePoint => {
    const due = dueOn(corners, on);
    return { on, due, text: roundText(baseline, due), kind };
  };
  const days = [...new Set([...corners.map(({ on }) => on), ...monthEnds(start, by)])].sort();
  const points = days.map((on) => pointOn(on, corners.find((corner) => corner.on === on)?.kind ?? "between"));
  const dueToday = pointOn(asOf, corners.find((corner) => corner.on === asOf)?.kind ?? "between");
  return {
    kind: "trajectory",
    unit: baseline.kind,
    better,
    points,
    dueToday,
    working: workingOf(corners, baseline, dueToday),
    readings: readings
      .filter(({ on }) => on >= start && on <= asOf)
      .toSorted((one, other) => one.on.localeCompare(other.on)),
    standing: standingOf(
      readings.filter(({ on }) => on >= start && on <= asOf),
      { due: dueToday.due, better, isUp: by <= asOf },
    ),
  };
}

/** What is due on a day: straight between corners, the first before them and the last after. */
function dueOn(corners: readonly Corner[], on: PlainDate): number {
  const [before, after] = aroundOf(corners, on);
  if (before === undefined) return after?.due ?? 0;
  if (after === undefined) return before.due;
  return before.due + (after.due - before.due) * (daysBetween(before.on, on) / daysBetween(before.on, after.on));
}

function aroundOf(corners: readonly Corner[], on: PlainDate): readonly [Corner | undefined, Corner | undefined] {
  return [corners.findLast((corner) => corner.on <= on), corners.find((corner) => corner.on > on)];
}

function workingOf(corners: readonly Corner[], unit: Figure, { on, text }: DuePoint): string {
  const [before, after] = aroundOf(corners, on);
  const said = ({ due, on: day, kind }: Corner) =>
    `${roundText(unit, due)} on ${day}${kind === "in-90-days" ? " (the figure for 90 days)" : ""}`;
  if (before === undefined || after === undefined) {
    const end = before ?? after;
    return end === undefined
      ? ""
      : `${text} is due: ${said(end)} is the ${before === undefined ? "start" : "end"} of the way`;
  }
  const days = `day ${daysBetween(before.on, on)} of ${daysBetween(before.on, after.on)}`;
  return `${text} is due on ${on}: ${days} on the straight line from ${said(before)} to ${said(after)}`;
}

function lackingOf(has: {
  baseline: Figure | undefined;
  target: Objective["target"];
  by: PlainDate | null;
  start: PlainDate | null;
}): readonly string[] {
  const { baseline, target, by, start } = has;
  return [
    baseline === undefined ? "a baseline" : null,
    target === undefined ? "a target" : by === null ? "a date for the target" : null,
    start === null ? "a day to start from (effective_from, or the contract's starts)" : null,
    start !== null && by !== null && by <= start ? `a date for the target after the start on ${start}` : null,
  ].filter((lack) => lack !== null);
}

/** Last days of the months between two days, both left out. */
function monthEnds(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const ends: PlainDate[] = [];
  for (let first = firstOfNextMonth(from); addDays(first, -1) < to; first = firstOfNextMonth(first))
    if (addDays(first, -1) > from) ends.push(addDays(first, -1));
  return ends;
}

/** What is due lies between agreed figures, so it is told with as many digits as they have and one more. */
function roundText(unit: Figure, number: number): string {
  const rounded =
    unit.kind === "share"
      ? Number(number.toFixed(3))
      : unit.kind === "seconds"
        ? Math.round(number)
        : Number(number.toFixed(1));
  return figureText(figureLike(unit, rounded));
}
