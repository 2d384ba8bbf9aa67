import type { KpiReading } from "../../assessment/verdict.ts";
import { type AlarmHeights, shareAlarmBudget } from "../../early-warning/shift-evidence/alarm-budget.ts";
import { correlationOf, independenceOf } from "../../early-warning/shift-evidence/common-movement.ts";
import { type PooledEvidence, poolEvidence } from "../../early-warning/shift-evidence/pooled-evidence.ts";
import { roleOf } from "../../metrics/metric-role.ts";
import { perYear } from "../../values/cadence.ts";
import { daysBetween, type PlainDate } from "../../values/time.ts";
import { everyPitfall, type PitfallId, pitfallIds } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { namedByRecord, pitfallOfRole, shownDirectly, signatures } from "../signatures.ts";
import { firstDay, type WeighedKpi, weighKpi, withoutWeek } from "./kpi-stream.ts";
import { isOver, type MovedKpi, movedOf, onsetDay, type WeighedFigure } from "./moved-kpis.ts";

/** What the KPIs of one pitfall say together. */
export type PitfallEvidence = {
  /** how many KPIs could be weighed */
  readonly weighed: number;
  /** why others could not be, one sentence each */
  readonly unreadable: readonly string[];
  readonly change: PitfallChange | null;
};

/** A lasting change for the worse of the KPIs that a pitfall moves. */
export type PitfallChange = {
  readonly state: "watch" | "alarm";
  /** weeks between two times that chance alone gives evidence this strong */
  readonly weeks: number;
  readonly onset: PlainDate;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
  /** KPIs that moved, the clearest first */
  readonly moved: readonly MovedKpi[];
  /** another pitfall that the same figures speak for more strongly; null where there is none */
  readonly speaksMoreFor: PitfallId | null;
};

type Weighed = WeighedFigure["weighed"];
type Figure = WeighedFigure;

/** Whether a KPI speaks of the whole partnership. */
export function isWhole({ segment }: KpiReading): boolean {
  return Object.keys(segment).length === 0;
}

/** The part of what is known that figures speak of. */
export type FiguresOf = Pick<SignalInput, "record" | "asOf" | "kpis">;

/** All pitfalls' evidence, under one alarm budget. */
export type WeighedPitfalls = {
  readonly heights: AlarmHeights;
  readonly of: Readonly<Record<PitfallId, PitfallEvidence>>;
};

/**
 * Weighs every KPI once and pools them by pitfall. The budget is shared among the pitfalls that have a KPI to look at.
 * A figure that moved is told under the pitfall that fits all figures best; others that share it are watched at most,
 * unless what is left without the shared figures carries the alarm too.
 * @param untold pitfalls that ask for more than figures that move, and do not have it now: they take no figure from others
 */
export function weighPitfalls(input: FiguresOf, untold: readonly PitfallId[] = []): WeighedPitfalls {
  const { kpis, asOf, record } = input;
  const whole = new Set(kpis.filter(isWhole).map(({ metric }) => metric));
  const looked = kpis.filter((reading) => isWhole(reading) || !whole.has(reading.metric));
  const weighed = looked.map((reading) => weighKpi(reading, asOf));
  const distinct = distinctKpis(weighed);
  const figures = new Map(pitfallIds.map((id) => [id, figuresOf(id, distinct, record)]));
  const lookers = [...figures.values()].filter(({ length }) => length > 0).length;
  const heights = shareAlarmBudget(52.1775 / perYear(record.alarm_budget), lookers);
  const candidates = pitfallIds.filter((id) => !untold.includes(id));
  const changes = tellChanges(
    candidates.map((id) => ({ id, figures: figures.get(id) ?? [] })),
    heights,
    asOf,
  );
  const of = everyPitfall((id) => ({
    weighed: figures.get(id)?.length ?? 0,
    unreadable: weighed.flatMap((each) =>
      each.kind === "unreadable" && strengthOf(id, each.reading, record) > 0 ? [each.because] : [],
    ),
    change: changes.get(id) ?? null,
  }));
  return { heights, of };
}

/** Pitfalls that a KPI can be watched for without its turning worse being their sign: its spread, its report is. */
const shownByOtherSigns: readonly PitfallId[] = ["inconsistent-performance", "lack-of-transparency"];

/**
 * How likely the pitfall moves this KPI: by its signature, or because the record's own metric names the pitfall. A metric
 * of the record's own that says neither is watched for the pitfall of its role; `watch_for: []` asks for nothing.
 */
