import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { readDuration, type WrittenDuration } from "../values/duration.ts";
import { businessClock } from "./business-clock.ts";
import { CalendarDefinition } from "./calendar-definition.ts";
import { openSpans } from "./open-spans.ts";
import { overlap, type Span, totalLength, without } from "./span.ts";

const at = (stamp: string) =>
  Temporal.PlainDateTime.from(stamp).toZonedDateTime("Europe/Lisbon").epochMilliseconds / 1000;
const stamp = (seconds: number) =>
  Number.isFinite(seconds)
    ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        .toZonedDateTimeISO("Europe/Lisbon")
        .toPlainDateTime()
        .toString({ smallestUnit: "minute" })
    : String(seconds);
const pause = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const written = (text: string): WrittenDuration => readDuration(text) ?? { kind: "seconds", seconds: Number.NaN };

/** Monday 2026-06-22 to Friday 2026-06-26, but Wednesday 24 is a holiday. */
const office = CalendarDefinition.parse({
  zone: "Europe/Lisbon",
  week: { "mon-fri": ["09:00-12:00", "13:00-17:00"] },
  holidays: ["2026-06-24"],
});
const clock = businessClock(office);

test.each([
  ["within one stretch", "2026-06-22T09:30", "2026-06-22T10:00", 0.5],
  ["over lunch", "2026-06-22T11:00", "2026-06-22T14:00", 2],
  ["over a night", "2026-06-22T16:00", "2026-06-23T10:00", 2],
  ["over a holiday", "2026-06-23T16:00", "2026-06-25T10:00", 2],
  ["over a weekend", "2026-06-26T16:00", "2026-06-29T10:00", 2],
  ["outside of all hours", "2026-06-27T08:00", "2026-06-28T20:00", 0],
  ["to an earlier moment", "2026-06-23T10:00", "2026-06-22T10:00", 0],
])("the time that runs %s", (_, from, to, hours) => {
  expect(clock.secondsBetween(at(from), at(to))).toBe(hours * 3600);
});

test.each([
  ["2026-06-22T08:59:59", false],
  ["2026-06-22T09:00", true],
  ["2026-06-22T12:00", false],
  ["2026-06-24T10:00", false],
])("at %s the calendar is open: %s", (moment, isOpen) => {
  expect(clock.isOpen(at(moment))).toBe(isOpen);
});

test.each([
  ["2026-06-22T10:00", "0h", "2026-06-22T10:00", "2026-06-22T10:00", "nothing added in hours is now"],
  ["2026-06-22T18:00", "0h", "2026-06-23T09:00", "2026-06-22T18:00", "nothing added after hours is the next opening"],
  ["2026-06-22T10:00", "1h", "2026-06-22T11:00", "2026-06-22T11:00", "within one stretch"],
  ["2026-06-22T10:00", "2h", "2026-06-22T13:00", "2026-06-22T12:00", "used up with the morning"],
  ["2026-06-22T10:00", "6h", "2026-06-23T09:00", "2026-06-22T17:00", "used up with the day"],
  ["2026-06-23T16:00", "2h", "2026-06-25T10:00", "2026-06-25T10:00", "over the holiday"],
  ["2026-06-27T10:00", "1h", "2026-06-29T10:00", "2026-06-29T10:00", "from the weekend"],
])("%s and %s later: the limit ends at %s, used up at %s: %s", (from, limit, end, usedUp) => {
  const { seconds } = { seconds: 0, ...written(limit) };
  expect(stamp(clock.addSeconds(at(from), seconds))).toBe(end);
  expect(stamp(clock.usedUpAt(at(from), seconds))).toBe(usedUp);
});

test.each([
  ["2026-06-22T10:00", 0, "2026-06-22T10:00", "nothing taken away in hours is now"],
  ["2026-06-23T08:00", 0, "2026-06-22T17:00", "nothing taken away before hours is the last closing"],
  ["2026-06-23T10:00", 2, "2026-06-22T16:00", "over a night"],
  ["2026-06-23T10:00", 1, "2026-06-23T09:00", "to an opening"],
  ["2026-06-25T09:00", 7, "2026-06-23T09:00", "over the holiday, a whole day"],
])("%s less %s h is %s: %s", (from, hours, expected) => {
  expect(stamp(clock.subtractSeconds(at(from), hours * 3600))).toBe(expected);
});

