import { splitLikelier } from "./event-shift.ts";
import { shiftLikelier } from "./level-shift.ts";
import { logMean } from "./log-mean.ts";
import type { ShiftEvidence } from "./shift-evidence.ts";
import type { Shift } from "./shift-factors.ts";

/** How a trouble, where it is there, moves a figure for the worse. */
export type Sign = {
  /** how likely it moves the figure at all, 0 to 1 */
  readonly likely: number;
  /**
   * by how much, where the trouble is plain to see: in logits of a share, logarithms of a rate, a time or an amount, else
   * in the figure's unit. Only the proportions within a trouble tell it from others. Null where nothing is known.
   */
  readonly by: number | null;
};

/** One figure among those that a trouble moves together. */
export type PooledFigure = { readonly evidence: ShiftEvidence; readonly sign: Sign };

/** Times the moves of its signs that a trouble may have, each as likely beforehand. */
const sizes = [0.25, 0.5, 1, 2, 4] as const;
/** The same range in finer steps, and beyond it: what tells two troubles apart is how well the moves fit. */
const finerSizes = Array.from({ length: 17 }, (_, step) => 0.125 * 2 ** (step / 2.5));

/** What several figures say together about one change for the worse. */
export type PooledEvidence = {
  /**
   * Evidence in weeks: if nothing happens, evidence this strong comes up once in so many weeks at most, on average.
   */
  readonly weeks: number;
  /** first day of the likeliest week of the change */
  readonly onset: number;
  /** the weeks that hold the change with a chance of four in five at least, given that there is one */
  readonly earliest: number;
  readonly latest: number;
  /** logarithm of each figure's own factor at the onset, in the order given; 0 where it says nothing yet */
  readonly each: readonly number[];
};

/**
 * Adds up, over the weeks in which the change may have begun and the sizes that it may have, how much likelier all
 * figures together are with it than without. The sum is the Shiryaev–Roberts statistic: in quiet times it grows by about
 * one a week, so the mean time until it passes a height is about that height in weeks. Figures that moved in the
 * trouble's own proportions weigh more than the same moves in others, which is what gives a change its name.
 * @param onsets first days of the weeks that may be the first, oldest first
 * @param independence 1 for figures that vary apart, less for figures that vary together (see `independenceOf`)
 * @see Pollak 1985, Annals of Statistics 13; Xie & Siegmund 2013, Annals of Statistics 41 (mixtures over streams)
 */
export function poolEvidence(
  figures: readonly PooledFigure[],
  onsets: readonly number[],
  independence = 1,
): PooledEvidence {
  const logs = onsets.map((onset) => logFactorAt(figures, onset, sizes, independence));
  const top = logs.length === 0 ? 0 : Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const best = logs.indexOf(top);
  const onset = onsets[best] ?? 0;
  return {
    weeks: total * Math.exp(top),
    onset,
    // The likeliest week is one of those that hold the change, though a sharp peak may lie at their edge.
    earliest: Math.min(onset, quantileOf(onsets, shares, total, 0.1)),
    latest: Math.max(onset, quantileOf(onsets, shares, total, 0.9)),
    each: figures.map(({ evidence }) => evidence.logFactors[periodFrom(evidence.days, onset)] ?? 0),
  };
}

/**
 * How well a trouble explains what its figures show, to be held against another trouble's: the logarithm of how much
 * likelier they are with it than without, up to a constant that all troubles share. Unlike `poolEvidence`, which must not
 * err too often, a change that began lately is likelier beforehand, since an old one would have been told before; and what
 * all figures have in common is left in, since it would discount a trouble of many figures and not one of few.
 */
export function explanation(figures: readonly PooledFigure[], onsets: readonly number[]): number {
  return logMean(onsets.map((onset, at) => logFactorAt(figures, onset, finerSizes, 1) - Math.log(onsets.length - at)));
}

/** Logarithm of how much likelier all figures are, had the trouble begun on a day with one of the sizes. */
function logFactorAt(
  figures: readonly PooledFigure[],
  onset: number,
  sizes: readonly number[],
  independence: number,
): number {
  const placed = figures.map(({ evidence, sign }) => ({ evidence, sign, at: periodFrom(evidence.days, onset) }));
  return logMean(
    sizes.map((size) => independence * placed.reduce((sum, figure) => sum + logFactorOf(figure, size), 0)),
  );
}

/** One figure's part: it moved as the trouble moves it, give or take, or the trouble leaves this one alone. */
function logFactorOf({ evidence, sign, at }: PooledFigure & { readonly at: number }, size: number): number {
  const shift = evidence.shifts[at] ?? null;
  const moved = sign.by === null || shift === null ? (evidence.logFactors[at] ?? 0) : likelierBy(shift, size * sign.by);
  return Math.log1p(sign.likely * Math.expm1(Math.min(600, moved)));
}

function likelierBy(shift: Shift, expected: number): number {
  return shift.kind === "events" ? splitLikelier(shift, expected) : shiftLikelier(shift, expected);
}

/** The place of the first period that lies mostly after a day; the number of periods where none does. */
function periodFrom(days: readonly number[], onset: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) >= onset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function quantileOf(onsets: readonly number[], shares: readonly number[], total: number, at: number): number {
  let sum = 0;
  for (const [index, share] of shares.entries()) {
    sum += share;
    if (sum >= at * total) return onsets[index] ?? 0;
  }
  return onsets.at(-1) ?? 0;
}
