import fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquaredTail } from "./chi-squared.ts";
import { fitHazards } from "./cox-regression.ts";
import { survivalCurve, survivalQuantile } from "./kaplan-meier.ts";
import type { Lifetime } from "./lifetime.ts";
import { compareSurvival } from "./log-rank.ts";
import { normalTail } from "./normal.ts";

/** Weeks in remission (Freireich et al. 1963); the figures below are printed in Kleinbaum & Klein 2012, chapters 2 and 3. */
const treated = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";
const read = (weeks: string): Lifetime[] =>
  weeks.split(" ").map((week) => ({ time: Number.parseInt(week, 10), hasEnded: !week.endsWith("+") }));

test("the survival of the treated falls at the published times to the published shares, with Greenwood's errors", () => {
  const falls = survivalCurve(read(treated)).filter((step) => step.events > 0);
  expect(
    falls.map((step) => [step.time, step.atRisk, step.survival.toFixed(4), step.standardError?.toFixed(4)]),
  ).toEqual([
    [6, 21, "0.8571", "0.0764"],
    [7, 17, "0.8067", "0.0869"],
    [10, 15, "0.7529", "0.0963"],
    [13, 12, "0.6902", "0.1068"],
    [16, 11, "0.6275", "0.1141"],
    [22, 7, "0.5378", "0.1282"],
    [23, 6, "0.4482", "0.1346"],
  ]);
});

test("the medians are the published 23 and 8 weeks; a curve that never falls so far has none", () => {
  expect(survivalQuantile(survivalCurve(read(treated)), 0.5).time).toBe(23);
  expect(survivalQuantile(survivalCurve(read(placebo)), 0.5).time).toBe(8);
  expect(survivalQuantile(survivalCurve(read(treated)), 0.75)).toEqual({ time: null, low: 23, high: null });
});

test("a curve that rests on exactly one half has its median in the middle of the rest", () => {
  expect(survivalQuantile(survivalCurve(read("1 2 4 7")), 0.5).time).toBe(3);
});

test("the log-rank comparison gives the published 16.79 on one degree of freedom", () => {
  const result = compareSurvival([read(treated), read(placebo)]);
  if (result.kind !== "comparison") throw new Error("expected a comparison");
  expect(result.observed).toEqual([9, 21]);
  expect(result.expected.map((count) => count.toFixed(2))).toEqual(["19.25", "10.75"]);
  expect(result.chiSquared.toFixed(2)).toBe("16.79");
  expect(result.degrees).toBe(1);
  expect(result.chance).toBeLessThan(0.0001);
});

test.each([
  ["efron", "1.5721", "0.4124"],
  ["breslow", "1.5092", "0.4096"],
] as const)("Cox's model with %s ties gives the published effect of the placebo", (ties, effect, error) => {
  const lifetimes = [
    ...read(treated).map((lifetime) => ({ ...lifetime, covariates: [0] })),
    ...read(placebo).map((lifetime) => ({ ...lifetime, covariates: [1] })),
  ];
  const model = fitHazards(lifetimes, ties);
  if (model.kind !== "hazard-model") throw new Error("expected a model");
  expect(model.effects[0]?.toFixed(4)).toBe(effect);
  expect(model.standardErrors[0]?.toFixed(4)).toBe(error);
  expect(model.logLikelihood.fitted).toBeGreaterThan(model.logLikelihood.none);
});

test("a covariate that never varies, or no ends at all, is too little data", () => {
  const constant = read(placebo).map((lifetime) => ({ ...lifetime, covariates: [3] }));
  expect(fitHazards(constant).kind).toBe("too-little-data");
  expect(fitHazards(constant.map((lifetime) => ({ ...lifetime, hasEnded: false }))).kind).toBe("too-little-data");
  expect(compareSurvival([read("4+ 5+"), read("6+")]).kind).toBe("too-little-data");
});

const stay = fc.record({
  time: fc.integer({ min: 2, max: 40 }),
  hasEnded: fc.boolean(),
  group: fc.integer({ min: 0, max: 1 }),
});

test("a stay watched in two parts counts as the stay watched at once", () =>
  fc.assert(
    fc.property(fc.array(stay, { minLength: 12, maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (stays, cut) => {
      const parts = stays.flatMap((each) =>
        each.time > cut
          ? [
              { ...each, time: cut, hasEnded: false },
              { ...each, entry: cut },
            ]
          : [each],
      );
      const ends = (lifetimes: readonly Lifetime[]) =>
        survivalCurve(lifetimes)
          .filter((step) => step.events > 0)
          .map((step) => [step.time, step.atRisk, step.survival]);
      expect(ends(parts)).toEqual(ends(stays));
      const effect = (all: typeof parts) => {
        const model = fitHazards(all.map((each) => ({ ...each, covariates: [each.group] })));
        return model.kind === "hazard-model" && Math.abs(model.effects[0] ?? 0) < 10 ? model.effects[0] : null;
      };
      const [whole, halves] = [effect(stays), effect(parts)];
      if (whole !== null && whole !== undefined) expect(halves).toBeCloseTo(whole, 6);
    }),
  ));

test.each([
  [3.841459, 1, 0.05],
  [6.634897, 1, 0.01],
  [5.991465, 2, 0.05],
  [18.307038, 10, 0.05],
  [29.588298, 10, 0.001],
])("the table of chi squared: %f on %i degrees has a tail of %f", (value, degrees, tail) => {
  expect(chiSquaredTail(value, degrees)).toBeCloseTo(tail, 7);
});

test("the normal tail is the tabled one, far out too", () => {
  expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
  expect(normalTail(-1.6448536269514722)).toBeCloseTo(0.95, 12);
  expect(normalTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
});
