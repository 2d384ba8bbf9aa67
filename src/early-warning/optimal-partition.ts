import type { Stretch } from "./segment-evidence.ts";

export type Partition = { readonly stretches: readonly Stretch[]; readonly cost: number };

/**
 * Settles the cheapest partition of what lies before the place `to`: writes its cost to `best[to]`, one cut included, and
 * the position of its last place to `cutBefore[to]`. Those of earlier places are settled.
 */
export type Settle = (to: number, best: Float64Array, cutBefore: Int32Array, perCut: number) => void;

/**
 * The cheapest way to cut a series into stretches of at least `fewest` points, exact among the places given, quadratic
 * in their number.
 * @param places  indexes at which a stretch may begin, rising, with 0 first and the length of the series last
 * @param settle  what the stretches cost
 * @param perCut  cost of each cut
 * @param room    where it is worked out; a caller with many partitions makes one for all
 * @see Jackson et al. 2005, IEEE Signal Processing Letters 12
 */
export function optimalPartition(
  places: Int32Array,
  settle: Settle,
  perCut: number,
  room: PartitionRoom = partitionRoom(),
): Partition {
  const last = places.length - 1;
  const { best, cutBefore } = room(places.length);
  best.fill(Infinity, 0, places.length);
  cutBefore.fill(0, 0, places.length);
  best[0] = -perCut;
  for (let to = 1; to <= last; to += 1) settle(to, best, cutBefore, perCut);
  const stretches: Stretch[] = [];
  for (let to = last; to > 0; to = cutBefore[to] ?? 0) {
    stretches.unshift({ start: places[cutBefore[to] ?? 0] ?? 0, end: places[to] ?? 0 });
  }
  return { stretches, cost: best[last] ?? Infinity };
}

/**
 * Columns for so many places at least, the same ones each time: making them anew would take longer than many a partition.
 * What they hold from the partition before means nothing.
 */
export type PartitionRoom = (places: number) => { readonly best: Float64Array; readonly cutBefore: Int32Array };

export function partitionRoom(): PartitionRoom {
  let columns = { best: new Float64Array(0), cutBefore: new Int32Array(0) };
  return (places) => {
    if (columns.best.length < places) {
      columns = { best: new Float64Array(2 * places), cutBefore: new Int32Array(2 * places) };
    }
    return columns;
  };
}

/** Settles by the cost of the stretch from start up to before end. */
export function settledBy(places: Int32Array, fewest: number, costOf: (start: number, end: number) => number): Settle {
  return (to, best, cutBefore, perCut) => {
    const end = places[to] ?? 0;
    for (let from = 0; from < to && (places[from] ?? 0) <= end - fewest; from += 1) {
      const soFar = best[from] ?? Infinity;
      const cost = soFar === Infinity ? soFar : soFar + perCut + costOf(places[from] ?? 0, end);
      if (cost >= (best[to] ?? Infinity)) continue;
      best[to] = cost;
      cutBefore[to] = from;
    }
  };
}

/** Every index of a series, so that a partition is exact. */
export function everyPlace(count: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, index) => index);
}
