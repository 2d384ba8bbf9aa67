import type { KpiReading, ServiceLevelVerdict } from "../../src/assessment/verdict.ts";
import { chartSeries } from "../../src/early-warning/chart-series.ts";
import { seededChance } from "../../src/values/seeded-chance.ts";
import { addDays } from "../../src/values/time.ts";

export const firstMonday = "2025-01-06";

/** Weekly counts out of counts: what passed of how many. */
export type Week = { readonly passed: number; readonly of: number };

/** Weeks of a share about `level(week)`, overdispersed, of about 120 items each. */
export function weeksOf(count: number, level: (week: number) => number, seed: number): readonly Week[] {
  const { normal } = seededChance(seed).split("weeks");
  return Array.from({ length: count }, (_, week) => {
    const of = Math.round(120 + 15 * normal());
    const share = Math.min(1, Math.max(0, level(week) + 0.012 * normal()));
    const passed = Math.round(of * share + Math.sqrt(of * share * (1 - share)) * normal());
    return { passed: Math.min(of, Math.max(0, passed)), of };
  });
}

/** A weekly KPI read on its chart, as the assessment reads it. */
export function weeklyKpi(weeks: readonly Week[], parts: Partial<KpiReading> = {}): KpiReading {
  const better = parts.better === undefined ? "higher" : parts.better;
  const target = parts.target ?? null;
  const points = weeks.map(({ passed, of }) => ({
    ...{ value: of === 0 ? null : passed / of, numerator: passed, denominator: of, deviation: null },
  }));
  const charted = chartSeries({ kind: "share", points, better, target });
  const limits = charted.kind === "chart" ? charted.points : [];
  return {
    ...{
      metric: "csat",
      title: "CSAT",
      unit: "share",
      every: "week",
      segment: {},
      pitfalls: ["poor-customer-feedback"],
    },
    better,
    target,
    chart: charted.kind === "chart" ? charted.chart : null,
    noChartBecause: charted.kind === "chart" ? null : `${charted.have} weeks with records, ${charted.need} are needed`,
    points: points.map(({ value, numerator, denominator }, at) => ({
      period: { start: addDays(firstMonday, 7 * at), end: addDays(firstMonday, 7 * at + 6) },
      ...{ value, numerator, denominator },
      lower: limits[at]?.lower ?? null,
      upper: limits[at]?.upper ?? null,
      centre: limits[at]?.centre ?? null,
      special: limits[at]?.special ?? null,
    })),
    variation: charted.kind === "chart" ? charted.variation.kind : "unknown",
    assurance: charted.kind === "chart" ? charted.assurance : "unknown",
    ...parts,
  };
}

/** The last day of the last of so many weeks. */
export function endOfWeeks(count: number): string {
  return addDays(firstMonday, 7 * count - 1);
}

/** Months of one service level from January 2025 on, as the service levels judge them. */
export function levelMonths(states: readonly ServiceLevelVerdict["state"][], parts: Partial<ServiceLevelVerdict> = {}) {
  return states.map((state, month): ServiceLevelVerdict => {
    const passed = { met: 95, missed: 88, "below-minimum": 80, unknown: 0 }[state];
    const [year, of] = [2025 + Math.floor(month / 12), `${(month % 12) + 1}`.padStart(2, "0")];
    const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
    return {
      ...{ id: "first-answer", metric: "first-answer-in-4h", clause: "SOW 4.2", complete: true },
      period: { start: `${year}-${of}-01`, end: `${year}-${of}-${last}` },
      value: state === "unknown" ? null : passed / 100,
      numerator: state === "unknown" ? null : passed * 3,
      denominator: state === "unknown" ? 0 : 300,
      ...{ excluded: 0, pending: 0, valueWithoutExclusions: null, interval: null, target: 0.9, minimum: 0.85, state },
      unknownBecause: state === "unknown" ? "no records" : null,
      ...{ credit: null, budgetSpent: null, failing: [] },
      ...parts,
    };
  });
}
