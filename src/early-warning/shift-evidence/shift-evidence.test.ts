import { expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import { logNormalCumulative } from "../normal.ts";
import { shareAlarmBudget } from "./alarm-budget.ts";
import { correlationOf, independenceOf } from "./common-movement.ts";
import { eventShiftFactors } from "./event-shift.ts";
import type { FigureStream } from "./figure-stream.ts";
import { logFactors } from "./level-shift.ts";
import { poolEvidence } from "./pooled-evidence.ts";
import { type ShiftEvidence, weighShift } from "./shift-evidence.ts";

const share = (level: (week: number) => number, weeks: number, seed: number, of = 120): FigureStream => {
  const chance = seededChance(seed);
  const points = Array.from({ length: weeks }, (_, week) => {
    const mean = level(week) + 0.012 * chance.normal();
    const count = Array.from({ length: of }, () => chance.is(mean)).filter(Boolean).length;
    return { day: 7 * week + 3, value: count / of, count, of };
  });
  return { kind: "share", worse: "down", proportional: false, points };
};

const evidenceOf = (stream: FigureStream): ShiftEvidence => {
  const evidence = weighShift(stream);
  if (evidence.kind !== "evidence") throw new Error(evidence.kind);
  return evidence;
};

const lastYear = (weeks: number) => Array.from({ length: 52 }, (_, at) => 7 * (weeks - 52 + at));

test("the normal distribution is that of the tables, far into the tail", () => {
  const normalCumulative = (z: number) => Math.exp(logNormalCumulative(z));
  expect(normalCumulative(0)).toBeCloseTo(0.5, 7);
  expect(normalCumulative(1.959963984540054)).toBeCloseTo(0.975, 7);
  expect(normalCumulative(-1.6448536269514722)).toBeCloseTo(0.05, 7);
  // Abramowitz & Stegun, table 26.2: -log10 of the tail beyond 10 is 23.11805
  expect(logNormalCumulative(-10) / Math.LN10).toBeCloseTo(-23.11805, 4);
});

test("a factor of t has expectation one where nothing happens, and so has one of counts", () => {
  const chance = seededChance(4);
  const free = 12;
  const runs = 40_000;
  let levels = 0;
  for (let run = 0; run < runs; run += 1) {
    const spread = Array.from({ length: free }, () => chance.normal() ** 2).reduce((sum, square) => sum + square, 0);
    levels += Math.exp(logFactors(chance.normal() / Math.sqrt(spread / free), 2, free)[0]) / runs;
  }
  expect(levels).toBeGreaterThan(0.93);
  expect(levels).toBeLessThan(1.07);
  let counts = 0;
  for (let run = 0; run < 4000; run += 1) {
    const points = Array.from({ length: 11 }, (_, week) => ({ day: 7 * week, events: chance.poisson(1), of: 1 }));
    counts += Math.exp(eventShiftFactors(points, { grow: true, fewestBefore: 8 }).worse[8] ?? 0) / 4000;
  }
  expect(counts).toBeGreaterThan(0.85);
  expect(counts).toBeLessThan(1.15);
});

test("a fall is weighed for, a rise against, and the onset found is the one that was planted", () => {
  const weeks = 70;
  const fall = evidenceOf(share((week) => (week >= 60 ? 0.84 : 0.93), weeks, 7));
  const pooled = poolEvidence([{ evidence: fall, sign: { likely: 1, by: null } }], lastYear(weeks));
  expect(pooled.weeks).toBeGreaterThan(1000);
  expect(Math.abs(pooled.onset - 7 * 60)).toBeLessThanOrEqual(14);
  expect(pooled.earliest).toBeLessThanOrEqual(pooled.onset);
  expect(pooled.latest).toBeGreaterThanOrEqual(pooled.onset);
  const rise = evidenceOf(share((week) => (week >= 60 ? 0.96 : 0.86), weeks, 7));
  expect(poolEvidence([{ evidence: rise, sign: { likely: 1, by: null } }], lastYear(weeks)).weeks).toBeLessThan(60);
});

test("a change for the better begins a new history, so that its loss is seen though the old level was worse", () => {
  const level = (week: number) => (week < 40 ? 0.8 : week < 90 ? 0.93 : 0.86);
  const evidence = evidenceOf(share(level, 100, 5));
  expect(Math.abs(evidence.rebased - 40)).toBeLessThanOrEqual(2);
  expect(poolEvidence([{ evidence, sign: { likely: 1, by: null } }], lastYear(100)).weeks).toBeGreaterThan(500);
});

test("figures that move together prove more than each alone; one that stays speaks against", () => {
  const falls = [11, 12, 13].map((seed) => evidenceOf(share((week) => (week >= 62 ? 0.9 : 0.93), 68, seed)));
  const still = evidenceOf(share(() => 0.93, 68, 14));
  const weeksOf = (streams: readonly ShiftEvidence[]) =>
    poolEvidence(
      streams.map((evidence) => ({ evidence, sign: { likely: 0.9, by: null } })),
      lastYear(68),
    ).weeks;
  expect(weeksOf(falls)).toBeGreaterThan(2 * Math.max(...falls.map((fall) => weeksOf([fall]))));
  expect(weeksOf([...falls, still])).toBeLessThan(weeksOf(falls));
});

test("few events are weighed as counts: three leavers in five weeks after one in a year are told, two are not yet", () => {
  const leavers = (late: readonly number[]): FigureStream => ({
    kind: "rate",
    worse: "up",
    proportional: false,
    points: [...Array.from({ length: 52 }, (_, week) => (week === 20 ? 1 : 0)), ...late].map((count, week) => ({
      ...{ day: 7 * week + 3, value: count / 40, count, of: 40 },
    })),
  });
  const weeks = (late: readonly number[]) =>
    poolEvidence([{ evidence: evidenceOf(leavers(late)), sign: { likely: 1, by: null } }], lastYear(52 + late.length))
      .weeks;
  expect(weeks([2, 0, 1, 2, 1])).toBeGreaterThan(300);
  expect(weeks([1, 0, 0, 0, 1])).toBeLessThan(weeks([2, 0, 1, 2, 1]) / 5);
});

test("too little history says nothing", () => {
  expect(weighShift(share(() => 0.9, 6, 1))).toEqual({ kind: "too-little-data", have: 6, need: 9 });
});

test("weeks that are bad for every figure at once count once", () => {
  const chance = seededChance(3);
  const common = Array.from({ length: 60 }, () => chance.normal());
  const stream = (own: number): FigureStream => ({
    ...{ kind: "value", worse: "up", proportional: false },
    points: common.map((value, week) => ({ day: 7 * week, value: value + own * chance.normal(), count: null, of: 0 })),
  });
  const one = stream(0.01);
  const inverse: FigureStream = {
    ...one,
    worse: "down",
    points: one.points.map((point) => ({ ...point, value: -point.value })),
  };
  expect(correlationOf(one, inverse)).toBeCloseTo(1, 12);
  expect(independenceOf([one, stream(0.01), stream(0.01)])).toBeLessThan(0.4);
  expect(independenceOf([stream(50), stream(50), stream(50)])).toBeGreaterThan(0.7);
  expect(independenceOf([one])).toBe(1);
});

test("the budget is shared in equal parts by lookers that err together in part; a watch needs half the evidence", () => {
  expect(shareAlarmBudget(13, 50)).toEqual({ weeksBetweenFalseAlarms: 13, lookers: 50, alarm: 260, watch: 130 });
  expect(shareAlarmBudget(26, 25).alarm).toBe(2 * shareAlarmBudget(13, 25).alarm);
  expect(shareAlarmBudget(13, 1).alarm).toBe(shareAlarmBudget(13, 5).alarm);
});

test("a winter that comes back every year is a season in monthly figures too; one that is worse than the last is a change", () => {
  const monthly = (worsening: number): FigureStream => {
    const chance = seededChance(8);
    const points = Array.from({ length: 35 }, (_, month) => {
      const day = Math.round(30.44 * (month + 0.5));
      const winter = 0.03 * Math.cos((2 * Math.PI * (month - 9)) / 12);
      const value = 0.12 + winter + (month >= 31 ? worsening : 0) + 0.004 * chance.normal();
      return { day, value, count: Math.round(value * 20_000), of: 20_000 };
    });
    return { kind: "share", worse: "up", proportional: false, points };
  };
  const options = { fewestBefore: 6, historyDays: 4 * 364, recentDays: 364 };
  const weeks = (worsening: number) => {
    const evidence = weighShift(monthly(worsening), options);
    if (evidence.kind !== "evidence") throw new Error(evidence.kind);
    return poolEvidence([{ evidence, sign: { likely: 1, by: null } }], lastYear(152)).weeks;
  };
  expect(weeks(0)).toBeLessThan(52);
  expect(weeks(0.03)).toBeGreaterThan(300);
});

test("a gap of points that jumps is told by its next quarter; the same steps in a time that doubles and halves are not yet", () => {
  const values = [0.12, 0.1, 0.08, 0.05, 0.24, 0.19, 0.19, 0.26, 0.77];
  const lastOf = (proportional: boolean) => {
    const stream: FigureStream = {
      ...{ kind: "mean", worse: "up", proportional },
      points: values.map((value, at) => ({ day: 91 * at, value, count: null, of: 10 })),
    };
    const evidence = weighShift(stream, { fewestBefore: 4, historyDays: 6 * 364, recentDays: 2 * 364 });
    if (evidence.kind !== "evidence") throw new Error(evidence.kind);
    return evidence.logFactors.at(-1) ?? 0;
  };
  expect(lastOf(false)).toBeGreaterThan(2.5);
  expect(lastOf(true)).toBeLessThan(1.5);
});
