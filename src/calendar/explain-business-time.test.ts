import fc from "fast-check";
import { expect, test } from "vitest";
import { businessClock } from "./business-clock.ts";
import { CalendarDefinition } from "./calendar-definition.ts";
import { type ExplainedTime, explainBusinessTime } from "./explain-business-time.ts";
import type { Span } from "./span.ts";

const at = (stamp: string) => Date.parse(stamp) / 1000;
const support = CalendarDefinition.parse({
  zone: "America/New_York",
  week: { "mon-fri": ["08:00-12:30", "13:00-20:00"] },
  holidays: ["US-NY"],
  shifts: { "2026-11-28": ["10:00-12:00"] },
  except: [
    { on: "2026-11-27", open: ["08:00-12:00"], because: "half day after the holiday" },
    { on: "2026-11-30", closed: true, because: "move to the new office" },
  ],
});

function lines(explained: ExplainedTime): string[] {
  return explained.days.map(
    ({ date, seconds, pausedSeconds, because }) =>
      `${date} ${seconds / 3600}h, paused ${pausedSeconds / 3600}h: ${because}`,
  );
}

test("each date says how much of it counted and why it was skipped", () => {
  const explained = explainBusinessTime(
    support,
    { start: at("2026-11-25T14:00-05:00"), end: at("2026-12-02T07:00-05:00") },
    [
      { start: at("2026-12-01T00:00-05:00"), end: at("2026-12-01T23:00-05:00") },
      { start: at("2026-11-27T11:00-05:00"), end: at("2026-11-27T23:00-05:00") },
    ],
  );
  expect(lines(explained)).toEqual([
    "2026-11-25 6h, paused 0h: usual hours",
    "2026-11-26 0h, paused 0h: Thanksgiving Day",
    "2026-11-27 3h, paused 1h: half day after the holiday",
    "2026-11-28 2h, paused 0h: hours of this date",
    "2026-11-29 0h, paused 0h: Sunday, a day off",
    "2026-11-30 0h, paused 0h: move to the new office",
    "2026-12-01 0h, paused 11.5h: paused (usual hours)",
    "2026-12-02 0h, paused 0h: outside of its hours",
  ]);
  expect(explained.seconds).toBe(11 * 3600);
  expect(explained.pausedSeconds).toBe(12.5 * 3600);
});

test("hours past midnight stand on the date on which the clock ran", () => {
  const night = CalendarDefinition.parse({ zone: "UTC", week: { fri: ["22:00-06:00"] } });
  expect(lines(explainBusinessTime(night, { start: at("2026-06-26T12:00Z"), end: at("2026-06-27T12:00Z") }))).toEqual([
    "2026-06-26 2h, paused 0h: usual hours",
    "2026-06-27 6h, paused 0h: hours of the day before, past midnight",
  ]);
});

test("an empty stretch has no dates", () => {
  expect(explainBusinessTime(support, { start: 5, end: 5 })).toEqual({ seconds: 0, pausedSeconds: 0, days: [] });
});

test("the dates add up to what the clock shows", () => {
  const clock = businessClock(support);
  const start = at("2026-03-01T00:00Z");
  const moment = fc.integer({ min: start, max: start + 40 * 86_400 });
  const pauses = fc.array(
    fc
      .tuple(moment, fc.integer({ min: 0, max: 500_000 }))
      .map(([from, length]): Span => ({ start: from, end: from + length })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 20 * 86_400 }), pauses, (from, length, stops) => {
      const explained = explainBusinessTime(support, { start: from, end: from + length }, stops);
      expect(explained.seconds).toBe(clock.secondsBetween(from, from + length, stops));
      expect(explained.seconds + explained.pausedSeconds).toBe(clock.secondsBetween(from, from + length));
    }),
    { numRuns: 30 },
  );
});
