import { seededChance } from "../src/values/seeded-chance.ts";

/** Normal noise with variance 1 and the given lag-one autocorrelation, the same for the same seed. */
export function seededNoise(seed: number, count: number, autocorrelation: number): readonly number[] {
  const chance = seededChance(seed).split("noise");
  const values = [chance.normal()];
  for (let index = 1; index < count; index += 1) {
    values.push(autocorrelation * (values[index - 1] ?? 0) + Math.sqrt(1 - autocorrelation ** 2) * chance.normal());
  }
  return values;
}
