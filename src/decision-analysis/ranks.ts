import type { Better } from "./decision-matrix.ts";

/**
 * Places from 1, the best. Scores that differ by no more than `within` (relative beyond 1) share a place, so that the
 * order of additions decides nothing; after two on place 1 comes place 3 (`competition`, as in sport) or 2 (`dense`).
 */
export function placesOf(
  scores: readonly number[],
  {
    better = "higher",
    ties = "competition",
    within = 1e-12,
  }: { better?: Better; ties?: "competition" | "dense"; within?: number } = {},
): number[] {
  const sign = better === "higher" ? -1 : 1;
  const order = [...scores.keys()].sort((one, other) => sign * ((scores[one] ?? 0) - (scores[other] ?? 0)));
  const places = new Array<number>(scores.length).fill(0);
  let place = 0;
  for (const [at, option] of order.entries()) {
    const before = order[at - 1];
    const isTied = before !== undefined && isSameScore(scores[before] ?? 0, scores[option] ?? 0, within);
    if (!isTied) place = ties === "dense" ? place + 1 : at + 1;
    places[option] = place;
  }
  return places;
}

/** Whether two scores differ by no more than the order of their additions could make them: a millionth of a millionth. */
export function isSameScore(one: number, other: number, within = 1e-12): boolean {
  return Math.abs(one - other) <= within * Math.max(1, Math.abs(one), Math.abs(other));
}
