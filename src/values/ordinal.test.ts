import { expect, test } from "vitest";
import { ordinal } from "./ordinal.ts";

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [4, "4th"],
  [11, "11th"],
  [13, "13th"],
  [20, "20th"],
  [22, "22nd"],
  [112, "112th"],
])("%i is written %s", (place, written) => expect(ordinal(place)).toBe(written));