test.each([
  ["2026-06-22T10:30", "1 business day", "2026-06-23T10:30", "in hours: the same time"],
  ["2026-06-22T10:30", "2 business days", "2026-06-25T10:30", "over the holiday"],
  ["2026-06-25T16:59", "2 business days", "2026-06-29T16:59", "over the weekend"],
  ["2026-06-22T18:00", "1 business day", "2026-06-25T09:00", "after hours: from the next opening"],
  ["2026-06-28T12:00", "1 business day", "2026-06-30T09:00", "on a Sunday: from Monday's opening"],
  ["2026-06-22T12:30", "1 business day", "2026-06-23T13:00", "over lunch: from the afternoon"],
  ["2026-06-22T18:00", "0 business days", "2026-06-23T09:00", "none: the next moment that counts"],
  ["2026-06-22T10:00", "4h", "2026-06-22T15:00", "in seconds it is the time added"],
])("the deadline of %s in %s is %s: %s", (from, limit, expected) => {
  expect(stamp(clock.deadline(at(from), written(limit)))).toBe(expected);
});

test("where the same time is closed on the day of the deadline, it is the next opening", () => {
  const calendar = CalendarDefinition.parse({
    zone: "Europe/Lisbon",
    week: { "mon-fri": ["09:00-17:00"] },
    except: [{ on: "2026-06-23", open: ["09:00-12:00"], because: "half day" }],
  });
  expect(stamp(businessClock(calendar).deadline(at("2026-06-22T15:00"), written("1 business day")))).toBe(
    "2026-06-24T09:00",
  );
});

test("business days look back as they look forward", () => {
  expect(stamp(clock.subtractBusinessDays(at("2026-06-25T10:30"), 2))).toBe("2026-06-22T10:30");
  expect(stamp(clock.subtractBusinessDays(at("2026-06-28T10:30"), 1))).toBe("2026-06-25T17:00");
});

test.each([
  ["10 to 11 in the morning", [pause("2026-06-22T10:00", "2026-06-22T11:00")], 6, "2026-06-22T16:00"],
  [
    "overlapping ones count once",
    [pause("2026-06-22T10:00", "2026-06-22T11:00"), pause("2026-06-22T10:30", "2026-06-22T11:30")],
    5.5,
    "2026-06-22T16:30",
  ],
  ["over lunch only", [pause("2026-06-22T12:00", "2026-06-22T13:00")], 7, "2026-06-22T15:00"],
  ["from before the start to the evening", [pause("2026-06-21T10:00", "2026-06-22T20:00")], 0, "2026-06-23T15:00"],
  ["until the very moment of running out", [pause("2026-06-22T15:00", "2026-06-22T16:00")], 6, "2026-06-22T16:00"],
])("a pause stops the clock: %s", (_, pauses, hours, deadline) => {
  const [from, to] = [at("2026-06-22T09:00"), at("2026-06-22T17:00")];
  expect(clock.secondsBetween(from, to, pauses)).toBe(hours * 3600);
  expect(stamp(clock.addSeconds(from, 5 * 3600, pauses))).toBe(deadline);
});

test("a pause moves a deadline in business days on by the business time that it overlaps", () => {
  const pauses = [pause("2026-06-22T16:00", "2026-06-23T10:00")];
  expect(stamp(clock.deadline(at("2026-06-22T10:30"), written("1 business day"), pauses))).toBe("2026-06-23T13:30");
});

