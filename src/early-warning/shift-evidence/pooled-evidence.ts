import type { ShiftEvidence } from "./shift-evidence.ts";

/** One figure among those that a trouble moves together. */
export type PooledFigure = {
  readonly evidence: ShiftEvidence;
  /** how likely the trouble moves this figure at all, 0 to 1 */
  readonly strength: number;
};

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
 * Adds up, over the weeks in which the change may have begun, how much likelier all figures together are with it than
 * without. The sum is the Shiryaev–Roberts statistic: in quiet times it grows by one a week on average, so the mean time
 * until it passes a height is at least that height in weeks.
 * @param onsets first days of the weeks that may be the first, oldest first
 * @param independence 1 for figures that vary apart, less for figures that vary together (see `independenceOf`)
 * @see Pollak 1985, Annals of Statistics 13; Xie & Siegmund 2013, Annals of Statistics 41 (mixtures over streams)
 */
export function poolEvidence(
  figures: readonly PooledFigure[],
  onsets: readonly number[],
  independence = 1,
): PooledEvidence {
  const lookups = figures.map(({ evidence }) => lookupOf(evidence));
  const logs = onsets.map((onset) => {
    let sum = 0;
    for (const [at, { strength }] of figures.entries()) {
      sum += Math.log1p(strength * Math.expm1(Math.min(600, lookups[at]?.(onset) ?? 0)));
    }
    return sum * independence;
  });
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
    each: lookups.map((lookup) => lookup(onset)),
  };
}

/** A figure's factor for a change on a day: that of the first period that lies mostly after it. */
function lookupOf({ days, logFactors }: ShiftEvidence): (onset: number) => number {
  return (onset) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) >= onset) high = middle;
      else low = middle + 1;
    }
    return logFactors[low] ?? 0;
  };
}

function quantileOf(onsets: readonly number[], shares: readonly number[], total: number, at: number): number {
  let sum = 0;
  for (const [index, share] of shares.entries()) {
    sum += share;
    if (sum >= at * total) return onsets[index] ?? 0;
  }
  return onsets.at(-1) ?? 0;
}
