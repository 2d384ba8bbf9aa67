/** How long one thing lasted: a stay with the provider, a ticket's wait, a risk's age. */
export type Lifetime = {
  /** in whatever unit, from its own beginning */
  readonly time: number;
  /** it ended then; false when it was last seen still going (censored) */
  readonly hasEnded: boolean;
  /** it was watched only from this age on, as for staff already there when the records begin; default 0, from the start */
  readonly entry?: number;
};

/** Who was at risk and what happened at one distinct time. */
export type RiskSet = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
};

/** Distinct times in order; those who end or are last seen at a time were at risk at it, those who enter then were not. */
export function riskSets(lifetimes: readonly Lifetime[]): readonly RiskSet[] {
  const byTime = new Map<number, { events: number; censored: number }>();
  for (const { time, hasEnded } of lifetimes) {
    const tally = byTime.get(time) ?? { events: 0, censored: 0 };
    if (hasEnded) tally.events += 1;
    else tally.censored += 1;
    byTime.set(time, tally);
  }
  const entries = lifetimes.map((lifetime) => lifetime.entry ?? -Infinity).sort((a, b) => a - b);
  let entered = 0;
  let gone = 0;
  return [...byTime]
    .sort(([a], [b]) => a - b)
    .map(([time, { events, censored }]) => {
      while (entered < entries.length && (entries[entered] ?? Infinity) < time) entered += 1;
      const atRisk = entered - gone;
      gone += events + censored;
      return { time, atRisk, events, censored };
    });
}
