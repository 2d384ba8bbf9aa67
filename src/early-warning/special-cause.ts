import { z } from "zod";
import type { LimitedPoint } from "./control-chart.ts";

/** Why a point stands out, the strongest reason first. */
export const SpecialCauseRule = z.enum([
  "above-upper-limit",
  "below-lower-limit",
  "seven-rising",
  "seven-falling",
  "two-of-three-near-upper-limit",
  "two-of-three-near-lower-limit",
  "seven-above-centre",
  "seven-below-centre",
]);
export type SpecialCauseRule = z.infer<typeof SpecialCauseRule>;

/** Each rule in words for the reader of a chart. */
export const ruleWords: Readonly<Record<SpecialCauseRule, string>> = {
  "above-upper-limit": "above the upper limit",
  "below-lower-limit": "below the lower limit",
  "seven-rising": "7 points rising in a row",
  "seven-falling": "7 points falling in a row",
  "two-of-three-near-upper-limit": "2 of 3 points close to the upper limit",
  "two-of-three-near-lower-limit": "2 of 3 points close to the lower limit",
  "seven-above-centre": "7 points in a row above the centre",
  "seven-below-centre": "7 points in a row below the centre",
};

/** Whether a rule speaks of high or of low values. */
export const ruleDirection: Readonly<Record<SpecialCauseRule, "up" | "down">> = {
  "above-upper-limit": "up",
  "below-lower-limit": "down",
  "seven-rising": "up",
  "seven-falling": "down",
  "two-of-three-near-upper-limit": "up",
  "two-of-three-near-lower-limit": "down",
  "seven-above-centre": "up",
  "seven-below-centre": "down",
};

/**
 * The rule that marks each point, or null for common cause: outside the limits, a trend of seven, two of three close
 * to one limit with all three on that side, seven on one side of the centre. Points without value take no part:
 * a run goes on over a missing week. Nothing is looked at across a rebase.
 * @see NHS England, Making Data Count; Western Electric 1956
 */
export function markSpecialCauses(points: readonly LimitedPoint[]): readonly (SpecialCauseRule | null)[] {
  const marks = new Array<SpecialCauseRule | null>(points.length).fill(null);
  const phases = new Set(points.map((point) => point.phase));
  for (const phase of phases) {
    const indexes = points.flatMap((point, index) => (point.phase === phase && point.value !== null ? index : []));
    markPhase(indexes.flatMap((index) => placed(points[index]) ?? [])).forEach((rule, step) => {
      marks[indexes[step] ?? -1] = rule;
    });
  }
  return marks;
}

type Placed = { readonly value: number; readonly side: number; readonly isOutside: boolean; readonly isNear: boolean };

function placed(point: LimitedPoint | undefined): Placed | null {
  if (point === undefined || point.value === null) return null;
  const { value, centre, lower, upper, nearLower, nearUpper } = point;
  const isBeyond = (low: number | null, high: number | null) =>
    (low !== null && value < low) || (high !== null && value > high);
  const isOutside = isBeyond(lower, upper);
  return {
    value,
    side: centre === null ? 0 : Math.sign(value - centre),
    isOutside,
    isNear: !isOutside && isBeyond(nearLower, nearUpper),
  };
}

function markPhase(points: readonly Placed[]): readonly (SpecialCauseRule | null)[] {
  const sides = points.map((point) => point.side);
  const steps = points.map((point, index) => Math.sign(point.value - (points[index - 1]?.value ?? point.value)));
  const trend = partOfTrend(steps);
  const shift = partOfRun(sides, 7);
  return points.map((point, index) => {
    if (point.isOutside) return point.side > 0 ? "above-upper-limit" : "below-lower-limit";
    if (trend[index] === true) return trendDirection(steps, trend, index) > 0 ? "seven-rising" : "seven-falling";
    if (point.isNear && isTwoOfThree(points, index)) {
      return point.side > 0 ? "two-of-three-near-upper-limit" : "two-of-three-near-lower-limit";
    }
    if (shift[index] === true) return point.side > 0 ? "seven-above-centre" : "seven-below-centre";
    return null;
  });
}

/** True for members of `length` neighbours that share a sign other than zero. */
function partOfRun(signs: readonly number[], length: number): readonly boolean[] {
  const marks = new Array<boolean>(signs.length).fill(false);
  let start = 0;
  signs.forEach((sign, index) => {
    if (sign === 0 || sign !== signs[start]) start = index;
    if (sign !== 0 && index - start + 1 >= length) marks.fill(true, start, index + 1);
  });
  return marks;
}

/** Seven points make six steps in one direction; the point before the first step belongs to the trend. */
function partOfTrend(steps: readonly number[]): readonly boolean[] {
  const run = partOfRun(steps.slice(1), 6);
  return steps.map((_, index) => run[index - 1] === true || run[index] === true);
}

/** A point where one trend turns into the next is told by the step that leaves it. */
function trendDirection(steps: readonly number[], trend: readonly boolean[], index: number): number {
  return trend[index + 1] === true ? (steps[index + 1] ?? 0) : (steps[index] ?? 0);
}

function isTwoOfThree(points: readonly Placed[], index: number): boolean {
  return [index - 2, index - 1, index].some((start) => {
    const three = start < 0 ? [] : points.slice(start, start + 3);
    const sides = Math.abs(three.reduce((total, point) => total + point.side, 0));
    return three.length === 3 && sides === 3 && three.filter((point) => point.isNear).length >= 2;
  });
}