export function strengthOf(id: PitfallId, { metric, pitfalls }: KpiReading, record: SignalInput["record"]): number {
  const signed = signatures[id][metric];
  if (signed !== undefined) return signed;
  const named = pitfalls.length > 0 ? pitfalls : roleShows(metric, record);
  return named.includes(id) && metric in record.metrics && !shownByOtherSigns.includes(id) ? namedByRecord : 0;
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
export function spokenFor(reading: KpiReading, record: FiguresOf["record"]): PitfallId | null {
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
function figuresOf(id: PitfallId, kpis: readonly DistinctKpi[], record: SignalInput["record"]): readonly Figure[] {
  const all = kpis.flatMap(({ weighed, alike }) => {
    const strength = Math.max(...alike.map((reading) => strengthOf(id, reading, record)));
    return strength > 0 ? [{ weighed, strength }] : [];
  });
  return hasStrongSign(all) ? all : [];
}

const weeksTold = 52;

function pool(figures: readonly Figure[], asOf: PlainDate): PooledEvidence {
  return poolEvidence(
    figures.map(({ weighed, strength }) => ({ evidence: weighed.evidence, strength })),
    mondaysBefore(asOf),
    independenceOf(figures.map(({ weighed }) => weighed.stream)),
  );
}

type Candidate = { readonly id: PitfallId; readonly figures: readonly Figure[]; readonly change: PitfallChange };

/**
 * Tells every figure's change once: the pitfall with the strongest evidence takes the figures that moved with it, and
 * the others are asked again without them, until nothing is left that rises to a watch.
 */
function tellChanges(
  lookers: readonly { readonly id: PitfallId; readonly figures: readonly Figure[] }[],
  heights: AlarmHeights,
  asOf: PlainDate,
): ReadonlyMap<PitfallId, PitfallChange> {
  const whole: readonly Candidate[] = lookers.flatMap(({ id, figures }) => {
    const change = changeOf(figures, heights, asOf);
    return change === null ? [] : [{ id, figures, change }];
  });
  const told = new Map<PitfallId, PitfallChange>();
  let left = whole;
  while (left.length > 0) {
    const [best, ...others] = left.toSorted((one, other) => standing(other) - standing(one));
    if (best === undefined) break;
    const full = whole.find(({ id }) => id === best.id)?.change ?? best.change;
    told.set(best.id, { ...full, state: best.change.state });
    const taken = new Set(best.change.moved.map(({ reading }) => reading));
    left = others.flatMap((each) => {
      const shares =
        each.change.moved.some(({ reading }) => taken.has(reading)) && isSameChange(each.change, best.change);
      if (!shares || sharesByNature.includes(each.id) || sharesByNature.includes(best.id)) return [each];
      const figures = each.figures.filter(({ weighed }) => !taken.has(weighed.reading));
      const change = hasStrongSign(figures) ? changeOf(figures, heights, asOf) : null;
      if (change !== null) return [{ ...each, figures, change }];
      told.set(each.id, { ...each.change, state: "watch", speaksMoreFor: best.id });
      return [];
    });
  }
  return told;
}

/** Evidence for a name: where two pitfalls explain the same figures alike, the one that they show themselves goes first. */
function standing({ id, change }: Candidate): number {
  return change.weeks * (shownDirectly.includes(id) ? directFavour : 1);
}

function hasStrongSign(figures: readonly Figure[]): boolean {
  return figures.some(({ strength }) => strength >= strongSign);
}

/** First days of the last weeks, oldest first, as days since 1970. */
function mondaysBefore(asOf: PlainDate): readonly number[] {
  const today = daysBetween(firstDay, asOf);
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: weeksTold }, (_, back) => monday - 7 * (weeksTold - 1 - back));
}

/** What so many figures say together: a change that rises to a watch at least, or null. */
export function changeOf(figures: readonly Figure[], heights: AlarmHeights, asOf: PlainDate): PitfallChange | null {
  if (figures.length === 0) return null;
  const evidence = pool(figures, asOf);
  if (evidence.weeks < heights.watch) return null;
  const moved = movedOf(figures, evidence);
  const [leading] = moved;
  if (leading === undefined || isOver(moved)) return null;
  const stands = evidence.weeks >= heights.alarm && weeksWithoutOne(figures, evidence, asOf) >= heights.alarm;
  return {
    state: stands ? "alarm" : "watch",
    weeks: evidence.weeks,
    onset: onsetDay(leading.reading, evidence.onset),
    earliest: onsetDay(leading.reading, evidence.earliest),
    latest: onsetDay(leading.reading, evidence.latest),
    moved,
    speaksMoreFor: null,
  };
}

/** An alarm must stand without its most telling week: one bad week is a shock, two are a change. */
const shockWeeks = 5;

function weeksWithoutOne(figures: readonly Figure[], { onset, weeks }: PooledEvidence, asOf: PlainDate): number {
  const mondays = mondaysBefore(asOf);
  const since = mondays.filter((monday) => monday >= onset);
  if (since.length > shockWeeks) return weeks;
  const left = since.map((monday) => {
    const pooled = poolEvidence(
      figures.map(({ weighed, strength }) => ({
        evidence: withoutWeek(weighed, monday),
        strength,
      })),
      mondays,
      independenceOf(figures.map((each) => each.weighed.stream)),
    );
    return pooled.weeks;
  });
  return Math.min(...left);
}

/** How many times likelier a pitfall is beforehand that is nothing but its figures than one that lies behind them. */
const directFavour = 6;

/** Told beside the pitfall whose figures it shares: green levels make the same change another trouble. */
const sharesByNature: readonly PitfallId[] = ["hollow-kpis"];

/** Days within which two onsets are of one change. */
const sameChangeDays = 70;

function isSameChange(one: PitfallChange, other: PitfallChange): boolean {
  return Math.abs(daysBetween(one.onset, other.onset)) <= sameChangeDays;
}
