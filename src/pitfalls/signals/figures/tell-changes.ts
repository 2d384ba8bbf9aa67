import type { AlarmHeights } from "../../../early-warning/shift-evidence/alarm-budget.ts";
import type { Sign } from "../../../early-warning/shift-evidence/pooled-evidence.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { signatures } from "../../signatures.ts";
import { changeOf, explains, type FigureChange } from "./figure-change.ts";
import type { WeighedFigure } from "./moved-kpis.ts";
import { hasStrongSign } from "./pitfall-figures.ts";

/** A change with the name that it is told by. */
export type PitfallChange = FigureChange & {
  /** another pitfall that fits the same figures better; null where there is none */
  readonly speaksMoreFor: PitfallId | null;
  /** pitfalls that may be behind these figures with their chances, given that it is one of them; the likeliest first */
  readonly nameOdds: readonly NameOdds[];
};

export type NameOdds = { readonly pitfall: PitfallId; readonly chance: number };

/** A pitfall and the figures that it moves. */
export type Looker = { readonly id: PitfallId; readonly figures: readonly WeighedFigure[] };

type Candidate = Looker & { readonly change: FigureChange };

/**
 * Tells every figure's change once. That something changed is said by the strongest evidence that any pitfall's figures
 * give together; its name goes to the likeliest of the pitfalls that share a figure with it. That one takes the figures
 * that moved with it, and the others are asked again without them, until nothing is left that rises to a watch.
 */
export function tellChanges(
  lookers: readonly Looker[],
  heights: AlarmHeights,
  asOf: PlainDate,
): ReadonlyMap<PitfallId, PitfallChange> {
  const whole = new Map(lookers.map((looker) => [looker.id, looker.figures]));
  const told = new Map<PitfallId, PitfallChange>();
  let left = candidatesOf(lookers, heights, asOf);
  while (true) {
    const strongest = highest(left, ({ change }) => change.weeks);
    if (strongest === undefined || strongest.change.weeks < heights.watch) return told;
    const alike = left.filter((each) => each === strongest || isSameChange(each, strongest));
    const inView = alike.filter(({ id }) => isInView(id, whole.get(id) ?? []));
    const nameOdds = oddsInView(alike, inView, asOf);
    const best = alike.find(({ id }) => id === nameOdds[0]?.pitfall) ?? strongest;
    const full = changeOf(whole.get(best.id) ?? [], heights, asOf, 0) ?? best.change;
    const { state, weeks } = strongest.change;
    told.set(best.id, { ...full, state, weeks: Math.max(weeks, best.change.weeks), speaksMoreFor: null, nameOdds });
    const taken = new Set(best.change.moved.map(({ reading }) => reading));
    left = left.flatMap((each) => {
      if (each === best) return [];
      if (!alike.includes(each) || sharesByNature.includes(each.id) || sharesByNature.includes(best.id)) return [each];
      const figures = each.figures.filter(({ weighed }) => !taken.has(weighed.reading));
      const [again] = candidatesOf([{ id: each.id, figures }], heights, asOf);
      if (again !== undefined && again.change.weeks >= heights.watch) return [again];
      if (each.change.weeks >= heights.watch)
        told.set(each.id, { ...each.change, state: "watch", speaksMoreFor: best.id, nameOdds });
      return [];
    });
  }
}

/**
 * Whether at least half of what the pitfall moves, by how surely it moves it, is measured: where nobody counts reviews
 * and reopened work, leavers alone do not tell that the price was put before quality. What a pitfall asks for beside its
 * figures stands for those that are not measured.
 */
function isInView(id: PitfallId, figures: readonly WeighedFigure[]): boolean {
  if (favours[id] !== undefined) return true;
  const add = (total: number, { likely }: Sign) => total + likely;
  const moves = Object.values(signatures[id]).reduce(add, 0);
  return figures.map(({ sign }) => sign).reduce(add, 0) >= moves / 2;
}

function candidatesOf(lookers: readonly Looker[], heights: AlarmHeights, asOf: PlainDate): readonly Candidate[] {
  return lookers.flatMap(({ id, figures }) => {
    const change = hasStrongSign(figures) ? changeOf(figures, heights, asOf, rivalPart * heights.watch) : null;
    return change === null || !hasStrongSign(movedAmong(figures, change)) ? [] : [{ id, figures, change }];
  });
}

/** A pitfall may be the name of a change with less evidence of its own than a watch needs: so much of it. */
const rivalPart = 1 / 6;

function movedAmong(figures: readonly WeighedFigure[], { moved }: FigureChange): readonly WeighedFigure[] {
  const readings = new Set(moved.map(({ reading }) => reading));
  return figures.filter(({ weighed }) => readings.has(weighed.reading));
}

/**
 * How many times likelier a pitfall is where what it asks for beside its figures holds, since few partnerships are there at
 * any one time: scaling too fast is looked for only where heads have grown, red flags only in the first year.
 */
const favours: Readonly<Partial<Record<PitfallId, number>>> = { "scaling-too-fast": 6, "selection-red-flags": 3 };

/** The chance of each name, given that one of them is right. */
function oddsOf(alike: readonly Candidate[], asOf: PlainDate): readonly NameOdds[] {
  if (alike.length === 1) return alike.map(({ id }) => ({ pitfall: id, chance: 1 }));
  const logs = alike.map(({ id, figures }) => explains(figures, asOf) + Math.log(favours[id] ?? 1));
  const top = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return alike
    .map(({ id }, at) => ({ pitfall: id, chance: (shares[at] ?? 0) / total }))
    .toSorted((one, other) => other.chance - one.chance);
}

/** The same; where a name out of view would be the likeliest, of those in view alone. */
function oddsInView(alike: readonly Candidate[], inView: readonly Candidate[], asOf: PlainDate): readonly NameOdds[] {
  const odds = oddsOf(alike, asOf);
  const isSeen = inView.some(({ id }) => id === odds[0]?.pitfall);
  return isSeen || inView.length === 0 ? odds : oddsOf(inView, asOf);
}

function highest(candidates: readonly Candidate[], of: (candidate: Candidate) => number): Candidate | undefined {
  return candidates.toSorted((one, other) => of(other) - of(one))[0];
}

/** Told beside the pitfall whose figures it shares: green levels make the same change another trouble. */
const sharesByNature: readonly PitfallId[] = ["hollow-kpis"];

/** Days within which two onsets are of one change: figures that are measured by month, or creep, date it weeks apart. */
const sameChangeDays = 70;

function isSameChange({ change: one }: Candidate, { change: other }: Candidate): boolean {
  const taken = new Set(other.moved.map(({ reading }) => reading));
  return (
    one.moved.some(({ reading }) => taken.has(reading)) &&
    Math.abs(daysBetween(one.onset, other.onset)) <= sameChangeDays
  );
}
