import { cpus } from "node:os";
import { exampleCase } from "../src/governance/business-case/example-case.ts";
import { workOutBusinessCase } from "../src/governance/business-case/work-out-business-case.ts";

/** 100,000 draws of a 60-month case with 23 inputs, all of the forecast included: median of five runs after one to warm up. */
const made = exampleCase();
const [draws, runs] = [100_000, 5];
const taken = Array.from({ length: runs + 1 }, (_, run) => {
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const forecast = workOutBusinessCase(made, { seed: run, draws });
  if (forecast.kind !== "forecast") throw new Error(forecast.because);
  const { user, system } = process.cpuUsage(spent);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}).slice(1);
const median = (of: "wall" | "cpu") => taken.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
const figures = `${median("wall").toFixed(2)} s, of processor ${median("cpu").toFixed(2)} s`;
process.stdout.write(
  `business case, ${draws} draws × ${made.months} months, ${cpus()[0]?.model ?? "?"}: median of ${runs}: ${figures} (bar: 2 s)\n`,
);
