import { dot, total, zip } from "./decision-matrix.ts";

/** Two rankings of the same options, place 1 the best: how far they agree, 1 for the same order and −1 for the reverse. */
type Ranking = readonly number[];

/**
 * Spearman's r: 1 − 6 Σd² ÷ (n³ − n), for rankings without shared places.
 * @see Spearman 1904
 */
export function spearman(one: Ranking, other: Ranking): number {
  const n = one.length;
  return 1 - (6 * total(zip(one, other, (a, b) => (a - b) ** 2))) / (n * (n ** 2 - 1));
}

/**
 * Spearman's r in which a difference at the top counts more.
 * @see Dancelli, Manisera & Vezzoli 2013, On two classes of weighted rank correlation measures
 */
export function weightedSpearman(one: Ranking, other: Ranking): number {
  const n = one.length;
  const differences = zip(one, other, (a, b) => (a - b) ** 2 * (n - a + 1 + (n - b + 1)));
  return 1 - (6 * total(differences)) / (n ** 4 + n ** 3 - n ** 2 - n);
}

/**
 * WS, from 0 to 1: a difference counts half as much one place further down the first ranking, which is the reference.
 * @see Sałabun & Urbaniak 2020, A new coefficient of rankings similarity in decision-making problems
 */
export function rankSimilarity(reference: Ranking, other: Ranking): number {
  const n = reference.length;
  const losses = zip(
    reference,
    other,
    (a, b) => (2 ** -a * Math.abs(a - b)) / Math.max(Math.abs(a - 1), Math.abs(a - n)),
  );
  return 1 - total(losses);
}

/** Pearson's r of two series; 0 where one of them does not vary, since then nothing moves with anything. */
export function pearson(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [deviations(one), deviations(other)];
  const spread = Math.sqrt(dot(a, a) * dot(b, b));
  return spread === 0 ? 0 : dot(a, b) / spread;
}

function deviations(numbers: readonly number[]): number[] {
  const mean = total(numbers) / numbers.length;
  return numbers.map((number) => number - mean);
}
