import { expect, test } from "vitest";
import { seededNoise } from "../../test/seeded-noise.ts";
import { type InterruptionReading, readInterruption } from "./interrupted-series.ts";

/** Packs of cigarettes sold per head in California, 1970–2000; the tax rose in 1989 (Abadie, Diamond & Hainmueller 2010). */
const packs = [
  123, 121, 123.5, 124.4, 126.7, 127.1, 128, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4, 110.8, 104.8, 102.8, 99.7, 97.5,
  90.1, 82.4, 77.8, 68.7, 67.5, 63.4, 58.6, 56.4, 54.5, 53.8, 52.3, 47.2, 41.6,
];

function reading(values: readonly (number | null)[], since: number, lags = 0): InterruptionReading {
  const errors = lags > 0 ? { kind: "newey-west" as const, lags } : { kind: "autoregressive" as const };
  const result = readInterruption(values, since, "lower", { errors });
  if (result.kind !== "interruption") throw new Error("expected a reading");
  return result;
}

test("California's cigarette sales read as in Linden 2015 (Stata Journal 15, one lag)", () => {
  const result = reading(packs, 19, 1);
  const printed = ({ value, standardError }: { value: number; standardError: number }) =>
    `${value.toFixed(4)} (${standardError.toFixed(4)})`;
  expect([result.trendBefore, result.levelChange, result.trendChange].map(printed)).toEqual([
    "-1.7795 (0.3834)",
    "-20.0581 (4.7244)",
    "-1.4947 (0.4368)",
  ]);
  // Linden's line starts one point earlier than its data.
  expect((result.base.value - result.trendBefore.value).toFixed(4)).toBe("134.0053");
  expect(result.outcome).toBe("worked");
});

test("noise alone has seldom worked or done harm, and a real step nearly always has", () => {
  const runs = Array.from({ length: 60 }, (_, seed) => seededNoise(seed + 1, 60, 0.3));
  const judged = (size: number) =>
    runs.map(
      (noise) =>
        reading(
          noise.map((value, week) => value - (week >= 40 ? size : 0)),
          40,
        ).outcome,
    );
  const told = judged(0).filter((outcome) => outcome !== "no-effect-yet").length;
  expect(told / runs.length).toBeLessThanOrEqual(0.1);
  expect(judged(4).filter((outcome) => outcome === "worked").length / runs.length).toBeGreaterThanOrEqual(0.85);
  expect(judged(-4).filter((outcome) => outcome === "did-harm").length / runs.length).toBeGreaterThanOrEqual(0.85);
});

test("too few points before or since are too little data; without a wanted direction it has only changed", () => {
  expect(readInterruption(packs, 5, "lower")).toEqual({ kind: "too-little-data", have: 5, need: 8 });
  expect(readInterruption(packs, 29, "lower")).toEqual({ kind: "too-little-data", have: 2, need: 3 });
  expect(readInterruption(packs, 19, null)).toMatchObject({ outcome: "changed" });
});

test("few points before give a level line, which sees what a sloping one from them cannot", () => {
  const runs = Array.from({ length: 100 }, (_, seed) => seededNoise(seed + 1, 24, 0.2));
  const shareTold = (size: number, line: "sloping" | "weighed", slope = 0) =>
    runs.filter((noise) => {
      const values = noise.map((value, week) => value - slope * week - (week >= 12 ? size : 0));
      const result = readInterruption(values, 12, "lower", { line });
      return result.kind === "interruption" && result.outcome === "worked";
    }).length / runs.length;
  expect(shareTold(2.5, "weighed")).toBeGreaterThanOrEqual(0.5);
  expect(shareTold(2.5, "sloping")).toBeLessThanOrEqual(0.3);
  expect(shareTold(4, "weighed")).toBeGreaterThanOrEqual(0.85);
  expect(shareTold(0, "weighed")).toBeLessThanOrEqual(0.05);
  // A slope that twelve points show, and one that they hardly show, are not credited to what came after them.
  expect(shareTold(0, "weighed", 0.4)).toBeLessThanOrEqual(0.08);
  expect(shareTold(0, "weighed", 0.15)).toBeLessThanOrEqual(0.08);
  const four = readInterruption([5, 6, 5, 6, 2, 3, 2], 4, "lower", { line: "weighed" });
  expect(four).toMatchObject({ kind: "interruption", trendBefore: { value: 0 } });
  expect(readInterruption([5, 6, 5, 2, 3, 2], 3, "lower", { line: "weighed" })).toEqual({
    kind: "too-little-data",
    have: 3,
    need: 4,
  });
});
