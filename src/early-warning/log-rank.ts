import type { TooLittleData } from "../values/share.ts";
import { chiSquaredTail } from "./chi-squared.ts";
import { type Lifetime, riskSets } from "./lifetime.ts";
import { solveSymmetric } from "./symmetric-matrix.ts";

/** Whether groups end at different rates. Observed and expected ends are in the order of the groups given. */
export type SurvivalComparison = {
  readonly kind: "comparison";
  readonly observed: readonly number[];
  /** ends that each group would have had, were the rates the same */
  readonly expected: readonly number[];
  readonly chiSquared: number;
  readonly degrees: number;
  /** chance of a difference this large when the rates are the same */
  readonly chance: number;
};

/**
 * Log-rank test of two or more groups.
 * @returns too little data when no end is seen while two groups are at risk
 * @see Mantel 1966; Peto & Peto 1972
 */
export function compareSurvival(groups: readonly (readonly Lifetime[])[]): SurvivalComparison | TooLittleData {
  const ends = riskSets(groups.flat()).filter((set) => set.events > 0);
  const sets = groups.map((group) =>
    atTimes(
      group,
      ends.map((set) => set.time),
    ),
  );
  const observed = sets.map((rows) => rows.reduce((total, row) => total + row.events, 0));
  const expected = groups.map(() => 0);
  const degrees = groups.length - 1;
  const covariance = Array.from({ length: degrees }, () => new Array<number>(degrees).fill(0));
  ends.forEach(({ atRisk, events }, time) => {
    const shares = sets.map((rows) => (rows[time]?.atRisk ?? 0) / atRisk);
    shares.forEach((share, group) => {
      expected[group] = (expected[group] ?? 0) + events * share;
    });
    const spread = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
    for (const [row, line] of covariance.entries()) {
      for (let column = 0; column < degrees; column += 1) {
        const joint = (row === column ? (shares[row] ?? 0) : 0) - (shares[row] ?? 0) * (shares[column] ?? 0);
        line[column] = (line[column] ?? 0) + spread * joint;
      }
    }
  });
  const excess = observed.slice(0, degrees).map((count, group) => count - (expected[group] ?? 0));
  const solved = solveSymmetric(covariance, excess);
  if (solved === null || degrees === 0) return { kind: "too-little-data", have: ends.length, need: ends.length + 1 };
  const chiSquared = excess.reduce((total, value, group) => total + value * (solved.solution[group] ?? 0), 0);
  return { kind: "comparison", observed, expected, chiSquared, degrees, chance: chiSquaredTail(chiSquared, degrees) };
}

/** One group's risk at the times when anybody's ended. */
function atTimes(group: readonly Lifetime[], times: readonly number[]) {
  const gone = group.map((lifetime) => lifetime.time).sort((a, b) => a - b);
  const entries = group.map((lifetime) => lifetime.entry ?? -Infinity).sort((a, b) => a - b);
  const ends = new Map<number, number>();
  for (const { time, hasEnded } of group) if (hasEnded) ends.set(time, (ends.get(time) ?? 0) + 1);
  let left = 0;
  let entered = 0;
  return times.map((time) => {
    while (left < gone.length && (gone[left] ?? Infinity) < time) left += 1;
    while (entered < entries.length && (entries[entered] ?? Infinity) < time) entered += 1;
    return { atRisk: entered - left, events: ends.get(time) ?? 0 };
  });
}
