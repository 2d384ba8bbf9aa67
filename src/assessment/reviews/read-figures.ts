import type { CheckpointFigure } from "../../governance/growth/judge-criterion.ts";
import type { Reading } from "../../governance/objective/objective-standing.ts";
import { serviceLevelsInForce } from "../../governance/partnership/record-reading.ts";
import { checkpointWindows } from "../../governance/partnership/review-checkpoints.ts";
import type { Measure, MeasureSeries } from "../../metrics/measure.ts";
import type { MetricUnit } from "../../metrics/metric-definition.ts";
import { wilsonInterval } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import { measureFigures, measureVersions } from "../measured-figures.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import { type PlannedMetric, planFigures, planMetricOver } from "../planned-figures.ts";

/**
 * Ended periods of each metric over all of the work, as readings on their last days; shares with their 95 % interval.
 * A metric of which nothing is measured has none.
 */
export async function readReadings(
  { record, store, present }: OpenPartnership,
  metrics: readonly string[],
  asOf: PlainDate,
): Promise<Readonly<Record<string, readonly Reading[]>>> {
  const planned = planFigures(record, present, [], asOf).kpis;
  const kpis = planned.filter(({ id, by }) => by.length === 0 && metrics.includes(id));
  const [measured] = await measureFigures(store, { kpis, levels: [], reported: [] }, [asOf]);
  const readings = new Map<string, readonly Reading[]>(metrics.map((metric) => [metric, []]));
  for (const { metric, series } of measured?.kpis ?? [])
    readings.set(
      metric.id,
      series.measures
        .filter((measure) => isRipe(measure, asOf))
        .flatMap((measure) => readingOf(measure, metric.plan.unit)),
    );
  return Object.fromEntries(readings);
}

function readingOf({ period, value, numerator, denominator }: Measure, unit: MetricUnit): readonly Reading[] {
  if (value === null) return [];
  const isShare = unit === "share" && numerator !== null && denominator > 0;
  const counted = isShare ? { numerator, denominator, ...wilsonInterval(numerator, denominator) } : {};
  return [{ on: period.end, from: period.start, value, ...counted }];
}

/** The service levels' metrics over the levels' own periods, from the first record on: ended periods with nearly all items decided. */
export async function readPastMeasures(opened: OpenPartnership, asOf: PlainDate): Promise<readonly MeasureSeries[]> {
  const wanted = new Map(
    serviceLevelsInForce(opened.record, asOf).map(({ entry }) => [`${entry.metric} ${entry.every}`, entry]),
  );
  const found: MeasureSeries[] = [];
  for (const { metric, every } of wanted.values()) {
    const versions = planMetricOver(opened.record, metric, asOf, { every, by: [] });
    for (const series of await measuredOn(opened, versions, asOf))
      found.push({ ...series, measures: series.measures.filter((measure) => isRipe(measure, asOf)) });
  }
  return found;
}

/** Same as a check: a period with many items still open looks better than it will be. */
function isRipe({ period, pending, denominator }: Measure, asOf: PlainDate): boolean {
  return period.end <= asOf && pending <= 0.1 * (denominator + pending);
}

/** The criteria's figures over their windows, each from its days put together; `unpooled` are metrics whose days cannot be. */
export async function readCheckpointFigures(
  opened: OpenPartnership,
  asOf: PlainDate,
): Promise<{ readonly figures: readonly CheckpointFigure[]; readonly unpooled: readonly string[] }> {
  const figures: CheckpointFigure[] = [];
  const unpooled = new Set<string>();
  for (const { metric, from, to } of checkpointWindows(opened.record, asOf)) {
    const versions = planMetricOver(opened.record, metric, to, { every: "day", by: [] });
    const [series] = await measuredOn(opened, versions, asOf);
    const days = (series?.measures ?? []).filter(({ period }) => period.start >= from && period.end <= to);
    if (days.every(({ value }) => value === null)) continue;
    const pooled = pooledFigure(days, isMean(versions));
    if (pooled === null) unpooled.add(metric);
    else figures.push({ metric, period: { start: from, end: to }, ...pooled });
  }
  return { figures, unpooled: [...unpooled] };
}

type Pooled = Omit<CheckpointFigure, "metric" | "period">;

/** A share or a mean of many days from the shares and means of each; null for figures that do not add up so. */
function pooledFigure(days: readonly Measure[], areMeans: boolean): Pooled | null {
  const known = days.filter(({ value, denominator }) => value !== null && denominator > 0);
  const denominator = known.reduce((sum, day) => sum + day.denominator, 0);
  if (denominator === 0) return null;
  if (areMeans) {
    const mean = known.reduce((sum, day) => sum + (day.value ?? 0) * day.denominator, 0) / denominator;
    const spread = known.reduce(
      (sum, day) =>
        sum + (day.denominator - 1) * (day.deviation ?? 0) ** 2 + day.denominator * ((day.value ?? 0) - mean) ** 2,
      0,
    );
    return { value: mean, numerator: null, denominator, deviation: Math.sqrt(spread / Math.max(1, denominator - 1)) };
  }
  const areShares = known.every(
    ({ value, numerator, denominator: of }) => numerator !== null && Math.abs(numerator / of - (value ?? 0)) < 1e-9,
  );
  if (!areShares) return null;
  const numerator = known.reduce((sum, day) => sum + (day.numerator ?? 0), 0);
  return { value: numerator / denominator, numerator, denominator, deviation: null };
}

function isMean(versions: readonly PlannedMetric[]): boolean {
  return versions.every(({ plan }) => plan.kind === "judged" && plan.figure.kind === "mean");
}

async function measuredOn({ store }: OpenPartnership, versions: readonly PlannedMetric[], asOf: PlainDate) {
  return (await measureVersions(store, versions, [asOf])).get(asOf) ?? [];
}
