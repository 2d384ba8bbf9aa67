import { expect, test } from "vitest";
import { readAssurance } from "../../src/early-warning/assurance.ts";
import { individualsChart } from "../../src/early-warning/individuals-chart.ts";
import { markSpecialCauses, type SpecialCauseRule } from "../../src/early-warning/special-cause.ts";
import { type Better, kindOf, readVariation } from "../../src/early-warning/variation.ts";
import { isClose, readSharedText } from "./shared-cases.ts";

type Case = {
  id: string;
  values: number[];
  mean: number;
  lpl: number;
  upl: number;
  improvement: "increase" | "decrease" | "neutral";
  target?: number;
  screen_outliers?: boolean;
  fix_after_n_points?: number | object;
  special_cause: string[];
  point_type: string[];
  variation: string;
  assurance?: string;
};

const ruleText: Record<SpecialCauseRule, string> = {
  "above-upper-limit": "Above UCL",
  "below-lower-limit": "Below LCL",
  "seven-rising": "7 Point Trend (Increasing)",
  "seven-falling": "7 Point Trend (Decreasing)",
  "two-of-three-near-upper-limit": "2 in 3 Above CL",
  "two-of-three-near-lower-limit": "2 in 3 Below CL",
  "seven-above-centre": "7 Points Above CL",
  "seven-below-centre": "7 Points Below CL",
};
const kindText = {
  improving: "special_cause_improvement",
  worsening: "special_cause_concern",
  "common-cause": "common_cause",
};
const assuranceText: Record<string, string> = { passes: "consistent_pass", fails: "consistent_fail" };

const text = readSharedText("cases/xmr_charts.jsonl");
const cases: Case[] = (text ?? "")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

test.skipIf(text === null)("every chart of xmr_charts.jsonl: limits, rule and kind of each point, assurance", () => {
  const failures = cases.flatMap((each) => {
    const wrong = differences(each);
    return wrong.length === 0 ? [] : [`${each.id}: ${wrong.join("; ")}`];
  });
  console.info(`xmr_charts.jsonl ${cases.length - failures.length}/${cases.length}`);
  expect(cases.length).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});

function differences(each: Case): string[] {
  const better: Better = each.improvement === "neutral" ? null : each.improvement === "increase" ? "higher" : "lower";
  const frozen = typeof each.fix_after_n_points === "number" ? { frozenAfter: each.fix_after_n_points } : {};
  const points = individualsChart(each.values, { screensOutliers: each.screen_outliers ?? true, ...frozen });
  const marks = markSpecialCauses(points);
  const last = points.at(-1);
  const wrong: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) wrong.push(`${what} ${actual}, expected ${expected}`);
  };
  const close = (what: string, actual: number | null | undefined, expected: number) => {
    if (!isClose(actual, expected, 1e-9)) wrong.push(`${what} ${actual}, expected ${expected}`);
  };
  close("mean", last?.centre, each.mean);
  close("lower limit", last?.lower, each.lpl);
  close("upper limit", last?.upper, each.upl);
  marks.forEach((rule, index) => {
    same(`rule of ${index}`, rule === null ? "Common Cause" : ruleText[rule], each.special_cause[index]);
    same(`kind of ${index}`, pointType(rule, better), each.point_type[index]);
  });
  same("points", marks.length, each.special_cause.length);
  const variation = readVariation(
    marks,
    each.values.map(() => true),
    better,
  );
  same("variation", pointType(variation.rule, better), each.variation);
  if (each.assurance !== undefined) {
    const assurance = readAssurance(points, each.target ?? null, better);
    same("assurance", assuranceText[assurance] ?? "inconsistent", each.assurance);
  }
  return wrong;
}

function pointType(rule: SpecialCauseRule | null, better: Better): string {
  if (rule === null) return kindText["common-cause"];
  const kind = kindOf(rule, better);
  if (kind === "improving" || kind === "worsening") return kindText[kind];
  return kindOf(rule, "higher") === "improving" ? "special_cause_neutral_high" : "special_cause_neutral_low";
}
