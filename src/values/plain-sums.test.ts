import { expect, test } from "vitest";
import { percentText } from "./percentage.ts";
import { quantile } from "./quantile.ts";
import { textHash } from "./text-hash.ts";

test("a quantile lies between neighbours, as R's type 7 has it", () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 1.75, 2.5, 3.7, 4]);
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test("the hash of a text is the published FNV-1a of its bytes where they are ASCII", () => {
  expect(["", "a", "foobar"].map((text) => textHash(text).toString(16))).toEqual(["811c9dc5", "e40c292c", "bf9cf968"]);
});

test("a share is told exactly as it was written", () => {
  expect([0.9, 0.999, 0.031, 1.1, 0, -0.05].map(percentText)).toEqual([
    "90 %",
    "99.9 %",
    "3.1 %",
    "110 %",
    "0 %",
    "-5 %",
  ]);
});
