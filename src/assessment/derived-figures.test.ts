import { expect, test } from "vitest";
import { derivedIds } from "../metrics/figure-ids.ts";
import { bunchingMeasures, outsideMeasures, spreadMeasures } from "./answer-figures.ts";
import type { AnswerTally } from "./answer-tallies.ts";
import { derivedFigures, readDerived } from "./derived-figures.ts";
import type { SideAnswer } from "./side-figures.ts";
import type { Reconciliation } from "./verdict.ts";

const monday = "2026-06-01";
const tally = (parts: Partial<AnswerTally>): AnswerTally => ({
  ...{ period: monday, knownBy: "2026-06-14", team: "amber", isOutside: false, counted: 100, passed: 90, near: 9 },
  ...parts,
});

test("bunching is out of the answers in time, and says nothing of limits in business days", () => {
  const answers = [tally({}), tally({ team: "birch", passed: 60, near: 21 })];
  expect(bunchingMeasures(answers)).toEqual([{ period: monday, value: 30 / 150, numerator: 30, denominator: 150 }]);
  expect(bunchingMeasures([tally({ near: null })])).toEqual([]);
});

test("only items opened outside the shared hours count as such, and none where no hours are known", () => {
  const answers = [tally({}), tally({ isOutside: true, counted: 40, passed: 30 })];
  expect(outsideMeasures(answers)).toEqual([{ period: monday, value: 3 / 4, numerator: 30, denominator: 40 }]);
  expect(outsideMeasures([tally({ isOutside: null })])).toEqual([]);
});

test("teams that differ by more than chance stand out, teams that are alike or too small do not", () => {
  const of = (...teams: [string, number, number][]) =>
    spreadMeasures(teams.map(([team, passed, counted]) => tally({ team, passed, counted })))[0]?.value;
  // 90 of 100 and 70 of 100: chi-squared 12.5 on one degree of freedom.
  expect(of(["amber", 90, 100], ["birch", 70, 100])).toBeCloseTo(Math.sqrt(12.5), 10);
  expect(of(["amber", 90, 100], ["birch", 90, 100])).toBe(0);
  expect(of(["amber", 100, 100], ["birch", 100, 100])).toBe(0);
  expect(of(["amber", 90, 100], ["birch", 2, 4])).toBeUndefined();
  expect(of(["amber", 90, 100])).toBeUndefined();
});

const said = (side: SideAnswer["side"], about: string, value: number, answeredOn: string): SideAnswer => ({
  ...{ side, about, value, answeredOn },
});
const pulses = [
  said("client", "trust", 2, "2026-02-15"),
  said("client", "trust", 4, "2026-02-15"),
  said("provider", "trust", 5, "2026-02-16"),
  said("client", "flexibility", 4, "2026-02-15"),
  said("provider", "flexibility", 4, "2026-02-15"),
  said("client", "only-the-client", 1, "2026-02-15"),
  said("client", "trust", 1, "2026-05-15"),
  said("provider", "trust", 5, "2026-05-15"),
];
const gap = (month: string, reported: number, recomputed: number | null): Reconciliation => ({
  ...{ kpi: "csat", period: { start: `${month}-01`, end: `${month}-30` }, reported, recomputed, numerator: null },
  ...{ denominator: 200, receivedAt: `${month}-30`, state: "differs", because: "" },
});
const none = { answers: [], sides: { pulses: [], ranks: [] } };
const higher = () => "higher" as const;

test("the sides' distance is the mean over what both answered, by what was known on the date", () => {
  const read = (asOf: string) =>
    readDerived({ ...none, sides: { pulses, ranks: [] } }, [], higher, asOf).map(({ metric, points }) => [
      metric,
      points.map(({ value }) => value),
    ]);
  expect(read("2026-06-30")).toEqual([["pulse-gap", [(2 + 0) / 2, 4]]]);
  expect(read("2026-05-14")).toEqual([["pulse-gap", [1]]]);
  expect(read("2026-03-30")).toEqual([]);
});

test("reported figures that flatter are a gap, and a hole between months stays one", () => {
  const figures = [gap("2026-04", 0.9, 0.84), gap("2026-06", 0.8, 0.8), gap("2026-09", 0.9, null)];
  const read = (better: "higher" | "lower" | null) =>
    readDerived(none, figures, () => better, "2026-06-30")[0]?.points.map(({ value }) => value);
  expect(read("higher")).toEqual([expect.closeTo(0.06, 10), null, 0]);
  expect(read("lower")).toEqual([expect.closeTo(-0.06, 10), null, 0]);
  expect(read(null)).toBeUndefined();
});

test("every derived figure says how it is worked out", () => {
  for (const id of derivedIds) expect(derivedFigures[id].how).toMatch(/\.$/);
});
