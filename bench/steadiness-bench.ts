import { leversOf } from "../src/early-warning/simulator/planted-pitfall.ts";
import { simulateFigures } from "../src/early-warning/simulator/simulate-figures.ts";
import { findSignals } from "../src/pitfalls/judge-pitfalls.ts";
import { pitfallIds } from "../src/pitfalls/pitfall-definition.ts";
import { type Said, standingFindings } from "../src/pitfalls/standing-findings.ts";
import { addDays } from "../src/values/time.ts";
import { recordWith } from "../test/pitfalls/complete-record.ts";
import { readingsAt } from "./warnings/figure-readings.ts";
import { mixOf, sizeWithFloor } from "./warnings/live-worlds.ts";

/**
 * How often findings come and go in a year of simulated partnerships, by each date alone and with the weeks before it.
 * `node bench/steadiness-bench.ts [healthy years, 12] [planted years, 24]`
 */
const [healthyYears = 12, plantedYears = 24] = process.argv.slice(2).map(Number);
const firstMonday = "2023-01-02";
const [historyWeeks, watchedWeeks, warmUp] = [104, 52, 5];
const record = recordWith({ "contract.signed": firstMonday, "contract.starts": firstMonday });
const noise = { weekly: 0.15, autocorrelation: 0.2, common: 0.1, season: 0.1, shock: 0.01, shockSize: 0.5, missing: 0 };

type Planted = Parameters<typeof simulateFigures>[0]["planted"];

function yearOf(seed: number, planted: Planted): readonly Said[] {
  const volume = [0.3, 1, 3][seed % 3] ?? 1;
  const weeks = historyWeeks + watchedWeeks;
  const figures = simulateFigures({ seed, from: firstMonday, weeks, planted, volume, noise });
  return Array.from({ length: watchedWeeks + warmUp }, (_, at) => {
    const asOf = addDays(firstMonday, 7 * (historyWeeks - warmUp + at) + 6);
    const nothing = { serviceLevels: [], reconciliations: [], sources: [] };
    return { asOf, pitfalls: findSignals({ record, asOf, kpis: readingsAt(figures, asOf), ...nothing }) };
  });
}

const none = { raised: 0, alarms: 0, cleared: 0, lowered: 0, told: 0, alarmed: 0 };

/** Changes of the watched weeks, and weeks in which a finding was told or an alarm stood. */
function changesOf(said: readonly Said[]): typeof none {
  const changes = { ...none };
  let before = new Map<string, string>();
  for (const [at, { pitfalls }] of said.entries()) {
    const now = new Map(pitfalls.findings.map(({ id, state }) => [id, state]));
    if (at >= warmUp) {
      for (const [id, state] of now) {
        changes.told += 1;
        if (state === "alarm") changes.alarmed += 1;
        if (!before.has(id)) changes.raised += 1;
        if (state === "alarm" && before.get(id) !== "alarm") changes.alarms += 1;
        if (state === "watch" && before.get(id) === "alarm") changes.lowered += 1;
      }
      changes.cleared += [...before.keys()].filter((id) => !now.has(id)).length;
    }
    before = now;
  }
  return changes;
}

function tell(name: string, years: readonly (readonly Said[])[]): void {
  const alone = years.map(changesOf);
  const standing = years.map((said) =>
    changesOf(said.map(({ asOf }, at) => ({ asOf, pitfalls: standingFindings(said.slice(0, at + 1)) }))),
  );
  for (const [how, all] of [
    ["by each date alone", alone],
    ["as it stands", standing],
  ] as const) {
    const mean = (key: keyof typeof none) => all.reduce((sum, one) => sum + one[key], 0) / all.length;
    const figures = Object.keys(none).map((key) => `${key} ${mean(key as keyof typeof none).toFixed(1)}`);
    console.log(`${name}, ${years.length} years, ${how}: ${figures.join(", ")}`);
  }
}

const range = (count: number) => Array.from({ length: count }, (_, at) => at);
tell(
  "healthy",
  range(healthyYears).map((at) => yearOf(7001 + at, [])),
);
const movable = pitfallIds.filter((id) => Object.keys(leversOf[id] ?? {}).length > 0 && id !== "scaling-too-fast");
tell(
  "planted, medium size",
  range(plantedYears).flatMap((at) => {
    const seed = 8001 + at;
    const mix = mixOf(movable[at % movable.length] ?? "quality-decline", seed);
    const size = sizeWithFloor(mix, 5, seed);
    const from = addDays(firstMonday, 7 * historyWeeks);
    return size === null ? [] : [yearOf(seed, [{ ...mix, from, size, creepDays: 0 }])];
  }),
);
