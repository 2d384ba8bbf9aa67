import type { FactStore } from "../facts/fact-store.ts";
import type { MeasureSeries } from "../metrics/measure.ts";
import { segmentKey } from "../metrics/measure-series.ts";
import { definitionInForce } from "../values/effective.ts";
import { groupedBy } from "../values/grouped.ts";
import type { PlainDate } from "../values/time.ts";
import { measureMetricAtDates } from "./measure-metrics.ts";
import { isInForce, type PlannedFigures, type PlannedLevel, type PlannedMetric } from "./planned-figures.ts";

/** What one service level's metric measured, by version, as it was known at one date. */
export type MeasuredLevel = {
  readonly level: PlannedLevel;
  readonly counted: readonly MeasureSeries[];
  readonly whole: readonly MeasureSeries[];
};

/** Every figure as it was known at one date. */
export type FiguresAt = {
  readonly asOf: PlainDate;
  readonly kpis: readonly { readonly metric: PlannedMetric; readonly series: MeasureSeries }[];
  readonly levels: readonly MeasuredLevel[];
  readonly reported: readonly { readonly kpi: string; readonly series: MeasureSeries }[];
};

type AtDates = ReadonlyMap<PlainDate, readonly MeasureSeries[]>;

/** Measures everything once for all the dates that are asked about. */
export async function measureFigures(
  store: FactStore,
  figures: PlannedFigures,
  dates: readonly PlainDate[],
): Promise<readonly FiguresAt[]> {
  const kpis: { versions: readonly PlannedMetric[]; at: AtDates }[] = [];
  for (const versions of byIdAndSplit(figures.kpis))
    kpis.push({ versions, at: await measureVersions(store, versions, dates) });
  const levels: { level: PlannedLevel; counted: AtDates; whole: AtDates }[] = [];
  for (const level of figures.levels) {
    const counted = await measureVersions(
      store,
      level.metrics.map((each) => each.counted),
      dates,
    );
    const wholes = level.metrics.flatMap(({ whole }) => whole ?? []);
    levels.push({ level, counted, whole: await measureVersions(store, wholes, dates) });
  }
  const reported: { kpi: string; at: AtDates }[] = [];
  for (const { kpi, versions } of figures.reported)
    reported.push({ kpi, at: await measureVersions(store, versions, dates) });
  return dates.map((asOf) => ({
    asOf,
    kpis: kpis.flatMap(({ versions, at }) => {
      const metric = definitionInForce(
        versions.map((each) => ({ ...each, effective_from: each.from ?? undefined })),
        asOf,
      );
      return metric === null ? [] : (at.get(asOf) ?? []).map((series) => ({ metric, series }));
    }),
    levels: levels.map(({ level, counted, whole }) => ({
      level,
      counted: counted.get(asOf) ?? [],
      whole: whole.get(asOf) ?? [],
    })),
    reported: reported.flatMap(({ kpi, at }) => (at.get(asOf) ?? []).map((series) => ({ kpi, series }))),
  }));
}

/** The series of several versions of one metric, each period by the version that was in force on its first day. */
export async function measureVersions(
  store: FactStore,
  versions: readonly PlannedMetric[],
  dates: readonly PlainDate[],
): Promise<AtDates> {
  const measured: { version: PlannedMetric; at: AtDates }[] = [];
  for (const version of versions) {
    measured.push({ version, at: await measureMetricAtDates(store, version.plan, dates) });
  }
  return new Map(
    dates.map((date) => [date, spliced(measured.map(({ version, at }) => ({ version, series: at.get(date) ?? [] })))]),
  );
}

type OfVersion = { readonly version: PlannedMetric; readonly series: readonly MeasureSeries[] };

function spliced(parts: readonly OfVersion[]): readonly MeasureSeries[] {
  const [only, ...more] = parts;
  if (only === undefined) return [];
  if (more.length === 0) return only.series;
  const bySegment = new Map<string, MeasureSeries>();
  for (const { version, series } of parts) {
    for (const each of series) {
      const key = segmentKey(each.segment);
      const inForce = each.measures.filter(({ period }) => isInForce(version, period.start));
      const earlier = bySegment.get(key)?.measures ?? [];
      bySegment.set(key, { ...each, measures: [...earlier, ...inForce].sort(byStart) });
    }
  }
  return [...bySegment.values()];
}

function byStart(a: MeasureSeries["measures"][number], b: MeasureSeries["measures"][number]): number {
  return a.period.start.localeCompare(b.period.start);
}

function byIdAndSplit(metrics: readonly PlannedMetric[]): readonly (readonly PlannedMetric[])[] {
  return [...groupedBy(metrics, ({ id, by }) => [id, ...by].join(" ")).values()];
}
