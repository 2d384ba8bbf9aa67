import { expect, test } from "vitest";
import { cadenceDays, perYear, WrittenCadence, WrittenFrequency } from "./cadence.ts";
import { addLength, subtractLength, WrittenCalendarLength } from "./calendar-length.ts";
import { Criterion } from "./criterion.ts";
import { definitionInForce } from "./effective.ts";
import { WrittenDatedFigure, WrittenFigure } from "./figure.ts";

test.each([
  ["week", { count: 1, unit: "week", weekday: null, time: null }],
  ["every 2 weeks", { count: 2, unit: "week", weekday: null, time: null }],
  ["Tuesday 10:00", { count: 1, unit: "week", weekday: "tuesday", time: "10:00" }],
  ["weekday 09:30", { count: 1, unit: "weekday", weekday: null, time: "09:30" }],
  ["half-year", { count: 1, unit: "half-year", weekday: null, time: null }],
  ["2 Thursdays", { count: 2, unit: "week", weekday: "thursday", time: null }],
])("%s is read as how often", (text, cadence) => {
  expect(WrittenCadence.parse(text)).toEqual(cadence);
});

test.each(["often", "0 weeks", "Tuesday 25:00", "now and then", ""])("%j is no cadence", (text) => {
  expect(WrittenCadence.safeParse(text).success).toBe(false);
});

test("frequencies and cadences agree on the length of a year", () => {
  expect(perYear(WrittenFrequency.parse("1 per quarter"))).toBe(4);
  expect(perYear(WrittenFrequency.parse("0.5 a year"))).toBe(0.5);
  expect(cadenceDays(WrittenCadence.parse("quarter")) * 4).toBe(365.25);
  expect(WrittenFrequency.safeParse("rarely").success).toBe(false);
});

test("three months before the end of May is the end of February", () => {
  const length = WrittenCalendarLength.parse("3 months");
  expect(subtractLength("2026-05-31", length)).toBe("2026-02-28");
  expect(addLength("2026-11-30", length)).toBe("2027-02-28");
  expect(subtractLength("2027-12-31", WrittenCalendarLength.parse("90 days"))).toBe("2027-10-02");
  expect(WrittenCalendarLength.safeParse("a while").success).toBe(false);
});

test.each([
  ["61 %", { kind: "share", share: 0.61 }],
  ["4h", { kind: "seconds", seconds: 14_400 }],
  ["2 business days", { kind: "business-days", days: 2 }],
  ["4.2", { kind: "number", number: 4.2 }],
  [4.2, { kind: "number", number: 4.2 }],
])("the figure %j keeps its unit", (written, figure) => {
  expect(WrittenFigure.parse(written)).toEqual(figure);
});

test("a target says its figure and its day", () => {
  expect(WrittenDatedFigure.parse("90 % by 2026-09-30")).toEqual({
    figure: { kind: "share", share: 0.9 },
    by: "2026-09-30",
  });
  expect(WrittenDatedFigure.parse("3.20 USD by 2026-09-30").figure.kind).toBe("money");
  expect(WrittenDatedFigure.parse(4.2).by).toBeNull();
  expect(WrittenDatedFigure.safeParse("90 % by summer").success).toBe(false);
  expect(WrittenDatedFigure.safeParse("better").success).toBe(false);
});

test("a criterion that nobody can fail is refused", () => {
  expect(Criterion.safeParse({ metric: "csat" }).success).toBe(false);
  expect(Criterion.safeParse({ metric: "csat", at_least: "85 %", over: "2 months" }).success).toBe(true);
});

test("the version in force is the latest that had begun", () => {
  const versions = [
    { name: "second", effective_from: "2026-04-01" },
    { name: "first" },
    { name: "third", effective_from: "2026-07-01" },
  ];
  expect(definitionInForce(versions, "2026-03-31")?.name).toBe("first");
  expect(definitionInForce(versions, "2026-04-01")?.name).toBe("second");
  expect(definitionInForce(versions, "2030-01-01")?.name).toBe("third");
  expect(definitionInForce(versions.slice(2), "2026-06-30")).toBeNull();
});
