import { median } from "simple-statistics";

/**
 * Replaces lone outlying values by the median of their neighbourhood (three points to each side), so that one odd
 * week is not taken for a change. A value is outlying beyond three robust deviations of its neighbourhood, or of the
 * steps between neighbours where those are larger.
 * @see Hampel 1974; Pearson 2002
 */
export function withoutOutlyingValues(values: readonly number[]): readonly number[] {
  if (values.length < 3) return values;
  const usual = stepDeviation(values);
  return values.map((value, index) => {
    const nearby = values.slice(Math.max(0, index - 3), index + 4);
    const middle = median(nearby);
    const spread = 1.4826 * median(nearby.map((other) => Math.abs(other - middle)));
    return Math.abs(value - middle) > 3 * Math.max(spread, usual) ? middle : value;
  });
}

/** Standard deviation of the noise from steps between neighbours, which a change of level hardly touches. */
export function stepDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return (1.4826 * median(steps)) / Math.SQRT2;
}
