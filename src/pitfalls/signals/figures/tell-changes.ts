import type { AlarmHeights } from "../../../early-warning/shift-evidence/alarm-budget.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { type Name, type NameOdds, oddsOfNames } from "./change-names.ts";
import { changeOf, type FigureChange, sameChangeDays } from "./figure-change.ts";
import type { WeighedFigure } from "./moved-kpis.ts";
import { hasStrongSign } from "./pitfall-figures.ts";

/** A change with the name that it is told by. */
export type PitfallChange = FigureChange & {
  /** another pitfall that fits the same figures better; null where there is none */
  readonly speaksMoreFor: PitfallId | null;
  /** pitfalls that may be behind these figures with their chances, given that it is one of them; the likeliest first */
  readonly nameOdds: readonly NameOdds[];
};

/** A pitfall and the figures that it moves. */
export type Looker = { readonly id: PitfallId; readonly figures: readonly WeighedFigure[] };

/** A pitfall that may be behind a change, and what its figures say of one. */
type Candidate = Name & { readonly change: FigureChange };

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
  const told = new Map<PitfallId, PitfallChange>();
  let left = lookers.flatMap((looker) => candidateOf(looker, looker.figures, heights, asOf) ?? []);
  while (true) {
    const strongest = highest(left, ({ change }) => change.weeks);
    if (strongest === undefined || strongest.change.weeks < heights.watch) return told;
    const alike = left.filter((each) => each === strongest || isSameChange(each, strongest));
    const nameOdds = oddsOfNames(alike, asOf);
    const best = alike.find(({ id }) => id === nameOdds[0]?.pitfall) ?? strongest;
    const full = changeOf(best.all, heights, asOf, 0) ?? best.change;
    const { state, weeks } = strongest.change;
    told.set(best.id, { ...full, state, weeks: Math.max(weeks, best.change.weeks), speaksMoreFor: null, nameOdds });
    const taken = new Set(best.change.moved.map(({ reading }) => reading));
    left = left.flatMap((each) => {
      if (each === best) return [];
      if (!alike.includes(each) || sharesByNature.includes(each.id) || sharesByNature.includes(best.id)) return [each];
      const figures = each.figures.filter(({ weighed }) => !taken.has(weighed.reading));
      const again = candidateOf({ id: each.id, figures: each.all }, figures, heights, asOf);
      if (again !== null && again.change.weeks >= heights.watch) return [again];
      if (each.change.weeks >= heights.watch)
        told.set(each.id, { ...each.change, state: "watch", speaksMoreFor: best.id, nameOdds });
      return [];
    });
  }
}

function candidateOf(
  { id, figures: all }: Looker,
  figures: readonly WeighedFigure[],
  heights: AlarmHeights,
  asOf: PlainDate,
): Candidate | null {
  const change = hasStrongSign(figures) ? changeOf(figures, heights, asOf, rivalPart * heights.watch) : null;
  return change === null || !hasStrongSign(movedAmong(figures, change)) ? null : { id, figures, all, change };
}

/** A pitfall may be the name of a change with less evidence of its own than a watch needs: so much of it. */
const rivalPart = 1 / 6;

function movedAmong(figures: readonly WeighedFigure[], { moved }: FigureChange): readonly WeighedFigure[] {
  const readings = new Set(moved.map(({ reading }) => reading));
  return figures.filter(({ weighed }) => readings.has(weighed.reading));
}

function highest(candidates: readonly Candidate[], of: (candidate: Candidate) => number): Candidate | undefined {
  return candidates.toSorted((one, other) => of(other) - of(one))[0];
}

/** Told beside the pitfall whose figures it shares: green levels make the same change another trouble. */
const sharesByNature: readonly PitfallId[] = ["hollow-kpis"];

function isSameChange({ change: one }: Candidate, { change: other }: Candidate): boolean {
  const taken = new Set(other.moved.map(({ reading }) => reading));
  return (
    one.moved.some(({ reading }) => taken.has(reading)) &&
    Math.abs(daysBetween(one.onset, other.onset)) <= sameChangeDays
  );
}
