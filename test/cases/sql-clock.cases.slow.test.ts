import { afterAll, beforeAll, expect, test } from "vitest";
import { groupedBy } from "../../src/values/grouped.ts";
import { SqlClock } from "../sql-clock.ts";
import { calendarOfSchedule, instantText, linesOf, type RecordedSchedule, secondsAt } from "./recorded-schedule.ts";
import { readSharedText } from "./shared-cases.ts";

/** One recorded question, of either file. */
type Question = {
  readonly op: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly minutes?: number;
  readonly amount?: number;
  readonly unit?: string;
};
type Line = {
  readonly op?: string;
  readonly schedule: RecordedSchedule;
  readonly cases?: readonly (Question & { readonly result?: unknown; readonly result_seconds?: number })[];
  readonly args?: Omit<Question, "op">;
  readonly result?: unknown;
};

let clock: SqlClock;
beforeAll(async () => {
  clock = await SqlClock.open();
});
afterAll(() => clock.close());

const files = ["business_hours.jsonl", "business_hours_spec.jsonl"];

test.each(files)(
  "the SQL clock gives the recorded answers of %s, to the second",
  async (file) => {
    const text = readSharedText(`cases/${file}`);
    if (text === null) {
      console.info(`${file} is skipped: the shared folder is absent`);
      return;
    }
    const wrong: string[] = [];
    let [asked, notAsked] = [0, 0];
    for (const [schedule, questions] of questionsBySchedule(linesOf(text).filter(isLine))) {
      const answers = await answersOf(
        schedule,
        questions.map(([question]) => question),
      );
      for (const [index, [question, expected]] of questions.entries()) {
        const answer = answers[index] ?? null;
        if (answer === null) notAsked++;
        else asked++;
        if (answer !== null && answer !== expected)
          wrong.push(`${JSON.stringify(question)}: ${answer}, not ${expected}`);
      }
    }
    console.info(`SQL clock, ${file}: ${asked - wrong.length}/${asked}, and ${notAsked} that no metric asks`);
    expect(asked).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  },
  900_000,
);

const isLine = (value: unknown): value is Line => typeof value === "object" && value !== null && "schedule" in value;

type Asked = readonly [Question, unknown];

function questionsBySchedule(lines: readonly Line[]): readonly (readonly [RecordedSchedule, readonly Asked[]])[] {
  const groups = groupedBy(lines, ({ schedule }) => JSON.stringify(schedule));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [[first.schedule, group.flatMap(questionsOf)] as const];
  });
}

function questionsOf({ op, args, cases, result }: Line): readonly Asked[] {
  if (op !== undefined && args !== undefined) return [[{ op, ...args }, result]];
  return (cases ?? []).map((question) => [question, question.result_seconds ?? question.result]);
}

/** The answers of the SQL clock to questions about one schedule; null for those that metrics never ask. */
async function answersOf(schedule: RecordedSchedule, questions: readonly Question[]): Promise<readonly unknown[]> {
  const calendar = calendarOfSchedule(schedule);
  const answers = new Map<Question, unknown>();
  const timed = questions.filter(({ op }) => op === "within" || op === "in_hours");
  const ends = timed.map((question) => {
    const from = secondsAt(question.from ?? question.at);
    return { from, to: question.op === "within" ? secondsAt(question.to) : from + 1 };
  });
  const elapsed = timed.length === 0 ? [] : await clock.secondsBetween(calendar, ends);
  for (const [index, question] of timed.entries()) {
    answers.set(question, question.op === "within" ? elapsed[index] : elapsed[index] === 1);
  }
  for (const question of questions.filter(({ op }) => op === "add_after")) {
    const [answer] = await clock.deadlines(calendar, limitOf(question), [{ from: secondsAt(question.from), to: null }]);
    answers.set(question, instantText(answer?.deadline ?? Number.NaN));
  }
  for (const question of questions.filter(({ op, unit }) => op === "add_before" && unit?.startsWith("day") !== true)) {
    answers.set(
      question,
      instantText(await clock.subtractSeconds(calendar, secondsAt(question.from), secondsOf(question))),
    );
  }
  return questions.map((question) => answers.get(question) ?? null);
}

function limitOf(question: Question): string {
  return question.unit?.startsWith("day") === true ? `${question.amount} business days` : `${secondsOf(question)}s`;
}

function secondsOf({ minutes, amount, unit = "minute" }: Question): number {
  return (minutes ?? amount ?? 0) * (unit.startsWith("hour") ? 3600 : unit.startsWith("minute") ? 60 : 1);
}
