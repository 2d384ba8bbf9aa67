import { expect, test } from "vitest";
import { trajectoryOf } from "./trajectory.ts";

const objective = {
  baseline: { kind: "share", share: 0.6 },
  in_90_days: { kind: "share", share: 0.78 },
  target: { figure: { kind: "share", share: 0.9 }, by: "2026-09-30" },
} as const;
const on = (asOf: string, readings: Parameters<typeof trajectoryOf>[1]["readings"] = []) => {
  const way = trajectoryOf(objective, { start: "2026-01-01", asOf, readings });
  if (way.kind !== "trajectory") throw new Error(way.lacking.join());
  return way;
};

test("the way goes from the baseline by the figure for 90 days to the target, with each month's end between", () => {
  expect(on("2026-01-01").points.map(({ on: day, kind, text }) => `${day} ${kind} ${text}`)).toEqual([
    "2026-01-01 baseline 60 %",
    "2026-01-31 between 66 %",
    "2026-02-28 between 71.6 %",
    "2026-03-31 between 77.8 %",
    "2026-04-01 in-90-days 78 %",
    "2026-04-30 between 79.9 %",
    "2026-05-31 between 82 %",
    "2026-06-30 between 83.9 %",
    "2026-07-31 between 86 %",
    "2026-08-31 between 88 %",
    "2026-09-30 target 90 %",
  ]);
});

test.each([
  ["2025-12-01", 0.6],
  ["2026-02-15", 0.69],
  ["2026-04-01", 0.78],
  ["2026-09-30", 0.9],
  ["2027-06-01", 0.9],
])("on %s %d is due", (asOf, due) => {
  expect(on(asOf).dueToday.due).toBeCloseTo(due, 10);
  expect(on(asOf).working).not.toBe("");
});

test.each([
  ["above what is due, with its interval", { value: 0.75, low: 0.73, high: 0.8 }, "ahead"],
  ["an interval that holds what is due", { value: 0.7, low: 0.68, high: 0.73 }, "unclear"],
  ["an interval that ends below what is due", { value: 0.62, low: 0.6, high: 0.65 }, "behind"],
  ["a figure without interval", { value: 0.68 }, "behind"],
])("%s is read as it is", (_, reading, state) => {
  expect(on("2026-03-01", [{ on: "2026-02-15", ...reading }]).standing).toMatchObject({ state });
});

test("a leg of the way that begins at the figure for 90 days says so", () => {
  expect(on("2026-06-30").working).toContain("from 78 % on 2026-04-01 (the figure for 90 days) to 90 %");
  expect(on("2026-02-15").working).toContain("from 60 % on 2026-01-01 to 78 % on 2026-04-01 (the figure for 90 days)");
});

test("readings after the day of asking or before the start are not used", () => {
  const readings = [
    { on: "2025-12-31", value: 0.95 },
    { on: "2026-06-30", value: 0.95 },
  ];
  expect(on("2026-03-01", readings).standing).toBeNull();
});

test("a figure that is to fall is behind when it is too high", () => {
  const falling = {
    baseline: { kind: "number", number: 10 },
    target: { figure: { kind: "number", number: 4 }, by: "2026-03-01" },
  } as const;
  const way = trajectoryOf(falling, {
    start: "2026-01-01",
    asOf: "2026-02-01",
    readings: [{ on: "2026-01-31", value: 9 }],
  });
  expect(way).toMatchObject({ better: "lower", standing: { state: "behind" } });
});

test.each([
  ["no baseline", { ...objective, baseline: undefined }, "2026-01-01", "a baseline"],
  ["no target", { ...objective, target: undefined }, "2026-01-01", "a target"],
  ["no date", { ...objective, target: { ...objective.target, by: null } }, "2026-01-01", "a date for the target"],
  ["no start", objective, null, "a day to start from"],
  ["a date before the start", objective, "2026-12-01", "after the start"],
  [
    "a target equal to the baseline",
    { ...objective, baseline: { kind: "share", share: 0.9 } as const },
    "2026-01-01",
    "differs",
  ],
  ["two units", { ...objective, baseline: { kind: "number", number: 60 } as const }, "2026-01-01", "one unit"],
])("%s gives no way, and says why", (_, what, start, lacking) => {
  expect(trajectoryOf(what, { start, asOf: "2026-02-01" })).toMatchObject({
    kind: "no-trajectory",
    lacking: [expect.stringContaining(lacking)],
  });
});

test("the measured figures of the way are told in order, without those before it and after the day of asking", () => {
  const reading = (day: string, value: number) => ({ on: day, value });
  const { readings } = on("2026-03-15", [
    reading("2026-02-28", 0.66),
    reading("2025-12-31", 0.5),
    reading("2026-01-31", 0.62),
    reading("2026-03-31", 0.7),
  ]);
  expect(readings).toEqual([reading("2026-01-31", 0.62), reading("2026-02-28", 0.66)]);
});
