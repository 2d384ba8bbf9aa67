import { scaleLinear } from "d3-scale";
import type { KpiReading } from "../../assessment/verdict.ts";
import { rounded } from "./plot.tsx";

export const chartHeight = 184;

export type ChartScale = {
  /** percent of the chart's width for the middle of the point at this place */
  readonly x: (at: number) => number;
  /** pixels from the top */
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
};

/** The scales of a control chart: widths in percent, so that a chart fills what room it has without stretching its text. */
export function chartScale({ points, target, unit }: KpiReading): ChartScale {
  const shown = points.flatMap(({ value, lower, upper }) => [value, lower, upper]).concat(target);
  const values = shown.filter((value): value is number => value !== null && Number.isFinite(value));
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  const floor = least >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling = unit === "share" && most <= 1 ? 1 : Number.POSITIVE_INFINITY;
  const y = scaleLinear()
    .domain([Math.max(floor, least - room), Math.min(ceiling, most + room)])
    .range([chartHeight - 6, 6]);
  const x = scaleLinear()
    .domain([-0.5, Math.max(1, points.length) - 0.5])
    .range([0, 100]);
  return {
    x: (at) => rounded(x(at)),
    // A tenth of a pixel is seen by nobody, and every digit counts in thousands of points.
    y: (value) => Math.round(y(value) * 10) / 10,
    ticks: unit === "seconds" ? clockTicks(y.domain()) : y.ticks(4),
  };
}

/** Moves labels apart, downwards and then up from the bottom, until none is nearer to another than `gap`. Keeps their order. */
export function spreadLabels<Label extends { readonly y: number }>(labels: readonly Label[], gap: number): Label[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const placed: Label[] = [];
  for (const label of sorted) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above === undefined ? label.y : Math.max(label.y, above.y + gap) });
  }
  let limit = chartHeight;
  return placed
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, limit);
      limit = y - gap;
      return { ...label, y };
    })
    .reverse();
}

const clockSteps = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

/** Ticks at whole minutes, quarter hours, days: never at 8 min 20 s. */
function clockTicks([least = 0, most = 1]: number[]): number[] {
  const wanted = (most - least) / 5;
  const step = clockSteps.find((seconds) => seconds >= wanted) ?? 86_400 * Math.ceil(wanted / 86_400);
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) => (first + at) * step);
}
