import type { Chance } from "../../values/seeded-chance.ts";
import { seededChance } from "../../values/seeded-chance.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { type FigureKind, figureKinds } from "./figure-kinds.ts";
import { type Levers, leversOn, type PlantedPitfall } from "./planted-pitfall.ts";
import { type YearShape, yearShapeIn } from "./year-shape.ts";

/** How the figures of a partnership vary while nothing happens. */
export type FigureNoise = {
  /** deviation of the weekly level beyond chance, in logits or logarithms */
  readonly weekly: number;
  /** lag-one correlation of the weekly levels, 0–1 */
  readonly autocorrelation: number;
  /** share of the weekly variance that all figures have in common, 0–1 */
  readonly common: number;
  /** height of a yearly wave in every figure's level, in logits or logarithms */
  readonly season: number;
  /** chance that a week is a shock to a third of the figures, and its size in logits or logarithms */
  readonly shock: number;
  readonly shockSize: number;
  /** chance that a figure has no records in a week */
  readonly missing: number;
  /** a sharp season and short weeks in all figures; absent: none */
  readonly year?: YearShape;
};

/** A partnership as its figures alone: quick enough to live a thousand years. */
export type FigureWorld = {
  readonly seed: number;
  /** a Monday */
  readonly from: PlainDate;
  readonly weeks: number;
  /** times the usual numbers of items, answers, heads */
  readonly volume: number;
  readonly noise: FigureNoise;
  readonly planted: readonly PlantedPitfall[];
  /** heads grow by this much on a day; absent: they stay */
  readonly growth?: { readonly on: PlainDate; readonly times: number };
};

export type SimulatedPoint = {
  readonly start: PlainDate;
  readonly end: PlainDate;
  /** null where the period has no records */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number;
};

export type SimulatedFigure = {
  readonly kind: FigureKind;
  readonly points: readonly SimulatedPoint[];
  /** what lies behind each point and nobody in a partnership can know; for measuring how much could be known at best */
  readonly behind: readonly Behind[];
};

export type Behind = {
  /** the level without the figure's own swing, in logits or logarithms, up for the worse: season, shocks, what all share */
  readonly level: number;
  /** deviation of the figure's own swing, on the same scale */
  readonly swing: number;
  /** items, answers or heads of the period, times the usual number */
  readonly volume: number;
};

/**
 * Simulates every standard figure week by week (or month, or quarter), with the same levers as the raw records of
 * `simulatePartnership`. The same seed gives the same noise with and without a planted pitfall.
 */
export function simulateFigures(world: FigureWorld): readonly SimulatedFigure[] {
  const chance = seededChance(world.seed);
  const common = levelsOf(chance.split("common"), world);
  const shocks = chance.split("shocks");
  const shocked = Array.from({ length: world.weeks }, () => shocks.is(world.noise.shock));
  return figureKinds.map((kind) => ({
    kind,
    ...pointsOf(kind, world, chance.split(kind.metric), common, shocked),
  }));
}

function pointsOf(
  kind: FigureKind,
  world: FigureWorld,
  chance: Chance,
  common: readonly number[],
  shocked: readonly boolean[],
): Pick<SimulatedFigure, "points" | "behind"> {
  const { noise } = world;
  const own = levelsOf(chance.split("levels"), world);
  const phase = 2 * Math.PI * chance.uniform();
  const isShaken = chance.is(1 / 3);
  const draws = chance.split("draws");
  const points: SimulatedPoint[] = [];
  const behind: Behind[] = [];
  const swing = noise.weekly * Math.sqrt(1 - noise.common);
  for (let week = 0; week < world.weeks; week += kind.weeks) {
    const start = addDays(world.from, 7 * week);
    const end = addDays(start, 7 * kind.weeks - 1);
    if (week + kind.weeks > world.weeks) break;
    const shape = noise.year === undefined ? { level: 0, volume: 1 } : yearShapeIn(noise.year, start, end);
    const level =
      shape.level +
      noise.weekly * Math.sqrt(noise.common) * (common[week] ?? 0) +
      noise.season * Math.sin((2 * Math.PI * week) / 52.18 + phase) +
      (isShaken && shocked[week] === true ? noise.shockSize : 0);
    const shift = shiftOf(kind, world.planted, start, kind.weeks);
    const heads =
      kind.ofHeads === true && world.growth !== undefined && start >= world.growth.on ? world.growth.times : 1;
    const volume = world.volume * shape.volume * heads;
    behind.push({ level, swing, volume });
    const point = drawPoint(kind, level + swing * (own[week] ?? 0), shift, volume, draws);
    const isMissing = draws.is(noise.missing) || point.value === null;
    points.push({ start, end, ...(isMissing ? { value: null, numerator: null, denominator: 0 } : point) });
  }
  return { points, behind };
}

