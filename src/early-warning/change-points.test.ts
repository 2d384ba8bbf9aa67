import fc from "fast-check";
import { expect, test } from "vitest";
import { seededNoise } from "../../test/seeded-noise.ts";
import { changePointWorkspace } from "./change-point-workspace.ts";
import { type ChangePoints, findChangePoints, findSharedChangePoints } from "./change-points.ts";
import { findSeason } from "./season.ts";

const changesIn = (values: readonly (number | null)[]) => found(values).changes.map((change) => change.at);

function found(values: readonly (number | null)[]): ChangePoints {
  const result = findChangePoints(values);
  if (result.kind !== "change-points") throw new Error("expected an answer");
  return result;
}

/** Yearly flow of the Nile at Aswan, 1871–1970, 10⁸ m³ (Cobb 1978, Biometrika 65; Durbin & Koopman 2001). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

test("the Nile's flow fell after 1898, as published, from about 1098 to about 850", () => {
  const { changes, segments } = found(nile);
  expect(changes.map((change) => 1871 + change.at)).toEqual([1899]);
  expect(changes[0]?.logOdds).toBeGreaterThan(3);
  expect(segments[0]?.map((segment) => [segment.shape, Math.round(segment.mean)])).toEqual([
    ["level", 1098],
    ["level", 850],
  ]);
});

test("healthy noise of half a year to two years, remembering up to 0.4 of its past, shows a change in few series", () => {
  for (const autocorrelation of [0, 0.2, 0.4]) {
    const runs = Array.from({ length: 40 }, (_, seed) => seededNoise(seed + 1, 26 + 2 * seed, autocorrelation));
    const alarmed = runs.filter((noise) => changesIn(noise).length > 0).length;
    expect(alarmed / runs.length).toBeLessThanOrEqual(0.1);
  }
});

test("a step of four deviations is dated to within two weeks in nearly all series", () => {
  const runs = Array.from({ length: 40 }, (_, seed) => seededNoise(seed + 100, 78, 0.2));
  const dated = runs.filter((noise) => {
    const changes = changesIn(noise.map((value, week) => value - (week >= 52 ? 4 : 0)));
    return changes.some((at) => Math.abs(at - 52) <= 2);
  });
  expect(dated.length / runs.length).toBeGreaterThanOrEqual(0.9);
});

test("a creep is told as a line that begins where it began", () => {
  const noise = seededNoise(5, 104, 0);
  const { changes, segments } = found(noise.map((value, week) => value + 40 - Math.max(0, week - 60) * 0.5));
  expect(changes).toHaveLength(1);
  expect(Math.abs((changes[0]?.at ?? 0) - 60)).toBeLessThanOrEqual(5);
  expect(segments[0]?.[1]?.shape).toBe("line");
});

test("one shocking week is no change", () => {
  const noise = seededNoise(9, 60, 0);
  expect(changesIn(noise.map((value, week) => (week === 30 ? value - 12 : value)))).toEqual([]);
});

/** Growth that slows down, without a break, from 0 to nearly 100. */
const slowingGrowth = (week: number) => 100 * (1 - Math.exp(-week / 60));

test("a smooth curve is told as few lines, however little noise there is", () => {
  const noise = seededNoise(3, 240, 0);
  const curve = noise.map((value, week) => slowingGrowth(week) + value / 20);
  expect(changesIn(curve).length).toBeLessThanOrEqual(4);
});

test("a small step is told where the series is steady enough: six hundredths of its range, beside a far larger one", () => {
  const noise = seededNoise(3, 120, 0);
  const steps = (week: number) => (week < 40 ? 0 : week < 80 ? 94 : 100);
  expect(changesIn(noise.map((value, week) => steps(week) + value))).toEqual([40, 80]);
});

test("a calendar season is taken out, and a change beneath it is still seen", () => {
  const season = (month: number) => 6 * Math.sin((2 * Math.PI * month) / 12);
  const runs = Array.from({ length: 40 }, (_, seed) =>
    seededNoise(seed + 1, 72, 0).map((value, month) => value + season(month)),
  );
  expect(runs.every((values) => findSeason(values)?.period === 12)).toBe(true);
  expect(runs.filter((values) => changesIn(values).length > 0).length / runs.length).toBeLessThanOrEqual(0.1);
  const changed = runs.map((values) => changesIn(values.map((value, month) => value - (month >= 48 ? 5 : 0))));
  const dated = changed.filter((changes) => changes.some((at) => Math.abs(at - 48) <= 2));
  expect(dated.length / runs.length).toBeGreaterThanOrEqual(0.9);
});

test("pure noise has no season", () => {
  const seasons = Array.from({ length: 50 }, (_, seed) => findSeason(seededNoise(seed + 1, 160, 0.3)));
  expect(seasons.filter((season) => season !== null)).toEqual([]);
});

test("series that change together show what each alone is too noisy to show", () => {
  const drop = (week: number) => (week >= 40 ? 1.6 : 0);
  const four = [21, 22, 23, 24].map((seed) => seededNoise(seed, 52, 0).map((value, week) => value - drop(week)));
  const together = findSharedChangePoints(four);
  if (together.kind !== "change-points") throw new Error("expected an answer");
  expect(together.changes.map((change) => change.at).some((at) => Math.abs(at - 40) <= 2)).toBe(true);
  expect(together.segments).toHaveLength(4);
});

test("missing weeks are skipped and the answer speaks of the original weeks", () => {
  const noise = seededNoise(4, 80, 0).map((value, week) => (week % 7 === 3 ? null : value - (week >= 50 ? 5 : 0)));
  const [at] = changesIn(noise);
  expect(Math.abs((at ?? 0) - 50)).toBeLessThanOrEqual(2);
});

test("too few points are too little data; a series that never moves has no change", () => {
  expect(findChangePoints([1, 2, 3, null, 5, 6, 7, 8])).toEqual({ kind: "too-little-data", have: 7, need: 8 });
  expect(changesIn(new Array<number>(30).fill(0.95))).toEqual([]);
});

test("the answer does not depend on the unit", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(0.001, 4, 3600), (seed, unit) => {
      const values = seededNoise(seed, 40, 0).map((value, week) => value + (week >= 25 ? 4 : 0));
      expect(changesIn(values.map((value) => value * unit + 100 * unit))).toEqual(changesIn(values));
    }),
    { numRuns: 30 },
  ));

test("a workspace that has seen series of other lengths changes no result", () => {
  const workspace = changePointWorkspace();
  for (const [seed, count] of [120, 20, 60, 20, 156].entries()) {
    const values = seededNoise(seed + 1, count, 0.2).map((value, at) => value + (at > count / 2 ? 4 : 0));
    expect(findChangePoints(values, workspace)).toEqual(findChangePoints(values));
  }
});
