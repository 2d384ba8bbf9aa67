import type { MetricDefinition, MetricRole } from "./metric-definition.ts";

/**
 * Which side of the work a metric shows: as its definition says, else as the records that it is made from tell.
 * @returns null where neither does, as for a ratio of two metrics
 */
export function roleOf(metric: MetricDefinition | null): MetricRole | null {
  if (metric === null) return null;
  if (metric.role !== undefined) return metric.role;
  if (metric.reopened_within !== undefined) return "rework";
  const share = metric.share_of ?? metric.net_share_of;
  const subject = share ?? metric.mean_of ?? metric.median_of ?? metric.percentile_of ?? metric.age_of;
  if (subject === "survey_responses" || subject === "complaints") return "satisfaction";
  if (subject === "quality_reviews") return "quality";
  if (metric.within !== undefined || metric.no_later_than !== undefined || metric.from !== undefined) return "speed";
  if (metric.backlog_of !== undefined || metric.age_of !== undefined || subject === "replies") return "speed";
  if (metric.count_of !== undefined) return metric.count_of === "complaints" ? "satisfaction" : "volume";
  if (metric.sum_of === "invoices" || metric.sum_of === "invoice_lines") return "cost";
  return metric.rate === "complaints" ? "satisfaction" : null;
}
