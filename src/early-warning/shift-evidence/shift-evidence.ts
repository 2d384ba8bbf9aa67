import { median } from "simple-statistics";
import type { TooLittleData } from "../../values/share.ts";
import { type EventPoint, eventShiftFactors } from "./event-shift.ts";
import {
  additive,
  eventsGrowWorse,
  eventsOf,
  type FigureStream,
  fewestEvents,
  type SteadyPoint,
  type SteadyScale,
  steadyScale,
} from "./figure-stream.ts";
import { levelShiftFactors } from "./level-shift.ts";
import type { LevelShift, Shift, ShiftFactors } from "./shift-factors.ts";
import { readSteadyNoise } from "./steady-noise.ts";
import { readSeason } from "./yearly-season.ts";

/** What one figure says about a lasting change for the worse, for every period as the first of it. */
export type ShiftEvidence = {
  readonly kind: "evidence";
  /** day in the middle of each period that was used, oldest first */
  readonly days: readonly number[];
  /** logarithm of the Bayes factor with the change at that period; null where too few lie before */
  readonly logFactors: readonly (number | null)[];
  /**
   * how far the figure moved there: in logits of a share, logarithms of a rate and of what is proportional, else in its
   * unit; moves beyond three deviations of a period are told as three
   */
  readonly shifts: readonly (Shift | null)[];
  /** what the yearly season was taken to be; null where none was taken out */
  readonly season: TakenSeason | null;
  /** periods left out at the start, because the level changed there for another reason or long ago */
  readonly rebased: number;
};

/** The yearly season that was taken out of a figure. */
export type TakenSeason = {
  /** each period's value without it, in the figure's unit */
  readonly values: readonly number[];
  /** whether it moves the figure by more than a period's noise does, so that nobody should compare summer with winter */
  readonly isPlain: boolean;
};

export type ShiftOptions = {
  /** periods that must lie before a change */
  readonly fewestBefore: number;
  /** only periods in these last days are used, and only changes in the last `recentDays` are told */
  readonly historyDays: number;
  readonly recentDays: number;
};

const weeklyShift: ShiftOptions = { fewestBefore: 8, historyDays: 3 * 364, recentDays: 364 };

/**
 * Weighs whether a figure has changed for the worse for good, for each period as its first.
 * A change for the better, and one that is older than what is told, begins a new history.
 */
export function weighShift(stream: FigureStream, options: ShiftOptions = weeklyShift): ShiftEvidence | TooLittleData {
  const last = stream.points.at(-1)?.day ?? 0;
  const used = stream.points.filter(({ day }) => day > last - options.historyDays);
  const enough = options.fewestBefore + 1;
  if (used.length < enough) return { kind: "too-little-data", have: used.length, need: enough };
  const whole = weigh({ ...stream, points: used }, options.fewestBefore);
  const rebased = rebaseAt(used, whole.factors, options, last);
  const points = used.slice(rebased);
  const { factors, season } = rebased === 0 ? whole : weigh({ ...stream, points }, options.fewestBefore);
  const { worse, shifts } = factors;
  return { kind: "evidence", days: points.map(({ day }) => day), logFactors: worse, shifts, season, rebased };
}

/**
 * Where the present history begins: after the clearest change that is not a recent one for the worse. An old change for
 * the worse must be clearer than any recent one: a large step is clear for the months before it too.
 */
function rebaseAt(
  points: FigureStream["points"],
  { worse, better }: ShiftFactors,
  { fewestBefore, recentDays }: ShiftOptions,
  last: number,
): number {
  const isOld = points.map(({ day }) => day <= last - recentDays);
  const recent = worse.reduce<number>((most, factor, index) => Math.max(most, isOld[index] ? 0 : (factor ?? 0)), 0);
  let at = 0;
  let highest = Math.log(10 * points.length);
  for (let index = fewestBefore; index <= points.length - fewestBefore; index += 1) {
    const old = isOld[index] ? (worse[index] ?? 0) : 0;
    const factor = Math.max(better[index] ?? 0, old > recent ? old : 0);
    if (factor > highest) {
      highest = factor;
      at = index;
    }
  }
  return at;
}

type Weighed = { readonly factors: ShiftFactors; readonly season: TakenSeason | null };

function weigh(stream: FigureStream, fewestBefore: number): Weighed {
  const events = eventsOf(stream);
  if (events !== null && isSparse(events)) {
    const factors = eventShiftFactors(events, { grow: eventsGrowWorse(stream), fewestBefore });
    return { factors, season: null };
  }
  const scale = steadyScale(stream);
  const { points } = scale;
  const isRelative = stream.kind === "mean" || stream.kind === "value";
  const whole = readSteadyNoise(points, isRelative);
  const season = readSeason(points, whole);
  const { heights } = season;
  // A season is no noise and nothing that is remembered: both are read again without it.
  const noise = heights === null ? whole : readSteadyNoise(lessSeason(points, heights), isRelative);
  const { worse, better, shifts } = levelShiftFactors(points, noise, { fewestBefore, season });
  const factors = { worse, better, shifts: additiveShifts(stream, scale, shifts) };
  if (heights === null) return { factors, season: null };
  return { factors, season: takenOut(stream, scale, heights, Math.sqrt(median([...noise.variances]))) };
}

function lessSeason(points: readonly SteadyPoint[], heights: Float64Array): readonly SteadyPoint[] {
  return points.map((point, at) => ({ ...point, level: point.level - (heights[at] ?? 0) }));
}

/** Shifts of the steady level as those of the scale on which troubles add, from the mean level before each. */
function additiveShifts(
  stream: FigureStream,
  { points, valueAt }: SteadyScale,
  shifts: readonly (LevelShift | null)[],
): readonly (LevelShift | null)[] {
  const at = (level: number) => additive(stream, valueAt(level));
  let sum = 0;
  return points.map((point, index) => {
    const level = sum / Math.max(1, index);
    sum += point.level;
    const shift = shifts[index] ?? null;
    if (shift === null) return null;
    const step = Math.abs(shift.estimate) < 1e-4 ? 1e-4 : shift.estimate;
    const slope = (at(level + step) - at(level)) / step;
    return slope > 0
      ? { ...shift, estimate: shift.estimate * slope, information: shift.information / slope ** 2 }
      : null;
  });
}

/** A season plainly moves a figure when its heights lie so many times a period's noise apart. */
const plainRange = 1.5;

function takenOut(stream: FigureStream, scale: SteadyScale, heights: Float64Array, noise: number): TakenSeason {
  const middle = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const values = stream.points.map(({ value }, at) => {
    const level = scale.points[at]?.level ?? 0;
    return value + scale.valueAt(level - (heights[at] ?? 0) + middle) - scale.valueAt(level);
  });
  return { values, isPlain: Math.max(...heights) - Math.min(...heights) >= plainRange * noise };
}

function isSparse(events: readonly EventPoint[]): boolean {
  return events.reduce((sum, point) => sum + point.events, 0) < fewestEvents * events.length;
}
