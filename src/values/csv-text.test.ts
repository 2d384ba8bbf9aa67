import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tcmd", "'\tcmd"],
  ["-12.50", "-12.50"],
  ["-12.50 USD", "'-12.50 USD"],
  ["＝1+1", "'＝1+1"],
])("the cell %j is written %j", (value, written) => {
  expect(csvText(["column"], [{ column: value }])).toBe(`column\n${written}\n`);
});

test("unknown is empty, numbers and booleans stay what they are", () => {
  expect(csvText(["a", "b", "c"], [{ a: null, b: -1.5, c: true }])).toBe("a,b,c\n,-1.5,true\n");
});
