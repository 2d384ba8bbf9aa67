import { scaleLinear } from "d3-scale";
import { daysBetween, firstOfNextMonth, type PlainDate } from "../../values/time.ts";
import { formatDayAndMonth, formatMonth } from "../format-figure.ts";
import { type AcrossTick, rounded } from "./plot.tsx";

export type DayScale = {
  /** percent of the width; days beyond either end lie at that end */
  readonly x: (on: PlainDate) => number;
  readonly ticks: readonly AcrossTick[];
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** Days across a picture. Ticks stand at first days of months, fewer the longer it is; a short stretch has its ends. */
export function dayScale(from: PlainDate, to: PlainDate): DayScale {
  const days = Math.max(1, daysBetween(from, to));
  const scale = scaleLinear().domain([0, days]).range([0, 100]).clamp(true);
  const x = (on: PlainDate) => rounded(scale(daysBetween(from, on)));
  const firsts = monthFirsts(from, to);
  const every = [1, 2, 3, 6, 12, 24].find((step) => firsts.length / step <= 6) ?? 60;
  const shown = firsts.filter(
    (first) => (Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1) % every === 0,
  );
  const ticks =
    shown.length < 2
      ? [from, to].map((on) => ({ at: x(on), text: formatDayAndMonth(on) }))
      : shown.map((on, at) => ({ at: x(on), text: formatMonth(on), isSpare: at % 2 === 1 }));
  return { x, ticks, from, to };
}

function monthFirsts(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const firsts: PlainDate[] = from.endsWith("-01") ? [from] : [];
  for (let first = firstOfNextMonth(from); first <= to; first = firstOfNextMonth(first)) firsts.push(first);
  return firsts;
}

/** The earliest and the latest of some days; null where there are none. */
export function endsOf(
  days: readonly (PlainDate | null)[],
): { readonly from: PlainDate; readonly to: PlainDate } | null {
  const known = days.filter((on): on is PlainDate => on !== null).toSorted();
  const [from, to] = [known[0], known.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
