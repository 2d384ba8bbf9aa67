import { expect, test } from "vitest";
import { meanBounds, rateBounds, shareBounds } from "./one-sided-bound.ts";

// Quantiles of Student's t at 95 % from the tables of Abramowitz & Stegun 1964, 26.10.
test.each([
  [4, 2.132],
  [7, 1.895],
  [15, 1.753],
  [30, 1.697],
  [120, 1.658],
])("with %d degrees the bound of a mean lies %d standard errors away", (degrees, quantile) => {
  const { low, high } = meanBounds(0, Math.sqrt(degrees + 1), degrees + 1);
  expect(high).toBeCloseTo(quantile, 2);
  expect(low).toBe(-high);
});

// Garwood's limits, two-sided 90 %: 0 events give 2.996 at most, 1 gives 0.0513 to 4.744, 10 give 5.425 to 16.962.
test.each([
  [0, 0, 2.996],
  [1, 0.0513, 4.744],
  [10, 5.425, 16.962],
])("%d events lie between %d and %d", (events, low, high) => {
  expect(rateBounds(events, 1).low).toBeCloseTo(low, 3);
  expect(rateBounds(events, 1).high).toBeCloseTo(high, 3);
  expect(rateBounds(events, 4).high).toBeCloseTo(high / 4, 3);
});

test("a share's lower bound lies below it and rises with the records", () => {
  expect(shareBounds(34, 40).low).toBeLessThan(shareBounds(340, 400).low);
  expect(shareBounds(340, 400).low).toBeLessThan(0.85);
});
