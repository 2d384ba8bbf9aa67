import { expect, test } from "vitest";
import { type BusinessClock, businessClock } from "../../src/calendar/business-clock.ts";
import {
  calendarOfSchedule,
  instantText,
  linesOf,
  type RecordedQuestion,
  type RecordedSchedule,
  secondsAt,
} from "./recorded-schedule.ts";
import { readSharedText } from "./shared-cases.ts";

type Line = { readonly id: number; readonly schedule: RecordedSchedule; readonly cases: readonly RecordedQuestion[] };

const text = readSharedText("cases/business_hours.jsonl");
const isLine = (value: unknown): value is Line => typeof value === "object" && value !== null && "cases" in value;

test.skipIf(text === null)("every question of business_hours.jsonl has the recorded answer, to the second", () => {
  const lines = linesOf(text).filter(isLine);
  const answers = lines.flatMap(({ id, schedule, cases }) => {
    const clock = businessClock(calendarOfSchedule(schedule));
    return cases.map((question) => ({ id, question, answer: answerOf(clock, question) }));
  });
  const wrong = answers.filter(({ question, answer }) => answer !== (question.result_seconds ?? question.result));
  console.info(`business_hours.jsonl ${answers.length - wrong.length}/${answers.length}`);
  expect(answers.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

function answerOf(clock: BusinessClock, question: RecordedQuestion): string | boolean | number {
  const from = secondsAt(question.from ?? question.at);
  const seconds = (question.minutes ?? Number.NaN) * 60;
  switch (question.op) {
    case "within":
      return clock.secondsBetween(from, secondsAt(question.to));
    case "add_after":
      return instantText(clock.addSeconds(from, seconds));
    case "add_before":
      return instantText(clock.subtractSeconds(from, seconds));
    case "in_hours":
      return clock.isOpen(from);
    default:
      throw new Error(`no such question: ${question.op}`);
  }
}
