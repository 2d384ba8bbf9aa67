/** How a series crosses its centre: too few crossings or too long a run speaks of a shift that limits do not see. */
export type RunsAnalysis = {
  /** points that do not lie on the centre */
  readonly useful: number;
  readonly longestRun: number;
  readonly longestRunMaximum: number;
  readonly crossings: number;
  readonly crossingsMinimum: number;
  readonly isSignal: boolean;
};

/**
 * Anhøj's two runs rules, whose limits grow with the length of the series.
 * @param sides −1, 0 or 1 for each point: below, on or above the centre; points on it do not count
 * @returns null when no point counts
 * @see Anhøj & Olesen 2014, PLoS ONE 9(11); Schilling 2012; Chen 2010
 */
export function analyseRuns(sides: readonly number[]): RunsAnalysis | null {
  const useful = sides.filter((side) => side !== 0);
  if (useful.length === 0) return null;
  let crossings = 0;
  let run = 0;
  let longestRun = 0;
  useful.forEach((side, index) => {
    const isSame = index > 0 && side === useful[index - 1];
    if (index > 0 && !isSame) crossings += 1;
    run = isSame ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  });
  const longestRunMaximum = Math.round(Math.log2(useful.length)) + 3;
  const crossingsMinimum = fairCoinQuantile(0.05, useful.length - 1);
  return {
    useful: useful.length,
    longestRun,
    longestRunMaximum,
    crossings,
    crossingsMinimum,
    isSignal: longestRun > longestRunMaximum || crossings < crossingsMinimum,
  };
}

/** Smallest number of heads whose cumulative chance in so many fair throws reaches `probability`. */
function fairCoinQuantile(probability: number, throws: number): number {
  let logChance = -throws * Math.LN2;
  let cumulative = Math.exp(logChance);
  let heads = 0;
  while (cumulative < probability && heads < throws) {
    logChance += Math.log((throws - heads) / (heads + 1));
    cumulative += Math.exp(logChance);
    heads += 1;
  }
  return heads;
}
