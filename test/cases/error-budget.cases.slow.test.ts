import { expect, test } from "vitest";
import { z } from "zod";
import { type BurnAlert, burnAlerts } from "../../src/service-levels/burn-alert.ts";
import { budgetMinutes, errorBudget, outageMinutesThatBurn } from "../../src/service-levels/error-budget.ts";
import { readDuration } from "../../src/values/duration.ts";
import { isClose, readSharedText } from "./shared-cases.ts";

const text = readSharedText("cases/error_budget_burn.json");

/** Factors compare bit by bit; the budget in percent to 12 digits, because the recorded one carries the float error of 100 − 99.9. */
const Cases = z.object({
  sloth: z.object({
    cases: z.array(
      z.object({
        window: z.string(),
        objective: z.number().optional(),
        budget_pct: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
        alerts: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
        error_budget_pct: z.number().optional(),
        error: z.string().optional(),
      }),
    ),
  }),
  "slo-generator": z.object({
    input: z.object({
      goal: z.number(),
      good: z.number(),
      bad: z.number(),
      window_s: z.number(),
      burn_rate_threshold: z.number(),
    }),
    expected: z.record(z.string(), z.union([z.number(), z.boolean()])),
  }),
  pyrra: z.object({ cases: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])) }),
});
type Cases = z.infer<typeof Cases>;

test.skipIf(text === null)("error_budget_burn.json: every recorded figure, or skipped without the shared cases", () => {
  const cases = Cases.parse(JSON.parse(text ?? ""));
  const results = [...alertResults(cases), ...budgetResults(cases), ...outageResults(cases)];
  const matched = results.filter((result) => result.isMatched).length;
  console.log(`error_budget_burn: ${matched}/${results.length}`);
  expect(results.length).toBeGreaterThan(0);
  expect(results.filter((result) => !result.isMatched)).toEqual([]);
});

type Result = { readonly name: string; readonly got: unknown; readonly expected: unknown; readonly isMatched: boolean };

function exactly(name: string, got: unknown, expected: unknown): Result {
  return { name, got, expected, isMatched: Object.is(got, expected) };
}

function alertResults(cases: Cases): Result[] {
  return cases.sloth.cases.flatMap(({ window, objective, budget_pct, alerts, error, error_budget_pct }) => {
    const name = `alerts over ${window}`;
    const got = burnAlerts(secondsOf(window), budget_pct);
    if ("kind" in got) return [exactly(name, got.kind, error?.replace(" ", "-"))];
    const expected = alerts ?? [];
    const results = expected.flatMap((alert, index) => alertResult(`${name} ${index}`, got[index], alert));
    results.push(exactly(`${name}: count`, got.length, expected.length));
    if (error_budget_pct === undefined || objective === undefined) return results;
    const budget = errorBudget(Number(`${objective}e-2`), 1, 1);
    const percent = "allowed" in budget ? budget.allowedShare * 100 : Number.NaN;
    const isMatched = isClose(percent, error_budget_pct, 1e-12);
    return [...results, { name: `${name}: budget`, got: percent, expected: error_budget_pct, isMatched }];
  });
}

function alertResult(name: string, got: BurnAlert | undefined, expected: readonly (string | number)[]): Result[] {
  const [short, long, factor, severity] = expected;
  return [
    exactly(`${name} short`, got?.shortSeconds, secondsOf(String(short))),
    exactly(`${name} long`, got?.longSeconds, secondsOf(String(long))),
    // A factor that the file does not give as a number is not a case.
    ...(typeof factor === "number" ? [exactly(`${name} factor`, got?.factor, factor)] : []),
    ...(severity === undefined ? [] : [exactly(`${name} severity`, got?.severity, severity)]),
  ];
}

function budgetResults(cases: Cases): Result[] {
  const { input, expected } = cases["slo-generator"];
  const budget = errorBudget(input.goal, input.good, input.good + input.bad);
  if (budget.kind === "too-little-data") return [exactly("budget", budget, expected)];
  const minutes = budgetMinutes(budget, input.window_s);
  const got: Record<string, number | boolean | null> = {
    sli: budget.level,
    gap: budget.gap,
    error_budget_target: budget.allowedShare,
    error_budget_measurement: budget.failedShare,
    burn_rate: budget.spent,
    error_budget_minutes: minutes.allowed,
    error_minutes: minutes.spent,
    error_budget_remaining_minutes: minutes.left,
    alert: budget.spent !== null && budget.spent > input.burn_rate_threshold,
  };
  return Object.entries(expected).map(([name, value]) => exactly(name, got[name], value));
}

function outageResults(cases: Cases): Result[] {
  return cases.pyrra.cases.map(([window, target, percent, minutes]) =>
    exactly(
      `${percent} % of ${target} over ${window}`,
      outageMinutesThatBurn(percent / 100, target, secondsOf(window)),
      minutes,
    ),
  );
}

function secondsOf(window: string): number {
  const duration = readDuration(window);
  if (duration?.kind !== "seconds") throw new Error(`not a window: ${window}`);
  return duration.seconds;
}
