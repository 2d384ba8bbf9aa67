import type { Chance } from "../../values/seeded-chance.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Noise } from "./world.ts";

/** The level of one KPI above or below its mean in each week, in logits: chance that lingers, and rare shocks. */
export type WeeklyLevel = (day: PlainDate) => number;

/** A first-order autoregression over weeks with the world's deviation and correlation. */
export function weeklyLevel(chance: Chance, noise: Noise, from: PlainDate, to: PlainDate): WeeklyLevel {
  const weeks = Math.ceil((daysBetween(from, to) + 1) / 7) + 1;
  const innovation = noise.weekly * Math.sqrt(1 - noise.autocorrelation ** 2);
  const levels: number[] = [];
  let level = noise.weekly * chance.normal();
  for (let week = 0; week < weeks; week += 1) {
    const shock = chance.is(noise.shock) ? -4 * noise.weekly : 0;
    levels.push(level + shock);
    level = noise.autocorrelation * level + innovation * chance.normal();
  }
  return (day) => levels[Math.floor(daysBetween(from, day) / 7)] ?? 0;
}

/** Chance after a shift in logits. */
export function shifted(chance: number, logits: number): number {
  return 1 / (1 + ((1 - chance) / chance) * Math.exp(-logits));
}

/** Every day from the first to the last, both in. */
export function daysOf(from: PlainDate, to: PlainDate): PlainDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}
