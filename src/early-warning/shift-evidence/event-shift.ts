import type { ShiftFactors } from "./level-shift.ts";

/** Events of one period over its exposure: leavers over heads, complaints over items. */
export type EventPoint = { readonly day: number; readonly events: number; readonly of: number };

/** How many times the old rate the new one may be; each is as likely as the other beforehand. */
const ratios = [1.5, 2, 3, 5] as const;

/**
 * The same question as `levelShiftFactors` for figures of few events: has the rate moved for good from a point on?
 * Given the number of all events, how they fall before and after depends on the ratio of the rates alone; the level drops
 * out and each factor has expectation one while nothing happens.
 * @param grow whether more events are worse; otherwise fewer are
 * Counts that come in bunches, with a variance above their mean, prove less by that ratio.
 * @see Przyborowski & Wilenski 1940, Biometrika 31: two Poisson rates given their total
 */
export function eventShiftFactors(
  points: readonly EventPoint[],
  { grow, fewestBefore }: { readonly grow: boolean; readonly fewestBefore: number },
): ShiftFactors {
  const dispersion = dispersionOf(points);
  const more = factorsTowards(points, true, dispersion, fewestBefore);
  const less = factorsTowards(points, false, dispersion, fewestBefore);
  return grow ? { worse: more, better: less } : { worse: less, better: more };
}

function factorsTowards(
  points: readonly EventPoint[],
  grow: boolean,
  dispersion: number,
  fewestBefore: number,
): readonly (number | null)[] {
  const all = sumOf(points);
  let after = { events: 0, of: 0 };
  const factors: (number | null)[] = new Array(points.length).fill(null);
  for (let at = points.length - 1; at >= fewestBefore; at -= 1) {
    const point = points[at];
    if (point === undefined) continue;
    after = { events: after.events + point.events, of: after.of + point.of };
    factors[at] = logMean(
      ratios.map((ratio) => {
        const times = grow ? ratio : 1 / ratio;
        const share = after.of / all.of;
        return (after.events * Math.log(times) - all.events * Math.log1p(share * (times - 1))) / dispersion;
      }),
    );
  }
  return factors;
}

/** Variance over mean of the counts about their rate, by steps between neighbours; at least 1. */
function dispersionOf(points: readonly EventPoint[]): number {
  const all = sumOf(points);
  const rate = all.of === 0 ? 0 : all.events / all.of;
  if (rate === 0 || points.length < 12) return 1;
  let squares = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [one, two] = [points[at - 1], points[at]];
    if (one === undefined || two === undefined) continue;
    const step =
      (two.events - rate * two.of) / Math.sqrt(rate * two.of) - (one.events - rate * one.of) / Math.sqrt(rate * one.of);
    squares += Math.min(step ** 2, 18) / 2;
  }
  return Math.max(1, squares / (points.length - 1));
}

function sumOf(points: readonly EventPoint[]): { readonly events: number; readonly of: number } {
  return points.reduce((sum, { events, of }) => ({ events: sum.events + events, of: sum.of + of }), {
    events: 0,
    of: 0,
  });
}

function logMean(logs: readonly number[]): number {
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0) / logs.length);
}
