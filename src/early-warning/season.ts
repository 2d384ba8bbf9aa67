import { mean, median, variance } from "simple-statistics";

/** A repeating pattern: how many points it lasts, and what each place in it adds. */
export type Season = { readonly period: number; readonly pattern: readonly number[]; readonly strength: number };

/** Periods of a working calendar: quarters and months of a year, days of a week, weeks of a year. */
export const calendarPeriods: readonly number[] = [4, 7, 12, 52];

/** Strength above which a season is taken out (Wang, Smith & Hyndman 2006; the threshold of seasonal differencing). */
const strongSeason = 0.64;

/**
 * The strongest season among the candidates, or null when none is strong. At least three whole cycles are needed.
 * The pattern is the median, place by place, of what remains after a centred moving average of one cycle.
 */
export function findSeason(values: readonly number[], periods: readonly number[] = calendarPeriods): Season | null {
  const found = periods
    .filter((period) => values.length >= 3 * period + 1)
    .map((period) => seasonOf(values, period))
    .filter((season) => season.strength > strongSeason);
  return found.sort((a, b) => b.strength - a.strength)[0] ?? null;
}

/** The values with the season's pattern taken away. */
export function withoutSeason(values: readonly number[], season: Season | null): readonly number[] {
  if (season === null) return values;
  return values.map((value, index) => value - (season.pattern[index % season.period] ?? 0));
}

function seasonOf(values: readonly number[], period: number): Season {
  const rest = values.flatMap((value, index) => {
    const trend = movingAverage(values, index, period);
    return trend === null ? [] : [{ place: index % period, detrended: value - trend }];
  });
  const raw = Array.from({ length: period }, (_, place) =>
    median(rest.filter((each) => each.place === place).map((each) => each.detrended)),
  );
  const pattern = raw.map((height) => height - mean(raw));
  const whole = variance(rest.map((each) => each.detrended));
  const left = variance(rest.map((each) => each.detrended - (pattern[each.place] ?? 0)));
  // A pattern of as many places as half the points would explain half of pure noise: count what it has used up.
  const unused = (rest.length - 1) / Math.max(1, rest.length - period);
  return { period, pattern, strength: whole === 0 ? 0 : Math.max(0, 1 - (left / whole) * unused) };
}

/** Centred over one cycle; an even cycle takes half of each end. Null where a cycle does not fit. */
function movingAverage(values: readonly number[], index: number, period: number): number | null {
  const half = Math.floor(period / 2);
  if (index < half || index + half >= values.length) return null;
  const nearby = values.slice(index - half, index + half + 1);
  if (period % 2 === 1) return mean(nearby);
  const ends = ((nearby[0] ?? 0) + (nearby.at(-1) ?? 0)) / 2;
  return (nearby.slice(1, -1).reduce((total, value) => total + value, 0) + ends) / period;
}
