import { logMean } from "./log-mean.ts";
import { type EventSplit, proportionDeviation, type ShiftFactors } from "./shift-factors.ts";

/** Events of one period over its exposure: leavers over heads, complaints over items. */
export type EventPoint = { readonly day: number; readonly events: number; readonly of: number };

/** How many times the old rate the new one may be; each is as likely as the other beforehand. */
const ratios = [1.5, 2, 3, 5] as const;

/**
 * The same question as `levelShiftFactors` for figures of few events: has the rate moved for good from a point on?
 * Given the number of all events, how they fall before and after depends on the ratio of the rates alone; the level drops
 * out and each factor has expectation one while nothing happens. Counts that come in bunches, with a variance above their
 * mean, prove less by that ratio.
 * @param grow whether more events are worse; otherwise fewer are
 * @see Przyborowski & Wilenski 1940, Biometrika 31: two Poisson rates given their total
 */
export function eventShiftFactors(
  points: readonly EventPoint[],
  { grow, fewestBefore }: { readonly grow: boolean; readonly fewestBefore: number },
): ShiftFactors<EventSplit> {
  const shifts = splitsAt(points, grow, fewestBefore);
  const more = shifts.map((split) => (split === null ? null : factorTowards(split, true)));
  const less = shifts.map((split) => (split === null ? null : factorTowards(split, false)));
  return grow ? { worse: more, better: less, shifts } : { worse: less, better: more, shifts };
}

/** How the events fall on both sides of each point. */
function splitsAt(points: readonly EventPoint[], grow: boolean, fewestBefore: number): readonly (EventSplit | null)[] {
  const dispersion = dispersionOf(points);
  const all = sumOf(points);
  let [since, of] = [0, 0];
  const splits: (EventSplit | null)[] = new Array(points.length).fill(null);
  for (let at = points.length - 1; at >= fewestBefore; at -= 1) {
    since += points[at]?.events ?? 0;
    of += points[at]?.of ?? 0;
    splits[at] = { kind: "events", since, all: all.events, share: of / all.of, dispersion, grow };
  }
  return splits;
}

/** Where a move lies about the expected one: no two partnerships are hit alike. */
const about = [1 - proportionDeviation, 1, 1 + proportionDeviation] as const;

/** Logarithm of how much likelier the split is, had the rate moved about as expected, than had it not. */
export function splitLikelier(split: EventSplit, expected: number): number {
  return logMean(about.map((times) => logRatio(split, (split.grow ? expected : -expected) * times)));
}

/** @param move logarithm of the new rate over the old one */
function logRatio({ since, all, share, dispersion }: Omit<EventSplit, "kind" | "grow">, move: number): number {
  return (since * move - all * Math.log1p(share * Math.expm1(move))) / dispersion;
}

/** Logarithm of how much likelier the split is, had the rate grown (or fallen) by one of the ratios, than had it not. */
function factorTowards(split: EventSplit, isMore: boolean): number {
  return logMean(ratios.map((ratio) => logRatio(split, isMore ? Math.log(ratio) : -Math.log(ratio))));
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
