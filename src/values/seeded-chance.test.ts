import { expect, test } from "vitest";
import { seededChance } from "./seeded-chance.ts";
import { addDays } from "./time.ts";

const days = Array.from({ length: 364 }, (_, index) => addDays("2025-01-01", index));

/** Variance over mean of the counts of each stretch of days, over many seeds; 1 for Poisson counts. */
function dispersion(mean: number, stretch: number): number {
  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
  const each = seeds.map((seed) => {
    const chance = seededChance(seed).split("dealings");
    const counts = new Array<number>(Math.floor(days.length / stretch)).fill(0);
    for (const [index, day] of days.entries()) {
      const at = Math.floor(index / stretch);
      if (at < counts.length) counts[at] = (counts[at] ?? 0) + chance.split(`ideas ${day}`).poisson(mean);
    }
    const middle = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - middle) ** 2, 0) / (counts.length - 1) / middle;
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

test("streams named by one day and the next are as independent as chance", () => {
  for (const mean of [0.1, 0.8, 2.2])
    for (const stretch of [7, 28])
      expect(Math.abs(dispersion(mean, stretch) - 1), `${mean} ${stretch}`).toBeLessThan(0.12);
});

test("a stream is the same whatever was drawn beside it", () => {
  const chance = seededChance(7);
  const first = chance.split("surveys").uniform();
  chance.uniform();
  expect(chance.split("surveys").uniform()).toBe(first);
  expect(chance.split("reviews").uniform()).not.toBe(first);
});