test("a pause without an end stops the clock for good", () => {
  const pauses = [{ start: at("2026-06-22T10:00"), end: Number.POSITIVE_INFINITY }];
  expect(clock.secondsBetween(at("2026-06-22T09:00"), at("2026-06-29T09:00"), pauses)).toBe(3600);
  expect(stamp(clock.addSeconds(at("2026-06-22T09:00"), 1800, pauses))).toBe("2026-06-22T09:30");
  expect(clock.addSeconds(at("2026-06-22T09:00"), 3600, pauses)).toBe(Number.POSITIVE_INFINITY);
  expect(stamp(clock.usedUpAt(at("2026-06-22T09:00"), 3600, pauses))).toBe("2026-06-22T10:00");
});

test.each([
  ["no hours at all", { zone: "UTC", week: {} }],
  ["breaks that leave nothing", { zone: "UTC", week: { daily: ["09:00-17:00"] }, breaks: { daily: ["08:00-18:00"] } }],
])("a calendar that never opens says never: %s", (_, definition) => {
  const never = businessClock(CalendarDefinition.parse(definition));
  expect(never.isOpen(0)).toBe(false);
  expect(never.secondsBetween(0, 1_000_000_000)).toBe(0);
  expect(never.addSeconds(0, 60)).toBe(Number.POSITIVE_INFINITY);
  expect(never.usedUpAt(0, 60)).toBe(Number.POSITIVE_INFINITY);
  expect(never.subtractSeconds(0, 60)).toBe(Number.NEGATIVE_INFINITY);
  expect(never.deadline(0, written("2 business days"))).toBe(Number.POSITIVE_INFINITY);
});

test("a calendar that opens on named dates only is at its end after the last", () => {
  const fair = businessClock(
    CalendarDefinition.parse({
      zone: "Europe/Lisbon",
      week: {},
      except: [{ on: "2026-06-27", open: ["10:00-12:00"], because: "fair" }],
    }),
  );
  expect(stamp(fair.addSeconds(at("2020-01-01T00:00"), 3600))).toBe("2026-06-27T11:00");
  expect(fair.addSeconds(at("2020-01-01T00:00"), 3 * 3600)).toBe(Number.POSITIVE_INFINITY);
  expect(stamp(fair.usedUpAt(at("2020-01-01T00:00"), 2 * 3600))).toBe("2026-06-27T12:00");
});

test("a deadline beyond the range that the clock was made for is found, and so are times before it", () => {
  const ranged = businessClock(office, { start: at("2026-06-22T00:00"), end: at("2026-06-23T00:00") });
  const twoYears = 2 * 365 * 24 * 3600;
  expect(ranged.addSeconds(at("2026-06-22T09:00"), twoYears)).toBe(clock.addSeconds(at("2026-06-22T09:00"), twoYears));
  expect(ranged.subtractSeconds(at("2026-06-22T09:00"), twoYears)).toBe(
    clock.subtractSeconds(at("2026-06-22T09:00"), twoYears),
  );
  expect(ranged.secondsBetween(at("2001-06-22T09:00"), at("2026-06-22T09:00"))).toBe(
    clock.secondsBetween(at("2001-06-22T09:00"), at("2026-06-22T09:00")),
  );
});

test.each([Number.NaN, Date.parse("2026-06-22"), Number.POSITIVE_INFINITY])(
  "%s is no instant: milliseconds and nonsense are refused",
  (moment) => {
    expect(() => clock.isOpen(moment)).toThrow(RangeError);
  },
);

test("an amount below zero is refused", () => {
  expect(() => clock.addSeconds(at("2026-06-22T09:00"), -1)).toThrow(RangeError);
});

const day = 86_400;
const june = at("2026-06-01T00:00");
const calendars = [
  office,
  CalendarDefinition.parse({ zone: "America/Sao_Paulo", always: true }),
  CalendarDefinition.parse({
    zone: "Europe/Berlin",
    week: { daily: ["22:00-06:00"] },
    breaks: { daily: ["02:15-02:45"] },
    holidays: ["DE-BY"],
  }),
  CalendarDefinition.parse({
    zone: "Australia/Lord_Howe",
    week: { "mon-sat": ["01:30-02:15", "14:00-24:00"] },
    shifts: { "2026-06-09": ["03:00-04:00"] },
  }),
];
const calendar = fc.constantFrom(...calendars);
const moment = fc.integer({ min: june - 200 * day, max: june + 200 * day });
const length = fc.integer({ min: 1, max: 5 * day });
const pauses = fc.array(
  fc.tuple(moment, length).map(([start, seconds]): Span => ({ start, end: start + seconds })),
  { maxLength: 5 },
);

