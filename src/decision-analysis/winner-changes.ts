import { type DecisionMatrix, entry, total } from "./decision-matrix.ts";
import { isSameScore } from "./ranks.ts";

/** Weights of one criterion between which the same options lead; both ends belong to it. Several lead only when they tie. */
export type WinningStretch = { readonly from: number; readonly to: number; readonly winners: readonly number[] };

/**
 * Who wins by weighted sum as one criterion's weight goes from 0 to 1, the others keeping their proportions: each score
 * is a straight line in that weight, and the winner changes where the upper lines cross. All stretches, in order.
 * @param values rows of options on one scale on which more is better
 * @throws RangeError when no other criterion has weight, so that there are no proportions to keep
 */
export function winnersByWeight(
  values: DecisionMatrix,
  weights: readonly number[],
  criterion: number,
): readonly WinningStretch[] {
  const others = total(weights.filter((_, at) => at !== criterion));
  if (!(others > 0)) throw new RangeError("no other criterion has weight");
  const lines = values.map((row) => ({
    without: total(row.map((x, at) => (at === criterion ? 0 : x * entry(weights, at)))) / others,
    alone: entry(row, criterion),
  }));
  const leaders = (weight: number) => {
    const scores = lines.map(({ without, alone }) => (1 - weight) * without + weight * alone);
    const best = Math.max(...scores);
    return [...scores.keys()].filter((option) => isSameScore(entry(scores, option), best));
  };
  const bounds = [0, ...crossings(lines), 1];
  const stretches: WinningStretch[] = [];
  for (const [at, to] of bounds.entries()) {
    const from = bounds[at - 1];
    if (from === undefined) continue;
    const winners = leaders((from + to) / 2);
    const last = stretches.at(-1);
    if (last !== undefined && String(last.winners) === String(winners))
      stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, winners });
  }
  return stretches;
}

type Line = { readonly without: number; readonly alone: number };

/** Where two of the lines cross inside of 0 to 1, in order, each once. */
function crossings(lines: readonly Line[]): number[] {
  const met: number[] = [];
  for (const [at, one] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      const lead = one.without - other.without;
      const weight = lead / (lead - (one.alone - other.alone));
      if (weight > 0 && weight < 1) met.push(weight);
    }
  }
  return met.sort((a, b) => a - b).filter((weight, at) => at === 0 || weight - entry(met, at - 1) > 1e-13);
}
