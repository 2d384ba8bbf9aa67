import { cpus } from "node:os";
import { changePointWorkspace } from "../src/early-warning/change-point-workspace.ts";
import { findChangePoints } from "../src/early-warning/change-points.ts";
import { seededNoise } from "../test/seeded-noise.ts";

/**
 * Change points of 10,000 series of 156 weeks, from fixed seeds: healthy ones, steps, creeps, waves and lone shocks in equal
 * parts. 1,000 are timed five times after one to warm up; the median is told for 10,000.
 */
const [weeks, timed, told, runs] = [156, 1_000, 10_000, 5];
const shapes: readonly ((week: number) => number)[] = [
  () => 0,
  (week) => (week >= 104 ? -3 : 0),
  (week) => -0.2 * Math.max(0, week - 90),
  (week) => 2 * Math.sin((week * 2 * Math.PI) / 52),
  (week) => (week === 40 ? 12 : 0),
];
const series = Array.from({ length: timed }, (_, seed) =>
  seededNoise(seed + 1, weeks, [0, 0.2, 0.4][seed % 3] ?? 0).map(
    (value, week) => value + (shapes[seed % shapes.length]?.(week) ?? 0),
  ),
);
const workspace = changePointWorkspace();
const taken = Array.from({ length: runs + 1 }, () => {
  const [start, spent] = [performance.now(), process.cpuUsage()];
  for (const values of series) findChangePoints(values, workspace);
  const { user, system } = process.cpuUsage(spent);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}).slice(1);
const median = (of: "wall" | "cpu") =>
  ((taken.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0) * told) / timed;
process.stdout.write(
  `change points, ${told} series of ${weeks} weeks, ${cpus()[0]?.model ?? "?"}: ${median("wall").toFixed(1)} s, of processor ${median("cpu").toFixed(1)} s (bar: 5 s)\n`,
);
