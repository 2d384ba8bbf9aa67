import { expect, test } from "vitest";
import { recordWith } from "../../../test/pitfalls/complete-record.ts";
import { endOfWeeks, weeklyKpi, weeksOf } from "../../../test/pitfalls/kpi-worlds.ts";
import { shareAlarmBudget } from "../../early-warning/shift-evidence/alarm-budget.ts";
import { changeOf } from "../signals/figures/figure-change.ts";
import { weighKpi } from "../signals/figures/kpi-stream.ts";
import { clearWords } from "./clear-words.ts";
import { plantChange } from "./plant-change.ts";
import { readPower } from "./power-reading.ts";
import { smallestChange } from "./smallest-change.ts";

const record = recordWith();
const heights = shareAlarmBudget(13, 20);
const asOf = endOfWeeks(90);
const steady = weeklyKpi(weeksOf(90, () => 0.86, 3));

test("a planted change moves the last weeks by its size, keeps counts whole, and leaves the weeks before alone", () => {
  const planted = plantChange(steady, 0.05, asOf, 8);
  const mean = (from: number, to: number, kpi = planted) =>
    kpi.points.slice(from, to).reduce((sum, { numerator }) => sum + (numerator ?? 0), 0) /
    kpi.points.slice(from, to).reduce((sum, { denominator }) => sum + denominator, 0);
  expect(mean(82, 90)).toBeCloseTo(mean(82, 90, steady) - 0.05, 3);
  expect(planted.points.slice(0, 82)).toEqual(steady.points.slice(0, 82));
  expect(planted.points.every(({ numerator }) => Number.isInteger(numerator))).toBe(true);
});

test("the smallest change gets smaller with the weeks, a larger one is told and a third of it is not", () => {
  const sizeIn = (weeks: number) =>
    smallestChange("poor-customer-feedback", steady, { record, asOf, heights, weeks }).size ?? Number.POSITIVE_INFINITY;
  expect(sizeIn(12)).toBeLessThan(sizeIn(8));
  expect(sizeIn(8)).toBeLessThan(sizeIn(4));
  expect(sizeIn(8)).toBeGreaterThan(0.01);
  expect(sizeIn(8)).toBeLessThan(0.08);
  const told = (size: number) => {
    const weighed = weighKpi(plantChange(steady, size, asOf, 8), asOf);
    return (
      weighed.kind === "weighed" &&
      changeOf([{ weighed, sign: { likely: 0.95, by: 0.6 } }], heights, asOf)?.state === "alarm"
    );
  };
  expect(told(1.5 * sizeIn(8))).toBe(true);
  expect(told(sizeIn(8) / 3)).toBe(false);
});

test("a KPI that has fallen is asked by the noise before its fall, and one with too little history says so", () => {
  const fallen = weeklyKpi(weeksOf(90, (week) => (week >= 78 ? 0.74 : 0.86), 3));
  const young = weeklyKpi(
    weeksOf(6, () => 0.9, 4),
    { metric: "nps", title: "NPS" },
  );
  const { kpis, unreadable, withoutKpi } = readPower({ record, asOf, kpis: [fallen, young] });
  expect(kpis.map(({ metric, pitfall }) => [metric, pitfall])).toEqual([["csat", "poor-customer-feedback"]]);
  expect(kpis[0]?.usual).toBeGreaterThan(0.84);
  expect(kpis[0]?.smallest.map(({ weeks }) => weeks)).toEqual([4, 8, 12]);
  expect(unreadable).toEqual([expect.stringContaining("NPS")]);
  expect(withoutKpi).toContain("high-turnover");
});

const figuresAlone = { within: [], byFiguresAlone: true };

test("clear is said with the size that would have been told", () => {
  const told = clearWords(["poor-customer-feedback", { record, asOf, kpis: [steady] }, heights], figuresAlone);
  expect(told.words).toMatch(
    /^Nothing larger than this: CSAT no \d\.\d points lower than before for 8 weeks \(seen with a chance of 80 %\)\.$/,
  );
  expect(told.showsNothing).toBe(false);
  expect(clearWords(["high-turnover", { record, asOf, kpis: [steady] }, heights], figuresAlone)).toEqual({
    words: null,
    isPartial: false,
    showsNothing: false,
  });
});

test("figures of which no change would be told clear nothing by themselves; what other rules looked for does, and is named", () => {
  const short = weeklyKpi(weeksOf(14, () => 0.86, 3));
  const asked = ["poor-customer-feedback", { record, asOf: endOfWeeks(14), kpis: [short] }, heights] as const;
  const words = "No change of it would be told within a year, not even four times its usual swing: CSAT.";
  expect(clearWords([...asked], figuresAlone)).toEqual({ words, isPartial: true, showsNothing: true });
  expect(clearWords([...asked], { within: ["a level missed"], byFiguresAlone: false })).toEqual({
    words: `Looked for and not there: a level missed. ${words}`,
    isPartial: true,
    showsNothing: false,
  });
});
