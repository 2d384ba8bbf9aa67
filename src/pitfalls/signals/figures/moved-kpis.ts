import type { KpiReading } from "../../../assessment/verdict.ts";
import type { PooledEvidence, Sign } from "../../../early-warning/shift-evidence/pooled-evidence.ts";
import { addDays, daysBetween, type PlainDate } from "../../../values/time.ts";
import { meanOf } from "../../../values/total.ts";
import { firstDay, type MeasuredPoint, type WeighedKpi } from "./kpi-stream.ts";
import { type Stretch, stretchOf } from "./stretch.ts";

/** A KPI that moved with the others. */
export type MovedKpi = {
  readonly reading: KpiReading;
  readonly before: Stretch;
  readonly since: Stretch;
  /** the periods of `since` in the years before; null where one of the last year's was not measured or nobody asks */
  readonly sameSeason: SameSeason | null;
  /** the periods of `before` and `since`, with the yearly season taken out where there is enough history for one */
  readonly seasonless: { readonly before: readonly number[]; readonly since: readonly number[] };
  /** logarithm of how much likelier the KPI's figures are with the pitfall than without */
  readonly logFactor: number;
};

/** The same part of the years before. */
export type SameSeason = {
  readonly yearEarlier: Stretch;
  /** all years before that were measured whole, taken together */
  readonly whole: Stretch;
  readonly years: number;
  /** whether the season plainly moves the KPI, so that this is what `since` must be held against */
  readonly isPlain: boolean;
};

/** A KPI as one pitfall looks at it: what it says, and how the pitfall moves it. */
export type WeighedFigure = {
  readonly weighed: Extract<WeighedKpi, { kind: "weighed" }>;
  readonly sign: Sign;
};

const longestBefore = 26;
/** A KPI counts as moved when its own figures are likelier with the change than without, three to two. */
const leastLogFactor = Math.log(1.5);

/** The KPIs whose own figures moved for the worse at the onset, the clearest first. */
export function movedOf(figures: readonly WeighedFigure[], evidence: PooledEvidence): readonly MovedKpi[] {
  return figures
    .flatMap(({ sign, weighed: { reading, points, evidence: own } }, index) => {
      const logFactor = Math.log1p(sign.likely * Math.expm1(Math.min(500, evidence.each[index] ?? 0)));
      if (logFactor < leastLogFactor) return [];
      const kept = points.slice(points.length - own.days.length);
      const at = own.days.findIndex((day) => day >= evidence.onset);
      const from = Math.max(0, at - longestBefore);
      const before = stretchOf(kept.slice(from, at), reading);
      const since = stretchOf(kept.slice(at), reading);
      if (at < 1 || before === null || since === null) return [];
      const values = own.season?.values ?? kept.map(({ value }) => value);
      const seasonless = { before: values.slice(from, at), since: values.slice(at) };
      const towards = reading.better === "lower" ? 1 : -1;
      if ((meanOf(seasonless.since) - meanOf(seasonless.before)) * towards <= 0) return [];
      const isPlain = own.season?.isPlain ?? false;
      // Years before another level say nothing of this one; the year before is told all the same where nothing hangs on it.
      const sameSeason = sameSeasonOf(reading, isPlain ? kept : points, kept.slice(at), isPlain);
      const moved = { reading, before, since, sameSeason, seasonless, logFactor };
      return (since.value - comparedWith(moved).value) * towards > 0 ? [moved] : [];
    })
    .sort((one, other) => other.logFactor - one.logFactor);
}

/** What the stretch since the change is held against: the same part of the years before where the season is plain. */
export function comparedWith({ before, sameSeason }: Pick<MovedKpi, "before" | "sameSeason">): Stretch {
  return sameSeason?.isPlain === true ? sameSeason.whole : before;
}

const mostYears = 4;

/** The same periods of the years before, each year whole or not at all; asked of months and quarters, and of a plain season. */
function sameSeasonOf(
  reading: KpiReading,
  points: readonly MeasuredPoint[],
  since: readonly MeasuredPoint[],
  isPlain: boolean,
): SameSeason | null {
  const isShort = reading.every === "day" || reading.every === "week";
  if (isShort && !isPlain) return null;
  const years: (readonly MeasuredPoint[])[] = [];
  for (let back = 1; back <= mostYears; back += 1) {
    const starts = new Set(
      since.map(({ period: { start } }) => (isShort ? addDays(start, -364 * back) : yearsBefore(start, back))),
    );
    const earlier = points.filter(({ period }) => starts.has(period.start));
    if (earlier.length < since.length) break;
    years.push(earlier);
  }
  const yearEarlier = stretchOf(years[0] ?? [], reading);
  const whole = stretchOf(years.flat(), reading);
  return yearEarlier === null || whole === null ? null : { yearEarlier, whole, years: years.length, isPlain };
}

function yearsBefore(start: PlainDate, years: number): PlainDate {
  return `${Number(start.slice(0, 4)) - years}${start.slice(4)}`;
}

/** The first day of a change as the clearest KPI can tell it: a monthly figure knows months, not weeks. */
export function onsetDay({ every, points }: KpiReading, day: number): PlainDate {
  const date = addDays(firstDay, day);
  if (every === "day" || every === "week") return date;
  return points.find(({ period }) => middleOf(period) >= day)?.period.start ?? date;
}

function middleOf({ start, end }: KpiReading["points"][number]["period"]): number {
  return (daysBetween(firstDay, start) + daysBetween(firstDay, end)) / 2;
}

const recentPeriods = 4;
const fewestWorse = 3;
/** Over when the last periods have given back this much of the change. */
const givenBack = 0.7;

/** Whether the clearest KPIs have come back: told no longer, though the bad stretch is still in the figures. */
export function isOver(moved: readonly MovedKpi[]): boolean {
  const leading = moved.slice(0, 3).filter(({ since }) => since.values.length >= recentPeriods + fewestWorse);
  if (leading.length === 0) return false;
  const returns = leading.map(({ seasonless: { before, since } }) => {
    const base = meanOf(before);
    const change = meanOf(since.slice(0, -recentPeriods)) - base;
    const now = meanOf(since.slice(-recentPeriods)) - base;
    return change === 0 ? 1 : 1 - now / change;
  });
  return meanOf(returns) >= givenBack;
}
