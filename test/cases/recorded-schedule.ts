import { CalendarDefinition } from "../../src/calendar/calendar-definition.ts";

type Hours = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** A schedule as the business_hours case files record it. */
export type RecordedSchedule = {
  readonly hours: Hours;
  readonly shifts?: Hours;
  readonly breaks?: Hours;
  readonly holidays?: readonly string[];
  readonly time_zone: string;
};

/** One question and its recorded answer: durations in minutes or in `args`, instants as text. */
export type RecordedQuestion = {
  readonly op: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly minutes?: number;
  readonly result?: string | boolean | number;
  readonly result_seconds?: number;
};

/** The same schedule as a calendar of ours, read through its schema. */
export function calendarOfSchedule(schedule: RecordedSchedule): CalendarDefinition {
  return CalendarDefinition.parse({
    zone: schedule.time_zone,
    week: written(schedule.hours),
    breaks: written(schedule.breaks ?? {}),
    shifts: written(schedule.shifts ?? {}),
    holidays: schedule.holidays ?? [],
  });
}

/** Epoch seconds of an instant with its offset. */
export function secondsAt(text: string | undefined): number {
  return Date.parse(text ?? "") / 1000;
}

/** An instant as the case files write it. */
export function instantText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** The values of a file with one JSON document a line; none where the file is absent. */
export function linesOf(text: string | null): unknown[] {
  return (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

function written(hours: Hours): Record<string, string[]> {
  return Object.fromEntries(Object.entries(hours).map(([day, spans]) => [day, spans.map((span) => span.join("-"))]));
}
