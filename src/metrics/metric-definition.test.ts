import { expect, test } from "vitest";
import { MetricDefinition, readLimit, readPer } from "./metric-definition.ts";
import { readCondition, testsOfFilter } from "./metric-filter.ts";

test.each([
  {
    share_of: "work_items",
    where: { channel: ["email", "chat"] },
    within: "4h of support-hours",
    from: "opened_at",
    to: "first_responded_at",
    pausing_on: ["waiting-for-customer"],
    better: "higher",
  },
  { share_of: "survey_responses", where: { kind: "csat", answered: true }, having: "score >= 4", better: "higher" },
  { ratio: ["invoiced-amount", "resolved-items"], better: "lower" },
  { rate: "complaints", per: "1000 opened-items" },
  { median_of: "work_items", from: "opened_at", to: "resolved_at", on: "support-hours" },
  { percentile_of: "quality_reviews", percentile: 10, value: "score" },
  { share_of: "commitments", to: "done_on", no_later_than: "due_on" },
  { turnover_of: "staff", leaving_within: "90d" },
])("%o is a metric", (written) => {
  expect(MetricDefinition.safeParse(written).error?.issues ?? []).toEqual([]);
});

test.each([
  [{ better: "higher" }, "a metric says what it measures"],
  [{ share_of: "work_items", mean_of: "work_items", having: "escalated" }, "mean_of cannot stand beside share_of"],
  [{ share_of: "work_items" }, "exactly one of within, having"],
  [{ share_of: "work_items", within: "4h" }, "within needs from"],
  [{ share_of: "work_items", within: "soon", from: "opened_at", to: "resolved_at" }, "a limit is written as"],
  [{ count_of: "complaints", value: "score" }, "value does not go with count_of"],
  [{ percentile_of: "work_items", value: "handle_seconds" }, "percentile_of needs percentile"],
  [{ mean_of: "work_items" }, "either a value, or a time from"],
  [{ share_of: "survey_responses", having: "score > (select 1)" }, "a condition is written as"],
  [{ count_of: "tickets" }, "Invalid option"],
])("%o is refused, and says why", (written, message) => {
  const issues = MetricDefinition.safeParse(written).error?.issues ?? [];
  expect(issues.map((issue) => issue.message).join("\n")).toContain(message);
});

test("all mistakes of one metric are told at once", () => {
  const issues = MetricDefinition.safeParse({ sum_of: "invoice_lines", within: "4h", percentile: 90 }).error?.issues;
  expect(issues?.map((issue) => issue.message)).toEqual([
    "sum_of needs value",
    "within does not go with sum_of",
    "percentile does not go with sum_of",
  ]);
});

test("a limit names its calendar, and business days need one", () => {
  expect(readLimit("2 business days of support-hours")).toEqual({
    duration: { kind: "business-days", days: 2 },
    calendar: "support-hours",
  });
  expect(readLimit("14d")).toEqual({ duration: { kind: "seconds", seconds: 1_209_600 }, calendar: null });
  expect(readLimit("2 business days")).toBeNull();
  expect(readPer("1,000 opened-items")).toEqual({ count: 1000, metric: "opened-items" });
});

test.each([
  ["score >= 4", [{ kind: "compare", column: "score", comparison: ">=", with: 4 }]],
  [
    "score >= scale_max - 1",
    [{ kind: "compare-columns", column: "score", comparison: ">=", with: "scale_max", plus: -1 }],
  ],
  ["held_at is present", [{ kind: "present", column: "held_at" }]],
  ["escalated", [{ kind: "compare", column: "escalated", comparison: "=", with: true }]],
  ["status is not solved", [{ kind: "compare", column: "status", comparison: "<>", with: "solved" }]],
  [
    "category is one of refund, delivery",
    [{ kind: "one-of", column: "category", values: ["refund", "delivery"], negated: false }],
  ],
])("the condition %s is read", (text, tests) => {
  expect(readCondition(text)).toEqual(tests);
});

test("a filter becomes tests in the order written", () => {
  expect(testsOfFilter({ team: { not: "Night" }, score: { at_least: 4, under: 6 } })).toEqual([
    { kind: "one-of", column: "team", values: ["Night"], negated: true },
    { kind: "compare", column: "score", comparison: ">=", with: 4 },
    { kind: "compare", column: "score", comparison: "<", with: 6 },
  ]);
});
