import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { figureKinds } from "../../src/early-warning/simulator/figure-kinds.ts";
import { leversOf } from "../../src/early-warning/simulator/planted-pitfall.ts";
import { movedBy } from "../../src/early-warning/simulator/simulate-figures.ts";
import { type PitfallId, pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import { widenings } from "./baseline-methods.ts";
import { inWorkers, optionOf, percent } from "./bench-workers.ts";
import {
  type HealthyYear,
  liveHealthyYear,
  livePlanted,
  mixOf,
  type PlantedRun,
  sizeWithFloor,
  weeksBetween,
} from "./live-worlds.ts";

/**
 * `npm run bench:warnings [-- --worlds 60 --runs 20 --seed 0]`: what the alarm budget costs and what it sees, from
 * fixed seeds. Healthy partnership-years of 34 figures give the false alarms; every pitfall is planted at three sizes,
 * whose least possible delays are 10, 5 and 2 weeks, in proportions that differ by partnership. The other methods run on
 * the same worlds, widened until their false alarms are as many.
 */
const floors = { small: 10, medium: 5, large: 2 } as const;
type Size = keyof typeof floors;
type Task = {
  readonly worlds: readonly number[];
  readonly planted: readonly { pitfall: PitfallId; size: Size; seed: number }[];
};
type Done = {
  readonly healthy: readonly HealthyYear[];
  readonly planted: readonly { pitfall: PitfallId; size: Size; planted: number; run: PlantedRun }[];
};

function work({ worlds, planted }: Task): Done {
  return {
    healthy: worlds.map(liveHealthyYear),
    planted: planted.flatMap(({ pitfall, size, seed }) => {
      const mix = mixOf(pitfall, seed);
      const planted = sizeWithFloor(mix, floors[size], seed);
      return planted === null ? [] : [{ pitfall, size, planted, run: livePlanted(mix, planted, seed) }];
    }),
  };
}

async function main() {
  const [worlds, runs, from] = [optionOf("worlds", 60), optionOf("runs", 20), optionOf("seed", 0)];
  console.log(`Sizes are set by ${Math.round(weeksBetween)} weeks between false alarms of one looker.`);
  const seeds = (count: number) => Array.from({ length: count }, (_, at) => from + at + 1);
  const planted = pitfallIds.flatMap((pitfall) =>
    (Object.keys(floors) as Size[]).flatMap((size) =>
      seeds(runs).map((seed) => ({ pitfall, size, seed: 5000 + seed })),
    ),
  );
  const done = await inWorkers<Task, Done>(import.meta.url, (part) => ({
    worlds: part(seeds(worlds)),
    planted: part(planted),
  }));
  const equal = tellHealthy(done.flatMap(({ healthy }) => healthy));
  tellPlanted(
    done.flatMap((each) => each.planted),
    equal,
  );
}

/** False alarms a year, and for each other method the index of the widening with as many. */
function tellHealthy(years: readonly HealthyYear[]): Readonly<Record<string, number>> {
  const each = years.map(({ alarms }) => alarms);
  const rate = mean(each);
  const error = Math.sqrt(mean(each.map((count) => (count - rate) ** 2)) / years.length);
  const watches = mean(years.map((year) => year.watches));
  console.log(`\n### False alarms, ${years.length} healthy partnership-years of ${figureKinds.length} figures\n`);
  console.log("| what | a year | of the budget (4 a year) |\n|---|---|---|");
  console.log(`| alarms | ${rate.toFixed(2)} ± ${error.toFixed(2)} | ${(rate / 4).toFixed(2)} |`);
  console.log(`| watches and alarms | ${watches.toFixed(1)} | |`);
  const equal: Record<string, number> = {};
  for (const [method, first] of Object.entries(years[0]?.baselines ?? {})) {
    const rates = first.map((_, at) => mean(years.map(({ baselines }) => baselines[method]?.[at] ?? 0)));
    const at = rates.findIndex((each) => each <= rate);
    equal[method] = at < 0 ? rates.length - 1 : at;
    const widened = widenings[equal[method] ?? 0];
    console.log(`| ${method}, as it is used | ${(rates[0] ?? 0).toFixed(1)} | ${((rates[0] ?? 0) / 4).toFixed(1)} |`);
    console.log(`| ${method}, widened by ${widened} deviations | ${(rates[equal[method] ?? 0] ?? 0).toFixed(1)} | |`);
  }
  return equal;
}

function tellPlanted(all: Done["planted"], equal: Readonly<Record<string, number>>) {
  for (const size of Object.keys(floors) as Size[]) {
    console.log(`\n### ${size}: planted so that no method can be quicker than ${floors[size]} weeks on average\n`);
    console.log(
      "| pitfall | figures moved | size | 4 weeks | 8 weeks | 12 weeks | median delay | onset error, days | named first | four weeks later | monthly target | XmR rules |",
    );
    console.log("|---|---|---|---|---|---|---|---|---|---|---|---|");
    const medians: number[] = [];
    for (const pitfall of pitfallIds) {
      const runs = all.filter((each) => each.pitfall === pitfall && each.size === size);
      if (runs.length === 0) {
        console.log(`| ${pitfall} | | no size gives it | | | | | | | | | |`);
        continue;
      }
      const delays = runs.map(({ run }) => run.delay ?? Number.POSITIVE_INFINITY);
      const seen = runs.filter(({ run }) => run.delay !== null);
      const within = (weeks: number) => percent(delays.filter((delay) => delay <= weeks).length, runs.length);
      const other = (method: string) =>
        weeksText(
          median(runs.map(({ run }) => run.baselines[method]?.[equal[method] ?? 0] ?? Number.POSITIVE_INFINITY)),
        );
      medians.push(median(delays));
      const moved = figureKinds.filter((kind) => movedBy(kind, leversOf[pitfall] ?? {}) !== 0).length;
      const errors = seen.flatMap(({ run }) => run.onsetError ?? []);
      const named = percent(seen.filter(({ run }) => run.named === pitfall).length, seen.length);
      const later = percent(seen.filter(({ run }) => run.namedLater === pitfall).length, seen.length);
      console.log(
        `| ${pitfall} | ${moved} | ${mean(runs.map((run) => run.planted)).toFixed(2)} | ${within(4)} | ${within(8)} | ${within(12)} | ${weeksText(median(delays))} | ${errors.length === 0 ? "–" : median(errors)} | ${named} | ${later} | ${other("monthly target")} | ${other("XmR rules")} |`,
      );
    }
    console.log(
      `\nMedian of the medians: ${weeksText(median(medians))} weeks, ${(median(medians) / floors[size]).toFixed(2)} of the floor. ${namedWords(all.filter((each) => each.size === size))}`,
    );
  }
}

function namedWords(runs: Done["planted"]): string {
  const seen = runs.filter(({ run }) => run.delay !== null);
  const share = (named: (run: PlantedRun) => string | null) =>
    percent(seen.filter(({ pitfall, run }) => named(run) === pitfall).length, seen.length);
  const soon = runs.filter(({ run }) => run.delay !== null && run.delay <= 12).length;
  return `Of all ${runs.length}, ${percent(soon, runs.length)} are seen within 12 weeks; of the ${seen.length} seen, ${share(({ named }) => named)} are named first at once and ${share(({ namedLater }) => namedLater)} four weeks later.`;
}

function weeksText(weeks: number): string {
  return Number.isFinite(weeks) ? String(weeks) : "> 30";
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

if (isMainThread) await main();
else parentPort?.postMessage(work(workerData as Task));
