import type { KpiReading } from "../../../assessment/verdict.ts";
import { correlationOf } from "../../../early-warning/shift-evidence/common-movement.ts";
import type { Sign } from "../../../early-warning/shift-evidence/pooled-evidence.ts";
import type { MetricRole } from "../../../metrics/metric-definition.ts";
import { roleOf } from "../../../metrics/metric-role.ts";
import { type PitfallId, pitfallIds } from "../../pitfall-definition.ts";
import type { SignalInput } from "../../signal-input.ts";
import { alsoOfRole, namedByRecord, pitfallOfRole, shownDirectly, signatures, strongSign } from "../../signatures.ts";
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
 * How the pitfall moves this KPI: by its signature, or because the record's own metric names the pitfall. A metric of the
 * record's own that says neither is watched for the pitfalls of its role; `watch_for: []` asks for nothing.
 */
export function signOf(id: PitfallId, reading: KpiReading, record: SignalInput["record"]): Sign | null {
  const { metric, pitfalls } = reading;
  if (isTimeless(reading)) return null;
  const signed = signatures[id][metric];
  if (signed !== undefined) return signed;
  if (!(metric in record.metrics) || shownByOtherSigns.includes(id)) return null;
  if (pitfalls.length > 0) return pitfalls.includes(id) ? namedByRecord : null;
  const role = roleShown(metric, record);
  if (role === null) return null;
  return pitfallOfRole[role] === id ? namedByRecord : (alsoOfRole[role]?.[id] ?? null);
}

/** Records that stand for many, or know one time alone, give lengths of nothing: that they never grow says nothing. */
function isTimeless({ unit, points }: KpiReading): boolean {
  return unit === "seconds" && points.every(({ value }) => value === null || value === 0);
}

/** How likely the pitfall moves this KPI, 0 to 1. */
export function likelyMoved(id: PitfallId, reading: KpiReading, record: SignalInput["record"]): number {
  return signOf(id, reading, record)?.likely ?? 0;
}

/** The side of the work that an own metric shows, where neither the record nor a signature says what it is watched for. */
function roleShown(metric: string, record: SignalInput["record"]): MetricRole | null {
  const definition = record.metrics[metric]?.at(-1) ?? null;
  if (definition?.watch_for !== undefined || pitfallIds.some((id) => signatures[id][metric] !== undefined)) return null;
  return roleOf(definition);
}

/** The pitfall that a KPI speaks for most; null where it speaks for none. */
export function spokenFor(reading: KpiReading, record: SignalInput["record"]): PitfallId | null {
  const [first] = pitfallIds
    .map((id) => ({ id, likely: likelyMoved(id, reading, record) }))
    .filter(({ likely }) => likely >= strongSign)
    .sort((one, other) => other.likely - one.likely || directness(other.id) - directness(one.id));
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

/** Steps that agree this closely are of one figure told twice; two figures of the same items stay well below. */
const sameFigure = 0.98;

function repeats({ reading, stream }: Weighed, other: Weighed): boolean {
  if (reading.every !== other.reading.every || reading.unit !== other.reading.unit) return false;
  return isWhole(reading) === isWhole(other.reading) && correlationOf(stream, other.stream) > sameFigure;
}

/** The figures that a pitfall moves. Weak signs add to strong ones; alone they would make every pitfall of one change. */
export function figuresOf(
  id: PitfallId,
  kpis: readonly DistinctKpi[],
  record: SignalInput["record"],
): readonly WeighedFigure[] {
  const all = kpis.flatMap(({ weighed, alike }) => {
    const [sign] = alike
      .flatMap((reading) => signOf(id, reading, record) ?? [])
      .sort((one, other) => other.likely - one.likely);
    return sign === undefined ? [] : [{ weighed, sign }];
  });
  return hasStrongSign(all) ? all : [];
}

/** Whether one of them moves more often than not. */
export function hasStrongSign(figures: readonly WeighedFigure[]): boolean {
  return figures.some(({ sign }) => sign.likely >= strongSign);
}
