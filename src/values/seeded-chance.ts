import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { textHash } from "./text-hash.ts";

/** Seeded chance: the same seed gives the same draws on every machine. */
export type Chance = {
  /** in [0, 1) */
  uniform(): number;
  /** mean 0, deviation 1 */
  normal(): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  is(probability: number): boolean;
  pick<T>(options: readonly T[]): T;
  /** whole number from `least` to `most`, both possible */
  whole(least: number, most: number): number;
  /** a stream of its own, so that what is drawn there moves nothing here */
  split(name: string): Chance;
};

export function seededChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed | 0);
  const uniform = () => uniformFloat64(generator);
  const exponential = (mean: number) => -mean * Math.log(1 - uniform());
  // Box and Muller 1958; one of the pair is enough here.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    exponential,
    poisson: (mean) =>
      mean > 60 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : countArrivals(mean, exponential),
    is: (probability) => uniform() < probability,
    pick: (options) => pickOne(options, uniform()),
    whole: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
    split: (name) => seededChance(hashOf(`${seed}/${name}`)),
  };
}

function countArrivals(mean: number, exponential: (mean: number) => number): number {
  if (mean <= 0) return 0;
  let arrivals = 0;
  for (let at = exponential(1); at < mean; at += exponential(1)) arrivals += 1;
  return arrivals;
}

function pickOne<T>(options: readonly T[], at: number): T {
  const option = options[Math.floor(at * options.length)];
  if (option === undefined) throw new RangeError("there is nothing to pick from");
  return option;
}

/**
 * FNV-1a, 32 bits, with the finaliser of MurmurHash3: names that differ in their last letter alone (one day and the next)
 * would otherwise give seeds in a line, and the first draws of their streams with them.
 */
function hashOf(text: string): number {
  let hash = textHash(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
