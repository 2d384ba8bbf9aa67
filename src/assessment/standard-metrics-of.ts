import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import { standardMetrics } from "../metrics/standard-metrics.ts";

export type StandardMetrics = Readonly<Record<string, MetricDefinition>>;

/** The standard metrics on the clocks of a record's two sides, where it names their hours. */
export function standardMetricsOf(record: PartnershipRecord | null): StandardMetrics {
  const client = record?.client.calendar;
  const provider = record?.provider.calendar;
  return standardMetrics({
    ...(client === undefined ? {} : { client }),
    ...(provider === undefined ? {} : { provider }),
  });
}
