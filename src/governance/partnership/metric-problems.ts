import { checkMetric } from "../../metrics/check-metric.ts";
import { MetricDefinition, measureKey } from "../../metrics/metric-definition.ts";
import { isGroup, type RecordProblem, select } from "./record-problem.ts";

/** What the cross-check of names finds by itself, at the very place of the name. */
const foundElsewhere = new Set(["unknown-calendar", "unknown-metric", "metric-in-itself"]);

/** Metrics of the record as written that read well and cannot be computed: columns that the records do not have, and the like. */
export function metricProblems(written: unknown): readonly RecordProblem[] {
  return select(written, "metrics.*").flatMap(({ path, value }) => {
    const definition = MetricDefinition.safeParse(value);
    if (!definition.success || !isGroup(value)) return [];
    const key = measureKey(definition.data);
    // Ratios and rates are made of other metrics, each of which is looked at for itself.
    if (key === null || key === "ratio" || key === "rate") return [];
    return checkMetric(String(path[1]), definition.data, { zone: "UTC", calendars: {}, metrics: {} })
      .filter(({ code }) => !foundElsewhere.has(code))
      .map(({ code, message, hint }) => ({ code, path, isKey: true, message, hint }));
  });
}
