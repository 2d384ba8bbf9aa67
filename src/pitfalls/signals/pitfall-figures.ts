import type { KpiReading } from "../../assessment/verdict.ts";
import { correlationOf } from "../../early-warning/shift-evidence/common-movement.ts";
import { roleOf } from "../../metrics/metric-role.ts";
import { type PitfallId, pitfallIds } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { namedByRecord, pitfallOfRole, shownDirectly, signatures } from "../signatures.ts";
import type { WeighedKpi } from "./kpi-stream.ts";
import type { WeighedFigure } from "./moved-kpis.ts";

type Weighed = WeighedFigure["weighed"];

/** Whether a KPI speaks of the whole partnership. */
export function isWhole({ segment }: KpiReading): boolean {
  return Object.keys(segment).length === 0;
}

/** Pitfalls that a KPI can be watched for without its turning worse being their sign: its spread, its report is. */
const shownByOtherSigns: readonly PitfallId[] = ["inconsistent-performance", "lack-of-transparency"];

/**
 * How likely the pitfall moves this KPI: by its signature, or because the record's own metric names the pitfall. A metric
 * of the record's own that says neither is watched for the pitfall of its role; `watch_for: []` asks for nothing.
 */
export function strengthOf(id: PitfallId, reading: KpiReading, record: SignalInput["record"]): number {
  const { metric, pitfalls } = reading;
  if (isTimeless(reading)) return 0;
  const signed = signatures[id][metric];
  if (signed !== undefined) return signed;
  const named = pitfalls.length > 0 ? pitfalls : roleShows(metric, record);
  return named.includes(id) && metric in record.metrics && !shownByOtherSigns.includes(id) ? namedByRecord : 0;
}

/** Records that stand for many, or know one time alone, give lengths of nothing: that they never grow says nothing. */
function isTimeless({ unit, points }: KpiReading): boolean {
  return unit === "seconds" && points.every(({ value }) => value === null || value === 0);
}

function roleShows(metric: string, record: SignalInput["record"]): readonly string[] {
  const definition = record.metrics[metric]?.at(-1) ?? null;
  if (definition?.watch_for !== undefined || pitfallIds.some((id) => signatures[id][metric] !== undefined)) return [];
  const role = roleOf(definition);
  return role === null ? [] : [pitfallOfRole[role] ?? []].flat();
}

/** A figure that moves more often than not when its pitfall is there. */
const strongSign = 0.5;

/** The pitfall that a KPI speaks for most; null where it speaks for none. */
export function spokenFor(reading: KpiReading, record: SignalInput["record"]): PitfallId | null {
  const [first] = pitfallIds
    .map((id) => ({ id, strength: strengthOf(id, reading, record) }))
    .filter(({ strength }) => strength >= 0.5)
    .sort((one, other) => other.strength - one.strength || directness(other.id) - directness(one.id));
  return first?.id ?? null;
}

function directness(id: PitfallId): number {
  return shownDirectly.includes(id) ? 1 : 0;
}

/** One figure, with the KPIs that say the same point by point: a record's own KPI and the standard one, for example. */
type DistinctKpi = { readonly weighed: Weighed; readonly alike: readonly KpiReading[] };

/** Weighed KPIs, each said once. */
export function distinctKpis(all: readonly WeighedKpi[]): readonly DistinctKpi[] {
  const distinct: { weighed: Weighed; alike: KpiReading[] }[] = [];
  for (const weighed of all) {
    if (weighed.kind !== "weighed") continue;
    const same = distinct.find(({ weighed: other }) => repeats(weighed, other));
    if (same === undefined) distinct.push({ weighed, alike: [weighed.reading] });
    else same.alike.push(weighed.reading);
  }
  return distinct;
}

function repeats({ reading, stream }: Weighed, other: Weighed): boolean {
  if (reading.every !== other.reading.every || reading.unit !== other.reading.unit) return false;
  return isWhole(reading) === isWhole(other.reading) && correlationOf(stream, other.stream) > 0.98;
}

/** The figures that a pitfall moves. Weak signs add to strong ones; alone they would make every pitfall of one change. */
export function figuresOf(
  id: PitfallId,
  kpis: readonly DistinctKpi[],
  record: SignalInput["record"],
): readonly WeighedFigure[] {
  const all = kpis.flatMap(({ weighed, alike }) => {
    const strength = Math.max(...alike.map((reading) => strengthOf(id, reading, record)));
    return strength > 0 ? [{ weighed, strength }] : [];
  });
  return hasStrongSign(all) ? all : [];
}

/** Whether one of them moves more often than not. */
export function hasStrongSign(figures: readonly WeighedFigure[]): boolean {
  return figures.some(({ strength }) => strength >= strongSign);
}
