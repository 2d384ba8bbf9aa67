import type { Stretch } from "./segment-evidence.ts";

export type Partition = { readonly stretches: readonly Stretch[]; readonly cost: number };

/**
 * The cheapest way to cut a series into stretches of at least `fewest` points, exact, in quadratic time.
 * @param costOf  cost of the stretch from start up to before end
 * @param perCut  cost of each cut
 * @see Jackson et al. 2005, IEEE Signal Processing Letters 12
 */
export function optimalPartition(
  count: number,
  fewest: number,
  costOf: (start: number, end: number) => number,
  perCut: number,
): Partition {
  const best = new Float64Array(count + 1).fill(Infinity);
  const cutBefore = new Int32Array(count + 1).fill(0);
  best[0] = -perCut;
  for (let end = fewest; end <= count; end += 1) {
    for (let start = 0; start <= end - fewest; start += 1) {
      const soFar = best[start] ?? Infinity;
      if (soFar === Infinity) continue;
      const cost = soFar + perCut + costOf(start, end);
      if (cost < (best[end] ?? Infinity)) {
        best[end] = cost;
        cutBefore[end] = start;
      }
    }
  }
  const stretches: Stretch[] = [];
  for (let end = count; end > 0; end = cutBefore[end] ?? 0) stretches.unshift({ start: cutBefore[end] ?? 0, end });
  return { stretches, cost: best[count] ?? Infinity };
}
