import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { type PitfallId, pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import { inWorkers, optionOf, percent } from "./bench-workers.ts";
import { endOfWeek, livePlanted, mixOf, plantedWorld, settledWeeks, sizeWithFloor } from "./live-worlds.ts";
import { nameByBound } from "./name-bound.ts";

/**
 * `npm run bench:names [-- --runs 12 --seed 0 --floor 5]`: how often the right name is given at the first alarm and four
 * weeks later, beside how often it is given by somebody who knows what nobody can (`name-bound.ts`), and how often
 * names are right that were given so much chance.
 */
type Task = readonly { readonly pitfall: PitfallId; readonly seed: number; readonly floor: number }[];
type Named = {
  readonly pitfall: PitfallId;
  readonly named: PitfallId | null;
  readonly chance: number | null;
  readonly namedLater: PitfallId | null;
  readonly bound: PitfallId;
  readonly boundLater: PitfallId;
};

function work(task: Task): readonly Named[] {
  return task.flatMap(({ pitfall, seed, floor }) => {
    const mix = mixOf(pitfall, seed);
    const size = sizeWithFloor(mix, floor, seed);
    if (size === null) return [];
    const { week, named, chance, namedLater } = livePlanted(mix, size, seed);
    if (week === null) return [];
    const { from, world, figures } = plantedWorld(mix, size, seed);
    const candidates = pitfallIds.filter((id) => id === pitfall || !askedWhereItIs.includes(id));
    const { autocorrelation } = world.noise;
    const boundAt = (at: number) =>
      nameByBound(figures, { from, asOf: endOfWeek(at), autocorrelation, candidates, seed, floorWeeks: floor });
    return [{ pitfall, named, chance, namedLater, bound: boundAt(week), boundLater: boundAt(week + settledWeeks) }];
  });
}

/** The bound is told that these are out of the question where they are not planted. */
const askedWhereItIs: readonly PitfallId[] = ["scaling-too-fast", "selection-red-flags"];

async function main() {
  const [runs, from, floor] = [optionOf("runs", 12), optionOf("seed", 0), optionOf("floor", 5)];
  const tasks = pitfallIds.flatMap((pitfall) =>
    Array.from({ length: runs }, (_, at) => ({ pitfall, seed: 5000 + from + at + 1, floor })),
  );
  const done = await inWorkers<Task, readonly Named[]>(import.meta.url, (part) => part(tasks));
  tell(done.flat());
}

function tell(all: readonly Named[]) {
  console.log("| pitfall | seen | named at once | could be | four weeks later | could be | named instead |");
  console.log("|---|---|---|---|---|---|---|");
  for (const pitfall of pitfallIds) {
    const runs = all.filter((each) => each.pitfall === pitfall);
    const wrong = runs.flatMap(({ named }) => (named === null || named === pitfall ? [] : [named]));
    const names = [...new Set(wrong)].map((id) => {
      const count = wrong.filter((each) => each === id).length;
      return count === 1 ? id : `${id} (${count})`;
    });
    console.log(`| ${pitfall} | ${runs.length} | ${shares(runs).join(" | ")} | ${names.join(", ")} |`);
  }
  console.log(`| **all** | ${all.length} | ${shares(all).join(" | ")} | |`);
  console.log("\n| chance given to the name | runs | mean chance | right |\n|---|---|---|---|");
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.9],
    [0.9, 1.01],
  ] as const) {
    const runs = all.filter(({ chance }) => chance !== null && chance >= low && chance < high);
    const given = runs.reduce((sum, { chance }) => sum + (chance ?? 0), 0);
    const right = percent(runs.filter(({ named, pitfall }) => named === pitfall).length, runs.length);
    const stretch = `${100 * low} to ${Math.min(100, Math.round(100 * high))} %`;
    console.log(`| ${stretch} | ${runs.length} | ${percent(given, runs.length)} | ${right} |`);
  }
}

function shares(runs: readonly Named[]): readonly string[] {
  return (["named", "bound", "namedLater", "boundLater"] as const).map((key) =>
    percent(runs.filter((each) => each[key] === each.pitfall).length, runs.length),
  );
}

if (isMainThread) await main();
else parentPort?.postMessage(work(workerData as Task));
