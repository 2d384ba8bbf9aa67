import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChartedSeries, chartSeries, type Series } from "./chart-series.ts";
import type { SeriesPoint } from "./choose-chart.ts";

const share = (numerator: number, denominator: number): SeriesPoint => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
});
const bare = (value: number | null): SeriesPoint => ({ value });
const series = (part: Partial<Series> & Pick<Series, "kind" | "points">): Series => ({
  better: "higher",
  target: null,
  ...part,
});

function charted(input: Series): ChartedSeries {
  const result = chartSeries(input);
  if (result.kind !== "chart") throw new Error("expected a chart");
  return result;
}

const steady = [92, 95, 93, 90, 94, 96, 91, 93, 95, 92, 94, 94];

test("a share whose periods differ no more than sampling explains goes on a p chart with stepped limits", () => {
  const points = steady.map((passed, index) => (index === 11 ? share(47, 50) : share(passed, 100)));
  const result = charted(series({ kind: "share", points }));
  expect(result.chart).toBe("p");
  expect(result.isTrial).toBe(false);
  const [first, last] = [result.points[0], result.points[11]];
  const centre = (steady.slice(0, 11).reduce((total, passed) => total + passed, 0) + 47) / 1150;
  expect(first?.centre).toBeCloseTo(centre, 12);
  expect(first?.lower).toBeCloseTo(centre - 3 * Math.sqrt((centre * (1 - centre)) / 100), 12);
  expect(last?.lower).toBeCloseTo(centre - 3 * Math.sqrt((centre * (1 - centre)) / 50), 12);
  expect(last?.upper).toBe(1);
});

test("a share of many items that swings from week to week goes on a Laney chart, which is wider", () => {
  const points = [9100, 9500, 9150, 9480, 9050, 9460, 9120, 9530, 9080, 9490].map((passed) => share(passed, 10_000));
  const result = charted(series({ kind: "share", points }));
  expect(result.chart).toBe("p-laney");
  expect(result.because).toContain("sigma z");
  expect(result.points.every((point) => point.special === null)).toBe(true);
});

test.each([
  ["counts over exposure", "rate", (value: number) => share(value, 40), "u"],
  ["means with their spread", "mean", (value: number) => ({ value, denominator: 25, deviation: 9 }), "xbar-s"],
  [
    "means whose spread explains little",
    "mean",
    (value: number) => ({ value, denominator: 25, deviation: 0.1 }),
    "xmr",
  ],
  ["means without their spread", "mean", (value: number) => ({ value, denominator: 25, deviation: null }), "xmr"],
  ["bare values", "value", bare, "xmr"],
  ["a share without counts", "share", (value: number) => bare(value / 100), "xmr"],
] as const)("%s: the chart that fits", (_, kind, point, chart) => {
  expect(charted(series({ kind, points: steady.map((value) => point(value)) })).chart).toBe(chart);
});

test("a lasting drop is worsening where higher is better, improving where lower is, and dated to its first point", () => {
  const points = [...steady, ...steady, 84, 83, 85, 82, 84, 83, 85, 84].map(bare);
  const input = series({ kind: "value", points, baseline: { frozenAfter: 24 } });
  const worse = charted(input);
  expect(worse.variation).toEqual({ kind: "worsening", rule: "below-lower-limit", since: 24 });
  expect(worse.points[24]?.special).toBe("below the lower limit");
  expect(charted({ ...input, better: "lower" }).variation.kind).toBe("improving");
  expect(charted({ ...input, better: null }).variation.kind).toBe("special-cause");
});

test.each([
  [110, "higher", "fails"],
  [80, "higher", "passes"],
  [93, "higher", "hit-or-miss"],
  [110, "lower", "passes"],
  [80, "lower", "fails"],
  [93, null, "unknown"],
  [null, "higher", "no-target"],
] as const)("against a target of %s with %s better the process %s", (target, better, assurance) => {
  expect(charted(series({ kind: "value", points: steady.map(bare), target, better })).assurance).toBe(assurance);
});

test("a rebase gives the later points limits of their own and no rule looks across it", () => {
  const points = [...steady, ...steady.map((value) => value - 20)].map(bare);
  const result = charted(series({ kind: "value", points, baseline: { rebasedAt: [12] } }));
  expect(result.variation.kind).toBe("common-cause");
  expect((result.points[0]?.centre ?? 0) - (result.points[12]?.centre ?? 0)).toBeCloseTo(20, 9);
});

test("fewer than eight measured points are too little data, fewer than twelve give trial limits", () => {
  const seven = [...steady.slice(0, 7).map(bare), bare(null), bare(null)];
  expect(chartSeries(series({ kind: "value", points: seven }))).toEqual({ kind: "too-little-data", have: 7, need: 8 });
  expect(charted(series({ kind: "value", points: steady.slice(0, 8).map(bare) })).isTrial).toBe(true);
});

test("a week without data keeps its place, has no limits and breaks no run", () => {
  const points = [...steady, 80, null, 80, 80, 80, null, 80, 80, 80].map(bare);
  const result = charted(series({ kind: "value", points, baseline: { frozenAfter: 12 } }));
  expect(result.points).toHaveLength(points.length);
  expect(result.points[13]).toMatchObject({ value: null, upper: null, special: null });
  expect(result.variation.since).toBe(12);
});

test("a process that never misses has limits at its centre and no special cause", () => {
  const result = charted(series({ kind: "share", points: steady.map(() => share(50, 50)), target: 0.95 }));
  expect(result.points[0]).toMatchObject({ centre: 1, lower: 1, upper: 1, special: null });
  expect(result.assurance).toBe("passes");
});

test("moving or stretching all values moves or stretches the chart and marks the same points", () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 60 }),
      fc.integer({ min: -500, max: 500 }),
      (values, shift) => {
        const before = charted(series({ kind: "value", points: values.map(bare) }));
        const after = charted(series({ kind: "value", points: values.map((value) => bare(4 * value + 4 * shift)) }));
        expect(after.points[0]?.upper).toBeCloseTo(4 * ((before.points[0]?.upper ?? 0) + shift), 6);
        const isOnLimit = before.points.some((point) =>
          [point.centre, point.upper, point.lower, point.nearLower, point.nearUpper].some(
            (limit) => Math.abs((point.value ?? 0) - (limit ?? 0)) < 1e-6,
          ),
        );
        if (!isOnLimit)
          expect(after.points.map((point) => point.rule)).toEqual(before.points.map((point) => point.rule));
      },
    ),
  ));
