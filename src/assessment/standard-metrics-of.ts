import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import { type StandardAgreements, standardMetrics } from "../metrics/standard-metrics.ts";
import type { WrittenDuration } from "../values/duration.ts";

export type StandardMetrics = Readonly<Record<string, MetricDefinition>>;

/** The standard metrics by what a record agrees: hours and reply times of the two sides, forums of sponsors, processes. */
export function standardMetricsOf(record: PartnershipRecord | null): StandardMetrics {
  if (record === null) return standardMetrics({});
  const known = metricsOfRecords.get(record) ?? standardMetrics(agreementsIn(record));
  metricsOfRecords.set(record, known);
  return known;
}

/** Every plan asks for them again, and each is parsed as if somebody had written it. */
const metricsOfRecords = new WeakMap<PartnershipRecord, StandardMetrics>();

function agreementsIn(record: PartnershipRecord): StandardAgreements {
  const { client, provider, security } = record;
  return given({
    client: client.calendar,
    provider: provider.calendar,
    clientReplies: limitOn(client.replies_within, client.calendar),
    providerReplies: limitOn(provider.replies_within, provider.calendar),
    incidentsTold: limitOn(security?.incidents_told_within, undefined),
    clientSponsorForums: forumsOf(record, client.sponsor),
    providerSponsorForums: forumsOf(record, provider.sponsor),
    handedOver: record.processes
      .filter(({ done_by: by, core }) => by !== "client" && core?.conclusion !== "keep")
      .map(({ id }) => id),
  });
}

/** The limit as a metric writes it; business days need a calendar, so that without one nothing is agreed. */
function limitOn(duration: WrittenDuration | undefined, calendar: string | undefined): string | undefined {
  if (duration === undefined) return undefined;
  const length = duration.kind === "seconds" ? lengthOf(duration.seconds) : `${duration.days} business days`;
  if (calendar === undefined) return duration.kind === "seconds" ? length : undefined;
  return `${length} of ${calendar}`;
}

function lengthOf(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds}s`;
}

function forumsOf({ forums }: PartnershipRecord, sponsor: string | undefined): readonly string[] | undefined {
  const attended = forums.filter(({ attend }) => sponsor !== undefined && attend.includes(sponsor));
  return attended.length === 0 ? undefined : attended.map(({ id }) => id);
}

function given(agreed: { readonly [key in keyof StandardAgreements]: StandardAgreements[key] | undefined }) {
  const said = Object.entries(agreed).filter(([, value]) => value !== undefined);
  // Entries that are there have the types of their keys.
  return Object.fromEntries(said) as StandardAgreements;
}
