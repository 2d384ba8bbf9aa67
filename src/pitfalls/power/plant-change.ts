import type { KpiReading } from "../../assessment/verdict.ts";
import { addDays, type PlainDate } from "../../values/time.ts";

/**
 * A KPI as it would have been measured by the end of `asOf`, had it been worse by `size` in every period that begins in the
 * last so many weeks. Its own noise stays. Counts stay whole: what rounding takes from one period the next one gets.
 * @param size in the KPI's unit, positive
 */
export function plantChange(reading: KpiReading, size: number, asOf: PlainDate, weeks: number): KpiReading {
  const from = addDays(asOf, -7 * weeks + 1);
  const towards = reading.better === "higher" ? -size : size;
  let carried = 0;
  const points = reading.points
    .filter(({ period }) => period.end <= asOf)
    .map((point) => {
      if (point.value === null || point.period.start < from) return point;
      const { numerator, denominator, value } = point;
      const isShare = reading.unit === "share" && numerator !== null && denominator > 0;
      const isCount = !isShare && numerator !== null && Number.isInteger(numerator);
      if (!isShare && !isCount) return { ...point, value: value + towards };
      const perUnit = isShare
        ? denominator
        : value === 0 || numerator === 0
          ? Math.max(1, denominator)
          : numerator / value;
      const exposure = reading.unit === "count" ? 1 : perUnit;
      const wanted = numerator + towards * exposure + carried;
      const counted = Math.min(isShare ? denominator : Number.POSITIVE_INFINITY, Math.max(0, Math.round(wanted)));
      carried = wanted - counted;
      return { ...point, numerator: counted, value: reading.unit === "count" ? counted : counted / exposure };
    });
  return { ...reading, points };
}
