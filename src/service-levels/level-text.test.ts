import { expect, test } from "vitest";
import { percentText } from "../values/percentage.ts";
import { exactFigure } from "./exact-figure.ts";
import { figureText, levelText } from "./level-text.ts";

test.each([
  [9, 10, "90 %"],
  [872, 1000, "87.2 %"],
  [2, 3, "66.7 %"],
  [89_999, 100_000, "89.999 %"],
  [8_999_999, 10_000_000, "89.99999 %"],
])(
  "%d of %d beside a level of nine in ten never reads as the level itself unless it is",
  (numerator, denominator, text) => {
    const figure = exactFigure({ value: numerator / denominator, numerator, denominator });
    expect(figure === null ? null : figureText(figure, 0.9, "share")).toBe(text);
  },
);

test("levels read in their metric's unit", () => {
  expect(percentText(0.125)).toBe("12.5 %");
  expect(levelText(0.999, "share")).toBe("99.9 %");
  expect(levelText(16_200, "seconds")).toBe("4h 30m");
  expect(levelText(0, "seconds")).toBe("0s");
  expect(levelText(90.5, "seconds")).toBe("1m 30.5s");
  expect(levelText(4.2, "score")).toBe("4.2");
});
