import type { ChartPoint, KpiReading } from "../../assessment/verdict.ts";
import { findChangePoints } from "../../early-warning/change-points.ts";
import { ruleDirection, ruleWords, SpecialCauseRule } from "../../early-warning/special-cause.ts";
import { daysBetween, type PlainDate } from "../../values/time.ts";
import { dayWords, periodsWords } from "./plain-figures.ts";
import { meanOf, type Stretch, standardErrorsApart, stretchOf } from "./stretch.ts";

/** A measured point: a period that has ended, with its value. */
export type MeasuredPoint = ChartPoint & { readonly value: number };

/** What a KPI's chart says about its latest stretch, on the side that is not wanted. */
export type KpiShift =
  | { readonly kind: "unreadable"; readonly because: string }
  | { readonly kind: "steady"; readonly measured: number }
  | {
      readonly kind: "worse";
      /** watch: a chart rule is broken; alarm: the stretch since the onset stands far outside what chance gives */
      readonly state: "watch" | "alarm";
      readonly onset: PlainDate;
      /** last day of the period with which the rule was first broken in this episode */
      readonly raisedAt: PlainDate;
      /** the chart rule in words; null when the latest point breaks none and the level has not come back */
      readonly rule: string | null;
      readonly before: Stretch;
      readonly since: Stretch;
      /** distance of the two means in standard errors */
      readonly standardErrors: number;
    };

/** Fewer measured periods give limits that nobody should act on. */
export const fewestPeriods = 12;
/**
 * On overdispersed weekly shares of 120 items this errs about 0.07 times a KPI and year, so once a year with 20 KPIs;
 * `kpi-shift.slow.test.ts` measures it. Until the alarm budget is calibrated this height is fixed.
 */
export const alarmStandardErrors = 3;
const fewestSinceOnset = 3;
const recoveryPeriods = 4;
/** A level counts as back when the last periods lie within half a standard deviation of the centre. */
const recoveredWithin = 0.5;
const longestBefore = 26;

/**
 * Reads the unwanted side of one KPI. It is worse from the first broken chart rule on until the mean of four periods
 * has come back: one good week does not end an episode, and its id and onset stay.
 */
export function readKpiShift(reading: KpiReading, asOf: PlainDate): KpiShift {
  const points = measuredPoints(reading, asOf);
  const because = whyUnreadable(reading, points, asOf);
  if (because !== null) return { kind: "unreadable", because };
  const worse = points.map((point, at) => isWorseMark(point, reading, at === points.length - 1));
  const raised = raisedIndex(points, worse, reading);
  if (raised === null) return { kind: "steady", measured: points.length };
  const { at, from } = onsetOf(points, worse, raised, reading);
  const before = stretchOf(points.slice(Math.max(from, at - longestBefore), at), reading.unit);
  const since = stretchOf(points.slice(at), reading.unit);
  if (before === null || since === null) return { kind: "steady", measured: points.length };
  // A rule may be broken on the bad side while the level as a whole has moved to the good one: that is no worsening.
  if (sign(reading) * (since.value - before.value) <= 0) return { kind: "steady", measured: points.length };
  const standardErrors = standardErrorsApart(before, since);
  const isFar = standardErrors >= alarmStandardErrors && since.values.length >= fewestSinceOnset;
  return {
    kind: "worse",
    state: isFar ? "alarm" : "watch",
    onset: points[at]?.period.start ?? asOf,
    raisedAt: points[raised]?.period.end ?? asOf,
    rule: points.at(-1)?.special ?? null,
    before,
    since,
    standardErrors,
  };
}

/** Periods that have ended by `asOf` and were measured, oldest first. */
export function measuredPoints(reading: KpiReading, asOf: PlainDate): readonly MeasuredPoint[] {
  return reading.points.flatMap((point) =>
    point.value === null || point.period.end > asOf ? [] : [{ ...point, value: point.value }],
  );
}

const daysIn: Readonly<Record<KpiReading["every"], number>> = { day: 1, week: 7, month: 31, quarter: 92 };

