import { expect, test } from "vitest";
import { shareChart } from "./attribute-charts.ts";
import { drawFunnel, sampleLimits } from "./funnel.ts";
import { kendallConcordance, kendallTau } from "./rank-agreement.ts";
import { rateAgreement } from "./rater-agreement.ts";

/** 85 xeromammograms read by two radiologists (Boyd et al. 1982; figures as printed in the Stata manual, kappa). */
const radiologists = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
];

test.each([
  ["none", "0.6353", "0.3082", "0.4728", "0.0694"],
  ["linear", "0.8667", "0.6911", "0.5684", "0.0788"],
] as const)("two radiologists agree as published, with %s weights", (weights, observed, expected, kappa, error) => {
  const result = rateAgreement(radiologists, weights);
  if (result.kind !== "agreement") throw new Error("expected agreement");
  expect(result.observed.toFixed(4)).toBe(observed);
  expect(result.expected.toFixed(4)).toBe(expected);
  expect(result.kappa.toFixed(4)).toBe(kappa);
  expect(result.errorUnderChance.toFixed(4)).toBe(error);
  expect(result.interval.low).toBeLessThan(result.kappa);
});

test("a rater who is milder shows as bias though kappa is the same; one category alone is too little data", () => {
  const milder = rateAgreement([
    [40, 0],
    [20, 40],
  ]);
  expect(milder).toMatchObject({ kind: "agreement", bias: 0.2 });
  expect(
    rateAgreement([
      [10, 0],
      [0, 0],
    ]).kind,
  ).toBe("too-little-data");
});

/** Siegel 1956, Nonparametric Statistics, tables 9.6 and 9.8. */
test("Kendall's tau of authoritarianism and status striving is the published 0.67", () => {
  const authoritarian = [2, 6, 5, 1, 10, 9, 8, 3, 4, 12, 7, 11];
  const striving = [3, 4, 2, 1, 8, 11, 10, 6, 7, 12, 5, 9];
  expect(kendallTau(authoritarian, striving)?.toFixed(2)).toBe("0.67");
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
  expect(kendallTau([1, 1, 1], [3, 2, 1])).toBeNull();
});

test("shared places are corrected for, as in Kendall 1945", () => {
  // Five agreeing pairs of six; each ranking has one tie: 4 ÷ √(5 × 5) with ties in different pairs.
  expect(kendallTau([1, 2.5, 2.5, 4], [1, 2, 3.5, 3.5])).toBeCloseTo(4 / 5, 12);
});

test("Kendall's W of three interviewers ranking six applicants is the published 0.16", () => {
  const interviewers = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ];
  expect(kendallConcordance(interviewers)?.agreement.toFixed(2)).toBe("0.16");
  expect(
    kendallConcordance([
      [1, 2, 3],
      [1, 2, 3],
    ])?.agreement,
  ).toBe(1);
  expect(
    kendallConcordance([
      [1, 2, 2, 4],
      [10, 20, 20, 40],
    ])?.agreement,
  ).toBeCloseTo(1, 12);
});

/** Figures of FunnelPlotR's own suite for 15, 20 and 30 expected events. */
test("Poisson funnel limits are the published ones", () => {
  const limits = (tail: number) => [15, 20, 30].map((expected) => sampleLimits("rate", 1, expected, tail));
  expect(limits(0.025).map(({ low }) => low.toFixed(7))).toEqual(["0.5596924", "0.6108260", "0.6746958"]);
  expect(limits(0.025).map(({ high }) => high.toFixed(6))).toEqual(["1.649348", "1.544419", "1.427562"]);
  expect(limits(0.001).map(({ low }) => low.toFixed(7))).toEqual(["0.3862650", "0.4479107", "0.5289724"]);
  expect(limits(0.001).map(({ high }) => high.toFixed(6))).toEqual(["2.082907", "1.902094", "1.702771"]);
});

test("a binomial funnel narrows with size and holds its centre", () => {
  const halves = [10, 100, 1000].map((of) => sampleLimits("share", 0.9, of, 0.025));
  expect(halves[2]?.low.toFixed(3)).toBe("0.881");
  for (const { low, high } of halves) expect(low < 0.9 && high > 0.9).toBe(true);
  expect((halves[0]?.low ?? 0) < (halves[1]?.low ?? 0) && (halves[1]?.low ?? 0) < (halves[2]?.low ?? 0)).toBe(true);
});

test("small teams are not called worst for their noise; one that truly differs is", () => {
  const teams = [
    { id: "A", count: 940, of: 1000 },
    { id: "B", count: 936, of: 1000 },
    { id: "C", count: 6, of: 8 },
    { id: "D", count: 945, of: 1000 },
    { id: "E", count: 937, of: 1000 },
    { id: "F", count: 860, of: 1000 },
  ];
  const funnel = drawFunnel("share", teams);
  if (funnel.kind !== "funnel") throw new Error("expected a funnel");
  expect(funnel.units.find((unit) => unit.id === "C")?.standing).toBe("within");
  const far = drawFunnel(
    "share",
    teams.map((team) => (team.id === "F" ? { ...team, count: 400 } : team)),
  );
  if (far.kind !== "funnel") throw new Error("expected a funnel");
  expect(far.betweenUnits).not.toBeNull();
  expect(drawFunnel("share", teams.slice(0, 2))).toEqual({ kind: "too-little-data", have: 2, need: 3 });
});

test("teams that all differ widen the funnel instead of all standing out", () => {
  const teams = [0.8, 0.85, 0.9, 0.95, 0.7, 0.88, 0.92, 0.78].map((share, index) => ({
    id: `team ${index}`,
    count: share * 2000,
    of: 2000,
  }));
  const funnel = drawFunnel("share", teams);
  if (funnel.kind !== "funnel") throw new Error("expected a funnel");
  expect(funnel.dispersion).toBeGreaterThan(10);
  expect(funnel.units.every((unit) => unit.standing === "within")).toBe(true);
});

/** Patients seen within 4 hours over 20 weeks (Mohammed et al. 2013); limits as drawn in Anhøj, SPC for Healthcare, p′ chart. */
test("Laney's limits of the published emergency attendances are 94.0 % to 96.6 % around 95.3 %", () => {
  const seen = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478, 255353, 256820,
    261835, 259144, 255910, 260863, 264465, 260989,
  ];
  const attended = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932, 266629, 268091,
    276803, 271578, 266005, 273520, 278574, 273772,
  ];
  const points = seen.map((count, index) => ({ count, of: attended[index] ?? 0 }));
  const last = shareChart(points, { isLaney: true }).at(-1);
  const percent = (value: number | null | undefined) => (100 * (value ?? 0)).toFixed(1);
  expect([last?.lower, last?.centre, last?.upper].map(percent)).toEqual(["94.0", "95.3", "96.6"]);
});
