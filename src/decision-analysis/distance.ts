import { dot, lengthOf, partOf, total, zip } from "./decision-matrix.ts";
import { pearson } from "./rank-correlation.ts";

/**
 * How far two rows of figures lie apart.
 * @see Cha 2007, Comprehensive survey on distance/similarity measures between probability density functions
 */
export const distances = {
  euclidean: (one, other) => lengthOf(zip(one, other, (a, b) => a - b)),
  "squared-euclidean": (one, other) => lengthOf(zip(one, other, (a, b) => a - b)) ** 2,
  manhattan: (one, other) => total(zip(one, other, (a, b) => Math.abs(a - b))),
  chebyshev: (one, other) => Math.max(...zip(one, other, (a, b) => Math.abs(a - b))),
  canberra: (one, other) => total(zip(one, other, (a, b) => partOf(Math.abs(a - b), a + b))),
  "bray-curtis": (one, other) => partOf(total(zip(one, other, (a, b) => Math.abs(a - b))), total([...one, ...other])),
  lorentzian: (one, other) => total(zip(one, other, (a, b) => Math.log1p(Math.abs(a - b)))),
  cosine: (one, other) => 1 - partOf(dot(one, other), lengthOf(one) * lengthOf(other)),
  correlation: (one, other) => 1 - pearson(one, other),
} satisfies Record<string, (one: readonly number[], other: readonly number[]) => number>;

export type Distance = keyof typeof distances;
