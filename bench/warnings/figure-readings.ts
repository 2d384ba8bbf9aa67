import type { KpiReading } from "../../src/assessment/verdict.ts";
import type { SimulatedFigure } from "../../src/early-warning/simulator/simulate-figures.ts";

const everyOf = { 1: "week", 4: "month", 13: "quarter" } as const;

/** Simulated figures as the assessment hands them to the signals, as they were known at the end of a week. */
export function readingsAt(figures: readonly SimulatedFigure[], asOf: string): readonly KpiReading[] {
  return figures.map(({ kind, points }) => ({
    metric: kind.metric,
    title: kind.metric,
    unit: kind.unit,
    better: kind.better,
    every: everyOf[kind.weeks],
    segment: {},
    chart: null,
    noChartBecause: "not drawn here",
    variation: "unknown",
    assurance: "no-target",
    target: null,
    pitfalls: [],
    points: points
      .filter(({ end }) => end <= asOf)
      .map(({ start, end, value, numerator, denominator }) => ({
        ...{ period: { start, end }, value, numerator, denominator },
        ...{ lower: null, upper: null, centre: null, special: null },
      })),
  }));
}
