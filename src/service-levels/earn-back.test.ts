import { expect, test } from "vitest";
import { firstAnswerLevel, judgedMonth } from "../../test/fixtures/judged-period.ts";
import { stretchAround } from "./billing-stretch.ts";
import { decideEarnBack, EarnBack } from "./earn-back.ts";

/** Good items of 1,000, a month each from January 2026; null is unknown, undefined a month that nobody judged. */
function decide(condition: string, goods: readonly (number | null | undefined)[], missed = 0) {
  const level = firstAnswerLevel();
  const history = goods.flatMap((good, index) => {
    const name = `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return good === undefined ? [] : [judgedMonth(level, name, good)];
  });
  const miss = history[missed];
  if (miss === undefined) throw new Error("there is a missed month");
  const year = stretchAround(miss.period.end, "year", "01-01");
  return decideEarnBack(EarnBack.parse({ when: condition }).when, miss, history, year, "higher");
}

test.each([
  ["three met after the miss", [870, 900, 910, 920], "2026-04-30"],
  ["two met are not enough", [870, 900, 910], null],
  ["met before the miss counts for nothing", [950, 950, 950, 870, 950, 950], null],
  ["a miss starts the run again", [870, 900, 899, 900, 900, 900], "2026-06-30"],
  ["an unknown month breaks the run", [870, 900, null, 900, 900], null],
  ["a month that nobody judged breaks the run", [870, 900, undefined, 900, 900], null],
  ["and the run after it counts", [870, 900, undefined, 900, 900, 900], "2026-06-30"],
])("target met 3 months running: %s", (_, goods, on) => {
  const missed = goods.indexOf(870);
  const decision = decide("target met 3 months running", goods, missed);
  expect(decision.kind === "earned" ? decision.on : null).toBe(on);
});

test("a quarter running is three months", () => {
  expect(decide("target met 1 quarter running", [870, 900, 910, 920])).toEqual({
    kind: "earned",
    on: "2026-04-30",
    because: "target met 1 quarter running, 2026-02-01 to 2026-04-30",
  });
});

test("a run at the minimum may hold missed months", () => {
  expect(decide("minimum met 2 months running", [800, 870, 850]).kind).toBe("earned");
  expect(decide("minimum met 2 months running", [800, 870, 849]).kind).toBe("not-earned");
});

const elevenGood = Array.from({ length: 11 }, () => 903);

test.each([
  ["exactly at the target", [867, ...elevenGood], "earned"],
  ["a hair below it", [866, ...elevenGood], "not-earned"],
  ["a year not over", [867, ...elevenGood.slice(1)], "not-earned"],
  ["a year with an unknown month", [867, null, ...elevenGood.slice(1)], "not-earned"],
])("yearly average meets target: %s", (_, goods, kind) => {
  expect(decide("yearly average meets target", goods).kind).toBe(kind);
});
