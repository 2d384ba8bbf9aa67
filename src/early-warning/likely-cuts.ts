import { everyPlace } from "./optimal-partition.ts";

/** Fewer points are not worth choosing among. */
const fewestPlaces = 24;
/** For each cut that is kept, so many points of a long series. */
const pointsPerCut = 8;
/** Evenly spaced places besides, where a slope may turn without any step to show it. */
const evenPlaces = 8;

/**
 * The places at which a series is most likely cut: neighbours are joined again and again, those first whose joining adds
 * least to the squares around the means, until a sixth of the points is left; and some places at even distances. Quadratic.
 * @returns rising, from 0 to the length of the series; every index where the series is short
 * @see Ward 1963, Journal of the American Statistical Association 58, with neighbours alone allowed to join
 */
export function likelyCuts(values: readonly number[]): Int32Array {
  const count = values.length;
  if (count <= fewestPlaces) return everyPlace(count);
  const even = Array.from({ length: evenPlaces }, (_, step) => Math.round((count * (step + 1)) / (evenPlaces + 1)));
  const kept = joinedUntil(values, Math.max(fewestPlaces - evenPlaces, Math.ceil(count / pointsPerCut)));
  return joined([0, count], kept, even);
}

/** Places of several lists, from 0 on, each once, rising. */
export function joined(...lists: readonly ArrayLike<number>[]): Int32Array {
  let last = 0;
  for (const list of lists)
    for (let index = 0; index < list.length; index += 1) last = Math.max(last, list[index] ?? 0);
  const isPlace = new Uint8Array(last + 1);
  let count = 0;
  for (const list of lists) {
    for (let index = 0; index < list.length; index += 1) {
      const place = list[index] ?? 0;
      count += 1 - (isPlace[place] ?? 0);
      isPlace[place] = 1;
    }
  }
  const places = new Int32Array(count);
  for (let place = 0, index = 0; index < count; place += 1) if (isPlace[place] === 1) places[index++] = place;
  return places;
}

/** A place and those up to `reach` before and after it, within the series. */
export function nearby(place: number, count: number, reach = pointsPerCut): readonly number[] {
  const first = Math.max(0, place - reach);
  return Array.from({ length: Math.min(count, place + reach) - first + 1 }, (_, step) => first + step);
}

/** The first indexes of the stretches that are left. */
function joinedUntil(values: readonly number[], stretches: number): ArrayLike<number> {
  const starts = Int32Array.from(values.keys());
  const sizes = new Float64Array(values.length).fill(1);
  const means = Float64Array.from(values);
  const costs = new Float64Array(values.length);
  const costOf = (left: number) => {
    const [a, b] = [sizes[left] ?? 0, sizes[left + 1] ?? 0];
    return ((a * b) / (a + b)) * ((means[left] ?? 0) - (means[left + 1] ?? 0)) ** 2;
  };
  for (let left = 0; left < values.length - 1; left += 1) costs[left] = costOf(left);
  for (let left = values.length; left > stretches; left -= 1) {
    let cheapest = 0;
    let least = costs[0] ?? 0;
    for (let at = 1; at < left - 1; at += 1) {
      const cost = costs[at] ?? 0;
      if (!(cost < least)) continue;
      cheapest = at;
      least = cost;
    }
    const [a, b] = [sizes[cheapest] ?? 0, sizes[cheapest + 1] ?? 0];
    means[cheapest] = (a * (means[cheapest] ?? 0) + b * (means[cheapest + 1] ?? 0)) / (a + b);
    sizes[cheapest] = a + b;
    const after = cheapest + 2;
    starts.copyWithin(after - 1, after, left);
    means.copyWithin(after - 1, after, left);
    sizes.copyWithin(after - 1, after, left);
    costs.copyWithin(after - 1, after, left);
    if (cheapest < left - 2) costs[cheapest] = costOf(cheapest);
    if (cheapest > 0) costs[cheapest - 1] = costOf(cheapest - 1);
  }
  return starts.subarray(0, Math.min(stretches, values.length));
}
