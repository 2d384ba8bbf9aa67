import type { FigureStream } from "./figure-stream.ts";

/** Fewer steps in common say nothing of how two figures move together. */
const fewestSteps = 10;

/**
 * How far one figure's evidence is repeated in the others': 1 for figures that move apart, 1/n for n that move as one.
 * A week that is bad for every figure (an outage, a campaign) then counts as one bad week, not as n.
 * Correlations come from few weeks, so what chance alone would give is taken off them.
 */
export function independenceOf(streams: readonly FigureStream[]): number {
  if (streams.length < 2) return 1;
  let sum = 0;
  let pairs = 0;
  for (const [at, one] of streams.entries()) {
    for (const other of streams.slice(at + 1)) {
      sum += correlationOf(one, other);
      pairs += 1;
    }
  }
  const usual = sum / pairs;
  return 1 / (1 + (streams.length - 1) * Math.max(0, usual - 0.05));
}

/** Correlation of the steps of two figures between neighbouring periods, up where both turn worse; 0 where too few. */
export function correlationOf(one: FigureStream, other: FigureStream): number {
  let [products, mine, yours, steps] = [0, 0, 0, 0];
  let before: { readonly mine: number; readonly yours: number } | null = null;
  let at = 0;
  for (const { day, value } of one.points) {
    while ((other.points[at]?.day ?? Number.POSITIVE_INFINITY) < day) at += 1;
    const beside = other.points[at];
    if (beside === undefined || beside.day !== day) continue;
    if (before !== null) {
      const [first, second] = [value - before.mine, beside.value - before.yours];
      products += first * second;
      mine += first ** 2;
      yours += second ** 2;
      steps += 1;
    }
    before = { mine: value, yours: beside.value };
  }
  if (steps < fewestSteps || mine === 0 || yours === 0) return 0;
  return ((one.worse === other.worse ? 1 : -1) * products) / Math.sqrt(mine * yours);
}
