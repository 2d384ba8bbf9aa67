import { median } from "simple-statistics";

/**
 * Replaces lone outlying values by the median of their neighbourhood (three points to each side), so that one odd
 * week is not taken for a change. A value is outlying beyond three robust deviations of its neighbourhood, or of the
 * steps between neighbours where those are larger.
 * @see Hampel 1974; Pearson 2002
 */
export function withoutOutlyingValues(values: readonly number[]): readonly number[] {
  if (values.length < 3) return values;
  const least = 3 * stepDeviation(values);
  // One room for every neighbourhood: an array for each would cost more than its median.
  const nearby = new Float64Array(7);
  return values.map((value, index) => {
    const from = Math.max(0, index - 3);
    const count = Math.min(values.length, index + 4) - from;
    for (let at = 0; at < count; at += 1) nearby[at] = values[from + at] ?? 0;
    const middle = middleOf(nearby, count);
    const apart = Math.abs(value - middle);
    if (apart <= least) return value;
    for (let at = 0; at < count; at += 1) nearby[at] = Math.abs((nearby[at] ?? 0) - middle);
    return apart > 3 * 1.4826 * middleOf(nearby, count) ? middle : value;
  });
}

/** The median of the first values, which it sorts: for seven of them far quicker than a selection. */
function middleOf(few: Float64Array, count: number): number {
  for (let at = 1; at < count; at += 1) {
    const value = few[at] ?? 0;
    let place = at;
    for (; place > 0 && (few[place - 1] ?? 0) > value; place -= 1) few[place] = few[place - 1] ?? 0;
    few[place] = value;
  }
  const half = count >> 1;
  const upper = few[half] ?? 0;
  return count % 2 === 1 ? upper : ((few[half - 1] ?? 0) + upper) / 2;
}

/** Standard deviation of the noise from steps between neighbours, which a change of level hardly touches. */
export function stepDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return (1.4826 * median(steps)) / Math.SQRT2;
}
