import type { ServiceLevelVerdict } from "../assessment/verdict.ts";
import { forecastPeriodEnd, type Passed, type PeriodEnd } from "../early-warning/period-end-share.ts";
import { daysBetween, type PlainDate } from "../values/time.ts";

/** Complete periods that say what is usual: the last six at most. */
const mostUsual = 6;

/** A running period of a service level, counted in items that are as they should be. */
export type LevelOutlook = {
  readonly soFar: Passed;
  /** the last complete periods, latest first */
  readonly usual: readonly ServiceLevelVerdict[];
  readonly usualPassed: readonly Passed[];
  /** part of the period that is over, 0–1 */
  readonly gone: number;
  readonly end: PeriodEnd;
};

/**
 * Where a running period of a share will end; null where it is over or not begun, no share, or too few periods are known.
 * @param ended complete periods of the same level, latest first
 */
export function levelOutlook(
  level: ServiceLevelVerdict,
  ended: readonly ServiceLevelVerdict[],
  better: "higher" | "lower",
  asOf: PlainDate,
): LevelOutlook | null {
  const { period, numerator, denominator, target } = level;
  const isRunning = period.start <= asOf && period.end > asOf;
  if (!isRunning || numerator === null || denominator === 0 || target > 1) return null;
  const passed = (one: ServiceLevelVerdict): Passed => {
    const { numerator: counted, denominator: of } = one;
    return { good: better === "lower" ? of - (counted ?? 0) : (counted ?? 0), of };
  };
  const usual = ended.filter((one) => one.numerator !== null && one.denominator > 0).slice(0, mostUsual);
  const gone = (daysBetween(period.start, asOf) + 1) / (daysBetween(period.start, period.end) + 1);
  const usualPassed = usual.map(passed);
  const end = forecastPeriodEnd(passed(level), usualPassed, gone);
  return end.kind === "period-end" ? { soFar: passed(level), usual, usualPassed, gone, end } : null;
}

/** How fast the error budget burns: 1 spends by the end what the target allows so many items; null where it allows none. */
export function burnOf({ soFar, gone, end }: LevelOutlook, demanded: number) {
  const allowed = (1 - demanded) * (soFar.of + end.rest);
  const failed = soFar.of - soFar.good;
  return { allowed, failed, burnRate: allowed > 0 && gone > 0 ? failed / allowed / gone : null };
}

/** The outlook as the verdict tells it: in the level's own figure, and only where it is known. */
export function publishedForecast(
  outlook: LevelOutlook,
  { target }: Pick<ServiceLevelVerdict, "target">,
  better: "higher" | "lower",
): NonNullable<ServiceLevelVerdict["forecast"]> {
  const { expected, interval, rest } = outlook.end;
  const isLower = better === "lower";
  const { burnRate } = burnOf(outlook, isLower ? 1 - target : target);
  return {
    value: isLower ? 1 - expected : expected,
    interval: isLower ? { low: 1 - interval.high, high: 1 - interval.low } : interval,
    ...{ rest, burnRate },
  };
}
