import type { ChartPoint, FigureKind, KpiReading } from "../../../assessment/verdict.ts";
import type { FigureStream } from "../../../early-warning/shift-evidence/figure-stream.ts";
import {
  type ShiftEvidence,
  type ShiftOptions,
  weighShift,
} from "../../../early-warning/shift-evidence/shift-evidence.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import { dayWords, periodsWords } from "../plain-figures.ts";

/** A measured point: a period that has ended, with its value. */
export type MeasuredPoint = ChartPoint & { readonly value: number };

/** Fewer measured periods say nothing that anybody should act on. */
export const fewestPeriods = 12;

/** Fewer measured periods than this would hide a change of usual size: that none is told says nothing yet. */
export const fewestForSilence: Readonly<Record<KpiReading["every"], number>> = {
  ...{ day: 56, week: 20, month: 12, quarter: 8 },
};

/** A KPI with what it says about a change for the worse, or why it says nothing. */
export type WeighedKpi =
  | {
      readonly kind: "weighed";
      readonly reading: KpiReading;
      readonly points: readonly MeasuredPoint[];
      readonly stream: FigureStream;
      readonly evidence: ShiftEvidence;
    }
  | { readonly kind: "unreadable"; readonly reading: KpiReading; readonly because: string };

/** Periods that have ended by `asOf` and were measured, oldest first. */
export function measuredPoints(reading: KpiReading, asOf: PlainDate): readonly MeasuredPoint[] {
  return reading.points.flatMap((point) =>
    point.value === null || point.period.end > asOf ? [] : [{ ...point, value: point.value }],
  );
}

/** Weighs the unwanted side of one KPI from what had been measured by a date. */
export function weighKpi(reading: KpiReading, asOf: PlainDate): WeighedKpi {
  const points = measuredPoints(reading, asOf);
  const because = whyUnreadable(reading, points, asOf);
  if (because !== null) return { kind: "unreadable", reading, because };
  const stream = streamOf(reading, points);
  const evidence = weighShift(stream, shiftOptions[reading.every]);
  if (evidence.kind === "evidence") return { kind: "weighed", reading, points, stream, evidence };
  const few = `only ${periodsWords(evidence.have, reading.every)} measured, ${evidence.need} needed`;
  return { kind: "unreadable", reading, because: `${reading.title}: ${few}` };
}

/** The same KPI as if the week that begins on a day had not been measured; KPIs over longer periods stay. */
export function withoutWeek(weighed: Extract<WeighedKpi, { kind: "weighed" }>, monday: number): ShiftEvidence {
  const { reading, stream, evidence } = weighed;
  if (reading.every !== "week" && reading.every !== "day") return evidence;
  const points = stream.points.filter(({ day }) => day < monday || day >= monday + 7);
  if (points.length === stream.points.length) return evidence;
  const again = weighShift({ ...stream, points }, shiftOptions[reading.every]);
  if (again.kind === "evidence") return again;
  const nothing = evidence.days.map(() => null);
  return { ...evidence, logFactors: nothing, shifts: nothing };
}

const year = 364;
const shiftOptions: Readonly<Record<KpiReading["every"], ShiftOptions>> = {
  day: { fewestBefore: 28, historyDays: 2 * year, recentDays: year },
  week: { fewestBefore: 8, historyDays: 3 * year, recentDays: year },
  month: { fewestBefore: 6, historyDays: 4 * year, recentDays: year },
  quarter: { fewestBefore: 4, historyDays: 6 * year, recentDays: 2 * year },
};

const daysIn: Readonly<Record<KpiReading["every"], number>> = { day: 1, week: 7, month: 31, quarter: 92 };

/** Fewest measured periods of longer lengths: a quarter's figure tells as much as thirteen weekly ones. */
const fewestOf: Readonly<Record<KpiReading["every"], number>> = { day: 35, week: fewestPeriods, month: 9, quarter: 6 };

function whyUnreadable(reading: KpiReading, points: readonly MeasuredPoint[], asOf: PlainDate): string | null {
  const { title, every, better } = reading;
  const latest = points.at(-1);
  if (latest === undefined) return `${title}: nothing was measured by ${dayWords(asOf)}`;
  if (points.length < fewestOf[every])
    return `${title}: only ${periodsWords(points.length, every)} measured, ${fewestOf[every]} needed`;
  if (better === null) return `${title}: no wanted direction is defined`;
  const periodsSince = daysBetween(latest.period.end, asOf) / daysIn[every];
  // The running period has not ended and the last one may still be coming in.
  return periodsSince > 3
    ? `${title}: last measured in the ${every} that ended on ${dayWords(latest.period.end)}`
    : null;
}

/** Days are counted from 1970-01-01. */
export const firstDay = "1970-01-01";

function streamOf(reading: KpiReading, measured: readonly MeasuredPoint[]): FigureStream {
  const { unit, better } = reading;
  const kind = reading.kind ?? guessedKind(unit, measured);
  const isCounted = kind === "share" || kind === "rate" || kind === "count";
  const hasItems = measured.every(({ denominator }) => denominator > 0);
  return {
    // A bare count has the same exposure in every period.
    kind: kind === "share" ? "share" : isCounted ? "rate" : hasItems ? "mean" : "value",
    worse: better === "higher" ? "down" : "up",
    proportional: proportionalUnits.includes(unit) && measured.every(({ value }) => value > 0),
    points: measured.map(({ period, value, numerator, denominator }) => ({
      day: (daysBetween(firstDay, period.start) + daysBetween(firstDay, period.end)) / 2,
      value,
      count: isCounted ? numerator : null,
      of: kind === "count" ? 1 : denominator,
    })),
  };
}

/** For readings that do not say what they are: whole numbers of items are taken for events, in the units that count them. */
function guessedKind(unit: KpiReading["unit"], measured: readonly MeasuredPoint[]): FigureKind {
  const counts = measured.every(({ numerator }) => numerator !== null && numerator >= 0 && Number.isInteger(numerator));
  if (!counts) return "mean";
  if (unit === "share") return measured.every(isRatio) ? "share" : "mean";
  if (unit !== "count" && unit !== "ratio" && unit !== "percent-a-year") return "mean";
  if (measured.every(({ value, numerator }) => value === numerator)) return "count";
  return measured.every(({ denominator }) => denominator > 0) ? "rate" : "mean";
}

/** Times, amounts and numbers of things double or halve; scores and ratios gain or lose points. */
const proportionalUnits: readonly KpiReading["unit"][] = ["seconds", "days", "money", "count"];

function isRatio({ value, numerator, denominator }: MeasuredPoint): boolean {
  return denominator > 0 && Math.abs((numerator ?? 0) / denominator - value) < 1e-9;
}
