import { expect, test } from "vitest";
import { displayableText, firstSentence } from "./displayable-text.ts";

test("what a terminal would obey and what reorders a line become visible", () => {
  expect(displayableText("a\u001b[31mb\u0000c\u202ed\u2066e")).toBe("a\ufffd[31mb\ufffdc\ufffdd\ufffde");
});

test("a line break becomes a space, and text in any script stays", () => {
  expect(displayableText("two\r\nlines, עברית, 日本語, 👩‍👩‍👧")).toBe("two lines, עברית, 日本語, 👩‍👩‍👧");
});

test("what is cut off says how much it was, and no character is torn", () => {
  expect(displayableText("x".repeat(10_000), 5)).toBe("xxxxx… (9995 more characters)");
  expect(displayableText("😀".repeat(4), 2)).toBe("😀😀… (2 more characters)");
});

test.each([
  ["It fell from 8.0 % to 4.5 %. With it: complaints rose.", "It fell from 8.0 % to 4.5 %."],
  ["Is it so? Ärger began.", "Is it so?"],
  ["Read by R. at 10.30 a.m. and 2 others", "Read by R. at 10.30 a.m. and 2 others"],
  ["no end", "no end"],
])("the first sentence of %j is its headline", (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