function whyUnreadable(reading: KpiReading, points: readonly MeasuredPoint[], asOf: PlainDate): string | null {
  const { title, every, better, chart, noChartBecause } = reading;
  const latest = points.at(-1);
  if (latest === undefined) return `${title}: nothing was measured by ${dayWords(asOf)}`;
  if (points.length < fewestPeriods)
    return `${title}: only ${periodsWords(points.length, every)} measured, ${fewestPeriods} needed`;
  if (chart === null) return `${title}: ${noChartBecause ?? "no chart could be drawn"}`;
  if (better === null) return `${title}: no wanted direction is defined`;
  const periodsSince = daysBetween(latest.period.end, asOf) / daysIn[every];
  // The running period has not ended and the last one may still be coming in.
  return periodsSince > 3
    ? `${title}: last measured in the ${every} that ended on ${dayWords(latest.period.end)}`
    : null;
}

/** 1 where higher is worse, -1 where lower is. */
function sign(reading: KpiReading): 1 | -1 {
  return reading.better === "lower" ? 1 : -1;
}

function ruleOf(point: MeasuredPoint): SpecialCauseRule | null {
  return SpecialCauseRule.options.find((rule) => ruleWords[rule] === point.special) ?? null;
}

function isWorseMark(point: MeasuredPoint, reading: KpiReading, isLatest: boolean): boolean {
  if (isLatest && reading.variation === "worsening") return true;
  const rule = ruleOf(point);
  return rule !== null && (ruleDirection[rule] === "up") === (sign(reading) === 1);
}

/** Index of the point with which the current episode was first told; null when none goes on. */
function raisedIndex(points: readonly MeasuredPoint[], worse: readonly boolean[], reading: KpiReading): number | null {
  let raised: number | null = null;
  for (const at of points.keys()) {
    if (raised === null && isKnownBy(points, worse, at)) raised = at;
    else if (raised !== null && worse[at] !== true && hasRecovered(points, at, reading)) raised = null;
  }
  return raised;
}

/** Runs are marked from their first point on, but were not known before their last: seven for a run, two for a pair. */
function isKnownBy(points: readonly MeasuredPoint[], worse: readonly boolean[], at: number): boolean {
  const point = points[at];
  if (worse[at] !== true || point === undefined) return false;
  const rule = ruleOf(point);
  if (rule === null || rule.endsWith("limit") === false) {
    const isLatest = at === points.length - 1;
    return isLatest || (at >= 6 && worse.slice(at - 6, at + 1).every(Boolean));
  }
  if (rule.startsWith("two-of-three"))
    return worse[at - 1] === true || worse[at - 2] === true || at === points.length - 1;
  return true;
}

function hasRecovered(points: readonly MeasuredPoint[], at: number, reading: KpiReading): boolean {
  const last = points.slice(Math.max(0, at + 1 - recoveryPeriods), at + 1).flatMap((point) => {
    const deviations = deviationsOff(point);
    return deviations === null ? [] : [deviations * sign(reading)];
  });
  return last.length === 0 || meanOf(last) < recoveredWithin;
}

/** Distance from the centre in standard deviations; limits cut off at 0 or 1 are passed over. */
function deviationsOff({ value, centre, lower, upper }: MeasuredPoint): number | null {
  if (centre === null) return null;
  const sigma = Math.max(centre - (lower ?? centre), (upper ?? centre) - centre) / 3;
  return sigma > 0 ? (value - centre) / sigma : null;
}

/** First index of the worse stretch and first index of the level before it. */
function onsetOf(
  points: readonly MeasuredPoint[],
  worse: readonly boolean[],
  raised: number,
  reading: KpiReading,
): { readonly at: number; readonly from: number } {
  const found = findChangePoints(points.map(({ value }) => value));
  if (found.kind === "change-points") {
    const segments = found.segments[0] ?? [];
    const change = segments.findLastIndex(
      ({ start, mean }, index) => start <= raised && sign(reading) * (mean - (segments[index - 1]?.mean ?? mean)) > 0,
    );
    const segment = segments[change];
    if (segment !== undefined && segment.start > 0)
      return { at: segment.start, from: segments[change - 1]?.start ?? 0 };
  }
  let start = raised;
  while (start > 1 && worse[start - 1] === true) start -= 1;
  return { at: Math.max(1, start), from: 0 };
}
