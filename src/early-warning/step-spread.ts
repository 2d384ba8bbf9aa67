import { meanOf } from "../values/total.ts";

/**
 * The spread of one period, read within stretches so that a change between them does not count as noise. The larger of two
 * estimates: from steps between neighbours, and from all deviations (which noise with memory widens).
 */
export function spreadWithin(stretches: readonly (readonly number[])[]): number {
  const steps = stretches.flatMap((values) =>
    values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value))),
  );
  const bySteps = steps.length === 0 ? 0 : meanOf(steps) / 1.128;
  const squares = stretches.flatMap((values) => values.map((value) => (value - meanOf(values)) ** 2));
  const free = squares.length - stretches.length;
  const byDeviations = free <= 0 ? 0 : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / free);
  return Math.max(bySteps, byDeviations);
}

/** Standard error of the mean of a stretch's periods. */
export function standardErrorOfMean(values: readonly number[]): number {
  return spreadWithin([values]) / Math.sqrt(values.length);
}
