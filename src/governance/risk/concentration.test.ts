import { expect, test } from "vitest";
import { concentrationOver } from "./concentration.ts";

test.each([
  ["sites", [{ name: "lisbon", amount: 5 }], /^1 site, 100\.0 % on lisbon/],
  ["providers", [{ name: "Cedar", amount: 5 }], /^1 provider, /],
  ["people", [{ name: "ana", amount: 5 }], /^1 person, /],
  ["sites", [...[{ name: "lisbon", amount: 5 }], { name: "cebu", amount: 5 }], /^2 sites, 50\.0 % on lisbon/],
] as const)("how many %s the work rests on is counted in words: %j", (over, amounts, words) => {
  expect(concentrationOver(over, amounts)?.working).toMatch(words);
});
