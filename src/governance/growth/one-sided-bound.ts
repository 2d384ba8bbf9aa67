import { chiSquaredTail } from "../../early-warning/chi-squared.ts";
import { type Interval, wilsonInterval } from "../../values/share.ts";

/** Standard normal quantile of 95 %: each bound of an interval built with it holds one-sided at 95 %. */
const oneSided = 1.6448536269514722;

/** Bounds of a share, each one-sided at 95 %. @see Wilson 1927 */
export function shareBounds(numerator: number, denominator: number): Interval {
  return wilsonInterval(numerator, denominator, oneSided);
}

/** Fewer values than this give no bound of a mean: the t quantile used is exact to 0.002 only from here on. */
export const fewestForMean = 5;

/** Bounds of a mean, each one-sided at 95 %, by Student's t. `deviation` is that of single values. */
export function meanBounds(mean: number, deviation: number, count: number): Interval {
  const half = (studentQuantile(count - 1) * deviation) / Math.sqrt(count);
  return { low: mean - half, high: mean + half };
}

/** Bounds of a rate of events over an exposure, each one-sided at 95 %, by the exact Poisson limits. @see Garwood 1936 */
export function rateBounds(events: number, exposure: number): Interval {
  const limit = (chance: number, degrees: number) => {
    if (degrees === 0) return 0;
    let [low, high] = [0, 4 * events + 40];
    for (let step = 0; step < 80; step += 1) {
      const middle = (low + high) / 2;
      if (chiSquaredTail(2 * middle, degrees) > chance) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { low: limit(0.95, 2 * events) / exposure, high: limit(0.05, 2 * events + 2) / exposure };
}

/** The 95 % quantile of Student's t by its expansion in 1 ÷ degrees. @see Abramowitz & Stegun 1964, 26.7.5 */
function studentQuantile(degrees: number): number {
  const z = oneSided;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}
