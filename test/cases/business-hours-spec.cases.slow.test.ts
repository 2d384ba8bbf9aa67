import { expect, test } from "vitest";
import { type BusinessClock, businessClock } from "../../src/calendar/business-clock.ts";
import { calendarDays } from "../../src/calendar/calendar-day.ts";
import type { CalendarDefinition } from "../../src/calendar/calendar-definition.ts";
import { dayOfDate } from "../../src/calendar/day-number.ts";
import { dateAt, startOfDay } from "../../src/values/time.ts";
import { calendarOfSchedule, instantText, linesOf, type RecordedSchedule, secondsAt } from "./recorded-schedule.ts";
import { readSharedText } from "./shared-cases.ts";

type Line = {
  readonly op: string;
  readonly schedule: RecordedSchedule;
  readonly args: {
    readonly amount?: number;
    readonly unit?: string;
    readonly from?: string;
    readonly to?: string;
    readonly at?: string;
  };
  readonly result: string | boolean | number;
  readonly example: string;
};

const text = readSharedText("cases/business_hours_spec.jsonl");
const isLine = (value: unknown): value is Line => typeof value === "object" && value !== null && "args" in value;
const secondsIn: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

test.skipIf(text === null)("every calculation of business_hours_spec.jsonl has the recorded answer", () => {
  const lines = linesOf(text).filter(isLine);
  const wrong = lines.flatMap((line) => {
    const calendar = calendarOfSchedule(line.schedule);
    const answer = answerOf(businessClock(calendar), calendar, line);
    return answer === line.result ? [] : [`${line.example}: ${answer}, not ${line.result}`];
  });
  console.info(`business_hours_spec.jsonl ${lines.length - wrong.length}/${lines.length}`);
  expect(lines.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

function answerOf(clock: BusinessClock, calendar: CalendarDefinition, { op, args }: Line): string | boolean | number {
  const at = secondsAt(args.from ?? args.at);
  const amount = args.amount ?? Number.NaN;
  const unit = (args.unit ?? "").replace(/s$/, "");
  const seconds = amount * (secondsIn[unit] ?? Number.NaN);
  switch (op) {
    case "within":
      return clock.secondsBetween(at, secondsAt(args.to));
    case "add_after":
      return instantText(
        clock.deadline(at, unit === "day" ? { kind: "business-days", days: amount } : { kind: "seconds", seconds }),
      );
    case "add_before":
      return instantText(unit === "day" ? clock.subtractBusinessDays(at, amount) : clock.subtractSeconds(at, seconds));
    case "in_hours":
      return clock.isOpen(at);
    case "on_break":
      return isCutOut(calendar, at);
    case "on_holiday":
      return dayAt(calendar, at).rule.kind === "holiday";
    default:
      throw new Error(`no such calculation: ${op}`);
  }
}

function isCutOut(calendar: CalendarDefinition, at: number): boolean {
  const ofDay = at - startOfDay(dateAt(at, calendar.zone), calendar.zone);
  return dayAt(calendar, at).cuts.some(({ start, end }) => start <= ofDay && ofDay < end);
}

function dayAt(calendar: CalendarDefinition, at: number) {
  return calendarDays(calendar)(dayOfDate(dateAt(at, calendar.zone)));
}
