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

/**
 * Kendall's τ-b: pairs in the same order less pairs in the opposite one, shared places corrected for.
 * @see Kendall 1945, The treatment of ties in ranking problems
 */
export function kendallTau(one: Ranking, other: Ranking): number {
  let [agreement, pairsOfOne, pairsOfOther] = [0, 0, 0];
  for (const [i, a] of one.entries()) {
    for (let j = 0; j < i; j += 1) {
      const [x, y] = [
        Math.sign(a - (one[j] ?? Number.NaN)),
        Math.sign((other[i] ?? Number.NaN) - (other[j] ?? Number.NaN)),
      ];
      agreement += x * y;
      pairsOfOne += x * x;
      pairsOfOther += y * y;
    }
  }
  const pairs = Math.sqrt(pairsOfOne * pairsOfOther);
  return pairs === 0 ? 0 : agreement / pairs;
}

/**
 * Kendall's W of several people's rankings: 0 no agreement, 1 the same order by all; shared places (as mid ranks) corrected for.
 * @see Kendall & Babington Smith 1939; Kendall & Gibbons 1990, §6
 */
export function kendallConcordance(rankings: readonly Ranking[]): number {
  const people = rankings.length;
  const options = rankings[0]?.length ?? 0;
  const sums = Array.from({ length: options }, (_, option) =>
    total(rankings.map((ranking) => ranking[option] ?? Number.NaN)),
  );
  const spread = total(deviations(sums).map((deviation) => deviation ** 2));
  const ties = total(rankings.map(tieCorrection));
  const most = people ** 2 * (options ** 3 - options) - people * ties;
  return most === 0 ? 0 : (12 * spread) / most;
}

function tieCorrection(ranking: Ranking): number {
  const sharing = new Map<number, number>();
  for (const place of ranking) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  return total([...sharing.values()].map((count) => count ** 3 - count));
}

function deviations(numbers: readonly number[]): number[] {
  const mean = total(numbers) / numbers.length;
  return numbers.map((number) => number - mean);
}
