import { MetricDefinition } from "./metric-definition.ts";
import { billingMetrics } from "./standard-billing-metrics.ts";
import { dealingsMetrics, type StandardAgreements } from "./standard-dealings-metrics.ts";
import { staffMetrics } from "./standard-staff-metrics.ts";

export type { StandardAgreements } from "./standard-dealings-metrics.ts";

/**
 * The metrics that every partnership has without writing them, as soon as the records are there. A record's own metric of
 * the same name takes the place of the standard one.
 * @see FACTS reading rules: which period holds what, what counts as a reopen, an answer, a leaver
 */
export function standardMetrics(agreed: StandardAgreements = {}): Readonly<Record<string, MetricDefinition>> {
  const written = {
    ...{ ...satisfaction, ...quality, ...speed, ...volume },
    ...{ ...staffMetrics, ...billingMetrics, ...dealingsMetrics(agreed) },
  };
  return Object.fromEntries(Object.entries(written).map(([id, metric]) => [id, MetricDefinition.parse(metric)]));
}

const satisfaction = {
  csat: {
    title: "Satisfied customers (top two of the scale)",
    share_of: "survey_responses",
    where: { kind: "csat", answered: true },
    having: "score >= scale_max - 1",
    better: "higher",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback", "hollow-kpis", "scaling-too-fast"],
  },
  nps: {
    title: "Net promoter score",
    net_share_of: "survey_responses",
    where: { kind: "nps", answered: true },
    having: "score >= 9",
    against: "score <= 6",
    better: "higher",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback", "hollow-kpis"],
  },
  ces: {
    title: "Customer effort score (7 is easy)",
    mean_of: "survey_responses",
    where: { kind: "ces", answered: true },
    value: "score",
    better: "higher",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback", "hollow-kpis"],
  },
  "response-rate": {
    title: "Surveys answered",
    share_of: "survey_responses",
    having: "answered_at is present",
    better: "higher",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback", "lack-of-transparency"],
  },
  complaints: {
    title: "Complaints",
    count_of: "complaints",
    better: "lower",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback"],
  },
  "complaints-rate": {
    title: "Complaints per 1,000 items opened",
    rate: "complaints",
    per: "1000 opened-items",
    better: "lower",
    role: "satisfaction",
    watch_for: ["poor-customer-feedback", "hollow-kpis"],
  },
};

const quality = {
  "qa-score-client": {
    title: "QA score, client's reviews",
    mean_of: "quality_reviews",
    where: { reviewer_side: "client", double_of: { is: "absent" } },
    value: "score",
    better: "higher",
    role: "quality",
    watch_for: ["quality-decline", "price-over-quality", "scaling-too-fast"],
  },
  "qa-score-provider": {
    title: "QA score, provider's reviews",
    mean_of: "quality_reviews",
    where: { reviewer_side: "provider", double_of: { is: "absent" } },
    value: "score",
    better: "higher",
    role: "quality",
    watch_for: ["quality-decline", "price-over-quality", "lack-of-transparency"],
  },
  "critical-error-rate": {
    title: "Reviews with a critical error",
    share_of: "quality_reviews",
    where: { double_of: { is: "absent" } },
    having: "critical_errors >= 1",
    better: "lower",
    role: "quality",
    watch_for: ["quality-decline"],
  },
  "reopen-rate": {
    title: "Items reopened within 14 days of a resolution",
    share_of: "work_items",
    reopened_within: "14d",
    better: "lower",
    role: "rework",
    watch_for: ["quality-decline", "hollow-kpis", "price-over-quality", "scaling-too-fast", "unclear-objectives"],
  },
};

const speed = {
  "first-response-time": {
    title: "Median time to the first response, by the wall clock",
    median_of: "work_items",
    from: "opened_at",
    to: "first_responded_at",
    better: "lower",
    role: "speed",
    watch_for: ["missed-deadlines", "inconsistent-performance"],
  },
  "resolution-time": {
    title: "Median time to resolution, by the wall clock",
    median_of: "work_items",
    from: "opened_at",
    to: "resolved_at",
    better: "lower",
    role: "speed",
    watch_for: ["missed-deadlines", "inconsistent-performance"],
  },
  "handle-time": {
    title: "Mean handle time of resolved items",
    mean_of: "work_items",
    value: "handle_seconds",
    period_by: "resolved_at",
    better: "lower",
    role: "cost",
    watch_for: ["slow-ramp", "inconsistent-performance"],
  },
};

const volume = {
  "opened-items": { title: "Items opened", count_of: "work_items", role: "volume", watch_for: ["scaling-too-fast"] },
  "resolved-items": {
    title: "Items resolved",
    count_of: "work_items",
    where: { resolved: true },
    period_by: "resolved_at",
    role: "volume",
    watch_for: ["scaling-too-fast"],
  },
  backlog: {
    title: "Items open at the end of the period",
    backlog_of: "work_items",
    better: "lower",
    role: "volume",
    watch_for: ["missed-deadlines", "scaling-too-fast"],
  },
  "backlog-age": {
    title: "Median age of open items at the end of the period",
    age_of: "work_items",
    each: "median",
    better: "lower",
    role: "speed",
    watch_for: ["missed-deadlines"],
  },
};
