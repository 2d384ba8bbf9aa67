import { cpus } from "node:os";
import { acceptabilityOf, type Measurement } from "../src/decision-analysis/acceptability.ts";
import { seededChance } from "../src/values/seeded-chance.ts";

/** 100,000 draws of SMAA-2 on 20 options × 15 criteria: medians of five runs, by how the figures are known. */
const [options, criteria, draws, runs] = [20, 15, 100_000, 5];
const figure = seededChance(1);

const kinds: Readonly<Record<string, () => Measurement>> = {
  exact: () => figure.uniform(),
  between: () => ({ kind: "between", low: figure.uniform() / 2, high: 0.5 + figure.uniform() / 2 }),
  normal: () => ({ kind: "normal", mean: figure.uniform(), deviation: 0.1 }),
};

process.stdout.write(`SMAA-2, ${draws} draws, ${options} options × ${criteria} criteria, ${cpus()[0]?.model ?? "?"}\n`);
for (const [kind, draw] of Object.entries(kinds)) {
  const values = Array.from({ length: options }, () => Array.from({ length: criteria }, draw));
  const taken = Array.from({ length: runs }, (_, run) => {
    const [start, spent] = [performance.now(), process.cpuUsage()];
    acceptabilityOf({ values, weights: { kind: "any" }, draws, chance: seededChance(run) });
    return { wall: (performance.now() - start) / 1000, cpu: process.cpuUsage(spent).user / 1e6 };
  });
  const median = (of: "wall" | "cpu") => taken.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const figures = `${median("wall").toFixed(2)} s, of processor ${median("cpu").toFixed(2)} s`;
  process.stdout.write(`figures ${kind.padEnd(8)} median of ${runs}: ${figures}\n`);
}
