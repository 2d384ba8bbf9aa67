import type { KpiReading } from "../../assessment/verdict.ts";
import type { PooledEvidence } from "../../early-warning/shift-evidence/pooled-evidence.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { firstDay, type MeasuredPoint, type WeighedKpi } from "./kpi-stream.ts";
import { meanOf, type Stretch, stretchOf } from "./stretch.ts";

/** A KPI that moved with the others. */
export type MovedKpi = {
  readonly reading: KpiReading;
  readonly before: Stretch;
  readonly since: Stretch;
  /** the periods of `since` a year before, for months and quarters; null where one of them was not measured */
  readonly yearEarlier: Stretch | null;
  /** logarithm of how much likelier the KPI's figures are with the pitfall than without */
  readonly logFactor: number;
};

/** A KPI as one pitfall looks at it: what it says, and how likely the pitfall moves it. */
export type WeighedFigure = {
  readonly weighed: Extract<WeighedKpi, { kind: "weighed" }>;
  readonly strength: number;
};

const longestBefore = 26;
/** A KPI counts as moved when its own figures are likelier with the change than without, three to two. */
const leastLogFactor = Math.log(1.5);

/** The KPIs whose own figures moved for the worse at the onset, the clearest first. */
export function movedOf(figures: readonly WeighedFigure[], evidence: PooledEvidence): readonly MovedKpi[] {
  return figures
    .flatMap(({ strength, weighed: { reading, points, evidence: own } }, index) => {
      const logFactor = Math.log1p(strength * Math.expm1(Math.min(500, evidence.each[index] ?? 0)));
      if (logFactor < leastLogFactor) return [];
      const kept = points.slice(points.length - own.days.length);
      const at = own.days.findIndex((day) => day >= evidence.onset);
      const before = stretchOf(kept.slice(Math.max(0, at - longestBefore), at), reading);
      const since = stretchOf(kept.slice(at), reading);
      if (at < 1 || before === null || since === null) return [];
      const isWorse = (since.value - before.value) * (reading.better === "lower" ? 1 : -1) > 0;
      if (!isWorse) return [];
      return [{ reading, before, since, yearEarlier: yearBefore(reading, points, kept.slice(at)), logFactor }];
    })
    .sort((one, other) => other.logFactor - one.logFactor);
}

/** The same periods a year earlier, whole or not at all. */
function yearBefore(
  reading: KpiReading,
  points: readonly MeasuredPoint[],
  since: readonly MeasuredPoint[],
): Stretch | null {
  if (reading.every === "day" || reading.every === "week") return null;
  const starts = new Set(since.map(({ period: { start } }) => `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`));
  const earlier = points.filter(({ period }) => starts.has(period.start));
  return earlier.length === since.length ? stretchOf(earlier, reading) : null;
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
  const returns = leading.map(({ before, since }) => {
    const base = meanOf(before.values);
    const change = meanOf(since.values.slice(0, -recentPeriods)) - base;
    const now = meanOf(since.values.slice(-recentPeriods)) - base;
    return change === 0 ? 1 : 1 - now / change;
  });
  return meanOf(returns) >= givenBack;
}