/** Weekly levels of unit deviation that remember the week before. */
function levelsOf(chance: Chance, { weeks, noise }: FigureWorld): readonly number[] {
  const kept = noise.autocorrelation;
  let level = chance.normal();
  return Array.from({ length: weeks }, () => {
    const now = level;
    level = kept * level + Math.sqrt(1 - kept ** 2) * chance.normal();
    return now;
  });
}

/** What the planted pitfalls add to a figure in a period: in the middle of it. */
function shiftOf(kind: FigureKind, planted: readonly PlantedPitfall[], start: PlainDate, weeks: number): number {
  if (planted.length === 0) return 0;
  return movedBy(kind, leversOn(planted, addDays(start, Math.floor((7 * weeks) / 2)), null));
}

/** The sum of what the levers move a figure, on the figure's own scale; up is up, whether that is good or bad. */
export function movedBy(kind: FigureKind, levers: Partial<Levers>): number {
  return Object.entries(kind.moves).reduce(
    (sum, [lever, weight]) => sum + (weight ?? 0) * (levers[lever as keyof Levers] ?? 0),
    0,
  );
}

function drawPoint(kind: FigureKind, level: number, shift: number, volume: number, chance: Chance) {
  const worse = kind.better === "higher" ? -level : level;
  if (kind.scale === "share") {
    const of = chance.poisson(kind.of * volume);
    const share = shareAt(kind, worse, shift);
    let numerator = 0;
    for (let item = 0; item < of; item += 1) if (chance.uniform() < share) numerator += 1;
    return { value: of === 0 ? null : numerator / of, numerator, denominator: of };
  }
  if (kind.scale === "rate") {
    const of = kind.of * volume;
    const numerator = chance.poisson(of * kind.level * Math.exp(worse + shift));
    return {
      value: kind.unit === "count" ? numerator : numerator / of,
      numerator,
      denominator: kind.unit === "count" ? numerator : of,
    };
  }
  const of = Math.max(1, chance.poisson(kind.of * volume));
  const noise = (kind.spread / Math.sqrt(of)) * chance.normal() + worse * kind.swing;
  const value = kind.scale === "times" ? kind.level * Math.exp(noise + shift) : kind.level + noise + shift;
  return { value, numerator: null, denominator: of };
}

/** Logarithm of the likelihood of a point that was drawn at a level with a shift, up to a constant of the point. */
export function logLikelihood(
  kind: FigureKind,
  point: SimulatedPoint,
  { level, volume }: Pick<Behind, "level" | "volume">,
  shift: number,
): number {
  const { value, numerator, denominator } = point;
  if (value === null) return 0;
  const worse = kind.better === "higher" ? -level : level;
  if (kind.scale === "share") {
    const share = shareAt(kind, worse, shift);
    const passes = numerator ?? 0;
    return passes * Math.log(share) + (denominator - passes) * Math.log1p(-share);
  }
  if (kind.scale === "rate") {
    const expected = kind.of * volume * kind.level * Math.exp(worse + shift);
    return (numerator ?? 0) * Math.log(expected) - expected;
  }
  const from = kind.scale === "times" ? Math.log(value / kind.level) : value - kind.level;
  return -((from - worse * kind.swing - shift) ** 2 * denominator) / (2 * kind.spread ** 2);
}

/** A share at a level: levers on a logit, but where the figure is rare and the lever is a chance of its own. */
function shareAt(kind: FigureKind, worse: number, shift: number): number {
  const logit = Math.log(kind.level / (1 - kind.level)) + worse;
  if (kind.adds === true) return Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-logit)) + shift));
  return 1 / (1 + Math.exp(-logit - shift));
}

/**
 * Information on a lasting shift that one week of a figure carries, in nats: with it no method can be quicker than the
 * logarithm of the weeks between false alarms divided by this.
 * @see Lorden 1971, Annals of Mathematical Statistics 42
 */
export function informationAWeek(
  kind: FigureKind,
  shift: number,
  { noise, volume }: Pick<FigureWorld, "noise" | "volume">,
): number {
  const longRun = noise.weekly ** 2 * ((1 + noise.autocorrelation) / (1 - noise.autocorrelation));
  const of = kind.of * volume;
  if (kind.scale === "share") {
    const [from, to] = [kind.level, shareAt(kind, 0, shift)];
    const divergence = to * Math.log(to / from) + (1 - to) * Math.log((1 - to) / (1 - from));
    return (of * divergence) / (1 + of * from * (1 - from) * longRun) / kind.weeks;
  }
  if (kind.scale === "rate") {
    const events = of * kind.level;
    const grown = events * Math.exp(shift);
    return (grown * shift - grown + events) / (1 + events * longRun) / kind.weeks;
  }
  return shift ** 2 / (2 * (kind.spread ** 2 / of + kind.swing ** 2 * longRun)) / kind.weeks;
}
