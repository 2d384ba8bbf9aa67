import { expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import { splitLikelier } from "./event-shift.ts";
import type { FigureStream } from "./figure-stream.ts";
import { shiftLikelier } from "./level-shift.ts";
import { explanation, poolEvidence } from "./pooled-evidence.ts";
import { type ShiftEvidence, weighShift } from "./shift-evidence.ts";

const weeks = 80;
const onset = 72;
const onsets = Array.from({ length: 52 }, (_, at) => 7 * (weeks - 52 + at));

/** Scores about 80 with a weekly deviation of 1, which lose so many points from the onset on. */
function scores(lost: number, seed: number): ShiftEvidence {
  const chance = seededChance(seed);
  const stream: FigureStream = {
    ...{ kind: "value", worse: "down", proportional: false },
    points: Array.from({ length: weeks }, (_, week) => ({
      ...{ day: 7 * week + 3, value: 80 + chance.normal() - (week >= onset ? lost : 0), count: null, of: 0 },
    })),
  };
  const evidence = weighShift(stream);
  if (evidence.kind !== "evidence") throw new Error(evidence.kind);
  return evidence;
}

const sign = (by: number | null, likely = 0.9) => ({ likely, by });
const weeksOf = (moves: readonly number[], expected: readonly (number | null)[], seed: number) =>
  poolEvidence(
    moves.map((lost, at) => ({ evidence: scores(lost, seed + at), sign: sign(expected[at] ?? null) })),
    onsets,
  ).weeks;

test("moves in a trouble's own proportions speak more for it than for one that moves the same figures otherwise", () => {
  for (const seed of [10, 20, 30, 40]) {
    expect(weeksOf([2, 0.5], [2, 0.5], seed)).toBeGreaterThan(weeksOf([2, 0.5], [0.5, 2], seed));
    expect(weeksOf([0.5, 2], [0.5, 2], seed)).toBeGreaterThan(weeksOf([0.5, 2], [2, 0.5], seed));
  }
});

test("of two explanations the one with the figures' own proportions is better, the more so the more weeks there are", () => {
  const explained = (expected: readonly number[], seed: number) =>
    explanation(
      [2, 0.5].map((lost, at) => ({ evidence: scores(lost, seed + at), sign: sign(expected[at] ?? null) })),
      onsets,
    );
  for (const seed of [10, 20, 30, 40]) expect(explained([2, 0.5], seed)).toBeGreaterThan(explained([0.5, 2], seed));
});

test("a change of the last weeks is explained better than as clear a one long ago, which would have been told before", () => {
  const shift = { kind: "level", estimate: 1, information: 9, free: 60 } as const;
  const changedAt = (day: number): ShiftEvidence => {
    const days = onsets.map((each) => each + 3);
    const at = days.findIndex((each) => each >= day);
    const shifts = days.map((_, index) => (index === at ? shift : null));
    return { ...scores(0, 1), days, shifts, logFactors: days.map((_, index) => (index === at ? 4 : null)) };
  };
  const explained = (day: number) => explanation([{ evidence: changedAt(day), sign: sign(1) }], onsets);
  expect(explained(onsets.at(-3) ?? 0)).toBeGreaterThan(explained(onsets[2] ?? 0));
});

test("a figure that stayed still speaks against a trouble that nearly always moves it, and hardly against one that may", () => {
  const evidence = [scores(2, 1), scores(0, 2)] as const;
  const withStill = (likely: number) =>
    poolEvidence(
      [
        { evidence: evidence[0], sign: sign(1.5) },
        { evidence: evidence[1], sign: sign(1.5, likely) },
      ],
      onsets,
    ).weeks;
  const alone = poolEvidence([{ evidence: evidence[0], sign: sign(1.5) }], onsets).weeks;
  expect(withStill(0.95)).toBeLessThan(alone / 4);
  expect(withStill(0.2)).toBeGreaterThan(alone / 2);
});

test("an estimate is likelier about a shift than about none by a factor of mean one where there is none", () => {
  const chance = seededChance(5);
  for (const { information, free, expected } of [
    { information: 4, free: 1000, expected: 0.5 },
    { information: 1, free: 6, expected: 1 },
    { information: 9, free: 20, expected: 0.3 },
  ]) {
    const draws = Array.from({ length: 40_000 }, () => {
      const squares = Array.from({ length: Math.min(free, 50) }, () => chance.normal() ** 2);
      const scale = free > 50 ? 1 : Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / free);
      const estimate = chance.normal() / scale / Math.sqrt(information);
      return Math.exp(shiftLikelier({ estimate, information, free }, expected));
    });
    expect(draws.reduce((sum, each) => sum + each, 0) / draws.length).toBeGreaterThan(0.93);
    expect(draws.reduce((sum, each) => sum + each, 0) / draws.length).toBeLessThan(1.07);
  }
});

