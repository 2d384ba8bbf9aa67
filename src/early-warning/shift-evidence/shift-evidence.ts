import type { TooLittleData } from "../../values/share.ts";
import { type EventPoint, eventShiftFactors } from "./event-shift.ts";
import { eventsGrowWorse, eventsOf, type FigureStream, fewestEvents, steadyPoints } from "./figure-stream.ts";
import { levelShiftFactors, type ShiftFactors } from "./level-shift.ts";
import { readSteadyNoise } from "./steady-noise.ts";

/** What one figure says about a lasting change for the worse, for every period as the first of it. */
export type ShiftEvidence = {
  readonly kind: "evidence";
  /** day in the middle of each period that was used, oldest first */
  readonly days: readonly number[];
  /** logarithm of the Bayes factor with the change at that period; null where too few lie before */
  readonly logFactors: readonly (number | null)[];
  /** periods left out at the start, because the level changed there for another reason or long ago */
  readonly rebased: number;
};

export type ShiftOptions = {
  /** periods that must lie before a change */
  readonly fewestBefore: number;
  /** only periods in these last days are used, and only changes in the last `recentDays` are told */
  readonly historyDays: number;
  readonly recentDays: number;
};

const weeklyShift: ShiftOptions = { fewestBefore: 8, historyDays: 3 * 364, recentDays: 364 };

/** Years of history from which on a yearly wave is taken out with the level. */
const seasonDays = 1.6 * 365;
/** Fewer points than this leave too little beside the wave's two columns: monthly figures reach it in 20 months. */
const fewestForSeason = 20;

/**
 * Weighs whether a figure has changed for the worse for good, for each period as its first.
 * A change for the better, and one that is older than what is told, begins a new history.
 */
export function weighShift(stream: FigureStream, options: ShiftOptions = weeklyShift): ShiftEvidence | TooLittleData {
  const last = stream.points.at(-1)?.day ?? 0;
  const used = stream.points.filter(({ day }) => day > last - options.historyDays);
  const enough = options.fewestBefore + 1;
  if (used.length < enough) return { kind: "too-little-data", have: used.length, need: enough };
  const whole = factorsOf({ ...stream, points: used }, options.fewestBefore);
  const rebased = rebaseAt(used, whole, options, last);
  const points = used.slice(rebased);
  const { worse } = rebased === 0 ? whole : factorsOf({ ...stream, points }, options.fewestBefore);
  return { kind: "evidence", days: points.map(({ day }) => day), logFactors: worse, rebased };
}

/** Where the present history begins: after the clearest change that is not a recent one for the worse. */
function rebaseAt(
  points: FigureStream["points"],
  { worse, better }: ShiftFactors,
  { fewestBefore, recentDays }: ShiftOptions,
  last: number,
): number {
  let at = 0;
  let highest = Math.log(10 * points.length);
  for (let index = fewestBefore; index <= points.length - fewestBefore; index += 1) {
    const isOld = (points[index]?.day ?? 0) <= last - recentDays;
    const factor = Math.max(better[index] ?? 0, isOld ? (worse[index] ?? 0) : 0);
    if (factor > highest) {
      highest = factor;
      at = index;
    }
  }
  return at;
}

function factorsOf(stream: FigureStream, fewestBefore: number): ShiftFactors {
  const events = eventsOf(stream);
  if (events !== null && isSparse(events)) {
    return eventShiftFactors(events, { grow: eventsGrowWorse(stream), fewestBefore });
  }
  const points = steadyPoints(stream);
  const span = (points.at(-1)?.day ?? 0) - (points[0]?.day ?? 0);
  const noise = readSteadyNoise(points, stream.kind === "mean" || stream.kind === "value");
  return levelShiftFactors(points, noise, {
    fewestBefore,
    season: span >= seasonDays && points.length >= fewestForSeason,
  });
}

function isSparse(events: readonly EventPoint[]): boolean {
  return events.reduce((sum, point) => sum + point.events, 0) < fewestEvents * events.length;
}
