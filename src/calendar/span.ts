import type { EpochSeconds } from "../values/time.ts";

/** A stretch of time, half-open: `start` belongs to it, `end` does not. Empty when `end` is not after `start`. */
export type Span = { readonly start: EpochSeconds; readonly end: EpochSeconds };

/** One stretch, or any number of them in any order. */
type Spans = Span | readonly Span[];

/** The same time as sorted stretches that neither touch nor overlap; empty ones are gone. */
export function union(spans: Spans): readonly Span[] {
  const sorted = listOf(spans)
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

/** The time that lies in both, sorted and disjoint. */
export function overlap(one: Spans, other: Spans): readonly Span[] {
  const left = union(one);
  const right = union(other);
  const common: Span[] = [];
  let i = 0;
  let j = 0;
  for (let a = left[i], b = right[j]; a !== undefined && b !== undefined; a = left[i], b = right[j]) {
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (end > start) common.push({ start, end });
    if (a.end < b.end) i++;
    else j++;
  }
  return common;
}

/** The time of `spans` that lies in none of `cuts`, sorted and disjoint. */
export function without(spans: Spans, cuts: Spans): readonly Span[] {
  const holes = union(cuts);
  const left: Span[] = [];
  let next = 0;
  for (const { start, end } of union(spans)) {
    let from = start;
    while ((holes[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next++;
    for (let at = next, hole = holes[at]; hole !== undefined && hole.start < end; hole = holes[++at]) {
      if (hole.start > from) left.push({ start: from, end: hole.start });
      from = Math.max(from, hole.end);
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}

/** Seconds in all of `spans` together; time that several of them share counts once. */
export function totalLength(spans: Spans): number {
  return union(spans).reduce((sum, { start, end }) => sum + (end - start), 0);
}

function listOf(spans: Spans): Span[] {
  return "start" in spans ? [spans] : [...spans];
}
