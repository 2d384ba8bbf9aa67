import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { CalendarDefinition } from "./calendar-definition.ts";
import { openSpans } from "./open-spans.ts";

type Written = Parameters<typeof CalendarDefinition.parse>[0];

/** The open stretches of `from` up to but without `to` (dates in the calendar's zone), as a wall clock there shows them, with their hours. */
function openHours(written: Written, from: string, to: string): string[] {
  const calendar = CalendarDefinition.parse(written);
  const at = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(calendar.zone).epochMilliseconds / 1000;
  const show = (seconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      .toZonedDateTimeISO(calendar.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" });
  return openSpans(calendar, { start: at(from), end: at(to) }).map(
    ({ start, end }) => `${show(start)} ${show(end).slice(11)} ${(end - start) / 3600}h`,
  );
}

const officeWeek = { "mon-fri": ["09:00-12:00", "13:00-17:00"] };

test("a week has its hours, several stretches a day", () => {
  expect(openHours({ zone: "Europe/Lisbon", week: officeWeek }, "2026-06-19", "2026-06-23")).toEqual([
    "2026-06-19T09:00 12:00 3h",
    "2026-06-19T13:00 17:00 4h",
    "2026-06-22T09:00 12:00 3h",
    "2026-06-22T13:00 17:00 4h",
  ]);
});

test("overlapping and touching hours count once", () => {
  expect(
    openHours(
      { zone: "UTC", week: { mon: ["09:00-12:00", "11:00-14:00", "14:00-15:00"] } },
      "2026-06-22",
      "2026-06-23",
    ),
  ).toEqual(["2026-06-22T09:00 15:00 6h"]);
});

test("a night belongs to the day on which it starts, also when the next day is a holiday", () => {
  const night = { zone: "UTC", week: { "mon-fri": ["22:00-06:00"] }, holidays: ["2026-06-23"] };
  expect(openHours(night, "2026-06-22", "2026-06-25")).toEqual([
    "2026-06-22T22:00 06:00 8h",
    "2026-06-24T22:00 00:00 2h",
  ]);
});

test("the range cuts what it meets, and the night that began before it is seen", () => {
  expect(openHours({ zone: "UTC", week: { mon: ["22:00-06:00"] } }, "2026-06-23", "2026-06-24")).toEqual([
    "2026-06-23T00:00 06:00 6h",
  ]);
});

test("breaks are cut out: weekly ones from the week's hours, those of a date from any", () => {
  const calendar = {
    zone: "UTC",
    week: { "mon-tue": ["09:00-17:00"] },
    breaks: { "mon-tue": ["12:00-13:00"], "2026-06-23": ["15:00-18:00"] },
    shifts: { "2026-06-22": ["10:00-14:00"] },
  };
  expect(openHours(calendar, "2026-06-22", "2026-06-24")).toEqual([
    "2026-06-22T10:00 14:00 4h",
    "2026-06-23T09:00 12:00 3h",
    "2026-06-23T13:00 15:00 2h",
  ]);
});

test("an exception wins over a holiday, a holiday over a shift, a shift over the week", () => {
  const calendar = {
    zone: "UTC",
    week: { daily: ["09:00-17:00"] },
    shifts: { "2026-06-20": ["06:00-08:00"], "2026-06-21": ["06:00-08:00"], "2026-06-22": ["06:00-08:00"] },
    holidays: ["2026-06-21", "2026-06-22"],
    except: [{ on: "2026-06-22", open: ["10:00-11:00"], because: "launch" }],
  };
  expect(openHours(calendar, "2026-06-19", "2026-06-23")).toEqual([
    "2026-06-19T09:00 17:00 8h",
    "2026-06-20T06:00 08:00 2h",
    "2026-06-22T10:00 11:00 1h",
  ]);
});

test("an exception closes a day, part of a day, or several days", () => {
  const calendar = {
    zone: "UTC",
    week: { daily: ["09:00-17:00"] },
    except: [
      { on: "2026-06-19", closed: ["12:00-14:00"], because: "all hands" },
      { from: "2026-06-20", to: "2026-06-22", closed: true, because: "move" },
    ],
  };
  expect(openHours(calendar, "2026-06-19", "2026-06-24")).toEqual([
    "2026-06-19T09:00 12:00 3h",
    "2026-06-19T14:00 17:00 3h",
    "2026-06-23T09:00 17:00 8h",
  ]);
});

test.each([
  ["US-NY", "2026-07-03", "the substitute day of a holiday that falls on a Saturday"],
  ["US-NY", "2026-02-12", "a holiday of the state"],
  ["PT", "2026-04-25", "a holiday of the country"],
  ["DE-BY", "2026-01-06", "a holiday of the land"],
  ["EG", "2026-05-29", "the third day of a feast of four"],
])("%s keeps %s: %s", (region, date) => {
  const week = { daily: ["09:00-17:00"] };
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  expect(openHours({ zone: "UTC", week }, date, next)).toHaveLength(1);
  expect(openHours({ zone: "UTC", week, holidays: [region] }, date, next)).toEqual([]);
});

test("only public holidays are kept unless more is said, and single ones can be worked", () => {
  const week = { daily: ["09:00-17:00"] };
  const open = (holidays: readonly unknown[], date: string, next: string) =>
    openHours({ zone: "UTC", week, holidays }, date, next).length > 0;
  expect(open(["US-NY"], "2026-12-24", "2026-12-25")).toBe(true);
  expect(open([{ in: "US-NY", kinds: ["public", "optional"] }], "2026-12-24", "2026-12-25")).toBe(false);
  expect(open(["US"], "2026-10-12", "2026-10-13")).toBe(false);
  expect(open([{ in: "US", but_not: ["Columbus Day"] }], "2026-10-12", "2026-10-13")).toBe(true);
});

test("a holiday that begins at noon leaves the morning", () => {
  expect(
    openHours(
      { zone: "Atlantic/Reykjavik", week: { daily: ["09:00-17:00"] }, holidays: ["IS"] },
      "2026-12-24",
      "2026-12-25",
    ),
  ).toEqual(["2026-12-24T09:00 13:00 4h"]);
});

test.each([
  [
    "the clocks go forward",
    "2026-03-29",
    "2026-03-30",
    ["2026-03-29T00:00 00:00 23h"],
    ["2026-03-29T00:30 04:00 2.5h"],
  ],
  ["the clocks go back", "2026-10-25", "2026-10-26", ["2026-10-25T00:00 00:00 25h"], ["2026-10-25T00:30 04:00 4.5h"]],
])("when %s, hours have their true length", (_, from, to, always, night) => {
  expect(openHours({ zone: "Europe/Berlin", always: true }, from, to)).toEqual(always);
  expect(openHours({ zone: "Europe/Berlin", week: { sun: ["00:30-04:00"] } }, from, to)).toEqual(night);
});

test("a time that the clocks skip is read as if they had not moved; one that occurs twice is the first", () => {
  const inGap = { zone: "Europe/Berlin", week: { sun: ["02:30-10:00"] } };
  expect(openHours(inGap, "2026-03-29", "2026-03-30")).toEqual(["2026-03-29T03:30 10:00 6.5h"]);
  expect(openHours(inGap, "2026-10-25", "2026-10-26")).toEqual(["2026-10-25T02:30 10:00 8.5h"]);
  const endsInGap = { zone: "Europe/Berlin", week: { sun: ["01:00-02:30"] } };
  expect(openHours(endsInGap, "2026-03-29", "2026-03-30")).toEqual(["2026-03-29T01:00 03:30 1.5h"]);
  expect(openHours(endsInGap, "2026-10-25", "2026-10-26")).toEqual(["2026-10-25T01:00 02:30 1.5h"]);
});

test("a day that begins with a gap at midnight begins late, and a half-hour shift is half an hour", () => {
  expect(openHours({ zone: "America/Sao_Paulo", always: true }, "2018-11-04", "2018-11-05")).toEqual([
    "2018-11-04T01:00 00:00 23h",
  ]);
  expect(openHours({ zone: "Australia/Lord_Howe", always: true }, "2026-04-05", "2026-04-06")).toEqual([
    "2026-04-05T00:00 00:00 24.5h",
  ]);
});

test("round the clock is one stretch, and an empty range has none", () => {
  const always = CalendarDefinition.parse({ zone: "Asia/Tehran", always: true });
  expect(openSpans(always, { start: 0, end: 1_000_000_000 })).toEqual([{ start: 0, end: 1_000_000_000 }]);
  expect(openSpans(always, { start: 5, end: 5 })).toEqual([]);
});
