import type { SimulatedFigure, SimulatedPoint } from "../../src/early-warning/simulator/simulate-figures.ts";
import { keptWeeks } from "../../src/pitfalls/standing-findings.ts";

/** How far the limits of the other methods are moved out, in deviations; the bench picks the one of equal false alarms. */
export const widenings: readonly number[] = [
  0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 10,
];

const baselineWeeks = 26;

/**
 * The two methods that people use, on every figure by itself: a monthly target, set so many deviations of a month on the bad
 * side of the first half year's mean, and NHS-style XmR rules (a point beyond its limit, seven on one side, two of three near the limit)
 * with limits from 26 weeks, every zone moved out by so many deviations.
 * @param watchedFrom index of the first week that is watched
 * @param moved figures whose alarms are true; null counts all episodes
 */
export function firstBaselineAlarms(
  figures: readonly SimulatedFigure[],
  watchedFrom: number,
  moved: ReadonlySet<string> | null,
): {
  readonly healthy: Readonly<Record<string, readonly number[]>>;
  readonly planted: Readonly<Record<string, readonly (number | null)[]>>;
} {
  const looked = figures.filter(({ kind }) => moved === null || moved.has(kind.metric));
  const told = (
    method: (points: readonly SimulatedPoint[], sign: 1 | -1, wide: number, weeks: number) => readonly number[],
  ) =>
    widenings.map((wide) =>
      looked.flatMap(({ kind, points }) =>
        method(points, kind.better === "higher" ? -1 : 1, wide, kind.weeks).filter((week) => week >= watchedFrom),
      ),
    );
  const all = { "monthly target": told(targetEpisodes), "XmR rules": told(chartEpisodes) };
  const each = <T>(make: (weeks: readonly number[]) => T) =>
    Object.fromEntries(Object.entries(all).map(([method, byWidening]) => [method, byWidening.map(make)]));
  return {
    healthy: each((weeks) => weeks.length),
    planted: each((weeks) => (weeks.length === 0 ? null : Math.min(...weeks) - watchedFrom + 1)),
  };
}

type Level = { readonly week: number; readonly value: number };

/** Weeks at whose end a month is told to have missed its target. */
function targetEpisodes(
  points: readonly SimulatedPoint[],
  sign: 1 | -1,
  wide: number,
  weeks: number,
): readonly number[] {
  const months: Level[] = [];
  const perMonth = Math.max(1, Math.round(4 / weeks));
  for (let at = 0; at + perMonth <= points.length; at += perMonth) {
    const values = points.slice(at, at + perMonth).flatMap(({ value }) => value ?? []);
    if (values.length > 0)
      months.push({ week: (at + perMonth) * weeks - 1, value: (sign * sum(values)) / values.length });
  }
  const base = months.filter(({ week }) => week < 2 * baselineWeeks);
  const { centre, deviation } = spreadOf(base.map(({ value }) => value));
  return episodes(months.filter(({ value }) => value > centre + (1 + wide) * deviation));
}

function chartEpisodes(
  points: readonly SimulatedPoint[],
  sign: 1 | -1,
  wide: number,
  weeks: number,
): readonly number[] {
  const levels = points.flatMap(({ value }, at) =>
    value === null ? [] : [{ week: (at + 1) * weeks - 1, value: sign * value }],
  );
  const base = levels.slice(0, baselineWeeks).map(({ value }) => value);
  const centre = sum(base) / base.length;
  const ranges = base.slice(1).map((value, at) => Math.abs(value - (base[at] ?? value)));
  const deviation = sum(ranges) / Math.max(1, ranges.length) / 1.128;
  const beyond = (at: number, deviations: number) =>
    (levels[at]?.value ?? centre) > centre + (deviations + wide) * deviation;
  const isTold = levels.map((_, at) => {
    if (beyond(at, 3)) return true;
    const near = [at, at - 1, at - 2].filter((each) => each >= 0 && beyond(each, 2)).length;
    if (near >= 2 && beyond(at, 2)) return true;
    return at >= 6 && Array.from({ length: 7 }, (__, back) => beyond(at - back, 0)).every(Boolean);
  });
  return episodes(levels.filter((_, at) => isTold[at] === true));
}

/** First weeks of what is told; what is told again while it would still stand in the product is the same episode. */
function episodes(told: readonly Level[]): readonly number[] {
  return told.flatMap(({ week }, at) => {
    const before = told[at - 1];
    return before === undefined || week - before.week > keptWeeks ? [week] : [];
  });
}

function spreadOf(values: readonly number[]) {
  const centre = sum(values) / Math.max(1, values.length);
  const squares = values.map((value) => (value - centre) ** 2);
  return { centre, deviation: Math.sqrt(sum(squares) / Math.max(1, values.length - 1)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
