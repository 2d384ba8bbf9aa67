/** P10, P50 and P90 of what was drawn: each is a value that was drawn (nearest rank). */
export type PercentileRange = { readonly p10: number; readonly p50: number; readonly p90: number };

/**
 * Floyd and Rivest 1975: between two values of a sorted sample lie few others, and almost surely the one that is sought.
 * @param values at least one, none NaN, in the order of drawing; not changed
 * @returns exact: where the sample fails to bracket a percentile, everything is searched
 */
export function percentileRange(values: Float64Array): PercentileRange {
  const sample = sampleOf(values).sort();
  const [p10 = 0, p50 = 0, p90 = 0] = [0.1, 0.5, 0.9].map((share) => sought(bracketOf(share, sample), values));
  return { p10, p50, p90 };
}

type Bracket = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

const sampleSize = 1024;

/** Room for the values between two bounds; where they are more, everything is searched. */
const near = new Float64Array(65_536);

function sampleOf(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / sampleSize));
  const sample = new Float64Array(Math.min(sampleSize, values.length));
  for (let at = 0; at < sample.length; at++) sample[at] = values[at * step] ?? 0;
  return sample;
}

function bracketOf(share: number, sample: Float64Array): Bracket {
  const margin = 4 * Math.sqrt(sample.length * share * (1 - share)) + 1;
  const low = sample[Math.floor(share * sample.length - margin)] ?? Number.NEGATIVE_INFINITY;
  const high = sample[Math.ceil(share * sample.length + margin)] ?? Number.POSITIVE_INFINITY;
  return { share, low, high };
}

function sought({ share, low, high }: Bracket, values: Float64Array): number {
  const rank = Math.max(0, Math.ceil(share * values.length) - 1);
  let below = 0;
  let within = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value < low) below++;
    else if (value <= high) {
      if (within < near.length) near[within] = value;
      within++;
    }
  }
  const isAmongThem = within <= near.length && rank >= below && rank < below + within;
  if (isAmongThem) return selectInPlace(near, rank - below, 0, within - 1);
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
