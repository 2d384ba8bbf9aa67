import { expect, test } from "vitest";
import { firstAnswerLevel, judgedMonth } from "../../test/fixtures/judged-period.ts";
import { ChronicFailure, chronicMisses } from "./chronic-failure.ts";

/** M is met, x missed, b below the minimum, ? unknown; one letter a month from January 2026. */
function history(months: string) {
  const goods: Readonly<Record<string, number | null>> = { M: 950, x: 870, b: 800 };
  return [...months].map((letter, index) => {
    const name = `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return judgedMonth(firstAnswerLevel(), name, goods[letter] ?? null);
  });
}

test.each([
  ["3 misses in 6 months", "xMxMx", 3],
  ["3 misses in 6 months", "xMMMxMx", null],
  ["3 misses in 6 months", "xMMxMx", 3],
  ["3 misses in 6 months", "xxxM", null],
  ["3 misses in 6 months", "xxxx", 4],
  ["3 misses in 6 months", "xx?", null],
  ["3 misses in 6 months", "x?x?x", 3],
  ["2 misses of minimum in 3 months", "xbx", null],
  ["2 misses of minimum in 3 months", "bxb", 2],
  ["1 miss in 1 month", "x", 1],
  ["4 misses in 1 year", "xMMMxMMMxMMx", 4],
  ["4 misses in 1 year", "xMMMxMMMxMMMx", null],
])("%s, after %s: %s", (trigger, months, misses) => {
  const judgements = history(months);
  const end = judgements.at(-1)?.period.end ?? "";
  expect(chronicMisses(ChronicFailure.parse({ when: trigger }).when, judgements, end)?.length ?? null).toBe(misses);
});

test("later months do not change what an earlier month was", () => {
  const judgements = history("xxMxx");
  const { when: trigger } = ChronicFailure.parse({ when: "3 misses in 6 months" });
  expect(judgements.map(({ period }) => chronicMisses(trigger, judgements, period.end)?.length ?? null)).toEqual([
    null,
    null,
    null,
    3,
    4,
  ]);
});
