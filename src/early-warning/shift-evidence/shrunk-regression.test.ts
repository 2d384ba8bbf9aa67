import { expect, test } from "vitest";
import { coefficientsOf, normalEquations, regressShrunk } from "./shrunk-regression.ts";

test("free coefficients are those of least squares; drawn ones shrink by the textbook's factor, down to none", () => {
  const slope = [-1.5, -0.5, 0.5, 1.5];
  const columns = Float64Array.from(slope.flatMap((x) => [1, x]));
  const response = Float64Array.from([1, 2, 4, 5]);
  const equations = normalEquations(columns, 2, response);
  const free = regressShrunk(equations, { size: 2, free: 2, precision: 0 });
  // Mean 3; slope 7 over 5; squares 46 less 4 × 9 and 49 / 5.
  expect([...coefficientsOf(free)]).toEqual([expect.closeTo(3, 12), expect.closeTo(1.4, 12)]);
  expect(free.residual).toBeCloseTo(0.2, 12);
  expect(free.logDeterminant).toBeCloseTo(0.5 * Math.log(4 * 5), 12);
  const drawn = regressShrunk(equations, { size: 2, free: 1, precision: 5 });
  expect(coefficientsOf(drawn)[1]).toBeCloseTo(0.7, 12);
  expect(drawn.residual).toBeCloseTo(10 - 49 / 10, 12);
  const none = regressShrunk(equations, { size: 1, free: 1, precision: 0 });
  expect([...coefficientsOf(none)]).toEqual([expect.closeTo(3, 12)]);
  expect(none.residual).toBeCloseTo(10, 12);
});
