import { expect, test } from "vitest";
import { type PulseAnswer, pulseByDimension } from "./pulse-by-dimension.ts";

const asOf = "2026-06-30";
const answers = (
  survey: string,
  side: "client" | "provider",
  scores: readonly number[],
  on: string,
): readonly PulseAnswer[] =>
  scores.map((score, at) => ({
    survey,
    side,
    respondent: `${side}-${at}`,
    dimension: "trust",
    answered_on: on,
    score,
  }));
const good = [5, 4, 5, 4, 5, 4];
const bad = [2, 1, 2, 1, 2, 1];
const trust = (...rows: readonly (readonly PulseAnswer[])[]) => {
  const [dimension] = pulseByDimension(rows.flat(), asOf);
  if (dimension === undefined) throw new Error("no dimension");
  return dimension;
};

test("sides that feel differently are apart, with the gap and its interval", () => {
  const { gap } = trust(answers("q1", "client", bad, "2026-03-01"), answers("q1", "provider", good, "2026-03-02"));
  // Means 1.5 and 4.5, deviations √0.3: the half width is 1.96·√(2·0.3 ÷ 6) = 0.6198.
  expect(gap).toEqual({
    value: 3,
    interval: { low: expect.closeTo(2.3802, 3), high: expect.closeTo(3.6198, 3) },
    state: "apart",
  });
});

test("a small difference of few people is no gap", () => {
  const { gap } = trust(
    answers("q1", "client", [3, 4, 3, 4], "2026-03-01"),
    answers("q1", "provider", [4, 4, 3, 4], "2026-03-01"),
  );
  expect(gap).toMatchObject({ state: "together" });
});

test("people who all answer alike do not make a certainty", () => {
  const { gap } = trust(
    answers("q1", "client", [3, 3, 3, 3], "2026-03-01"),
    answers("q1", "provider", [3.5, 3.5, 3.5, 3.5], "2026-03-01"),
  );
  expect(gap).toMatchObject({ state: "together" });
});

test("a side that falls from survey to survey is falling, in the order of the days and not of the rows", () => {
  const { trend, points } = trust(
    answers("second", "client", bad, "2026-05-01"),
    answers("first", "client", good, "2026-02-01"),
  );
  expect(points.map(({ survey }) => survey)).toEqual(["first", "second"]);
  expect(trend.client).toMatchObject({ change: -3, state: "falling" });
  expect(trend.provider).toEqual({ kind: "too-little-data", have: 0, need: 2 });
});

test.each<[string, readonly PulseAnswer[]]>([
  ["three people", answers("q1", "client", [1, 1, 1], "2026-03-01")],
  [
    "one person who answers four times",
    [1, 1, 1, 1].flatMap((score) => answers("q1", "client", [score], "2026-03-01")),
  ],
])("%s say too little, and could be told by their answers", (_, rows) => {
  expect(trust(rows).points[0]?.client).toMatchObject({ kind: "too-little-data", need: 4 });
});

test("answers after the day of asking do not count", () => {
  expect(pulseByDimension(answers("q1", "client", good, "2026-07-01"), asOf)).toEqual([]);
});
