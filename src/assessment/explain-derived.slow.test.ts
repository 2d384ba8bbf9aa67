import { beforeAll, expect, test } from "vitest";
import { derivedExplanationText } from "../entrypoints/cli/derived-explanation-text.ts";
import { derivedIds } from "../metrics/figure-ids.ts";
import { BadInput } from "../values/problem.ts";
import { check } from "./check.ts";
import { type DerivedExplanation, derivedIdOf, explainDerived } from "./explain-derived.ts";
import { readFigureName } from "./figure-name.ts";
import { withPartnership } from "./open-partnership.ts";
import type { Verdict } from "./verdict.ts";

const asOf = "2026-06-30";
const refused: string[] = [];
let told: Record<string, DerivedExplanation>;
let verdict: Verdict;
beforeAll(async () => {
  await withPartnership("examples/support-desk", {}, async (opened) => {
    verdict = await check(opened, asOf);
    told = {};
    for (const id of derivedIds) told[id] = await explainDerived(opened, id, readFigureName(id), asOf);
    for (const name of ["spread@2026-05", "bunching/team=amber", "pulse-gap@2031-Q1"]) {
      const asked = readFigureName(name);
      await explainDerived(opened, derivedIdOf(asked) ?? "spread", asked, asOf).catch((error: unknown) => {
        if (error instanceof BadInput) refused.push(error.message);
      });
    }
  });
}, 300_000);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test.each(derivedIds)("%s is told as the check tells it", (id) => {
  const points = verdict.kpis.find(({ metric }) => metric === id)?.points ?? [];
  const { value, numerator, denominator, period } = told[id] ?? {};
  expect(points.findLast((point) => point.value !== null)).toMatchObject({ value, numerator, denominator, period });
});

test("the items behind a share are those that it counts", () => {
  const [bunching, outside] = [told.bunching, told["outside-overlap-share"]];
  expect(bunching?.items.length).toBe(bunching?.denominator);
  expect(bunching?.items.filter((item) => item.in_last_tenth).length).toBe(bunching?.numerator);
  expect(outside?.items.length).toBe(outside?.denominator);
  expect(outside?.items.filter((item) => item.in_time).length).toBe(outside?.numerator);
});

test("teams, reports, dimensions and goals give the figure again", () => {
  const parts = (id: string) => told[id]?.parts ?? [];
  const numbers = (id: string, key: string) => parts(id).map((part) => Number(part[key]));
  const mean = (id: string, key: string) => sum(numbers(id, key)) / parts(id).length;
  expect(sum(numbers("spread", "items"))).toBe(told.spread?.denominator);
  expect(mean("reported-gap", "flatters_by")).toBeCloseTo(told["reported-gap"]?.value ?? 0, 12);
  expect(mean("pulse-gap", "distance")).toBeCloseTo(told["pulse-gap"]?.value ?? 0, 12);
  expect(mean("goal-rank-distance", "distance")).toBeCloseTo(told["goal-rank-distance"]?.value ?? 0, 12);
});

test("people read the working, the items that it is about first", () => {
  const explanation = told.bunching;
  if (explanation === undefined) throw new Error("bunching was not told");
  const lines = derivedExplanationText(explanation, { hasColour: false }).split("\n");
  const items = lines.filter((line) => /^ {2}T-\d+/.test(line));
  expect(items).toHaveLength(15);
  expect(items.every((line) => line.includes("in_last_tenth true"))).toBe(true);
  expect(lines.join("\n")).toContain("How it is worked out");
});

test("another kind of period, a segment and a period without figures are refused, and metrics are not derived", () => {
  expect(refused).toHaveLength(3);
  expect(derivedIdOf(readFigureName("first-answer@2026-05"))).toBeNull();
});
