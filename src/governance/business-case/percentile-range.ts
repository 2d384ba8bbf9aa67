/** P10, P50 and P90 of what was drawn: each is a value that was drawn (nearest rank). */
export type PercentileRange = { readonly p10: number; readonly p50: number; readonly p90: number };

/**
 * Floyd and Rivest 1975: between two values of a sorted sample lie few others, and almost surely the one that is sought.
 * @param values at least one, none NaN, in the order of drawing; not changed
 * @returns exact: where the sample fails to bracket a percentile, everything is searched
 */
export function percentileRange(values: Float64Array): PercentileRange {
  const sample = sampleOf(values).sort();
  const [one, two, three] = [bracketOf(0.1, sample), bracketOf(0.5, sample), bracketOf(0.9, sample)];
  if (one === undefined || two === undefined || three === undefined)
    throw new RangeError("three percentiles are sought");
  // One pass for all three: reading the values is what costs the time.
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    sortInto(one, value);
    sortInto(two, value);
    sortInto(three, value);
  }
  return { p10: sought(one, values), p50: sought(two, values), p90: sought(three, values) };
}

type Bracket = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** values below `low` */
  below: number;
  /** values from `low` to `high`, as many as there is room for */
  readonly near: Float64Array;
  within: number;
};

const sampleSize = 1024;
const roomFor = 65_536;
const rooms = new Map<number, Float64Array>();

function sampleOf(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / sampleSize));
  return Float64Array.from({ length: Math.min(sampleSize, values.length) }, (_, at) => values[at * step] ?? 0);
}

function bracketOf(share: number, sample: Float64Array): Bracket {
  const near = rooms.get(share) ?? new Float64Array(roomFor);
  rooms.set(share, near);
  const margin = 4 * Math.sqrt(sample.length * share * (1 - share)) + 1;
  const low = sample[Math.floor(share * sample.length - margin)] ?? Number.NEGATIVE_INFINITY;
  const high = sample[Math.ceil(share * sample.length + margin)] ?? Number.POSITIVE_INFINITY;
  return { share, low, high, below: 0, near, within: 0 };
}

function sortInto(bracket: Bracket, value: number): void {
  if (value < bracket.low) bracket.below++;
  else if (value <= bracket.high) {
    if (bracket.within < roomFor) bracket.near[bracket.within] = value;
    bracket.within++;
  }
}

function sought({ share, below, near, within }: Bracket, values: Float64Array): number {
  const rank = Math.max(0, Math.ceil(share * values.length) - 1);
  if (within <= roomFor && rank >= below && rank < below + within)
    return selectInPlace(near, rank - below, 0, within - 1);
  return selectInPlace(Float64Array.from(values), rank, 0, values.length - 1);
}

/** Hoare's quickselect: the value of a rank among `values[left..right]`, with the smaller ones before it. */
function selectInPlace(values: Float64Array, rank: number, left: number, right: number): number {
  let low = left;
  let high = right;
  while (low < high) {
    const pivot = medianOfThree(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const held = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = held;
      i++;
      j--;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return values[rank] ?? Number.NaN;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
