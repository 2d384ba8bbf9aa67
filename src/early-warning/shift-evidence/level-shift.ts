import { logNormalCumulative } from "../normal.ts";
import type { SteadyPoint } from "./figure-stream.ts";
import { type LevelShift, proportionDeviation, type ShiftFactors } from "./shift-factors.ts";
import { type ShrunkRegression, turn } from "./shrunk-regression.ts";
import type { SteadyNoise } from "./steady-noise.ts";
import { type WhitenedPoints, whiten, type YearlySeason } from "./whitened-points.ts";
import { freeColumns, seasonBeliefs } from "./yearly-season.ts";

/**
 * How much likelier the points are, had the level moved for good at one of them, than had it not: the logarithm of the
 * Bayes factor, for each point as the first of the new level; null where too few lie before it.
 *
 * Level and scale are unknown on both sides and drop out (Student's t by the right-Haar prior), the shift is a priori
 * half-normal with a deviation of one period's noise. Whitened for memory; deviations beyond three count as three.
 * Under no change each factor has expectation one, which is what the alarm budget builds on; so has their mean over
 * what is believed of the season.
 * @param season what repeats every year, fitted anew together with the level
 * @see Rouder et al. 2009, Psychonomic Bulletin & Review 16, for the factor of t with a normal prior
 */
export function levelShiftFactors(
  points: readonly SteadyPoint[],
  noise: SteadyNoise,
  { fewestBefore, season }: { readonly fewestBefore: number; readonly season: YearlySeason },
): ShiftFactors<LevelShift> {
  const count = points.length;
  const worse: (number | null)[] = new Array(count).fill(null);
  const better: (number | null)[] = new Array(count).fill(null);
  const shifts: (LevelShift | null)[] = new Array(count).fill(null);
  const whitened = whiten(points, noise, season);
  const free = count - Math.min(freeColumns, season.size) - 1;
  if (free < 3) return { worse, better, shifts };
  const steps = stepSums(whitened);
  for (const { regression, weight } of seasonBeliefs(whitened)) {
    const share = Math.log(weight);
    const cross = new Float64Array(regression.size);
    for (let at = fewestBefore; at < count; at += 1) {
      const { score, information } = left(steps, at, regression, cross);
      if (information <= 1e-9) continue;
      const rest = Math.max(regression.residual - score ** 2 / information, 1e-12);
      const t = score * Math.sqrt(free / (information * rest));
      const [up, down] = logFactors(t, information, free);
      worse[at] = logSum(worse[at], share + up);
      better[at] = logSum(better[at], share + down);
      const { estimate, information: before } = shifts[at] ?? { estimate: 0, information: 0 };
      shifts[at] = {
        kind: "level",
        estimate: estimate + (weight * whitened.usual * score) / information,
        information: before + (weight * information * free) / (rest * whitened.usual ** 2),
        free,
      };
    }
  }
  return { worse, better, shifts };
}

/**
 * Logarithms of the one-sided Bayes factors of a t value: of a shift up, and of one down.
 * @param information of the shift, in units of one over the variance of a period's noise
 * @param free degrees of freedom of t
 */
export function logFactors(t: number, information: number, free: number): readonly [number, number] {
  const power = (free + 1) / 2;
  const factor =
    Math.LN2 +
    power * (Math.log1p(t ** 2 / free) - Math.log1p(t ** 2 / (free * (1 + information)))) -
    0.5 * Math.log1p(information);
  const towards = Math.abs(t) * Math.sqrt(information / (1 + information)) * (1 - 1 / (4 * free));
  const against = logNormalCumulative(-towards);
  const along = Math.log1p(-Math.exp(against));
  return t > 0 ? [factor + along, factor + against] : [factor + against, factor + along];
}

/** Logarithm of how much likelier an estimate is about an expected shift than about none: Student's t on both sides. */
export function shiftLikelier({ estimate, information, free }: Omit<LevelShift, "kind">, expected: number): number {
  const wider = 1 + information * (proportionDeviation * expected) ** 2;
  const none = Math.log1p((information * estimate ** 2) / free);
  const some = Math.log1p((information * (estimate - expected) ** 2) / (wider * free));
  return 0.5 * ((free + 1) * (none - some) - Math.log(wider));
}

/** For the step that begins at each point: its squares, its products with the response and with the level's columns. */
type StepSums = {
  readonly size: number;
  readonly squares: Float64Array;
  readonly products: Float64Array;
  /** row-major */
  readonly crosses: Float64Array;
};

function stepSums({ level: { columns, size, response }, own }: WhitenedPoints): StepSums {
  const count = own.length;
  const squares = new Float64Array(count);
  const products = new Float64Array(count);
  const crosses = new Float64Array(count * size);
  // What the points after the current one add up to: the sums grow as the first point of the new level moves back.
  const after = new Float64Array(size);
  let [square, product] = [0, 0];
  for (let at = count - 1; at >= 0; at -= 1) {
    const start = at * size;
    const [first, later, value] = [own[at] ?? 0, columns[start] ?? 0, response[at] ?? 0];
    squares[at] = first ** 2 + square;
    products[at] = first * value + product;
    square += later ** 2;
    product += later * value;
    for (let index = 0; index < size; index += 1) {
      const column = columns[start + index] ?? 0;
      crosses[start + index] = first * column + (after[index] ?? 0);
      after[index] = (after[index] ?? 0) + later * column;
    }
  }
  return { size, squares, products, crosses };
}

/** What level and season leave of a step: its product with what they leave of the response, and its squares. */
function left(
  { size, squares, products, crosses }: StepSums,
  at: number,
  regression: ShrunkRegression,
  cross: Float64Array,
): { readonly score: number; readonly information: number } {
  let score = products[at] ?? 0;
  let information = squares[at] ?? 0;
  for (let index = 0; index < regression.size; index += 1) cross[index] = crosses[at * size + index] ?? 0;
  turn(regression, cross, 0);
  for (let index = 0; index < regression.size; index += 1) {
    const turned = cross[index] ?? 0;
    score -= turned * (regression.turned[index] ?? 0);
    information -= turned ** 2;
  }
  return { score, information };
}

function logSum(one: number | null | undefined, other: number): number {
  if (one === null || one === undefined) return other;
  return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
}