test("the clock shows the open time without pauses, as the spans themselves give it", () =>
  fc.assert(
    fc.property(calendar, moment, moment, pauses, (definition, one, other, stops) => {
      const range = { start: Math.min(one, other), end: Math.max(one, other) };
      const expected = totalLength(without(openSpans(definition, range), stops));
      expect(businessClock(definition, range).secondsBetween(range.start, range.end, stops)).toBe(expected);
    }),
  ));

const clocks = calendars.map((definition) => ({ definition, clock: businessClock(definition) }));
const known = fc.constantFrom(...clocks);

test("times add up: from a to b and from b to c is from a to c", () =>
  fc.assert(
    fc.property(known, fc.tuple(moment, moment, moment), pauses, ({ clock }, moments, stops) => {
      const [a = 0, b = 0, c = 0] = moments.toSorted((x, y) => x - y);
      expect(clock.secondsBetween(a, b, stops) + clock.secondsBetween(b, c, stops)).toBe(
        clock.secondsBetween(a, c, stops),
      );
    }),
  ));

test("a later end never shows less, and no clock runs faster than time", () =>
  fc.assert(
    fc.property(known, moment, length, length, pauses, ({ clock }, from, one, more, stops) => {
      const first = clock.secondsBetween(from, from + one, stops);
      const second = clock.secondsBetween(from, from + one + more, stops);
      expect(second).toBeGreaterThanOrEqual(first);
      expect(second - first).toBeLessThanOrEqual(more);
    }),
  ));

test("a pause takes away exactly the open time that it overlaps", () =>
  fc.assert(
    fc.property(known, moment, length, pauses, ({ definition, clock }, from, seconds, stops) => {
      const range = { start: from, end: from + seconds };
      const paused = totalLength(overlap(openSpans(definition, range), stops));
      expect(clock.secondsBetween(range.start, range.end, stops)).toBe(
        clock.secondsBetween(range.start, range.end) - paused,
      );
    }),
  ));

test("a limit ends at the last moment by which no more than it has run, and is used up at the first by which all of it has", () =>
  fc.assert(
    fc.property(known, moment, length, pauses, ({ clock }, from, seconds, stops) => {
      const end = clock.addSeconds(from, seconds, stops);
      const usedUp = clock.usedUpAt(from, seconds, stops);
      expect(clock.secondsBetween(from, end, stops)).toBe(seconds);
      expect(clock.secondsBetween(from, end + 1, stops)).toBe(seconds + 1);
      expect(clock.secondsBetween(from, usedUp, stops)).toBe(seconds);
      expect(clock.secondsBetween(from, usedUp - 1, stops)).toBe(seconds - 1);
    }),
  ));

test("taking away what was added leads back to the moment, when the clock ran at it", () =>
  fc.assert(
    fc.property(known, moment, length, pauses, ({ clock }, near, seconds, stops) => {
      const from = clock.addSeconds(near, 0, stops);
      expect(clock.subtractSeconds(clock.addSeconds(from, seconds, stops), seconds, stops)).toBe(from);
    }),
  ));

test("what a clock learnt before never changes its answer", () =>
  fc.assert(
    fc.property(calendar, fc.array(moment, { minLength: 1, maxLength: 6 }), length, (definition, moments, seconds) => {
      const used = businessClock(definition);
      for (const from of moments) {
        expect(used.addSeconds(from, seconds)).toBe(businessClock(definition).addSeconds(from, seconds));
        expect(used.subtractSeconds(from, seconds)).toBe(businessClock(definition).subtractSeconds(from, seconds));
      }
    }),
    { numRuns: 8 },
  ));
