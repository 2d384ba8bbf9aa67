import { median } from "simple-statistics";
import type { SteadyPoint } from "./figure-stream.ts";
import { type NormalEquations, normalEquations } from "./shrunk-regression.ts";
import { clip, type SteadyNoise } from "./steady-noise.ts";

/** What repeats every year in a figure on its steady scale. */
export type YearlySeason = {
  /** cosines and sines of the year at each point, row-major, `perPoint` of them */
  readonly waves: Float64Array;
  readonly perPoint: number;
  /** columns of a regression on the level and the first waves */
  readonly size: number;
  /** the season at each point as far as it is known; null before it was read */
  readonly heights: Float64Array | null;
};

/** Points in units of their noise, each without what it remembers of the one before. */
export type WhitenedPoints = {
  /** the intercept, then the waves of the season: the columns that level and season are fitted by */
  readonly level: NormalEquations;
  /** what a shift adds to the first point that has it; its later points have the intercept's */
  readonly own: Float64Array;
  /** the usual noise, in the points' unit */
  readonly usual: number;
};

/** A deviation from the season's height counts as three noises at most; the season itself does not. */
export function whiten(
  points: readonly SteadyPoint[],
  { variances, memory, step }: SteadyNoise,
  { waves, perPoint, size, heights }: YearlySeason,
): WhitenedPoints {
  const count = points.length;
  const centre = median(points.map(({ level }, at) => level - (heights?.[at] ?? 0)));
  // Units of the usual noise, so that the shift's prior is one period's deviation.
  const usual = Math.sqrt(median([...variances]));
  const columns = new Float64Array(count * size);
  const response = new Float64Array(count);
  const own = new Float64Array(count);
  let [dayBefore, deviationBefore, weightBefore] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const { day, level } = points[at] ?? nowhere;
    const noise = Math.sqrt(variances[at] ?? 1);
    const weight = usual / noise;
    const height = heights?.[at] ?? 0;
    const deviation = clip((level - centre - height) / noise) + height / noise;
    const steps = Math.max(1, (day - dayBefore) / step);
    const kept = at === 0 ? 0 : steps === 1 ? memory : memory ** steps;
    const grown = 1 / Math.sqrt(1 - kept ** 2);
    const now = grown * weight;
    const then = grown * kept * weightBefore;
    const start = at * size;
    columns[start] = now - then;
    for (let index = 1; index < size; index += 1) {
      const place = at * perPoint + index - 1;
      columns[start + index] = now * (waves[place] ?? 0) - then * (waves[place - perPoint] ?? 0);
    }
    response[at] = grown * (deviation - kept * deviationBefore);
    own[at] = now;
    dayBefore = day;
    deviationBefore = deviation;
    weightBefore = weight;
  }
  return { level: normalEquations(columns, size, response), own, usual };
}

const nowhere: SteadyPoint = { day: 0, level: 0, variance: 1 };
