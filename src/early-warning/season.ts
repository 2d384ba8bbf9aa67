import { mean, median, variance } from "simple-statistics";

/** A repeating pattern: how many points it lasts, and what each place in it adds. */
export type Season = { readonly period: number; readonly pattern: readonly number[]; readonly strength: number };

/** Periods of a working calendar: quarters and months of a year, days of a week, weeks of a year. */
const calendarPeriods: readonly number[] = [4, 7, 12, 52];

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
  const places = Array.from({ length: period }, (): number[] => []);
  const detrended = withoutTrend(values, period);
  const offset = Math.floor(period / 2);
  for (const [index, value] of detrended.entries()) places[(index + offset) % period]?.push(value);
  const raw = places.map((each) => median(each));
  const middle = mean(raw);
  const pattern = raw.map((height) => height - middle);
  const whole = variance(detrended);
  const left = variance(detrended.map((value, index) => value - (pattern[(index + offset) % period] ?? 0)));
  // A pattern of as many places as half the points would explain half of pure noise: count what it has used up.
  const unused = (detrended.length - 1) / Math.max(1, detrended.length - period);
  return { period, pattern, strength: whole === 0 ? 0 : Math.max(0, 1 - (left / whole) * unused) };
}

/** What remains after a moving average over one cycle, from the first point that it is centred on to the last. */
function withoutTrend(values: readonly number[], period: number): number[] {
  const half = Math.floor(period / 2);
  // An even cycle takes half of each end.
  const endWeight = period % 2 === 1 ? 1 : 0.5;
  const detrended: number[] = [];
  for (let index = half; index + half < values.length; index += 1) {
    let total = endWeight * ((values[index - half] ?? 0) + (values[index + half] ?? 0));
    for (let near = index - half + 1; near < index + half; near += 1) total += values[near] ?? 0;
    detrended.push((values[index] ?? 0) - total / period);
  }
  return detrended;
}
