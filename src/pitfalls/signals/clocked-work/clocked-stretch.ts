import type { PlainDate } from "../../../values/time.ts";
import type { ClockedWeek } from "../../observed-records.ts";

/** More lengths than this tell a step no better, and take longer. */
const mostValues = 10_000;

/** The lengths of all items, one by one in rising order; of many, evenly spaced ones. */
export function valuesOf(weeks: readonly ClockedWeek[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { ends } of weeks) for (const { ran, items } of ends) counts.set(ran, (counts.get(ran) ?? 0) + items);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const every = Math.max(1, total / mostValues);
  const values: number[] = [];
  let passed = 0;
  for (const [ran, count] of [...counts].sort(([one], [other]) => one - other)) {
    passed += count;
    while (values.length < Math.floor(passed / every)) values.push(ran);
  }
  return values;
}

/** Items that ended in the tenth of the limit before it, and in the tenth after it. */
export function nearTheLimit(
  { ends }: ClockedWeek,
  limit: number,
): { readonly inside: number; readonly outside: number } {
  let [inside, outside] = [0, 0];
  for (const { ran, items } of ends) {
    if (ran > 0.9 * limit && ran <= limit) inside += items;
    else if (ran > limit && ran <= 1.1 * limit) outside += items;
  }
  return { inside, outside };
}

/** Seconds that the items' clocks ran between two lengths, all together. */
export function ranWithin({ ends }: ClockedWeek, from: number, to: number): number {
  return ends.reduce((sum, { ran, items }) => sum + items * Math.max(0, Math.min(ran, to) - from), 0);
}

type Near = { readonly week: PlainDate; readonly inside: number; readonly outside: number };

/** Events out of an exposure: items, or hours that the clock ran. */
export type Happened = { readonly events: number; readonly exposure: number };

/** Since when more of the results near the limit lie inside it. */
type Turn = { readonly week: PlainDate; readonly before: Happened; readonly since: Happened };

/** Twice the log likelihood ratio beyond which some week parts the others: about one in a hundred by chance. */
const clearTurn = 11;

/** The week that parts the others best by the share inside; null where none does so clearly. */
export function turnOf(weeks: readonly Near[]): Turn | null {
  const part = (of: readonly Near[]): Happened => ({
    events: of.reduce((sum, { inside }) => sum + inside, 0),
    exposure: of.reduce((sum, { inside, outside }) => sum + inside + outside, 0),
  });
  const whole = logLikelihood(part(weeks));
  const turns = weeks.slice(1).map(({ week }, at) => {
    const [before, since] = [part(weeks.slice(0, at + 1)), part(weeks.slice(at + 1))];
    return { turn: { week, before, since }, gain: 2 * (logLikelihood(before) + logLikelihood(since) - whole) };
  });
  const best = turns
    .filter(({ turn: { before, since } }) => shareOf(since) > shareOf(before))
    .sort((one, other) => other.gain - one.gain)[0];
  return best === undefined || best.gain < clearTurn ? null : best.turn;
}

function shareOf({ events, exposure }: Happened): number {
  return exposure === 0 ? 0 : events / exposure;
}

function logLikelihood({ events, exposure }: Happened): number {
  const part = (count: number) => (count === 0 ? 0 : count * Math.log(count / exposure));
  return part(events) + part(exposure - events);
}
