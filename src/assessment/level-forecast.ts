import { forecastPeriodEnd, type Passed } from "../early-warning/period-end-share.ts";
import { budgetBurn } from "../service-levels/error-budget.ts";
import type { Better } from "../service-levels/exact-figure.ts";
import { daysBetween, type PlainDate } from "../values/time.ts";
import type { ServiceLevelVerdict } from "./verdict.ts";

type LevelForecast = NonNullable<ServiceLevelVerdict["forecast"]>;

/** Complete periods that say what is usual: the last six at most. */
const mostUsual = 6;

/** The running periods say where they will end, by those of the same level that are over. */
export function withForecasts(
  levels: readonly ServiceLevelVerdict[],
  betterOf: (level: ServiceLevelVerdict, index: number) => Better,
  asOf: PlainDate,
): ServiceLevelVerdict[] {
  return levels.map((level, index) => {
    if (level.complete || level.period.end <= asOf) return level;
    const ended = levels
      .filter(({ id, complete, period }) => id === level.id && complete && period.end <= asOf)
      .toSorted((one, other) => other.period.end.localeCompare(one.period.end));
    const forecast = forecastLevel(level, ended, betterOf(level, index), asOf);
    return forecast === null ? level : { ...level, forecast };
  });
}

/**
 * Where a running period of a share will end, in the level's own figure; null where it is over or not begun, no share, or
 * too few periods are known.
 * @param ended complete periods of the same level, latest first
 */
function forecastLevel(
  { period, numerator, denominator, target }: ServiceLevelVerdict,
  ended: readonly ServiceLevelVerdict[],
  better: Better,
  asOf: PlainDate,
): LevelForecast | null {
  const isRunning = period.start <= asOf && period.end > asOf;
  if (!isRunning || numerator === null || denominator === 0 || target > 1) return null;
  const isLower = better === "lower";
  const passed = (one: Counted): Passed => ({
    good: isLower ? one.denominator - one.numerator : one.numerator,
    of: one.denominator,
  });
  const usual = ended.flatMap(counted).slice(0, mostUsual);
  const gone = (daysBetween(period.start, asOf) + 1) / (daysBetween(period.start, period.end) + 1);
  const soFar = passed({ period, numerator, denominator });
  const end = forecastPeriodEnd(soFar, usual.map(passed), gone);
  if (end.kind !== "period-end") return null;
  const figure = (good: number) => (isLower ? 1 - good : good);
  const { interval, rest } = end;
  const failed = soFar.of - soFar.good;
  const { allowed, burnRate } = budgetBurn(failed, denominator + rest, gone, target, better);
  return {
    value: figure(end.expected),
    interval: isLower ? { low: figure(interval.high), high: figure(interval.low) } : interval,
    ...{ rest, burnRate },
    workedFrom: { gone, restValue: figure(end.restShare), failed, allowed, usual },
  };
}

type Counted = NonNullable<LevelForecast["workedFrom"]>["usual"][number];

function counted({ period, numerator, denominator }: ServiceLevelVerdict): readonly Counted[] {
  return numerator === null || denominator === 0 ? [] : [{ period, numerator, denominator }];
}
