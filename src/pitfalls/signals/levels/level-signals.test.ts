import { expect, test } from "vitest";
import { recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { levelMonths } from "../../../../test/pitfalls/kpi-worlds.ts";
import { withForecasts } from "../../../assessment/level-forecast.ts";
import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";

const told = (asOf: string, detector: string, levels: readonly ServiceLevelVerdict[]) =>
  judgePitfalls({
    ...{ record: recordWith(), asOf, kpis: [], serviceLevels: levels, reconciliations: [], sources: [] },
  }).findings.filter((one) => one.detector === detector);

/** Months in which so many of 300 items passed against 90 %. */
const months = (passed: readonly number[], of = 300) =>
  levelMonths(passed.map(() => "met" as const)).map((level, at) => {
    const numerator = passed[at] ?? 0;
    const state = numerator / of >= 0.9 ? ("met" as const) : ("missed" as const);
    const budgetSpent = (of - numerator) / (of * 0.1);
    return { ...level, numerator, denominator: of, value: numerator / of, state, budgetSpent };
  });
const year = (worst: number, of = 300) => months([...Array(11).fill(of), worst], of);

test("a level whose worst of twelve periods used half of what it may is told; one that came close, failed or is young is not", () => {
  const slack = (levels: readonly ServiceLevelVerdict[]) => told("2026-01-02", "target-never-fails", levels);
  expect(slack(year(285))).toMatchObject([
    {
      ...{ id: "hollow-kpis/target-never-fails/first-answer", state: "watch", onset: "2025-01-01" },
      statement: expect.stringMatching(
        /met in each of the 12 months judged .* 95\.0 % \(285 of 300\) against a target of 90\.0 %: 50\.0 % of the failures allowed/,
      ),
    },
  ]);
  expect(slack(year(284))).toEqual([]);
  expect(slack(year(200))).toEqual([]);
  expect(slack(year(285).slice(0, 11))).toEqual([]);
  // 12 × 20 items may fail 24 times: never failing is what small numbers do.
  expect(slack(year(20, 20))).toEqual([]);
  // Since the target was raised only six periods have been judged.
  expect(slack(year(285).map((level, at) => (at < 6 ? { ...level, target: 0.8 } : level)))).toEqual([]);
});

/** Six full months of 300, then a month so far. */
const running = (numerator: number, denominator: number, usual = 285) => {
  const levels = months([...Array(6).fill(usual), 270]);
  const budgetSpent = (denominator - numerator) / (denominator * 0.1);
  const so = { numerator, denominator, value: numerator / denominator, budgetSpent, complete: false };
  return levels.map((level, at) => (at === 6 ? { ...level, ...so } : level));
};

test("a running period that is lost, or will be as things usually go, is told; one that can still be met is not", () => {
  const ahead = (asOf: string, levels: readonly ServiceLevelVerdict[]) =>
    told(
      asOf,
      "period-end-forecast",
      withForecasts(levels, () => "higher", asOf),
    ).map(({ state, statement }) => `${state} ${statement}`);
  // 31 of 300 failed: even 142 more that all pass end at 269 of 300.
  expect(ahead("2025-07-10", running(127, 158))[0]).toMatch(/^alarm .* all of the 142 items .* ends at 89\.7 %/);
  expect(ahead("2025-07-10", running(128, 158))).toEqual([]);
  expect(ahead("2025-07-20", running(175, 200))).toEqual([]);
  expect(ahead("2025-07-20", running(174, 200))[0]).toMatch(
    /^watch .* 65 % of the period, .* If about 106 more items pass at 95\.0 % \(95\.0 % is usual: 1,710 of 1,800\), it ends at 89\.8 %, four times in five between 88\.8 % and 90\.7 %\. Of the 31 failures that about 306 items may have, 26 are there already\.$/,
  );
  // A level that is missed already says so itself.
  expect(ahead("2025-07-20", running(174, 200, 265))).toEqual([]);
});
