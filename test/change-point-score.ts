/**
 * How well found changes agree with several people's annotations, as the Turing Change Point benchmark scores it.
 * @see van den Burg & Williams 2020, arXiv:2003.06222, section 4
 */

/** F1 with a margin: precision against all annotations together, recall averaged over annotators; 0 is always a change. */
export function scoreF1(annotations: readonly (readonly number[])[], found: readonly number[], margin = 5): number {
  const predicted = withStart(found);
  const truths = annotations.map(withStart);
  const together = [...new Set(truths.flat())];
  const precision = matches(together, predicted, margin) / predicted.length;
  const recall =
    truths.reduce((total, truth) => total + matches(truth, predicted, margin) / truth.length, 0) / truths.length;
  return (2 * precision * recall) / (precision + recall);
}

/** How well the found stretches cover the annotated ones (overlap over union), averaged over annotators. */
export function scoreCovering(
  count: number,
  annotations: readonly (readonly number[])[],
  found: readonly number[],
): number {
  const predicted = stretches(count, found);
  const scores = annotations.map((truth) =>
    stretches(count, truth).reduce((total, [start, end]) => {
      const best = Math.max(
        ...predicted.map(([from, to]) => {
          const overlap = Math.max(0, Math.min(end, to) - Math.max(start, from));
          return overlap / (end - start + (to - from) - overlap);
        }),
      );
      return total + ((end - start) * best) / count;
    }, 0),
  );
  return scores.reduce((total, score) => total + score, 0) / scores.length;
}

const withStart = (changes: readonly number[]) => [...new Set([0, ...changes])].sort((a, b) => a - b);

/** Each true change takes the nearest prediction within the margin; none is taken twice. */
function matches(truth: readonly number[], predicted: readonly number[], margin: number): number {
  const left = new Set(predicted);
  let count = 0;
  for (const change of truth) {
    const near = [...left].filter((each) => Math.abs(each - change) <= margin);
    const nearest = near.sort((a, b) => Math.abs(a - change) - Math.abs(b - change))[0];
    if (nearest === undefined) continue;
    left.delete(nearest);
    count += 1;
  }
  return count;
}

function stretches(count: number, changes: readonly number[]): readonly (readonly [number, number])[] {
  const starts = withStart(changes).filter((change) => change < count);
  return starts.map((start, index) => [start, starts[index + 1] ?? count] as const);
}
