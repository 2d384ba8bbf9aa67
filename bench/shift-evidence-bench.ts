import type { FigureStream } from "../src/early-warning/shift-evidence/figure-stream.ts";
import { weighShift } from "../src/early-warning/shift-evidence/shift-evidence.ts";
import { seededNoise } from "../test/seeded-noise.ts";

/**
 * Evidence of a lasting change in 10,000 series of 156 weeks, from fixed seeds: shares of 200 items, half of them steady, half
 * with a fall. 1,000 are timed five times after one to warm up; the median is told for 10,000.
 */
const [weeks, timed, told, runs, of] = [156, 1_000, 10_000, 5, 200];
const streams = Array.from({ length: timed }, (_, seed): FigureStream => {
  const noise = seededNoise(seed + 1, weeks, [0, 0.2, 0.4][seed % 3] ?? 0);
  const points = noise.map((value, week) => {
    const share = 0.85 + 0.025 * value - (seed % 2 === 1 && week >= 144 ? 0.05 : 0);
    const count = Math.round(of * Math.min(1, Math.max(0, share)));
    return { day: 20_000 + 7 * week, value: count / of, count, of };
  });
  return { kind: "share", worse: "down", proportional: false, points };
});
const taken = Array.from({ length: runs + 1 }, () => {
  const [start, before] = [performance.now(), process.cpuUsage()];
  for (const stream of streams) weighShift(stream);
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}).slice(1);
const median = (which: "wall" | "processor") =>
  ((taken.map((run) => run[which]).sort((a, b) => a - b)[runs >> 1] ?? 0) * told) / timed;
process.stdout.write(
  `evidence of a change, ${told} series of ${weeks} weeks: ${median("wall").toFixed(1)} s, of processor ${median("processor").toFixed(1)} s (bar: 5 s)\n`,
);
