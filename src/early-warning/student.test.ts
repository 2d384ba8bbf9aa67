import { expect, test } from "vitest";
import { studentQuantile, studentTail } from "./student.ts";

test("the tail is that of the published table", () => {
  // Quantiles of Student's t to four digits (Abramowitz & Stegun 1964, table 26.10).
  for (const [value, degrees, tail] of [
    [6.314, 1, 0.05],
    [2.92, 2, 0.05],
    [3.182, 3, 0.025],
    [2.132, 4, 0.05],
    [4.032, 5, 0.005],
    [3.169, 10, 0.005],
    [1.753, 15, 0.05],
    [3.552, 20, 0.001],
  ] as const)
    expect(studentTail(value, degrees)).toBeCloseTo(tail, 4);
  expect(studentTail(-2.92, 2)).toBeCloseTo(0.95, 4);
  expect(studentTail(0, 7)).toBeCloseTo(0.5, 12);
});

test.each([
  [0.1, 2, 1.886],
  [0.1, 11, 1.363],
  [0.025, 1, 12.706],
  [0.025, 4, 2.776],
  [0.025, 27, 2.052],
  [0.001, 20, 3.552],
])("a chance of %f with %i degrees of freedom is left beyond the tabled %f", (tail, degrees, tabled) => {
  expect(studentQuantile(tail, degrees)).toBeCloseTo(tabled, 3);
  expect(studentTail(studentQuantile(tail, degrees), degrees)).toBeCloseTo(tail, 12);
});
