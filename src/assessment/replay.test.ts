import { expect, test } from "vitest";
import { datesBack } from "./replay.ts";

test("dates are counted back from the last one, so that it is always among them", () => {
  expect(datesBack("2026-06-01", "2026-06-20", "week")).toEqual(["2026-06-06", "2026-06-13", "2026-06-20"]);
  expect(datesBack("2026-06-18", "2026-06-20", "day")).toEqual(["2026-06-18", "2026-06-19", "2026-06-20"]);
});

test("months keep the day of the month, or the last day of a shorter one", () => {
  expect(datesBack("2025-12-31", "2026-03-31", "month")).toEqual([
    "2025-12-31",
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
  ]);
});
