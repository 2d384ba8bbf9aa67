import { expect, test } from "vitest";
import { MetricDefinition } from "../metrics/metric-definition.ts";
import { planMetric } from "../metrics/plan-metric.ts";
import { standardMetrics } from "../metrics/standard-metrics.ts";
import { figureKindOf } from "./figure-kind.ts";

const metrics = standardMetrics();
const kindOf = (definition: MetricDefinition) =>
  figureKindOf(planMetric("asked", definition, { zone: "UTC", calendars: {}, metrics }));

test.each([
  ["csat", "share"],
  ["qa-score-client", "mean"],
  ["nps", "mean"],
  ["complaints", "count"],
  ["complaints-rate", "rate"],
  ["backlog", "count"],
  ["backlog-age", "mean"],
  ["turnover", "rate"],
  ["turnover-weekly", "share"],
  ["invoiced-amount", "sum"],
  ["billed-hours-ratio", "mean"],
])("%s is a %s by the way in which it is measured", (id, kind) => {
  expect(kindOf(metrics[id] ?? MetricDefinition.parse({}))).toBe(kind);
});

test("a unit that is written does not change what is counted: scores that are counted are counts, hours in whole numbers none", () => {
  const written = (definition: object) => kindOf(MetricDefinition.parse(definition));
  expect(written({ count_of: "quality_reviews", unit: "score" })).toBe("count");
  expect(written({ sum_of: "invoice_lines", value: "quantity", unit: "count" })).toBe("sum");
  expect(written({ ratio: ["complaints", "opened-items"], unit: "share" })).toBe("share");
  expect(written({ ratio: ["billed-hours", "billable-hours"], unit: "share" })).toBe("mean");
});
