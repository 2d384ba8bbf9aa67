import { gammaln, mean } from "simple-statistics";
import { type ChartBaseline, drawChart, type LimitedPoint } from "./control-chart.ts";

/** One period's items in summary: their mean, sample standard deviation and number. */
export type Subgroup = { readonly mean: number | null; readonly deviation: number | null; readonly size: number };

/**
 * Xbar chart: means of subgroups, limits from the spread inside them; no limits for fewer than two items.
 * @see Montgomery 2013, 6.27–6.31
 */
export function meanChart(subgroups: readonly Subgroup[], baseline: ChartBaseline = {}): readonly LimitedPoint[] {
  return drawChart(
    subgroups.map((subgroup) => (subgroup.size > 0 ? subgroup.mean : null)),
    baseline,
    (indexes) => {
      const used = indexes.flatMap((index) => subgroups[index] ?? []);
      const within = typicalDeviation(used, subgroups);
      const sigmaAt = (index: number) => {
        const size = subgroups[index]?.size ?? 0;
        return within === null || size < 2 ? null : within / (unbiasing(size) * Math.sqrt(size));
      };
      return { centre: grandMean(used), sigmaAt };
    },
  );
}

/** S chart: standard deviations of subgroups, the companion of the Xbar chart. Montgomery 2013, 6.3. */
export function deviationChart(subgroups: readonly Subgroup[], baseline: ChartBaseline = {}): readonly LimitedPoint[] {
  return drawChart(
    subgroups.map((subgroup) => (subgroup.size > 1 ? subgroup.deviation : null)),
    baseline,
    (indexes) => {
      const centre = typicalDeviation(
        indexes.flatMap((index) => subgroups[index] ?? []),
        subgroups,
      );
      const sigmaAt = (index: number) => {
        const size = subgroups[index]?.size ?? 0;
        if (centre === null || size < 2) return null;
        return (centre * Math.sqrt(1 - unbiasing(size) ** 2)) / unbiasing(size);
      };
      return { centre, sigmaAt, floor: 0 };
    },
  );
}

/** Mean of all items behind the subgroups; null without any. */
export function grandMean(subgroups: readonly Subgroup[]): number | null {
  const measured = subgroups.filter((subgroup) => subgroup.mean !== null && subgroup.size > 0);
  const items = measured.reduce((total, subgroup) => total + subgroup.size, 0);
  return items === 0
    ? null
    : measured.reduce((total, subgroup) => total + (subgroup.mean ?? 0) * subgroup.size, 0) / items;
}

/** c4: what a sample deviation of so many normal items is of the true one, on average. Above 300 by its series. */
function unbiasing(size: number): number {
  if (size > 300) return 1 - 1 / (4 * (size - 1)) - 7 / (32 * (size - 1) ** 2);
  return Math.sqrt(2 / (size - 1)) * Math.exp(gammaln(size / 2) - gammaln((size - 1) / 2));
}

/** Pooled when the sizes differ anywhere on the chart, else the plain mean of the deviations. */
function typicalDeviation(used: readonly Subgroup[], all: readonly Subgroup[]): number | null {
  const measured = used.flatMap(({ deviation, size }) => (deviation === null || size < 2 ? [] : [{ deviation, size }]));
  if (measured.length === 0) return null;
  const isOneSize = all.every((subgroup) => subgroup.size === all[0]?.size);
  if (isOneSize) return mean(measured.map((subgroup) => subgroup.deviation));
  const squares = measured.reduce((total, { deviation, size }) => total + (size - 1) * deviation ** 2, 0);
  // An empty period takes one degree of freedom away, as in qicharts2, whose figures we match; `chartSeries` passes none.
  return Math.sqrt(squares / used.reduce((total, { size }) => total + size - 1, 0));
}
