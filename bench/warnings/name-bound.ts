import { logMean } from "../../src/early-warning/shift-evidence/log-mean.ts";
import { type FigureKind, figureKinds } from "../../src/early-warning/simulator/figure-kinds.ts";
import { logLikelihood, movedBy, type SimulatedFigure } from "../../src/early-warning/simulator/simulate-figures.ts";
import { type PitfallId, pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import { favours } from "../../src/pitfalls/signals/figures/change-names.ts";
import { addDays, type PlainDate } from "../../src/values/time.ts";
import { type Mix, mixOf, sizeWithFloor } from "./live-worlds.ts";

/**
 * The name that somebody would give who knows what nobody can know: each figure's level, season, shocks, what all figures
 * share and how each swings, the week of the onset, and the laws by which the bench draws proportions and sets sizes. Left
 * open are the pitfall, its proportions in this partnership and each week's own swing. By Bayes' rule no rule that reads the
 * same figures names more, but for what is approximated here: the swing by a grid, the proportions by draws.
 */
export function nameByBound(
  figures: readonly SimulatedFigure[],
  { from, asOf, autocorrelation, candidates, seed, floorWeeks }: Known,
): PitfallId {
  const likelier = figures.map((figure, at) =>
    likelierByShift(figure, largest[at] ?? 0, { from, asOf, autocorrelation }),
  );
  const sized = sizedMoves(seed, floorWeeks);
  const standings = candidates.map((id) => {
    const each = (sized.get(id) ?? []).map((moves) =>
      moves.reduce((sum, move, at) => sum + (likelier[at]?.(move) ?? 0), 0),
    );
    return { id, standing: each.length === 0 ? Number.NEGATIVE_INFINITY : logMean(each) + Math.log(favours[id] ?? 1) };
  });
  const [best] = standings.toSorted((one, other) => other.standing - one.standing);
  if (best === undefined) throw new Error("no pitfall to choose from");
  return best.id;
}

type Known = {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
  /** of each figure's own swing from week to week */
  readonly autocorrelation: number;
  /** of the world, and the least delay by which the bench sets sizes in it */
  readonly seed: number;
  readonly floorWeeks: number;
  /** pitfalls that it may be */
  readonly candidates: readonly PitfallId[];
};

const draws = 150;
/** Each pitfall in proportions drawn by the law of the worlds, with seeds that no world has. */
const drawn = new Map(
  pitfallIds.map((id) => [id, Array.from({ length: draws }, (_, draw) => mixOf(id, 900_000 + draw))]),
);
const movesOf = ({ levers }: Mix) => figureKinds.map((kind) => movedBy(kind, levers));

const sizedBy = new Map<string, ReadonlyMap<PitfallId, readonly (readonly number[])[]>>();

/** What each drawn pitfall moves each figure, at the size that the bench would plant in the world. */
function sizedMoves(seed: number, floorWeeks: number) {
  const key = `${seed}/${floorWeeks}`;
  const known = sizedBy.get(key);
  if (known !== undefined) return known;
  const sized = new Map(
    pitfallIds.map((id) => [
      id,
      (drawn.get(id) ?? []).flatMap((mix) => {
        const size = sizeWithFloor(mix, floorWeeks, seed);
        return size === null ? [] : [movesOf(mix).map((move) => size * move)];
      }),
    ]),
  );
  sizedBy.set(key, sized);
  return sized;
}

/** The largest move of each figure that is asked for, with its sign. */
const largest = figureKinds.map((_, at) =>
  [...drawn.values()].flat().reduce((most, mix) => {
    const move = 3 * (movesOf(mix)[at] ?? 0);
    return Math.abs(move) > Math.abs(most) ? move : most;
  }, 0),
);

type Swinging = Pick<Known, "from" | "asOf" | "autocorrelation">;

const steps = 40;

/** Logarithm of how much likelier a figure is with a shift since the onset than without, between so many worked-out ones. */
function likelierByShift(figure: SimulatedFigure, most: number, known: Swinging): (shift: number) => number {
  if (most === 0) return () => 0;
  const shifts = Array.from({ length: steps + 1 }, (_, step) => most * (step / steps) ** 2);
  const logs = logLikelihoods(figure, shifts, known);
  const none = logs[0] ?? 0;
  return (shift) => {
    const place = steps * Math.sqrt(Math.min(1, Math.max(0, shift / most)));
    const below = Math.min(steps - 1, Math.floor(place));
    const [low, high] = [logs[below] ?? 0, logs[below + 1] ?? 0];
    return low + (place - below) * (high - low) - none;
  };
}

/** The figure's own swing, in its deviations. */
const swings = Array.from({ length: 13 }, (_, at) => -3 + at / 2);

/** Forward filter over the swing (a hidden Markov chain on a grid); the past before the onset is the same for all shifts. */
function logLikelihoods(
  { kind, points, behind }: SimulatedFigure,
  shifts: readonly number[],
  { from, asOf, autocorrelation }: Swinging,
): readonly number[] {
  const kept = autocorrelation ** kind.weeks;
  const onward = swings.map((one) => weights((other) => (other - kept * one) ** 2 / (1 - kept ** 2)));
  const passed = (belief: readonly number[], likely: readonly number[]) => {
    const joint = belief.map((weight, at) => weight * (likely[at] ?? 0));
    const total = joint.reduce((sum, weight) => sum + weight, 0) || Number.MIN_VALUE;
    const next = swings.map((_, to) =>
      joint.reduce((sum, weight, at) => sum + (weight / total) * (onward[at]?.[to] ?? 0), 0),
    );
    return { next, total };
  };
  let before = weights((swing) => swing ** 2);
  let beliefs: (readonly number[])[] | null = null;
  const logs = shifts.map(() => 0);
  for (const [at, point] of points.entries()) {
    const hidden = behind[at];
    if (hidden === undefined || point.end > asOf) break;
    const likely = (shift: number) => {
      const each = swings.map((swing) =>
        logLikelihood(kind, point, { ...hidden, level: hidden.level + hidden.swing * swing }, shift),
      );
      const top = Math.max(...each);
      return { each: each.map((log) => Math.exp(log - top)), top };
    };
    if (!isSince(kind, point.start, from)) {
      before = passed(before, likely(0).each).next;
      continue;
    }
    beliefs ??= shifts.map(() => before);
    for (const [index, shift] of shifts.entries()) {
      const { each, top } = likely(shift);
      const { next, total } = passed(beliefs[index] ?? before, each);
      logs[index] = (logs[index] ?? 0) + top + Math.log(total);
      beliefs[index] = next;
    }
  }
  return logs;
}

function weights(square: (swing: number) => number): readonly number[] {
  const each = swings.map((swing) => Math.exp(-square(swing) / 2));
  const total = each.reduce((sum, weight) => sum + weight, 0);
  return each.map((weight) => weight / total);
}

/** The simulator moves a period by what holds in its middle. */
function isSince({ weeks }: FigureKind, start: PlainDate, from: PlainDate): boolean {
  return addDays(start, Math.floor((7 * weeks) / 2)) >= from;
}
