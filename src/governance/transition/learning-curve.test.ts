import { expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import {
  curveThrough,
  fitLearningCurve,
  productivityAt,
  redrawnCurves,
  type WeekOfWork,
  weeksUntil,
} from "./learning-curve.ts";

const truth = { start: 0.4, scale: 6 };
/** Twelve people over sixteen weeks on a known curve, with noise that hangs on the person. */
function observed(noise: number): readonly WeekOfWork[] {
  const chance = seededChance(11);
  return Array.from({ length: 12 }, (_, person) => {
    const own = noise * chance.normal();
    return Array.from({ length: 16 }, (_, week) => ({
      agent: `a${person}`,
      week,
      productivity: productivityAt(truth, week) + own + noise * chance.normal(),
    }));
  }).flat();
}

test("a curve without noise is found again, to the step of the grid", () => {
  const fitted = fitLearningCurve(observed(0));
  expect(fitted).toMatchObject({ start: expect.closeTo(0.4, 2), scale: expect.closeTo(6, 0) });
});

test("curves drawn again lie around the truth, and draws repeat with the seed", () => {
  const weeks = observed(0.08);
  const draw = () => redrawnCurves(weeks, 200, seededChance(5)).map((curve) => weeksUntil(curve, 0.9));
  const sorted = [...draw()].sort((a, b) => a - b);
  const truly = weeksUntil(truth, 0.9);
  expect(sorted[5]).toBeLessThan(truly);
  expect(sorted[194]).toBeGreaterThan(truly);
  expect(draw()).toEqual(draw());
});

test("a curve through its two agreed points passes them", () => {
  const curve = curveThrough(0.4, 16);
  expect(productivityAt(curve, 0)).toBeCloseTo(0.4, 12);
  expect(productivityAt(curve, 16)).toBeCloseTo(0.95, 12);
  expect(weeksUntil(curve, 0.95)).toBeCloseTo(16, 12);
  expect(productivityAt(curve, -1)).toBe(0);
});

test.each([
  ["four people", observed(0).filter(({ agent }) => /a[0-3]$/.test(agent)), { have: 4, need: 5 }],
  ["two weeks", observed(0).filter(({ week }) => week < 2), { have: 2, need: 3 }],
  ["nobody", [], { have: 0, need: 5 }],
])("%s are too little to see learning", (_, weeks, counts) => {
  expect(fitLearningCurve(weeks)).toEqual({ kind: "too-little-data", ...counts });
});

test("people who never learn get a curve that never arrives", () => {
  const flat = observed(0).map((week) => ({ ...week, productivity: 0.4 }));
  const fitted = fitLearningCurve(flat);
  if ("kind" in fitted) throw new Error("too little data");
  expect(weeksUntil(fitted, 0.9)).toBeGreaterThan(104);
});
