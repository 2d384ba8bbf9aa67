import fc from "fast-check";
import { expect, test } from "vitest";
import { seededNoise } from "../../test/seeded-noise.ts";
import { joined, likelyCuts, nearby } from "./likely-cuts.ts";
import { everyPlace, optimalPartition, settledBy } from "./optimal-partition.ts";
import { segmentEvidence, stretchSums } from "./segment-evidence.ts";

test("a short series may be cut anywhere", () => {
  expect([...likelyCuts([3, 1, 2])]).toEqual([0, 1, 2, 3]);
});

test("of a long series the steps are among the likely cuts, with its ends, and few besides", () => {
  const noise = seededNoise(3, 156, 0);
  const cuts = [...likelyCuts(noise.map((value, week) => value + (week >= 61 ? 8 : 0) - (week >= 104 ? 8 : 0)))];
  expect(cuts).toEqual(expect.arrayContaining([0, 61, 104, 156]));
  expect(cuts.length).toBeLessThan(40);
  expect(cuts).toEqual([...cuts].sort((a, b) => a - b));
});

test("places join to each place once, and a neighbourhood stays within the series", () => {
  expect([...joined([0, 9], [4, 4], [9, 2])]).toEqual([0, 2, 4, 9]);
  expect(nearby(1, 20, 2)).toEqual([0, 1, 2, 3]);
  expect(nearby(19, 20, 2)).toEqual([17, 18, 19, 20]);
});

test("costs left out for being too high to matter change no partition", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 8, max: 60 }),
      fc.constantFrom(0, 0.25, 0.5),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      (seed, count, autocorrelation, variance) => {
        const values = seededNoise(seed, count, autocorrelation).map((value, at) => value + (at > count / 2 ? 3 : 0));
        const evidence = segmentEvidence(stretchSums(values, autocorrelation), variance);
        const places = everyPlace(count);
        const all = optimalPartition(places, settledBy(places, 3, evidence.costOf), 4);
        const bounded = optimalPartition(places, evidence.settledAmong(places, 3), 4);
        expect(bounded.cost).toBeCloseTo(all.cost, 8);
        expect(bounded.stretches).toEqual(all.stretches);
      },
    ),
    { numRuns: 60 },
  ));
