import { expect, test } from "vitest";
import { figureWords, periodsWords } from "./plain-figures.ts";

test.each([
  [-0.0004, "share", "0.0 %"],
  [-0.004, "share", "-0.4 %"],
  [-0.001, "percent-a-year", "0 % a year"],
  [-0.001, "count", "0"],
  [-0.5, "count", "-0.5"],
  [1, "days", "1 day"],
  [1.5, "days", "1.5 days"],
] as const)("%s as %s reads %s", (value, unit, words) => {
  expect(figureWords(value, unit)).toBe(words);
});

test.each([
  [1, "1 day"],
  [2, "2 days"],
])("%i days are counted as %s", (count, words) => {
  expect(periodsWords(count, "day")).toBe(words);
});

test("money has its currency and its minor unit where the currency is known, and stays a number where not", () => {
  expect(figureWords(44.5, "money", "USD")).toBe("44.50 USD");
  expect(figureWords(-0.001, "money", "USD")).toBe("0.00 USD");
  expect(figureWords(44.5, "money")).toBe("44.5");
  expect(figureWords(0.445, "share", "USD")).toBe("44.5 %");
});
