import fc from "fast-check";
import { expect, test } from "vitest";
import { businessClock } from "./business-clock.ts";
import { CalendarDefinition } from "./calendar-definition.ts";
import { deadlineTurns } from "./deadline-turns.ts";

const at = (stamp: string) => Date.parse(stamp) / 1000;

const calendars = [
  CalendarDefinition.parse({
    zone: "UTC",
    week: { "mon-fri": ["08:00-20:00"] },
    except: [
      { on: "2026-06-23", closed: ["10:00-10:15"], because: "all hands" },
      { on: "2026-06-25", open: ["08:00-12:00"], because: "half day" },
    ],
  }),
  CalendarDefinition.parse({
    zone: "Europe/Berlin",
    week: { daily: ["22:00-06:00"] },
    breaks: { daily: ["02:15-02:45"] },
  }),
  CalendarDefinition.parse({ zone: "America/New_York", always: true }),
  CalendarDefinition.parse({
    zone: "Australia/Lord_Howe",
    week: { "mon-sat": ["01:30-02:15", "14:00-24:00"] },
    holidays: ["AU"],
  }),
];
const starts = [
  "2026-03-27T00:00Z",
  "2026-04-03T00:00Z",
  "2026-06-19T00:00Z",
  "2026-10-02T00:00Z",
  "2026-10-23T00:00Z",
  "2026-10-30T00:00Z",
].map(at);

test("an irregular closing on the day of the deadline is a turn, though the day before runs through it", () => {
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error("no calendar");
  const turns = deadlineTurns(calendar, 1, { start: at("2026-06-22T00:00Z"), end: at("2026-06-23T00:00Z") });
  expect(turns.map((turn) => new Date(turn * 1000).toISOString().slice(11, 16))).toEqual([
    "00:00",
    "08:00",
    "10:00",
    "10:15",
    "20:00",
  ]);
});

test("between two turns a deadline in business days stands still or runs with time", () => {
  const clocks = calendars.map((calendar) => ({ calendar, clock: businessClock(calendar) }));
  const day = 86_400;
  fc.assert(
    fc.property(
      fc.constantFrom(...clocks),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(...starts),
      fc.integer({ min: 0, max: 5 * day }),
      ({ calendar, clock }, days, start, offset) => {
        const range = { start, end: start + 5 * day };
        const deadline = (moment: number) => clock.deadline(moment, { kind: "business-days", days });
        const turns = deadlineTurns(calendar, days, range);
        const from = turns.findLast((turn) => turn <= start + offset) ?? start;
        const to = (turns.find((turn) => turn > start + offset) ?? range.end) - 1;
        const gained = deadline(to) - deadline(from);
        const moment = Math.min(start + offset, to);
        expect([0, to - from]).toContain(gained);
        expect(deadline(moment) - deadline(from)).toBe(gained === 0 ? 0 : moment - from);
      },
    ),
    { numRuns: 400 },
  );
});
