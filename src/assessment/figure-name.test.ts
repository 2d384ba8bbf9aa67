import { expect, test } from "vitest";
import { readFigureName } from "./figure-name.ts";

test.each([
  ["first-answer@2026-05", "month", "2026-05-01", "2026-05-31"],
  ["first-answer@2026-Q2", "quarter", "2026-04-01", "2026-06-30"],
  ["first-answer@2026-W01", "week", "2025-12-29", "2026-01-04"],
  ["first-answer@2026-W53", "week", "2026-12-28", "2027-01-03"],
  ["first-answer@2026-05-12", "day", "2026-05-12", "2026-05-12"],
])("%s asks for a %s", (name, every, start, end) => {
  expect(readFigureName(name).period).toEqual({ every, period: { start, end } });
});

test("segments are named by column, and a name alone asks for the latest period", () => {
  expect(readFigureName("csat/team=amber/site=west")).toEqual({
    id: "csat",
    segment: { team: "amber", site: "west" },
    period: null,
  });
});

test.each([
  "",
  "@2026-05",
  "csat@",
  "csat@May",
  "csat@2026-13",
  "csat@2026-Q5",
  "csat@2025-W53",
  "csat/amber",
  "a@b@c",
])("%j names no figure, and says how one is written", (name) => {
  expect(() => readFigureName(name)).toThrow("names no figure");
});
