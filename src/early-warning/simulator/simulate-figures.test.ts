import { expect, test } from "vitest";
import { figureKinds } from "./figure-kinds.ts";
import { type FigureWorld, informationAWeek, simulateFigures } from "./simulate-figures.ts";

const still = { weekly: 0, autocorrelation: 0, common: 0, season: 0, shock: 0, shockSize: 0, missing: 0 };
const world = (parts: Partial<FigureWorld> = {}): FigureWorld => ({
  ...{ seed: 3, from: "2023-01-02", weeks: 104, volume: 1, noise: still, planted: [] },
  ...parts,
});
const figure = (metric: string, parts: Partial<FigureWorld> = {}) => {
  const found = simulateFigures(world(parts)).find(({ kind }) => kind.metric === metric);
  if (found === undefined) throw new Error(metric);
  return found;
};
const meanOf = (values: readonly (number | null)[]) => {
  const known = values.flatMap((value) => value ?? []);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

test("a healthy figure keeps its level, and the same seed gives the same weeks", () => {
  const { kind, points } = figure("reopen-rate");
  expect(points).toHaveLength(104);
  expect(points[0]).toMatchObject({ start: "2023-01-02", end: "2023-01-08" });
  expect(meanOf(points.map(({ value }) => value))).toBeCloseTo(kind.level, 2);
  expect(figure("reopen-rate")).toEqual(figure("reopen-rate"));
});

test("a planted pitfall moves the figures of its levers from its day on, and leaves the others as they were", () => {
  const planted = [{ pitfall: "quality-decline", from: "2024-01-01", size: 1, creepDays: 0 }];
  const late = (metric: string, parts: Partial<FigureWorld>) =>
    meanOf(
      figure(metric, parts)
        .points.filter(({ start }) => start >= "2024-01-01")
        .map(({ value }) => value),
    );
  expect(late("qa-score-client", { planted }) - late("qa-score-client", {})).toBeCloseTo(-5, 0);
  expect(late("reopen-rate", { planted })).toBeGreaterThan(1.4 * late("reopen-rate", {}));
  expect(figure("ideas-submitted", { planted })).toEqual(figure("ideas-submitted"));
});

test("weeks without records are unknown, not zero", () => {
  const { points } = figure("csat", { noise: { ...still, missing: 0.2 } });
  const missing = points.filter(({ value }) => value === null);
  expect(missing.length).toBeGreaterThan(8);
  expect(missing.every(({ numerator, denominator }) => numerator === null && denominator === 0)).toBe(true);
});

test("a sharp year comes back in every figure: December worse, summer better, days off without records", () => {
  const year = { december: 1, summer: 1, daysOff: ["2023-05-01", "2023-05-02", "2023-05-03", "2023-05-04"], short: 0 };
  const { points } = figure("reopen-rate", { noise: { ...still, year } });
  const usual = figure("reopen-rate").points;
  const share = (from: string, to: string, of = points) =>
    meanOf(of.filter(({ start, end }) => start >= from && end <= to).map(({ value }) => value));
  for (const at of ["2023", "2024"]) {
    expect(share(`${at}-11-27`, `${at}-12-24`)).toBeGreaterThan(0.11);
    expect(share(`${at}-07-15`, `${at}-08-31`)).toBeLessThan(0.04);
  }
  expect(share("2023-09-04", "2023-11-26")).toBeCloseTo(share("2023-09-04", "2023-11-26", usual), 2);
  const items = (of: typeof points) => of.find(({ start }) => start === "2023-05-01")?.denominator ?? 0;
  expect(items(points) / items(usual)).toBeLessThan(0.35);
});

test("information is that of the textbook: squared shift over twice the variance, relative entropy of counts", () => {
  const kind = figureKinds.find(({ metric }) => metric === "qa-score-client");
  const incidents = figureKinds.find(({ metric }) => metric === "incidents");
  if (kind === undefined || incidents === undefined) throw new Error("no such figure");
  expect(informationAWeek(kind, -2, world())).toBeCloseTo(4 / (2 * (49 / 20)), 12);
  expect(informationAWeek(incidents, Math.log(2), world())).toBeCloseTo(0.15 * (2 * Math.log(2) - 1), 12);
  const noisy = world({ noise: { ...still, weekly: 0.2, autocorrelation: 0.4 } });
  expect(informationAWeek(kind, -2, noisy)).toBeLessThan(informationAWeek(kind, -2, world()));
});
