import fc from "fast-check";
import { expect, test } from "vitest";
import { WrittenCadence } from "./cadence.ts";
import { addWeekdays, periodEnds, repeatedDays } from "./due-dates.ts";
import { addDays } from "./time.ts";

const spring = { from: "2026-01-15", to: "2026-05-03" };

test.each([
  ["month", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]],
  ["2 months", ["2026-02-28", "2026-04-30"]],
  ["quarter", ["2026-03-31"]],
  ["half-year", []],
  ["year", []],
  ["4 weeks", ["2026-02-08", "2026-03-08", "2026-04-05", "2026-05-03"]],
])("every %s ends on these days", (every, ends) => {
  expect(periodEnds(WrittenCadence.parse(every), spring)).toEqual(ends);
});

test("a weekday falls on itself, weekdays leave the weekend out", () => {
  expect(periodEnds(WrittenCadence.parse("Tuesday 10:00"), { from: "2026-03-03", to: "2026-03-17" })).toEqual([
    "2026-03-03",
    "2026-03-10",
    "2026-03-17",
  ]);
  expect(periodEnds(WrittenCadence.parse("weekday"), { from: "2026-03-06", to: "2026-03-10" })).toEqual([
    "2026-03-06",
    "2026-03-09",
    "2026-03-10",
  ]);
});

test("a first day comes again on the same day, the 31st on the last of shorter months", () => {
  expect(repeatedDays("2026-01-31", WrittenCadence.parse("month"), "2026-05-01")).toEqual([
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
  ]);
});

test.each([
  ["2026-03-06", 1, "2026-03-09"],
  ["2026-03-31", 5, "2026-04-07"],
  ["2026-03-09", -1, "2026-03-06"],
  ["2026-03-09", 0, "2026-03-09"],
])("%s and %s weekdays is %s", (date, count, moved) => {
  expect(addWeekdays(date, count)).toBe(moved);
});

test("every day of a year lies in exactly one month that ends on or after it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
      const from = addDays("2024-01-01", days);
      const [end] = periodEnds(WrittenCadence.parse("month"), { from, to: addDays(from, 31) });
      expect(end?.slice(0, 7)).toBe(from.slice(0, 7));
    }),
  );
});
