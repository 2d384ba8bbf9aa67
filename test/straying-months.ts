import type { Passed } from "../src/early-warning/period-end-share.ts";
import type { Chance } from "../src/values/seeded-chance.ts";

/** How a share of about 92 % strays, in logits: by month, by week, and how much a week remembers of the one before. */
export type Straying = { readonly month: number; readonly week: number; readonly memory: number };

/** Months of four weeks of about so many items each. */
export function strayingMonths(chance: Chance, count: number, straying: Straying, items: number): Passed[][] {
  const { month, week, memory } = straying;
  let level = week * chance.normal();
  return Array.from({ length: count }, () => {
    const ofMonth = month * chance.normal();
    return Array.from({ length: 4 }, () => {
      level = memory * level + Math.sqrt(1 - memory ** 2) * week * chance.normal();
      const share = 1 / (1 + Math.exp(-2.4 - ofMonth - level));
      const of = chance.poisson(items);
      return { good: Array.from({ length: of }, () => chance.is(share)).filter(Boolean).length, of };
    });
  });
}

/** Several weeks or months as one. */
export function allOf(weeks: readonly Passed[]): Passed {
  return {
    good: weeks.reduce((sum, { good }) => sum + good, 0),
    of: weeks.reduce((sum, { of }) => sum + of, 0),
  };
}
