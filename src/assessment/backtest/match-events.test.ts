import { expect, test } from "vitest";
import type { KnownEvent } from "./known-event.ts";
import { matchEvents, type Warning } from "./match-events.ts";

const window = { from: "2025-01-05", to: "2026-01-04" };
const event = (more: Partial<KnownEvent> = {}): KnownEvent => ({
  pitfall: "quality-decline",
  from: "2025-06-01",
  until: "2025-07-31",
  what: "the quality of answers fell",
  ...more,
});
const warning = (from: string, more: Partial<Warning> = {}): Warning => ({
  id: `finding-${from}`,
  pitfall: "quality-decline",
  detector: "kpi-shift",
  from,
  alarmAt: null,
  clearedAt: null,
  isFromBefore: false,
  isByChance: true,
  statement: "the share fell",
  ...more,
});

test.each<[string, Warning[], KnownEvent, string, number | null]>([
  ["seen on its first day", [warning("2025-06-01")], event(), "in-time", 0],
  ["seen after five weeks", [warning("2025-07-06")], event(), "in-time", 35],
  ["seen on the last day that is in time", [warning("2025-08-24")], event(), "in-time", 84],
  ["seen late, while one may still tell of it", [warning("2025-09-07")], event(), "late", 98],
  ["seen late, the event lasting", [warning("2025-12-07")], { ...event(), until: undefined }, "late", 189],
  ["not seen: the warning came long after its end", [warning("2025-11-02")], event(), "not-seen", null],
  ["not seen: nothing was said", [], event(), "not-seen", null],
  ["not seen: another pitfall was", [warning("2025-06-08", { pitfall: "high-turnover" })], event(), "not-seen", null],
  ["said before, and standing when it began", [warning("2025-05-18")], event(), "before", -14],
  ["said and cleared before it began", [warning("2025-03-02", { clearedAt: "2025-06-01" })], event(), "not-seen", null],
  ["of no pitfall, so that any may tell", [warning("2025-06-08")], { ...event(), pitfall: undefined }, "in-time", 7],
  ["begun before the first replayed date", [warning("2025-01-05")], event({ from: "2024-12-01" }), "outside", 35],
  ["begun after the last", [], event({ from: "2026-02-01", until: "2026-03-01" }), "outside", null],
])("an event %s", (_, warnings, known, sight, days) => {
  const plain = JSON.parse(JSON.stringify(known)) as KnownEvent;
  const { events } = matchEvents(warnings, [plain], window);
  expect(events[0]).toMatchObject({ sight, days });
  expect(events[0]?.by === null).toBe(days === null);
});

test("the first of several warnings counts, and the alarm of any of them", () => {
  const later = warning("2025-06-22", { alarmAt: "2025-06-29" });
  const { events } = matchEvents([later, warning("2025-06-08")], [event()], window);
  expect(events[0]).toMatchObject({ by: { id: "finding-2025-06-08" }, days: 7, daysToAlarm: 28 });
});

test("one warning tells of two events that overlap, and what tells of none is left over", () => {
  const events = [event(), event({ from: "2025-06-15", what: "a second product line was hit" })];
  const alone = warning("2025-03-02", { id: "alone", clearedAt: "2025-03-16" });
  const matched = matchEvents([alone, warning("2025-06-08")], events, window);
  expect(matched.events.map(({ sight, days }) => [sight, days])).toEqual([
    ["in-time", 7],
    ["before", -7],
  ]);
  expect(matched.unmatched.map(({ id }) => id)).toEqual(["alone"]);
});

test("with no events every warning is left over", () => {
  expect(matchEvents([warning("2025-06-08")], [], window)).toMatchObject({ events: [], unmatched: [{}] });
});
