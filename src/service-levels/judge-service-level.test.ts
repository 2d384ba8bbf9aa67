import fc from "fast-check";
import { expect, test } from "vitest";
import type { Measure } from "../metrics/measure.ts";
import { type JudgementInput, judgeServiceLevel } from "./judge-service-level.ts";
import { ServiceLevelDefinition } from "./service-level-definition.ts";

const june = { start: "2026-06-01", end: "2026-06-30" };

function level(change: Record<string, unknown> = {}): ServiceLevelDefinition {
  const written = { id: "first-answer", metric: "first-answer-in-4h", every: "month", target: "90 %", minimum: "85 %" };
  return ServiceLevelDefinition.parse({ ...written, ...change });
}

function share(numerator: number, denominator: number, change: Partial<Measure> = {}): Measure {
  const value = denominator > 0 ? numerator / denominator : null;
  const counts = { value, numerator, denominator, excluded: 0, pending: 0, deviation: null };
  return { metric: "first-answer-in-4h", period: june, segment: {}, ...counts, ...change };
}

function judge(measure: Measure, change: Partial<JudgementInput> = {}) {
  return judgeServiceLevel({
    level: level(),
    metric: { unit: "share", better: "higher" },
    measure,
    withoutExclusions: null,
    asOf: "2026-07-05",
    recordsReach: "2026-07-05",
    ...change,
  });
}

test.each([
  [9, 10, "met"],
  [900, 1000, "met"],
  [899, 1000, "missed"],
  [85, 100, "missed"],
  [17, 20, "missed"],
  [849, 1000, "below-minimum"],
  [0, 12, "below-minimum"],
  [12, 12, "met"],
])("%d of %d items, against nine in ten and at least 85 in a hundred, is %s", (numerator, denominator, state) => {
  expect(judge(share(numerator, denominator)).state).toBe(state);
});

test("no float decides: whole percents of any number of items are met by exactly that many items", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1_000_000 }), (percent, hundreds) => {
      const target = level({ target: `${percent} %`, minimum: undefined });
      const exact = judge(share(percent * hundreds, 100 * hundreds), { level: target });
      const short = judge(share(percent * hundreds - 1, 100 * hundreds), { level: target });
      expect([exact.state, short.state]).toEqual(["met", "missed"]);
    }),
  ));

test("a value that a sum of floats left a hair short is judged by its fraction", () => {
  expect(judge(share(9, 10, { value: 0.8999999999999999 })).state).toBe("met");
});

test("where lower is better, the level is a ceiling", () => {
  const ceiling = level({ target: "5 %", minimum: "8 %" });
  const metric = { unit: "share", better: "lower" } as const;
  const states = [5, 6, 8, 9].map((reopened) => judge(share(reopened, 100), { level: ceiling, metric }).state);
  expect(states).toEqual(["met", "missed", "missed", "below-minimum"]);
});

test("a mean is held against its level in its own unit", () => {
  const handleTime = level({ target: "8h", minimum: "10h" });
  const metric = { unit: "seconds", better: "lower" } as const;
  const mean = share(0, 40, { value: 28_801, numerator: null });
  expect(judge(mean, { level: handleTime, metric })).toMatchObject({
    state: "missed",
    interval: null,
    budgetSpent: null,
  });
});

test("a contract that rounds is judged by the rounded figure, in the way it rounds", () => {
  const rounding = (how: string) => level({ rounded_to: "0.1 %", rounding: how });
  expect(judge(share(8995, 10_000)).state).toBe("missed");
  expect(judge(share(8995, 10_000), { level: rounding("half-up") }).state).toBe("met");
  expect(judge(share(8995, 10_000), { level: rounding("down") }).state).toBe("missed");
  expect(judge(share(8994, 10_000), { level: rounding("half-up") }).state).toBe("missed");
});

test.each<[string, Measure, Partial<JudgementInput>, string]>([
  ["a running month", share(90, 95), { asOf: "2026-06-20" }, "the month runs until 2026-06-30; 94.7 % so far"],
  ["no records at all", share(0, 0), { recordsReach: null }, "there are no records"],
  ["stale records", share(90, 95), { recordsReach: "2026-06-26" }, "the records end on 2026-06-26"],
  ["an empty month", share(0, 0), {}, "no item falls into the month"],
  ["a month all excluded", share(0, 0, { excluded: 7 }), {}, "every item falls into an exclusion (7)"],
  ["nothing decided yet", share(0, 0, { pending: 3 }), {}, "3 items not yet decided, and no other"],
  ["too few items", share(9, 9), { level: level({ least_items: 10 }) }, "9 items, and 10 are needed"],
  ["open items that could turn it", share(89, 99, { pending: 1 }), {}, "1 item not yet decided could still turn it"],
])("%s is unknown, and says why", (_, measure, change, because) => {
  const judgement = judge(measure, change);
  expect(judgement.state).toBe("unknown");
  expect(judgement.unknownBecause).toContain(because);
});

test("a running month is read as it stands, without a forecast", () => {
  expect(judge(share(80, 100), { asOf: "2026-06-20" })).toMatchObject({
    state: "unknown",
    soFar: "below-minimum",
    complete: false,
  });
});

test("a month is closed on its last day, and a weekend without records does not make it stale", () => {
  expect(judge(share(95, 100), { asOf: "2026-06-30", recordsReach: "2026-06-27" })).toMatchObject({
    state: "met",
    complete: true,
  });
});

test("open items that cannot turn it leave the verdict standing", () => {
  expect(judge(share(950, 1000, { pending: 5 })).state).toBe("met");
  expect(judge(share(700, 1000, { pending: 5 })).state).toBe("below-minimum");
});

test("the figure is shown with and without exclusions, with its interval and what is left of its budget", () => {
  const judgement = judge(share(180, 200, { excluded: 40 }), { withoutExclusions: share(192, 240) });
  expect(judgement).toMatchObject({ value: 0.9, excluded: 40, valueWithoutExclusions: 0.8, budgetSpent: 1 });
});

test("the interval is the published one: 81 of 263 (Newcombe 1998, score method)", () => {
  const { interval } = judge(share(81, 263));
  expect(interval?.low).toBeCloseTo(0.2553, 4);
  expect(interval?.high).toBeCloseTo(0.3662, 4);
});
