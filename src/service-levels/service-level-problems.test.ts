import { expect, test } from "vitest";
import { firstAnswerLevel } from "../../test/fixtures/judged-period.ts";
import { CreditTerms } from "./credit-terms.ts";
import { type KnownMetric, serviceLevelProblems } from "./service-level-problems.ts";

const higher: KnownMetric = { unit: "share", better: "higher" };
const terms = CreditTerms.parse({ at_risk: "10 % of the month's invoice" });

function problems(change: Readonly<Record<string, unknown>>, metric: KnownMetric | null = higher) {
  return serviceLevelProblems([firstAnswerLevel(change)], () => metric, terms);
}

test("a level that fits its metric and its contract has no problem, and an unknown metric is told elsewhere", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ target: 90, minimum: undefined }, null)).toEqual([]);
});

test.each<[string, Readonly<Record<string, unknown>>, KnownMetric, string, string]>([
  ["a bare 90", { target: 90 }, higher, "level-outside-its-unit", "service_levels.0.target"],
  ["no direction", {}, { unit: "share", better: null }, "no-direction", "service_levels.0.metric"],
  ["a minimum above", { minimum: "95 %" }, higher, "minimum-beyond-target", "service_levels.0.minimum"],
  [
    "a minimum below where lower is better",
    { target: "8h", minimum: "6h" },
    { unit: "seconds", better: "lower" },
    "minimum-beyond-target",
    "service_levels.0.minimum",
  ],
  [
    "an allocation over the pool",
    { critical: { allocation: "120 %" } },
    higher,
    "allocations-over-pool",
    "service_levels",
  ],
])("%s is a problem with its place", (_, change, metric, code, path) => {
  expect(problems(change, metric).map((problem) => [problem.code, problem.path.join(".")])).toEqual([[code, path]]);
});

test("a credit without an amount at risk is a problem", () => {
  const found = serviceLevelProblems([firstAnswerLevel()], () => higher, null);
  expect(found.map(({ code }) => code)).toEqual(["no-amount-at-risk"]);
});

test("allocations are summed on every day on which a version begins, only over what is in force", () => {
  const level = (id: string, from: string, allocation: string, until?: string) =>
    firstAnswerLevel({ id, effective_from: from, effective_until: until, critical: { allocation } });
  const sum = (...levels: ReturnType<typeof level>[]) =>
    serviceLevelProblems(levels, () => higher, terms).map(({ message }) => message);
  expect(
    sum(level("a", "2026-01-01", "60 %"), level("a", "2026-04-01", "50 %"), level("b", "2026-04-01", "50 %")),
  ).toEqual([]);
  expect(sum(level("a", "2026-01-01", "60 %", "2026-03-31"), level("b", "2026-04-01", "60 %"))).toEqual([]);
  expect(sum(level("a", "2026-01-01", "60 %"), level("b", "2026-04-01", "60.1 %"))).toEqual([
    "the allocations come to 120.1 % from 2026-04-01, and the pool is 100 %",
  ]);
});
