import { quantile } from "../values/quantile.ts";
import { type Decision, entry, lengthOf, total, transpose, zip } from "./decision-matrix.ts";

/**
 * How a criterion is wished for: `more` or `less` of it, or near to a wanted point (`near`) or away from an unwanted one (`far`).
 */
export type Wish = "more" | "less" | "near" | "far";

/**
 * PVM: along the vector from what is not wanted to what is wanted for `more` and `less`, by distance for `near` and `far`;
 * more is better.
 * @param wanted the point wished for, per criterion; quartiles and extremes of the options where it is not given
 * @see Nermend 2023, Multi-Criteria and Multi-Dimensional Analysis in Decisions, chapter 1
 */
export function preferenceVector(
  { matrix, weights }: Pick<Decision, "matrix" | "weights">,
  wishes: readonly Wish[],
  points: { readonly wanted: readonly number[]; readonly unwanted: readonly number[] } = pointsOf(matrix, wishes),
): number[] {
  const lengths = transpose(matrix).map(lengthOf);
  const scaled = matrix.map((row) => zip(row, lengths, (x, length) => x / length));
  const wanted = zip(points.wanted, lengths, (x, length) => x / length);
  const unwanted = zip(points.unwanted, lengths, (x, length) => x / length);
  const along = zip(wanted, unwanted, (to, from) => to - from);
  const criteria = (kinds: readonly Wish[]) => [...wishes.keys()].filter((at) => kinds.includes(entry(wishes, at)));
  const distance = (row: readonly number[], those: readonly number[]) =>
    lengthOf(those.map((at) => entry(weights, at) * (entry(row, at) - entry(wanted, at))));
  const [directed, near, far] = [criteria(["more", "less"]), criteria(["near"]), criteria(["far"])];
  return scaled.map((row) => {
    const forward = directed.map(
      (at) => ((entry(row, at) - entry(unwanted, at)) * entry(along, at) * entry(weights, at)) / lengthOf(along),
    );
    const sum = total(forward) * directed.length - distance(row, near) * near.length + distance(row, far) * far.length;
    return sum / wishes.length;
  });
}

function pointsOf(matrix: Decision["matrix"], wishes: readonly Wish[]) {
  const ends = zip(transpose(matrix), wishes, (column, wish) => {
    const [low, high] =
      wish === "more" || wish === "less"
        ? [quantile(column, 0.25), quantile(column, 0.75)]
        : [Math.min(...column), Math.max(...column)];
    return wish === "more" || wish === "near" ? { to: high, from: low } : { to: low, from: high };
  });
  return { wanted: ends.map(({ to }) => to), unwanted: ends.map(({ from }) => from) };
}
