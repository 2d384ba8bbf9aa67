import { expect, test } from "vitest";
import { chanceWords, stateByChance } from "./chance-height.ts";

test("chance is held to the heights of the alarm budget, and is told in words", () => {
  const heights = { weeksBetweenFalseAlarms: 13, lookers: 25, alarm: 195, watch: 97.5 };
  const stateOf = (pValue: number) => stateByChance(pValue, heights);
  expect([1 / 90, 1 / 98, 1 / 190, 1 / 196, 0].map(stateOf)).toEqual([null, "watch", "watch", "alarm", "alarm"]);
  expect([0.001, 0.0007, 0.00001].map(chanceWords)).toEqual([
    "about 1 in 1,000",
    "about 1 in 1,400",
    "less than 1 in 10,000",
  ]);
});
