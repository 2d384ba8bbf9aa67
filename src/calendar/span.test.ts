import fc from "fast-check";
import { expect, test } from "vitest";
import { overlap, type Span, totalLength, union, without } from "./span.ts";

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]): Span => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 8 });

/** The seconds that lie in any of the spans, counted one by one. */
function seconds(list: readonly Span[]): Set<number> {
  return new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
}

test("stretches that touch or overlap become one", () => {
  expect(
    union([
      { start: 5, end: 9 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 7, end: 7 },
      { start: 8, end: 10 },
    ]),
  ).toEqual([
    { start: 1, end: 4 },
    { start: 5, end: 10 },
  ]);
});

test("a pause stops the clock for exactly the time they overlap", () =>
  fc.assert(
    fc.property(span, span, (clock, pause) => {
      expect(totalLength(without(clock, [pause]))).toBe(totalLength([clock]) - totalLength(overlap(clock, pause)));
    }),
  ));

test("union, overlap and what is left are the sets of seconds that they name", () =>
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const a = seconds(one);
      const b = seconds(other);
      const sorted = (list: Iterable<number>) => [...list].sort((x, y) => x - y);
      expect(seconds(union(one))).toEqual(a);
      expect([...seconds(overlap(one, other))]).toEqual(sorted([...a].filter((second) => b.has(second))));
      expect([...seconds(without(one, other))]).toEqual(sorted([...a].filter((second) => !b.has(second))));
      expect(totalLength(one)).toBe(a.size);
    }),
  ));

test("every answer is sorted, and its stretches neither touch nor overlap", () =>
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      for (const answer of [union(one), overlap(one, other), without(one, other)]) {
        for (const [at, { start, end }] of answer.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThan(answer[at - 1]?.end ?? Number.NEGATIVE_INFINITY);
        }
      }
    }),
  ));
