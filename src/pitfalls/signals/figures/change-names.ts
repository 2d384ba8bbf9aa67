import type { Sign } from "../../../early-warning/shift-evidence/pooled-evidence.ts";
import type { PlainDate } from "../../../values/time.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import { signatures } from "../../signatures.ts";
import { explains } from "./figure-change.ts";
import type { WeighedFigure } from "./moved-kpis.ts";

/** A pitfall that may be behind a change, with its chance given that one of those named is. */
export type NameOdds = { readonly pitfall: PitfallId; readonly chance: number };

/** A pitfall that may be behind a change. */
export type Name = {
  readonly id: PitfallId;
  /** figures that it moves and that no other change has taken */
  readonly figures: readonly WeighedFigure[];
  /** all figures that it moves */
  readonly all: readonly WeighedFigure[];
};

/**
 * The chance of each name, given that one of them is right; the likeliest first. Where most of what the likeliest moves is
 * not measured, only those are asked of which it is.
 */
export function oddsOfNames(names: readonly Name[], asOf: PlainDate): readonly NameOdds[] {
  const odds = oddsOf(names, asOf);
  const inView = names.filter(isInView);
  const isSeen = inView.some(({ id }) => id === odds[0]?.pitfall);
  return isSeen || inView.length === 0 ? odds : oddsOf(inView, asOf);
}

/**
 * How many times likelier a pitfall is where what it asks for beside its figures holds, since few partnerships are there at
 * any one time: scaling too fast is looked for only where heads have grown, red flags only in the first year.
 */
export const favours: Readonly<Partial<Record<PitfallId, number>>> = {
  "scaling-too-fast": 6,
  "selection-red-flags": 3,
};

function oddsOf(names: readonly Name[], asOf: PlainDate): readonly NameOdds[] {
  if (names.length === 1) return names.map(({ id }) => ({ pitfall: id, chance: 1 }));
  const logs = names.map(({ id, figures }) => explains(figures, asOf) + Math.log(favours[id] ?? 1));
  const top = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return names
    .map(({ id }, at) => ({ pitfall: id, chance: (shares[at] ?? 0) / total }))
    .toSorted((one, other) => other.chance - one.chance);
}

/**
 * Whether at least half of what the pitfall moves, by how surely it moves it, is measured: where nobody counts reviews
 * and reopened work, leavers alone do not tell that the price was put before quality. What a pitfall asks for beside its
 * figures stands for those that are not measured.
 */
function isInView({ id, all }: Name): boolean {
  if (favours[id] !== undefined) return true;
  const add = (total: number, { likely }: Sign) => total + likely;
  const moves = Object.values(signatures[id]).reduce(add, 0);
  return all.map(({ sign }) => sign).reduce(add, 0) >= moves / 2;
}