test("so is a split of few events: had the rate moved than had it not", () => {
  const chance = seededChance(6);
  for (const { all, share, expected } of [
    { all: 3, share: 0.1, expected: 1 },
    { all: 20, share: 0.3, expected: 0.5 },
  ]) {
    for (const grow of [true, false]) {
      const draws = Array.from({ length: 40_000 }, () => {
        const since = Array.from({ length: all }, () => chance.is(share)).filter(Boolean).length;
        return Math.exp(splitLikelier({ kind: "events", since, all, share, dispersion: 1, grow }, expected));
      });
      expect(draws.reduce((sum, each) => sum + each, 0) / draws.length).toBeCloseTo(1, 1);
    }
  }
});

test("shifts are told on the scale on which troubles add: logits, logarithms, points", () => {
  const lastShift = (stream: FigureStream) => {
    const evidence = weighShift(stream);
    if (evidence.kind !== "evidence") throw new Error(evidence.kind);
    const shift = evidence.shifts[evidence.days.findIndex((day) => day >= 7 * onset)];
    return shift?.kind === "level" ? shift.estimate : Number.NaN;
  };
  const points = (level: (isAfter: boolean) => number, of: number) =>
    Array.from({ length: weeks }, (_, week) => {
      const value = level(week >= onset) * (week % 2 === 0 ? 1.06 : 0.94);
      return { day: 7 * week + 3, value, count: Math.round(value * of), of };
    });
  const logit = (share: number) => Math.log(share / (1 - share));
  const share = points((isAfter) => (isAfter ? 0.72 : 0.8), 5000);
  expect(lastShift({ kind: "share", worse: "down", proportional: false, points: share })).toBeCloseTo(
    logit(0.8) - logit(0.72),
    1,
  );
  const rate = points((isAfter) => (isAfter ? 2.2 : 2), 100);
  expect(lastShift({ kind: "rate", worse: "up", proportional: false, points: rate })).toBeCloseTo(Math.log(1.1), 1);
  const times = points((isAfter) => (isAfter ? 330 : 300), 100).map((point) => ({ ...point, count: null }));
  expect(lastShift({ kind: "mean", worse: "up", proportional: true, points: times })).toBeCloseTo(Math.log(1.1), 2);
  expect(lastShift({ kind: "mean", worse: "up", proportional: false, points: times })).toBeCloseTo(30, 0);
});

test("the week a change most likely began lies between the first and the last that hold it", () => {
  const logFactors = [null, null, 3, 1, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9];
  const days = logFactors.map((_, week) => 7 * week);
  const evidence = { kind: "evidence", days, logFactors, shifts: [], season: null, rebased: 0 } as const;
  const { onset: found, earliest, latest } = poolEvidence([{ evidence, sign: { likely: 1, by: null } }], days.slice(2));
  expect(found).toBe(14);
  expect(earliest).toBeLessThanOrEqual(found);
  expect(latest).toBeGreaterThanOrEqual(found);
});
