import { interquartileRange, sampleStandardDeviation } from "simple-statistics";
import type { TooLittleData } from "../values/share.ts";
import { normalTail } from "./normal.ts";
import { leastSquares } from "./segmented-regression.ts";

/** Whether results crowd on one side of a limit: a smooth process passes it without a step. */
export type DensityJump = {
  readonly kind: "density-jump";
  /** log of the density just inside (at or below the limit) over that just outside; above zero, results bunch inside */
  readonly logRatio: number;
  readonly standardError: number;
  /** chance of a ratio this far from one, either way, when there is no step */
  readonly chance: number;
  readonly bandwidth: number;
  readonly binWidth: number;
  /** results within one bandwidth of the limit */
  readonly inside: number;
  readonly outside: number;
};

const fewestOnASide = 30;

/**
 * McCrary's test for a jump of the density at a limit: fine bins that never cross it, a local line on each side.
 * @param values      durations, scores …, of many items
 * @param limit       a value equal to the limit counts as inside
 * @param resolution  the step in which values are recorded (60 for minutes held in seconds); bins are whole steps of it.
 *   Values that people round (whole hours) heap for that reason alone: choose the step they round to
 * @returns too little data with fewer than 30 results on a side, within reach of the limit
 * @see McCrary 2008, Journal of Econometrics 142
 */
export function findDensityJump(values: readonly number[], limit: number, resolution = 0): DensityJump | TooLittleData {
  const near = withinReach(values, limit);
  const insideCount = near.filter((value) => value <= limit).length;
  const have = Math.min(insideCount, near.length - insideCount);
  if (have < fewestOnASide) return { kind: "too-little-data", have, need: fewestOnASide };
  const wanted = (2 * sampleStandardDeviation([...near])) / Math.sqrt(near.length);
  const binWidth = resolution > 0 ? resolution * Math.max(1, Math.round(wanted / resolution)) : wanted;
  const inside = histogram(
    near.filter((value) => value <= limit).map((value) => limit - value),
    binWidth,
    near.length,
  );
  const outside = histogram(
    near.filter((value) => value > limit).map((value) => value - limit),
    binWidth,
    near.length,
  );
  const bandwidth = Math.max(3 * binWidth, (pilotBandwidth(inside) + pilotBandwidth(outside)) / 2);
  // Nothing at all on one side is half a result's worth of density, so that the ratio stays finite.
  const least = 0.5 / (near.length * bandwidth);
  const within = Math.max(least, edgeDensity(inside, bandwidth));
  const beyond = Math.max(least, edgeDensity(outside, bandwidth));
  const logRatio = Math.log(within / beyond);
  const standardError = Math.sqrt((4.8 / (near.length * bandwidth)) * (1 / within + 1 / beyond));
  const count = (isInside: boolean) =>
    near.filter((value) => value <= limit === isInside && Math.abs(value - limit) <= bandwidth).length;
  return {
    kind: "density-jump",
    logRatio,
    standardError,
    chance: 2 * normalTail(Math.abs(logRatio) / standardError),
    bandwidth,
    binWidth,
    inside: count(true),
    outside: count(false),
  };
}

/** Bin centres as distances from the limit, and density heights. */
type Bins = { readonly distances: readonly number[]; readonly heights: readonly number[] };

/** Long tails say nothing about the limit and would bend the pilot fit: two quartile ranges to each side are enough. */
function withinReach(values: readonly number[], limit: number): readonly number[] {
  if (values.length < 4) return values;
  const reach = 2 * interquartileRange([...values]);
  return values.filter((value) => Math.abs(value - limit) <= reach);
}

/** A distance of zero, at the limit itself, falls into the first bin; others at an edge into the nearer bin inside, too. */
function histogram(distances: readonly number[], width: number, total: number): Bins {
  const isInside = distances.some((distance) => distance === 0);
  const binOf = (distance: number) =>
    Math.max(0, isInside ? Math.floor(distance / width + 1e-9) : Math.ceil(distance / width - 1e-9) - 1);
  const counts: number[] = [];
  for (const distance of distances) {
    const bin = binOf(distance);
    while (counts.length <= bin) counts.push(0);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    distances: counts.map((_, bin) => (bin + 0.5) * width),
    heights: counts.map((count) => count / (total * width)),
  };
}

/** McCrary's rule: from a quartic over the whole side, its errors and its bend. Distances are scaled to one first. */
function pilotBandwidth(bins: Bins): number {
  const range = bins.distances.at(-1) ?? 0;
  const scaled = bins.distances.map((distance) => distance / range);
  const fit = leastSquares(
    scaled.map((x) => [1, x, x ** 2, x ** 3, x ** 4]),
    bins.heights,
  );
  if (fit === null || scaled.length < 7) return range / 2;
  const errors = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0) / (scaled.length - 5);
  const [, , second = 0, third = 0, fourth = 0] = fit.effects;
  const bend = scaled.reduce((sum, x) => sum + (2 * second + 6 * third * x + 12 * fourth * x * x) ** 2, 0);
  return Math.min(range, 3.348 * range * (errors / bend) ** 0.2);
}

/** The local line's height at the limit, triangular weights. */
function edgeDensity(bins: Bins, bandwidth: number): number {
  const weighted = bins.distances.flatMap((distance, bin) => {
    const weight = Math.max(0, 1 - distance / bandwidth);
    return weight > 0 ? [{ root: Math.sqrt(weight), distance, height: bins.heights[bin] ?? 0 }] : [];
  });
  const fit = leastSquares(
    weighted.map(({ root, distance }) => [root, root * (distance / bandwidth)]),
    weighted.map(({ root, height }) => root * height),
  );
  return fit?.effects[0] ?? 0;
}
