import { mean, median } from "simple-statistics";
import type { TooLittleData } from "../values/share.ts";
import { type ChangePointWorkspace, changePointWorkspace } from "./change-point-workspace.ts";
import { joined, nearby } from "./likely-cuts.ts";
import { chooseNoiseModel, type NoiseModel } from "./noise-model.ts";
import { optimalPartition, type Partition, settledBy } from "./optimal-partition.ts";
import { withoutOutlyingValues } from "./outlying-values.ts";
import { findSeason, withoutSeason } from "./season.ts";

/** One stretch between changes, in the unit of the series. `end` is the index after its last point. */
export type SeriesSegment = {
  readonly start: number;
  readonly end: number;
  readonly shape: "level" | "line";
  readonly mean: number;
  /** fitted values at the first and the last point; equal for a level */
  readonly first: number;
  readonly last: number;
};

export type ChangePoint = {
  /** index of the first point after the change */
  readonly at: number;
  /** natural log of the odds that the change is there rather than not, given the other changes; above 0 by design */
  readonly logOdds: number;
};

/** Where a series changed its level, its slope or its spread. */
export type ChangePoints = {
  readonly kind: "change-points";
  readonly changes: readonly ChangePoint[];
  /** the stretches of each series given, in order */
  readonly segments: readonly (readonly SeriesSegment[])[];
  /** lag-one autocorrelation of the noise that the fit settled on, for each series */
  readonly autocorrelation: readonly number[];
};

/** Fewer measured points cannot show a change. */
const fewestForChange = 8;
const fewestInStretch = 3;
/** In logs of the length per change: with 1.5, of healthy half-years at most one in thirteen shows a change, of years one in forty. */
const logsPerChange = 1.5;

/**
 * Finds the changes of one series, without settings: lone outliers and a strong calendar season are taken out, the
 * noise's variance and autocorrelation are chosen by evidence, each stretch is a level or a line, and the best partition
 * is taken, cut at likely places and moved until none nearby is better. Missing points are skipped. Quadratic in the length.
 * @param values in order of time; null where nothing was measured
 * @param workspace for a caller with many series: made once, and used by one call at a time
 */
export function findChangePoints(
  values: readonly (number | null)[],
  workspace: ChangePointWorkspace = changePointWorkspace(),
): ChangePoints | TooLittleData {
  return findSharedChangePoints([values], workspace);
}

/** The same for several series of equal length that change together; points where one is missing are skipped. */
export function findSharedChangePoints(
  series: readonly (readonly (number | null)[])[],
  workspace: ChangePointWorkspace = changePointWorkspace(),
): ChangePoints | TooLittleData {
  const all = (series[0] ?? []).map((_, index) => index);
  const measured = all.filter((index) => series.every((values) => (values[index] ?? null) !== null));
  if (measured.length < fewestForChange) {
    return { kind: "too-little-data", have: measured.length, need: fewestForChange };
  }
  const raw = series.map((values) => measured.flatMap((index) => values[index] ?? []));
  const perCut = logsPerChange * Math.log(measured.length);
  const models = raw.flatMap((values) => {
    const clean = cleaned(values);
    return clean === null ? [] : chooseNoiseModel(clean, fewestInStretch, perCut, workspace);
  });
  const partition = partitionBy(models, measured.length, perCut, workspace);
  const indexOf = (step: number) => measured[step] ?? all.length;
  return {
    kind: "change-points",
    changes: changesOf(partition, models, perCut).map(({ at, logOdds }) => ({ at: indexOf(at), logOdds })),
    segments: raw.map((values, dimension) => segmentsOf(values, partition, models[dimension], indexOf)),
    autocorrelation: raw.map((_, dimension) => models[dimension]?.autocorrelation ?? 0),
  };
}

/** Centred, scaled to a range of one, without season and lone outliers; null for a series that never moves. */
function cleaned(values: readonly number[]): readonly number[] | null {
  const smooth = withoutOutlyingValues(withoutSeason(values, findSeason(values)));
  const range = Math.max(...smooth) - Math.min(...smooth);
  if (range === 0) return null;
  const middle = median([...smooth]);
  return smooth.map((value) => (value - middle) / range);
}

/** The best partition among the likely cuts, then among those and all that lie near the cuts found, until none moves. */
function partitionBy(
  models: readonly NoiseModel[],
  count: number,
  perCut: number,
  { room }: ChangePointWorkspace,
): Partition {
  const [only] = models;
  const costOf = (start: number, end: number) => models.reduce((total, model) => total + model.costOf(start, end), 0);
  const bestAmong = (places: Int32Array) =>
    only !== undefined && models.length === 1
      ? optimalPartition(places, only.settledAmong(places, fewestInStretch), perCut, room)
      : optimalPartition(places, settledBy(places, fewestInStretch, costOf), perCut, room);
  let places = joined([0, count], ...models.map((model) => model.likelyCuts));
  let partition = bestAmong(places);
  for (;;) {
    places = joined(places, ...partition.stretches.slice(1).map(({ start }) => nearby(start, count)));
    const better = bestAmong(places);
    if (better.cost >= partition.cost - 1e-9) return partition;
    partition = better;
  }
}

function changesOf(partition: Partition, models: readonly NoiseModel[], perCut: number): readonly ChangePoint[] {
  const costOf = (start: number, end: number) => models.reduce((total, model) => total + model.costOf(start, end), 0);
  return partition.stretches.slice(1).map((after, index) => {
    const before = partition.stretches[index] ?? after;
    const apart = costOf(before.start, before.end) + costOf(after.start, after.end) + perCut;
    return { at: after.start, logOdds: costOf(before.start, after.end) - apart };
  });
}

function segmentsOf(
  values: readonly number[],
  partition: Partition,
  model: NoiseModel | undefined,
  indexOf: (step: number) => number,
): readonly SeriesSegment[] {
  return partition.stretches.map(({ start, end }) => {
    const part = values.slice(start, end);
    const shape = model?.fitOf(start, end).shape ?? "level";
    const place = { start: indexOf(start), end: indexOf(end - 1) + 1, shape, mean: mean(part) };
    if (shape === "level") return { ...place, first: place.mean, last: place.mean };
    const { first, last } = lineThrough(part);
    return { ...place, first, last };
  });
}

/** Least squares ends of the line through equally spaced values. */
function lineThrough(values: readonly number[]): { readonly first: number; readonly last: number } {
  const centre = (values.length - 1) / 2;
  const middle = mean([...values]);
  const crossed = values.reduce((total, value, index) => total + (index - centre) * (value - middle), 0);
  const squared = values.reduce((total, _, index) => total + (index - centre) ** 2, 0);
  const rise = (crossed / squared) * centre;
  return { first: middle - rise, last: middle + rise };
}
