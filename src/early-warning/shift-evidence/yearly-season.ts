import type { SteadyPoint } from "./figure-stream.ts";
import { coefficientsOf, regressShrunk, type ShrunkRegression } from "./shrunk-regression.ts";
import type { SteadyNoise } from "./steady-noise.ts";
import { type WhitenedPoints, whiten, type YearlySeason } from "./whitened-points.ts";

const year = 365.25;
/** Days of history from which on a season is taken out, and points below which it leaves too little to weigh. */
const seasonDays = 1.6 * 365;
const fewestForSeason = 20;
/** A wave of two months is the sharpest: what is shorter is a shock. */
const mostWaves = 6;

/** One, the level, and the first wave: free of any belief beforehand. */
export const freeColumns = 3;

/**
 * How high the second and further waves are beforehand, in deviations of a period's noise: none, faint, plain or towering.
 * The points weigh the four by how well each foretold them, so that a shape which is not there costs little.
 */
const heightsOfWaves = [0, 0.3, 1, 3] as const;
/** A belief that the points make less likely than this is left out. */
const leastWeight = 0.005;

/** One belief about the season's shape: the regression under it, and how likely it is given the points. */
export type SeasonBelief = { readonly regression: ShrunkRegression; readonly weight: number };

/** Waves a year that so many points can tell. */
function wavesFor(points: readonly SteadyPoint[], step: number): number {
  const span = (points.at(-1)?.day ?? 0) - (points[0]?.day ?? 0);
  if (span < seasonDays || points.length < fewestForSeason) return 0;
  return Math.max(1, Math.min(mostWaves, Math.floor((year / step - 1) / 2)));
}

/** The season as the points show it; without waves where the history is too short for one. */
export function readSeason(points: readonly SteadyPoint[], noise: SteadyNoise): YearlySeason {
  const count = wavesFor(points, noise.step);
  const perPoint = 2 * count;
  const waves = wavesOn(points, count);
  if (count === 0) return { waves, perPoint, size: 1, heights: null };
  const whitened = whiten(points, noise, { waves, perPoint, size: 1 + perPoint, heights: null });
  const beliefs = seasonBeliefs(whitened);
  const size = Math.max(...beliefs.map(({ regression }) => regression.size));
  const mean = new Float64Array(size);
  for (const { regression, weight } of beliefs) {
    for (const [at, coefficient] of coefficientsOf(regression).entries()) {
      mean[at] = (mean[at] ?? 0) + weight * coefficient * whitened.usual;
    }
  }
  const heights = new Float64Array(points.length);
  for (let at = 0; at < points.length; at += 1) {
    for (let wave = 1; wave < size; wave += 1) {
      heights[at] = (heights[at] ?? 0) + (mean[wave] ?? 0) * (waves[at * perPoint + wave - 1] ?? 0);
    }
  }
  return { waves, perPoint, size, heights };
}

/** The regression on level and season alone under each belief, weighed by the evidence of the points for it. */
export function seasonBeliefs({ level }: WhitenedPoints): readonly SeasonBelief[] {
  const free = Math.min(freeColumns, level.size);
  const drawn = level.size - free;
  const beliefs = (drawn === 0 ? [0] : heightsOfWaves).map((height) => {
    const size = height === 0 ? free : level.size;
    const regression = regressShrunk(level, { size, free, precision: height === 0 ? 0 : 1 / height ** 2 });
    const evidence =
      -regression.logDeterminant -
      (height === 0 ? 0 : drawn * Math.log(height)) -
      ((level.response.length - free) / 2) * Math.log(regression.residual);
    return { regression, evidence };
  });
  const top = Math.max(...beliefs.map(({ evidence }) => evidence));
  const likely = beliefs.filter(({ evidence }) => evidence > top + Math.log(leastWeight));
  const total = likely.reduce((sum, { evidence }) => sum + Math.exp(evidence - top), 0);
  return likely.map(({ regression, evidence }) => ({ regression, weight: Math.exp(evidence - top) / total }));
}

/** Cosine and sine of each wave of the year on each point's day, row-major. */
function wavesOn(points: readonly SteadyPoint[], count: number): Float64Array {
  const waves = new Float64Array(points.length * 2 * count);
  let place = 0;
  for (const { day } of points) {
    const angle = (2 * Math.PI * day) / year;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    let [real, imaginary] = [cosine, sine];
    for (let wave = 0; wave < count; wave += 1) {
      waves[place] = real;
      waves[place + 1] = imaginary;
      place += 2;
      [real, imaginary] = [real * cosine - imaginary * sine, real * sine + imaginary * cosine];
    }
  }
  return waves;
}
