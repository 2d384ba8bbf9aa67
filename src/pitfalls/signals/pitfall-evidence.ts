import { type AlarmHeights, shareAlarmBudget } from "../../early-warning/shift-evidence/alarm-budget.ts";
import { independenceOf } from "../../early-warning/shift-evidence/common-movement.ts";
import { type PooledEvidence, poolEvidence } from "../../early-warning/shift-evidence/pooled-evidence.ts";
import { perYear } from "../../values/cadence.ts";
import { daysBetween, type PlainDate } from "../../values/time.ts";
import { everyPitfall, type PitfallId, pitfallIds } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { shownDirectly } from "../signatures.ts";
import { firstDay, weighKpi, withoutWeek } from "./kpi-stream.ts";
import { isOver, type MovedKpi, movedOf, onsetDay, type WeighedFigure } from "./moved-kpis.ts";
import { distinctKpis, figuresOf, hasStrongSign, isWhole, strengthOf } from "./pitfall-figures.ts";

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

const weeksTold = 52;

type Candidate = { readonly id: PitfallId; readonly figures: readonly WeighedFigure[]; readonly change: PitfallChange };

/**
 * Tells every figure's change once: the pitfall with the strongest evidence takes the figures that moved with it, and
 * the others are asked again without them, until nothing is left that rises to a watch.
 */
function tellChanges(
  lookers: readonly { readonly id: PitfallId; readonly figures: readonly WeighedFigure[] }[],
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

/** First days of the last weeks, oldest first, as days since 1970. */
function mondaysBefore(asOf: PlainDate): readonly number[] {
  const today = daysBetween(firstDay, asOf);
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: weeksTold }, (_, back) => monday - 7 * (weeksTold - 1 - back));
}

/** What so many figures say together: a change that rises to a watch at least, or null. */
export function changeOf(
  figures: readonly WeighedFigure[],
  heights: AlarmHeights,
  asOf: PlainDate,
): PitfallChange | null {
  if (figures.length === 0) return null;
  const mondays = mondaysBefore(asOf);
  const independence = independenceOf(figures.map(({ weighed }) => weighed.stream));
  const evidence = poolEvidence(
    figures.map(({ weighed, strength }) => ({ evidence: weighed.evidence, strength })),
    mondays,
    independence,
  );
  if (evidence.weeks < heights.watch) return null;
  const moved = movedOf(figures, evidence);
  const [leading] = moved;
  if (leading === undefined || isOver(moved)) return null;
  const stands =
    evidence.weeks >= heights.alarm && weeksWithoutOne(figures, evidence, mondays, independence) >= heights.alarm;
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

function weeksWithoutOne(
  figures: readonly WeighedFigure[],
  { onset, weeks }: PooledEvidence,
  mondays: readonly number[],
  independence: number,
): number {
  const since = mondays.filter((monday) => monday >= onset);
  if (since.length > shockWeeks) return weeks;
  const left = since.map((monday) => {
    const pooled = poolEvidence(
      figures.map(({ weighed, strength }) => ({
        evidence: withoutWeek(weighed, monday),
        strength,
      })),
      mondays,
      independence,
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
