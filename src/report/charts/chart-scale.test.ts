import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleKpis } from "../../../test/sample-kpis.ts";
import { chartHeight, chartScale, spreadLabels } from "./chart-scale.ts";
import { markDirection } from "./mark-direction.ts";

test("every value, limit and target lies inside the chart", () => {
  for (const kpi of sampleKpis()) {
    const { y, x } = chartScale(kpi);
    const shown = kpi.points.flatMap(({ value, lower, upper }) => [value, lower, upper]).concat(kpi.target);
    for (const value of shown) {
      if (value === null) continue;
      expect(y(value)).toBeGreaterThanOrEqual(0);
      expect(y(value)).toBeLessThanOrEqual(chartHeight);
    }
    expect(x(0)).toBeGreaterThan(0);
    expect(x(kpi.points.length - 1)).toBeLessThan(100);
  }
});

test("durations have ticks at whole minutes and hours", () => {
  const kpi = sampleKpis().find(({ unit }) => unit === "seconds");
  if (kpi === undefined) throw new Error("the sample has a KPI in seconds");
  const { ticks } = chartScale(kpi);
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.filter((tick) => tick % 60 !== 0)).toEqual([]);
});

test("a chart of nothing, of one point and of equal points still has a scale", () => {
  const [kpi] = sampleKpis();
  const [point] = kpi?.points ?? [];
  if (kpi === undefined || point === undefined) throw new Error("the sample has points");
  const flat = { ...point, value: 5, lower: 5, upper: 5, centre: 5 };
  for (const points of [[], [flat], [flat, flat]]) {
    const { x, y, ticks } = chartScale({ ...kpi, points, target: null, unit: "count" });
    expect([x(0), y(5), ...ticks].every(Number.isFinite)).toBe(true);
  }
});

test("labels keep their order and their distance, inside the chart", () => {
  const heights = fc.array(fc.double({ min: 0, max: chartHeight, noNaN: true }), { maxLength: 6 });
  fc.assert(
    fc.property(heights, (ys) => {
      const placed = spreadLabels(
        ys.map((y) => ({ y })),
        13,
      ).map(({ y }) => y);
      const gaps = placed.slice(1).map((y, at) => y - (placed[at] ?? 0));
      expect(placed).toHaveLength(ys.length);
      expect(gaps.filter((gap) => gap < 13 - 1e-9)).toEqual([]);
      expect(placed.filter((y) => y > chartHeight)).toEqual([]);
    }),
  );
});

test.each([
  ["above-upper-limit", "up"],
  ["seven-falling", "down"],
  ["two-of-three-near-lower-limit", "down"],
  ["change-point", "down"],
  [null, null],
] as const)("a mark for %s below the centre points %s", (special, direction) => {
  const point = { value: 1, centre: 2, lower: 0, upper: 4, numerator: null, denominator: 9, special };
  expect(markDirection({ ...point, period: { start: "2026-01-05", end: "2026-01-11" } })).toBe(direction);
});
