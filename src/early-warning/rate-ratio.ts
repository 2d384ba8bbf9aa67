/** Chance of `count` or more out of `of` independent trials, exact: one pass over the terms, by their logarithms. */
export function binomialTail(count: number, of: number, chance: number): number {
  if (count <= 0) return 1;
  if (count > of || chance <= 0) return 0;
  if (chance >= 1) return 1;
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  let logTerm = of * Math.log1p(-chance);
  let tail = 0;
  for (let hits = 1; hits <= of; hits += 1) {
    logTerm += Math.log((of - hits + 1) / hits) + logOdds;
    if (hits >= count) tail += Math.exp(logTerm);
  }
  return Math.min(1, tail);
}

/** Events in an amount of exposure: items, hours … */
export type EventRate = { readonly events: number; readonly exposure: number };

/**
 * Chance of so many events on the one side, given those of both, if its rate were `fair` times the other's and no more: the
 * exact conditional test of two Poisson rates.
 * @see Przyborowski & Wilenski 1940, Biometrika 31
 */
export function rateRatioChance(one: EventRate, other: EventRate, fair: number): number {
  if (one.exposure <= 0 || other.exposure <= 0) return 1;
  const weight = fair * one.exposure;
  return binomialTail(one.events, one.events + other.events, weight / (weight + other.exposure));
}
