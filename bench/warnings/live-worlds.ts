import { shareAlarmBudget } from "../../src/early-warning/shift-evidence/alarm-budget.ts";
import { figureKinds } from "../../src/early-warning/simulator/figure-kinds.ts";
import { type Levers, leversOf } from "../../src/early-warning/simulator/planted-pitfall.ts";
import {
  type FigureNoise,
  type FigureWorld,
  informationAWeek,
  movedBy,
  simulateFigures,
} from "../../src/early-warning/simulator/simulate-figures.ts";
import { PitfallId, pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import type { SignalInput } from "../../src/pitfalls/signal-input.ts";
import { weighPitfalls } from "../../src/pitfalls/signals/figures/pitfall-evidence.ts";
import type { PitfallChange } from "../../src/pitfalls/signals/figures/tell-changes.ts";
import { untoldPitfalls } from "../../src/pitfalls/signals/told-only-if.ts";
import { keptWeeks } from "../../src/pitfalls/standing-findings.ts";
import { seededChance } from "../../src/values/seeded-chance.ts";
import { addDays, daysBetween, type PlainDate } from "../../src/values/time.ts";
import { recordWith } from "../../test/pitfalls/complete-record.ts";
import { firstBaselineAlarms } from "./baseline-methods.ts";
import { readingsAt } from "./figure-readings.ts";

const firstMonday = "2023-01-02";
const historyWeeks = 104;
const watchedWeeks = 52;
const longestWait = 30;

const easterMondays = ["2023-04-10", "2024-04-01", "2025-04-21", "2026-04-06"];
/** Days on which nothing comes in: the weeks of Christmas, Easter, and single days between. */
const daysOff = [2023, 2024, 2025, 2026].flatMap((year, at) => [
  ...["01-01", "01-02", "05-01", "12-25", "12-26", "12-27", "12-28", "12-29", "12-31"].map((day) => `${year}-${day}`),
  ...(easterMondays[at] === undefined ? [] : [addDays(easterMondays[at], -3), easterMondays[at]]),
]);
const evenYear = { december: 0, summer: 0, daysOff: [], short: 0 };
const calm = { weekly: 0.1, autocorrelation: 0.2, common: 0.1, season: 0, shock: 0, shockSize: 0, missing: 0 };

/** Noise as varied as the field's: each world draws one. */
const noises: readonly FigureNoise[] = [
  { weekly: 0.05, autocorrelation: 0, common: 0, season: 0, shock: 0, shockSize: 0, missing: 0 },
  { weekly: 0.15, autocorrelation: 0.2, common: 0, season: 0, shock: 0.02, shockSize: 0.8, missing: 0.02 },
  { weekly: 0.2, autocorrelation: 0.4, common: 0, season: 0.1, shock: 0, shockSize: 0, missing: 0 },
  { weekly: 0.1, autocorrelation: 0.2, common: 0.3, season: 0.1, shock: 0.02, shockSize: 0.5, missing: 0.05 },
  { weekly: 0.25, autocorrelation: 0.1, common: 0.1, season: 0, shock: 0.03, shockSize: 1, missing: 0 },
  { weekly: 0.1, autocorrelation: 0.1, common: 0, season: 0.3, shock: 0, shockSize: 0, missing: 0 },
  { ...calm, year: { ...evenYear, december: 0.5, daysOff, short: 0.2 } },
  { ...calm, year: { ...evenYear, summer: 0.4, daysOff, short: 0.5 } },
];
const volumes = [0.3, 1, 3] as const;

function worldOf(seed: number, planted: FigureWorld["planted"] = [], weeks = historyWeeks + watchedWeeks): FigureWorld {
  return {
    ...{ seed, from: firstMonday, weeks, planted },
    volume: volumes[seed % volumes.length] ?? 1,
    noise: noises[Math.floor(seed / volumes.length) % noises.length] ?? healthyNoise,
  };
}
const healthyNoise = noises[1] as FigureNoise;

/** The levels of the record's own that are simulated beside the standard metrics. */
const within = { from: "opened_at", share_of: "work_items", better: "higher", every: "week" };
const recordSince = (starts: string) =>
  recordWith({
    "metrics.answered-in-time": { ...within, within: "4h of support-hours", to: "first_responded_at" },
    "metrics.resolved-in-time": { ...within, within: "16h of support-hours", to: "resolved_at" },
    ...{ "contract.signed": starts, "contract.starts": starts },
  });

/** A contract as old as its figures, and one of half a year, whose older figures are of the team that did the work before. */
const records = { old: recordSince(firstMonday), young: recordSince(addDays(firstMonday, 7 * (historyWeeks - 26))) };
type Age = keyof typeof records;

function inputAt(figures: ReturnType<typeof simulateFigures>, week: number, age: Age): SignalInput {
  const record = records[age];
  const asOf = endOfWeek(week);
  return { ...{ record, asOf, kpis: readingsAt(figures, asOf) }, serviceLevels: [], reconciliations: [], sources: [] };
}

/** Pitfalls that are told now, the strongest evidence first. */
function toldAt(
  figures: ReturnType<typeof simulateFigures>,
  week: number,
  age: Age,
): readonly (readonly [PitfallId, PitfallChange])[] {
  const input = inputAt(figures, week, age);
  // Green levels are no part of these worlds: hollow KPIs are looked for throughout.
  const { of } = weighPitfalls(
    input,
    untoldPitfalls(input).filter((id) => id !== "hollow-kpis"),
  );
  return PitfallId.options
    .flatMap((id) => {
      const { change } = of[id];
      return change === null || change.speaksMoreFor !== null ? [] : [[id, change] as const];
    })
    .sort(([, one], [, other]) => other.weeks - one.weeks);
}

export type HealthyYear = {
  readonly alarms: number;
  readonly watches: number;
  readonly weeks: number;
  /** first alarms of the other methods by their widening, see `baseline-methods.ts` */
  readonly by: Readonly<Record<string, number>>;
  readonly baselines: Readonly<Record<string, readonly number[]>>;
};

/** One healthy partnership-year: how often was something said that was not there? */
export function liveHealthyYear(seed: number): HealthyYear {
  const figures = simulateFigures(worldOf(seed));
  const [given, alarmed] = [new Map<PitfallId, number>(), new Map<PitfallId, number>()];
  let [alarms, watches] = [0, 0];
  const by: Record<string, number> = {};
  // What stands when the year begins was raised before.
  for (let week = historyWeeks - 1 - keptWeeks; week < historyWeeks + watchedWeeks; week += 1) {
    for (const [id, { state }] of toldAt(figures, week, seed % 2 === 0 ? "old" : "young")) {
      const isCounted = week >= historyWeeks;
      if (isCounted && !stands(given.get(id), week)) watches += 1;
      given.set(id, week);
      if (state !== "alarm") continue;
      if (isCounted && !stands(alarmed.get(id), week)) {
        alarms += 1;
        by[id] = (by[id] ?? 0) + 1;
      }
      alarmed.set(id, week);
    }
  }
  return {
    alarms,
    watches,
    weeks: watchedWeeks,
    by,
    baselines: firstBaselineAlarms(figures, historyWeeks, null).healthy,
  };
}

/** A finding stands for some weeks after its figures last gave it, as the product tells it. */
function stands(lastGiven: number | undefined, week: number): boolean {
  return lastGiven !== undefined && week - lastGiven <= keptWeeks;
}

export type PlantedRun = {
  /** the world's week of that alarm; null if none came in time */
  readonly week: number | null;
  /** weeks from the onset to the first alarm that is true; null if none came in time */
  readonly delay: number | null;
  /** what was named first then with the chance that was given to the name, and what was named four weeks later */
  readonly named: PitfallId | null;
  readonly chance: number | null;
  readonly namedLater: PitfallId | null;
  /** days by which the onset was missed, at that time */
  readonly onsetError: number | null;
  /** weeks to the first alarm of the other methods on a figure that moved, by their widening */
  readonly baselines: Readonly<Record<string, readonly (number | null)[]>>;
};

export const settledWeeks = 4;

/** A partnership with a pitfall planted as a step. */
export function plantedWorld({ pitfall, levers }: Mix, size: number, seed: number) {
  const onsetWeek = historyWeeks + (seed % 4);
  const from = addDays(firstMonday, 7 * onsetWeek);
  const world = worldOf(seed, [{ pitfall, from, size, levers, creepDays: 0 }], onsetWeek + longestWait + settledWeeks);
  // Growth comes before its trouble: heads have grown by a third four weeks earlier.
  const growth = pitfall === "scaling-too-fast" ? { growth: { on: addDays(from, -28), times: 1.33 } } : {};
  return { onsetWeek, from, world, figures: simulateFigures({ ...world, ...growth }) };
}

/** The last day of a week of the worlds. */
export function endOfWeek(week: number): PlainDate {
  return addDays(firstMonday, 7 * week + 6);
}

/** When was a planted pitfall seen, and under which name? */
export function livePlanted(mix: Mix, size: number, seed: number): PlantedRun {
  const { pitfall, levers } = mix;
  const { onsetWeek, from, figures } = plantedWorld(mix, size, seed);
  const moved = new Set(figureKinds.filter((kind) => movedBy(kind, levers) !== 0).map(({ metric }) => metric));
  const { planted: baselines } = firstBaselineAlarms(figures, onsetWeek, moved);
  // What was promised too much is looked for in the first year alone; half of the other partnerships are as young.
  const age = pitfall === "selection-red-flags" || seed % 2 === 1 ? "young" : "old";
  const alarmsAt = (week: number) => toldAt(figures, week, age).filter(([, { state }]) => state === "alarm");
  // What stood before the onset is a false alarm and no finding of the trouble, as long as it stands.
  const standing = new Map<PitfallId, number>();
  for (let week = onsetWeek - 1 - keptWeeks; week < onsetWeek; week += 1)
    for (const [id] of alarmsAt(week)) standing.set(id, week);
  const isTrue = (week: number) => {
    return ([id, change]: ReturnType<typeof alarmsAt>[number]) =>
      !stands(standing.get(id), week) && change.moved.some(({ reading }) => moved.has(reading.metric));
  };
  // An alarm stands for some weeks after it was last given: of those that stand, the newest counts.
  const newestName = (week: number) => {
    for (let back = 0; back <= keptWeeks; back += 1) {
      const first = alarmsAt(week - back).find(isTrue(week - back));
      if (first !== undefined) return first[0];
    }
    return null;
  };
  for (let week = onsetWeek; week < onsetWeek + longestWait; week += 1) {
    const alarms = alarmsAt(week);
    for (const [id] of alarms) if (stands(standing.get(id), week)) standing.set(id, week);
    const first = alarms.find(isTrue(week));
    if (first === undefined) continue;
    const [named, change] = first;
    return {
      week,
      delay: week - onsetWeek + 1,
      named,
      chance: change.nameOdds.find((each) => each.pitfall === named)?.chance ?? null,
      namedLater: newestName(week + settledWeeks),
      onsetError: Math.abs(daysBetween(from, change.onset)),
      baselines,
    };
  }
  return { week: null, delay: null, named: null, chance: null, namedLater: null, onsetError: null, baselines };
}

/** A pitfall with the proportions in which it hits one partnership. */
export type Mix = { readonly pitfall: PitfallId; readonly levers: Partial<Levers> };

/** No two partnerships are hit alike: each lever is drawn about its usual proportion. */
const leverDeviation = 0.35;

export function mixOf(pitfall: PitfallId, seed: number): Mix {
  const chance = seededChance(seed).split("mix");
  const levers = Object.entries(leversOf[pitfall] ?? {}).map(([lever, move]) => [
    lever,
    move * Math.exp(leverDeviation * chance.normal()),
  ]);
  return { pitfall, levers: Object.fromEntries(levers) };
}

/** Information a week, over all figures that a pitfall moves, in nats. */
function informationOf({ levers }: Mix, size: number, world: Pick<FigureWorld, "noise" | "volume">): number {
  return figureKinds.reduce((sum, kind) => {
    const shift = size * movedBy(kind, levers);
    const isWorse = shift !== 0 && shift > 0 === (kind.better === "lower");
    return isWorse ? sum + informationAWeek(kind, shift, world) : sum;
  }, 0);
}

/** Weeks between two false alarms of one looker when all pitfalls are looked for: what sizes are set by. */
export const weeksBetween = shareAlarmBudget(52.1775 / 4, pitfallIds.length).alarm;

/** The size at which the least delay that any method can have is so many weeks; null where no size gives it. */
export function sizeWithFloor(mix: Mix, floorWeeks: number, seed: number): number | null {
  const world = worldOf(seed);
  const wanted = Math.log(weeksBetween) / floorWeeks;
  let [low, high] = [0, 40];
  if (informationOf(mix, high, world) < wanted) return null;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (informationOf(mix, middle, world) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
