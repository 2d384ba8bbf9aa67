import type { ChartPoint, KpiReading } from "../src/assessment/verdict.ts";
import { addDays } from "../src/values/time.ts";

const weeks = 26;
const firstMonday = "2026-01-05";

/** The KPIs of the sample partnership: weekly, half a year, made by formula and so the same each time. */
export function sampleKpis(): KpiReading[] {
  return [
    shareKpi({
      metric: "first-answer-in-4h",
      title: "First answer within four business hours",
      centre: 0.926,
      size: 405,
      target: 0.9,
      shiftAt: 17,
      shift: -0.101,
      variation: "worsening",
      assurance: "fails",
      chart: "p-laney",
      pitfalls: ["communication-breakdown"],
    }),
    shareKpi({
      metric: "first-answer-in-4h",
      title: "First answer within four business hours",
      segment: { team: "Birch" },
      centre: 0.922,
      size: 214,
      target: 0.9,
      shiftAt: 17,
      shift: -0.186,
      variation: "worsening",
      assurance: "fails",
      chart: "p-laney",
      pitfalls: ["communication-breakdown"],
    }),
    shareKpi({
      metric: "first-answer-in-4h",
      title: "First answer within four business hours",
      segment: { team: "Alder" },
      centre: 0.93,
      size: 191,
      target: 0.9,
      variation: "common-cause",
      assurance: "hit-or-miss",
      pitfalls: ["communication-breakdown"],
    }),
    shareKpi({
      metric: "csat",
      title: "Customers satisfied (4 or 5 of 5)",
      centre: 0.862,
      size: 61,
      target: 0.85,
      variation: "common-cause",
      assurance: "hit-or-miss",
      pitfalls: ["poor-customer-feedback"],
      emptyAt: 11,
    }),
    shareKpi({
      metric: "reopened",
      title: "Tickets reopened by the customer",
      centre: 0.062,
      size: 380,
      target: null,
      better: "lower",
      shiftAt: 22,
      shift: 0.034,
      variation: "worsening",
      assurance: "no-target",
      pitfalls: ["poor-customer-feedback", "quality-decline"],
    }),
    individualsKpi({
      metric: "handle-time",
      title: "Average handle time",
      unit: "seconds",
      better: "lower",
      centre: 512,
      spread: 22,
      target: 540,
      shiftAt: 18,
      shift: -68,
      variation: "improving",
      assurance: "passes",
    }),
    individualsKpi({
      metric: "backlog",
      title: "Open tickets at the week's end",
      unit: "count",
      better: null,
      centre: 212,
      spread: 19,
      target: null,
      shiftAt: 24,
      shift: 92,
      variation: "special-cause",
      assurance: "no-target",
    }),
    individualsKpi({
      metric: "cost-per-resolved-item",
      title: "Cost per resolved ticket",
      unit: "money",
      better: "lower",
      centre: 6.84,
      spread: 0.31,
      target: 7.5,
      variation: "common-cause",
      assurance: "passes",
    }),
    {
      metric: "qa-score",
      title: "QA score",
      unit: "score",
      better: "higher",
      every: "month",
      segment: {},
      chart: null,
      noChartBecause: "5 months of reviews, and limits want 12 points",
      points: [1, 2, 3, 4, 5].map((month) => ({
        ...period(`2026-0${month}-01`, [31, 28, 31, 30, 31][month - 1] ?? 30),
        value: 92 + month * 0.3,
        numerator: null,
        denominator: 236 + month,
        lower: null,
        upper: null,
        centre: null,
        special: null,
      })),
      variation: "unknown",
      assurance: "unknown",
      target: 92,
      pitfalls: ["quality-decline"],
    },
  ];
}

type Story = {
  metric: string;
  title: string;
  centre: number;
  target: number | null;
  variation: KpiReading["variation"];
  assurance: KpiReading["assurance"];
  better?: KpiReading["better"];
  segment?: Record<string, string>;
  chart?: KpiReading["chart"];
  shiftAt?: number;
  shift?: number;
  pitfalls?: string[];
};

function shareKpi(story: Story & { size: number; emptyAt?: number }): KpiReading {
  const points = Array.from({ length: weeks }, (_, at): ChartPoint => {
    const denominator = at === story.emptyAt ? 0 : Math.round(story.size * (1 + 0.18 * wobble(at * 3 + story.size)));
    const sigma = Math.sqrt((story.centre * (1 - story.centre)) / Math.max(1, denominator));
    const level = story.centre + (at >= (story.shiftAt ?? weeks) ? (story.shift ?? 0) : 0);
    const numerator = Math.min(denominator, Math.round(denominator * (level + 1.1 * sigma * wobble(at + story.size))));
    const lower = Math.max(0, story.centre - 3 * sigma);
    const upper = Math.min(1, story.centre + 3 * sigma);
    if (denominator === 0) return { ...week(at), value: null, numerator: 0, denominator, ...noLimits };
    const value = numerator / denominator;
    const special = markOf(value, lower, upper);
    return { ...week(at), value, numerator, denominator, lower, upper, centre: story.centre, special };
  });
  return kpi(story, "share", story.chart ?? "p", points);
}

function individualsKpi(story: Story & { unit: KpiReading["unit"]; spread: number }): KpiReading {
  const points = Array.from({ length: weeks }, (_, at): ChartPoint => {
    const level = story.centre + (at >= (story.shiftAt ?? weeks) ? (story.shift ?? 0) : 0);
    const value = level + story.spread * wobble(at * 2 + story.centre);
    const limits = { lower: story.centre - 2.66 * story.spread, upper: story.centre + 2.66 * story.spread };
    const special = markOf(value, limits.lower, limits.upper);
    return {
      ...week(at),
      value,
      numerator: null,
      denominator: 380 + (at % 7),
      ...limits,
      centre: story.centre,
      special,
    };
  });
  return kpi(story, story.unit, "xmr", points);
}

function kpi(story: Story, unit: KpiReading["unit"], chart: KpiReading["chart"], points: ChartPoint[]): KpiReading {
  const { metric, title, variation, assurance, target } = story;
  return {
    metric,
    title,
    unit,
    better: story.better === undefined ? "higher" : story.better,
    every: "week",
    segment: story.segment ?? {},
    chart,
    noChartBecause: null,
    points,
    variation,
    assurance,
    target,
    pitfalls: story.pitfalls ?? [],
  };
}

const noLimits = { lower: null, upper: null, centre: null, special: null };

function week(at: number) {
  return period(addDays(firstMonday, at * 7), 7);
}

function period(start: string, days: number) {
  return { period: { start, end: addDays(start, days - 1) } };
}

function markOf(value: number, lower: number, upper: number): string | null {
  if (value > upper) return "above-upper-limit";
  return value < lower ? "below-lower-limit" : null;
}

/** Looks like chance, lies within −1 to 1, and is the same each time. */
function wobble(at: number): number {
  return (Math.sin(at * 12.9898) + Math.sin(at * 4.1414 + 1) + Math.sin(at * 7.233 + 2)) / 3;
}
