import { afterAll, beforeAll, expect, test } from "vitest";
import { answeredIn4h, smallContext, smallRecords } from "../../test/small-records.ts";
import { FactStore } from "../facts/fact-store.ts";
import { MetricDefinition } from "../metrics/metric-definition.ts";
import { planMetric } from "../metrics/plan-metric.ts";
import { standardMetrics } from "../metrics/standard-metrics.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { measureMetric, measureMetricAtDates } from "./measure-metrics.ts";

let store: FactStore;
beforeAll(async () => {
  store = await FactStore.open();
  await store.run(smallRecords);
});
afterAll(() => store.close());

const everything: Record<string, unknown> = {
  ...standardMetrics(),
  answered: { ...answeredIn4h, by: ["team"] },
  paused: { ...answeredIn4h, pausing_on: "any" },
  resolved: { share_of: "work_items", within: "1 business day of office", from: "opened_at", to: "resolved_at" },
  worked: {
    mean_of: "work_items",
    from: "opened_at",
    to: "resolved_at",
    on: "office",
    pausing_on: "any",
    by: ["team"],
  },
  age: { age_of: "work_items", each: "mean", on: "office" },
};

function daysFrom(first: PlainDate, count: number): readonly PlainDate[] {
  return Array.from({ length: count }, (_, days) => addDays(first, days));
}

test.each(Object.keys(everything))("%s at many dates is the same as at each date alone", async (id) => {
  const plan = planMetric(id, MetricDefinition.parse(everything[id]), smallContext);
  const dates = ["2026-05-30", "2026-06-01", "2026-06-03", "2026-06-05", "2026-06-09", "2026-06-14", "2026-07-05"];
  const together = await measureMetricAtDates(store, plan, dates);
  // So many that they are looked up instead of being compared with.
  const everyDay = await measureMetricAtDates(store, plan, daysFrom("2026-05-30", 40));
  for (const asOf of dates) {
    const alone = await measureMetric(store, plan, { asOf });
    expect([asOf, together.get(asOf)]).toEqual([asOf, alone]);
    expect([asOf, everyDay.get(asOf)]).toEqual([asOf, alone]);
  }
});
