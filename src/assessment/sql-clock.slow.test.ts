import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SqlClock, type Timed } from "../../test/sql-clock.ts";
import { businessClock } from "../calendar/business-clock.ts";
import { CalendarDefinition } from "../calendar/calendar-definition.ts";
import { readDuration } from "../values/duration.ts";

let clock: SqlClock;
beforeAll(async () => {
  clock = await SqlClock.open();
});
afterAll(() => clock.close());

/** Two years with four changes of the clocks in most zones. */
const year = { start: Date.UTC(2025, 0, 1) / 1000, end: Date.UTC(2026, 11, 1) / 1000 };
const stamp = fc.integer({ min: year.start, max: year.end });
const length = fc.oneof(fc.integer({ min: 0, max: 86_400 }), fc.integer({ min: 0, max: 30 * 86_400 }));
const timed = fc
  .record({ from: stamp, length, pauses: fc.array(fc.tuple(length, length), { maxLength: 3 }) })
  .map(({ from, length: lasted, pauses }): Timed => {
    // One after the other: events of a paused item that is paused again belong to one pause.
    let at = from;
    const spans = pauses.map(([wait, stood]) => {
      const start = at + wait + 1;
      at = start + stood + 1;
      return { start, end: at };
    });
    return { from, to: from + lasted, pauses: spans };
  });

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const dayHours = (step: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 / step - 1 }), { minLength: 2, maxLength: 6 })
    .map((marks) => marks.sort((a, b) => a - b))
    .map((marks) =>
      marks.flatMap((mark, index) => {
        const end = marks[index + 1];
        return index % 2 === 0 && end !== undefined ? [`${clockTime(mark * step)}-${clockTime(end * step)}`] : [];
      }),
    );
const calendar = fc
  .record({
    zone: fc.constantFrom("America/New_York", "Europe/Lisbon", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"),
    step: fc.constantFrom(30, 15, 1),
    holidays: fc.constantFrom([], ["US-NY"], ["2025-03-31", "2026-07-01"]),
  })
  .chain(({ zone, step, holidays }) =>
    fc
      .record({ weekday: dayHours(step), saturday: dayHours(step), halfDay: dayHours(step) })
      .map(({ weekday, saturday, halfDay }) =>
        CalendarDefinition.parse({
          zone,
          week: { "mon-fri": weekday, sat: saturday },
          holidays,
          except: [{ on: "2025-12-24", open: halfDay, because: "half day" }],
        }),
      ),
  );

test("open time in SQL is the open time of the TypeScript clock, to the second, pauses included", () =>
  fc.assert(
    fc.asyncProperty(calendar, fc.array(timed, { minLength: 20, maxLength: 60 }), async (hours, items) => {
      const ours = businessClock(hours);
      const expected = items.map(({ from, to, pauses }) => ours.secondsBetween(from, to ?? from, ended(pauses)));
      expect(await clock.secondsBetween(hours, items)).toEqual(expected);
    }),
    { numRuns: 15 },
  ));

test("deadlines in SQL are those of the TypeScript clock, in hours and in business days, pauses included", () =>
  fc.assert(
    fc.asyncProperty(
      calendar,
      fc.constantFrom("1h", "4h", "16h", "20s", "7m", "1 business days", "2 business days"),
      fc.array(timed, { minLength: 20, maxLength: 60 }),
      async (hours, limit, items) => {
        const duration = readDuration(limit);
        if (duration === null) throw new Error(`${limit} is no length of time`);
        const ours = businessClock(hours);
        const expected = items.map(({ from, to, pauses }) => {
          const deadline = ours.deadline(from, duration, ended(pauses));
          return { deadline, isKept: (to ?? from) <= deadline };
        });
        expect(await clock.deadlines(hours, limit, items)).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  ));

function ended(pauses: Timed["pauses"]) {
  return (pauses ?? []).map(({ start, end }) => ({ start, end: end ?? Number.POSITIVE_INFINITY }));
}
