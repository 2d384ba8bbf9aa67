import fc from "fast-check";
import { expect, test } from "vitest";
import { percentileRange } from "./percentile-range.ts";

/** Nearest rank after sorting everything: the definition. */
function bySorting(values: Float64Array) {
  const sorted = Float64Array.from(values).sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
  return { p10, p50, p90 };
}

test("the three are what sorting everything gives, whatever the values and their order", () => {
  const some = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 3000 });
  const few = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3000 });
  fc.assert(
    fc.property(fc.oneof(some, few), (list) => {
      const values = Float64Array.from(list);
      expect(percentileRange(values)).toEqual(bySorting(values));
      expect([...values]).toEqual(list);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["rising", (at: number) => at],
  ["falling", (at: number) => -at],
  ["all the same", () => 4],
  ["periodic, so that the sample sees one value only", (at: number) => at % 97],
  ["periodic in the step of the sample", (at: number) => (at % 97 === 0 ? 1e9 : at)],
])("many values, %s", (_, valueAt) => {
  const values = Float64Array.from({ length: 97 * 1024 }, (_unused, at) => valueAt(at));
  expect(percentileRange(values)).toEqual(bySorting(values));
});
