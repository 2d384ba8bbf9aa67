import { median } from "simple-statistics";
import type { SteadyPoint } from "./figure-stream.ts";

/** How a figure on its steady scale varies while nothing happens. */
export type SteadyNoise = {
  /** variance of each point, in the order given */
  readonly variances: readonly number[];
  /** correlation of a point with the one before it, one usual step away; 0 to 0.8 */
  readonly memory: number;
  /** days between two points as a rule */
  readonly step: number;
};

/** What partnerships' weekly figures remember of the week before, as a rule, and how many weeks this belief is worth. */
const usualMemory = { correlation: 0.15, weight: 25 };
const longestMemory = 0.8;
/** Points on either side over which the running level is taken. */
const runningReach = 12;

/**
 * Reads the noise of a figure from differences of near neighbours, which one lasting change of level hardly touches.
 * @param isRelative whether the points' variances are only shapes (means, bare values) or whole (shares, rates)
 */
export function readSteadyNoise(points: readonly SteadyPoint[], isRelative: boolean): SteadyNoise {
  const step = median(points.slice(1).map(({ day }, at) => day - (points[at]?.day ?? day)));
  const own = points.map(({ variance }) => variance);
  const usual = mean(own);
  const one = halfSquares(points, 1);
  const two = halfSquares(points, 2);
  const three = halfSquares(points, 3);
  const far = Math.max((two + three) / 2, one);
  const extra = isRelative ? 0 : Math.max(0, far - usual);
  const scale = isRelative ? Math.max(far, Number.MIN_VALUE) / usual : 1;
  const variances = own.map((variance) => Math.max(variance * scale + extra, Number.MIN_VALUE));
  return { variances, memory: memoryOf(points, variances), step };
}

/** Correlation of neighbours about the running level, drawn towards the usual one while there is little to go by. */
function memoryOf(points: readonly SteadyPoint[], variances: readonly number[]): number {
  const about = aboutRunningLevel(points, variances);
  let products = 0;
  let squares = 0;
  for (let at = 1; at < about.length; at += 1) {
    const [before, here] = [about[at - 1] ?? 0, about[at] ?? 0];
    products += before * here;
    squares += (before ** 2 + here ** 2) / 2;
  }
  const count = about.length;
  const raw = squares === 0 ? 0 : products / squares;
  // A correlation about an estimated level comes out too low: Marriott and Pope 1954, with the running level's window.
  const unbiased = raw + (1 + 3 * Math.max(0, raw)) / Math.min(count, 2 * runningReach + 1);
  const drawn = (count * unbiased + usualMemory.weight * usualMemory.correlation) / (count + usualMemory.weight);
  return Math.min(longestMemory, Math.max(0, drawn));
}

/** Deviations from the running level in units of the noise, beyond three counted as three. */
function aboutRunningLevel(points: readonly SteadyPoint[], variances: readonly number[]): Float64Array {
  const count = points.length;
  const about = new Float64Array(count);
  const sums = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    about[at] = (points[at]?.level ?? 0) / Math.sqrt(variances[at] ?? 1);
    sums[at + 1] = (sums[at] ?? 0) + (about[at] ?? 0);
  }
  for (let at = 0; at < count; at += 1) {
    const from = Math.max(0, at - runningReach);
    const to = Math.min(count, at + runningReach + 1);
    about[at] = clip((about[at] ?? 0) - ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from));
  }
  return about;
}

/** Half the mean squared difference of points so many places apart, the largest twentieth trimmed to the next. */
function halfSquares(points: readonly SteadyPoint[], lag: number): number {
  const count = Math.max(0, points.length - lag);
  if (count === 0) return 0;
  // The largest so far, the least of them first: the cap is the first of a twentieth and one.
  const largest = new Float64Array(count - Math.min(count - 1, Math.floor(count * 0.95)));
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const square = ((points[at + lag]?.level ?? 0) - (points[at]?.level ?? 0)) ** 2 / 2;
    sum += square;
    let place = 0;
    while (place + 1 < largest.length && (largest[place + 1] ?? 0) < square) {
      largest[place] = largest[place + 1] ?? 0;
      place += 1;
    }
    if ((largest[place] ?? 0) < square) largest[place] = square;
  }
  const cap = largest[0] ?? 0;
  for (const square of largest) sum -= square - cap;
  return sum / count;
}

/** Deviations beyond three are shocks: they count as three. */
export function clip(deviation: number): number {
  return Math.max(-3, Math.min(3, deviation));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
