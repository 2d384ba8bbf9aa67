import { expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import { type FigureStream, steadyScale } from "./figure-stream.ts";
import { poolEvidence } from "./pooled-evidence.ts";
import { weighShift } from "./shift-evidence.ts";
import { readSteadyNoise } from "./steady-noise.ts";
import { readSeason } from "./yearly-season.ts";

const december = (week: number) => (week % 52 >= 47 && week % 52 < 51 ? 6 : 0);
const summer = (week: number) => (week % 52 >= 28 && week % 52 < 35 ? -5 : 0);
const wave = (week: number) => 3 * Math.cos((2 * Math.PI * week) / 52);

/** A figure of unit noise about 40, by weeks of exactly a year in 52. */
const figure = (level: (week: number) => number, weeks: number, seed: number): FigureStream => {
  const chance = seededChance(seed);
  const points = Array.from({ length: weeks }, (_, week) => ({
    ...{ day: (week * 365.25) / 52, count: null, of: 0 },
    value: 40 + level(week) + chance.normal(),
  }));
  return { kind: "value", worse: "up", proportional: false, points };
};

const weighed = (stream: FigureStream) => {
  const evidence = weighShift(stream);
  if (evidence.kind !== "evidence") throw new Error(evidence.kind);
  const last = stream.points.at(-1)?.day ?? 0;
  const onsets = Array.from({ length: 52 }, (_, at) => last - 7 * (51 - at));
  return { evidence, pooled: poolEvidence([{ evidence, sign: { likely: 1, by: null } }], onsets) };
};

const spreadOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

test.each([
  ["a wave", wave],
  ["a peak before Christmas", december],
  ["a hole in the summer", summer],
])("%s that comes back is taken out, and its return is no change", (_, season) => {
  for (const weeks of [130, 143, 156]) {
    const { evidence, pooled } = weighed(figure(season, weeks, weeks));
    expect(evidence.season?.isPlain).toBe(true);
    expect(spreadOf(evidence.season?.values ?? [])).toBeLessThan(1.5);
    expect(pooled.weeks).toBeLessThan(100);
  }
});

test.each([
  ["a peak before Christmas", december],
  ["a hole in the summer", summer],
])("noise and memory are read without %s", (_, season) => {
  const { points } = steadyScale(figure(season, 143, 9));
  const raw = readSteadyNoise(points, true);
  const { heights } = readSeason(points, raw);
  const still = points.map((point, at) => ({ ...point, level: point.level - (heights?.[at] ?? 0) }));
  const noise = readSteadyNoise(still, true);
  expect(raw.memory).toBeGreaterThan(0.3);
  expect(noise.memory).toBeLessThan(0.25);
  expect(noise.variances[0]).toBeLessThan(1.5);
});

test("a lasting change is seen beside a sharp season too, though a season that must be estimated costs some of the evidence", () => {
  const change = (week: number) => (week >= 136 ? 2 : 0);
  const alone = weighed(figure(change, 143, 4)).pooled;
  const beside = weighed(figure((week) => december(week) + change(week), 143, 4));
  expect(alone.weeks).toBeGreaterThan(1000);
  expect(beside.pooled.weeks).toBeGreaterThan(150);
  expect(beside.pooled.weeks).toBeLessThan(alone.weeks);
  expect(Math.abs(beside.pooled.onset - (136 * 365.25) / 52)).toBeLessThanOrEqual(14);
});

test("a figure without a season has none worth a word, and too short a history has none at all", () => {
  const { evidence } = weighed(figure(() => 0, 143, 6));
  expect(evidence.season?.isPlain).toBe(false);
  expect(weighed(figure(december, 75, 6)).evidence.season).toBeNull();
});

test("a step eleven months ago is a recent change, though what lies a year back looks like one beside it", () => {
  const monthly = (since: number): FigureStream => {
    const chance = seededChance(12);
    const points = Array.from({ length: 31 }, (_, month) => ({
      ...{ day: Math.round(30.44 * (month + 0.5)), count: null, of: 0 },
      value: 40 + (month >= since ? 4 : 0) + chance.normal(),
    }));
    return { kind: "value", worse: "up", proportional: false, points };
  };
  const options = { fewestBefore: 6, historyDays: 4 * 364, recentDays: 364 };
  const recent = weighShift(monthly(20), options);
  expect(recent).toMatchObject({ kind: "evidence", rebased: 0 });
  const old = weighShift(monthly(12), options);
  expect(old.kind === "evidence" && Math.abs(old.rebased - 12)).toBeLessThanOrEqual(1);
});
