import { expect, test } from "vitest";
import { seededChance } from "../values/seeded-chance.ts";
import { type DensityJump, findDensityJump } from "./density-jump.ts";

const limit = 14_400;

/** Resolution times in seconds, log-normal around three hours; some of those just late are called in time instead. */
function resolutions(seed: number, count: number, moved: number): readonly number[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, () => {
    const time = Math.exp(Math.log(10_800) + 0.6 * chance.normal());
    const isJustLate = time > limit && time < limit + 2400;
    return isJustLate && chance.is(moved) ? limit - 900 * chance.uniform() : time;
  });
}

function jump(values: readonly number[], resolution?: number): DensityJump {
  const result = findDensityJump(values, limit, resolution);
  if (result.kind !== "density-jump") throw new Error("expected a reading");
  return result;
}

test("smooth durations show a jump no more often than the chance it states", () => {
  const runs = Array.from({ length: 200 }, (_, seed) => jump(resolutions(seed + 1, 1500, 0)));
  const alarmed = (level: number) => runs.filter((run) => run.chance < level).length / runs.length;
  expect(alarmed(0.05)).toBeLessThanOrEqual(0.1);
  expect(alarmed(0.01)).toBeLessThanOrEqual(0.03);
});

test("a third of the just late called in time shows as bunching inside the limit", () => {
  const runs = Array.from({ length: 50 }, (_, seed) => jump(resolutions(seed + 1, 4000, 0.35)));
  const seen = runs.filter((run) => run.logRatio > 0 && run.chance < 0.01).length;
  expect(seen / runs.length).toBeGreaterThanOrEqual(0.9);
  expect(runs[0]?.inside).toBeGreaterThan(runs[0]?.outside ?? 0);
});

test("whole minutes are no reason for a jump when the step is given, and the limit itself is inside", () => {
  const runs = Array.from({ length: 100 }, (_, seed) =>
    jump(
      resolutions(seed + 1, 1500, 0).map((time) => Math.ceil(time / 60) * 60),
      60,
    ),
  );
  expect(runs.filter((run) => run.chance < 0.05).length / runs.length).toBeLessThanOrEqual(0.1);
  expect(runs.every((run) => Number.isInteger(run.binWidth / 60))).toBe(true);
});

test("nobody late at all, or too few near the limit, is too little data", () => {
  expect(
    findDensityJump(
      resolutions(1, 500, 0).filter((time) => time <= limit),
      limit,
    ).kind,
  ).toBe("too-little-data");
  expect(findDensityJump([1, 2, 3], 2)).toEqual({ kind: "too-little-data", have: 1, need: 30 });
});
