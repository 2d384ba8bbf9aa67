import { expect, test } from "vitest";
import { shareChart } from "./attribute-charts.ts";
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
