import { chiSquaredTail } from "./chi-squared.ts";

/**
 * Kendall's tau-b of two rankings or measurements of the same things: 1 same order, −1 reversed; ties allowed.
 * Null when one of them ties everything.
 * @see Kendall 1945
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number | null {
  let balance = 0;
  let untiedFirst = 0;
  let untiedSecond = 0;
  first.forEach((a, index) => {
    for (let other = index + 1; other < first.length; other += 1) {
      const one = Math.sign(a - (first[other] ?? a));
      const two = Math.sign((second[index] ?? 0) - (second[other] ?? 0));
      balance += one * two;
      untiedFirst += Math.abs(one);
      untiedSecond += Math.abs(two);
    }
  });
  const scale = Math.sqrt(untiedFirst * untiedSecond);
  return scale === 0 ? null : balance / scale;
}

/** How far several judges put the same things in the same order. */
export type Concordance = {
  /** Kendall's W: 1 all agree, 0 no agreement */
  readonly agreement: number;
  readonly chiSquared: number;
  /** chance of this much agreement from judges who rank at random; rough below seven things ranked */
  readonly chance: number;
};

/**
 * Kendall's W over judges, each giving every thing a rank or a score (low first); ties share their mean rank.
 * Null for fewer than two judges or things, or when every judge ties everything.
 * @see Kendall & Babington Smith 1939
 */
export function kendallConcordance(judges: readonly (readonly number[])[]): Concordance | null {
  const things = judges[0]?.length ?? 0;
  if (judges.length < 2 || things < 2) return null;
  const ranked = judges.map(meanRanks);
  const sums = Array.from({ length: things }, (_, thing) =>
    ranked.reduce((total, { ranks }) => total + (ranks[thing] ?? 0), 0),
  );
  const middle = (judges.length * (things + 1)) / 2;
  const spread = sums.reduce((total, value) => total + (value - middle) ** 2, 0);
  const ties = ranked.reduce((total, { tieTerm }) => total + tieTerm, 0);
  const most = (judges.length ** 2 * (things ** 3 - things) - judges.length * ties) / 12;
  if (most <= 0) return null;
  const agreement = spread / most;
  const chiSquared = judges.length * (things - 1) * agreement;
  return { agreement, chiSquared, chance: chiSquaredTail(chiSquared, things - 1) };
}

/** Ranks from 1, tied values sharing their mean; the tie term sums t³ − t over groups of t. */
function meanRanks(values: readonly number[]): { readonly ranks: readonly number[]; readonly tieTerm: number } {
  let tieTerm = 0;
  const ranks = values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    tieTerm += same ** 2 - 1;
    return below + (same + 1) / 2;
  });
  return { ranks, tieTerm };
}
