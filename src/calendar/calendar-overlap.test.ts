import { expect, test } from "vitest";
import { CalendarDefinition } from "./calendar-definition.ts";
import { overlapOfCalendars } from "./calendar-overlap.ts";

const office = (zone: string, holidays: readonly string[] = []) =>
  CalendarDefinition.parse({ zone, week: { "mon-fri": ["09:00-17:00"] }, holidays });
const at = (stamp: string) => Date.parse(stamp) / 1000;
const summer = { start: at("2026-06-01T00:00Z"), end: at("2026-06-15T00:00Z") };

test("two offices share the hours in which both are open", () => {
  const { seconds, secondsPerWeek, shareOfFirst, shareOfSecond, spans } = overlapOfCalendars(
    office("Europe/Lisbon"),
    office("America/New_York"),
    summer,
  );
  expect(spans).toHaveLength(10);
  expect(seconds).toBe(10 * 3 * 3600);
  expect(secondsPerWeek).toBe(15 * 3600);
  expect(shareOfFirst).toBe(3 / 8);
  expect(shareOfSecond).toBe(3 / 8);
});

test("a week in which only one side has changed its clocks has other hours in common", () => {
  const march = { start: at("2026-03-09T00:00Z"), end: at("2026-03-16T00:00Z") };
  expect(overlapOfCalendars(office("Europe/Lisbon"), office("America/New_York"), march).secondsPerWeek).toBe(20 * 3600);
});

test("a holiday of either side is not shared", () => {
  const { seconds } = overlapOfCalendars(office("Europe/Lisbon", ["PT"]), office("America/New_York"), summer);
  expect(seconds).toBe(8 * 3 * 3600);
});

test("offices on two sides of the world share nothing, and one that never opens has no share to give", () => {
  expect(overlapOfCalendars(office("Asia/Manila"), office("America/New_York"), summer)).toMatchObject({
    seconds: 0,
    shareOfFirst: 0,
    shareOfSecond: 0,
  });
  const never = CalendarDefinition.parse({ zone: "UTC", week: {} });
  expect(overlapOfCalendars(never, office("UTC"), summer)).toMatchObject({
    seconds: 0,
    shareOfFirst: null,
    shareOfSecond: 0,
  });
});

test("round the clock on one side leaves the other side's hours", () => {
  const always = CalendarDefinition.parse({ zone: "UTC", always: true });
  expect(overlapOfCalendars(always, office("Asia/Manila"), summer).shareOfSecond).toBe(1);
});
