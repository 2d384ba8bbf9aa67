import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { sourceOf } from "../metrics/dialects/duckdb-records.ts";
import type { AskedQuestion } from "../pitfalls/observed-records.ts";
import { dateAt, type EpochSeconds, type TimeZone } from "../values/time.ts";

const secondsPerDay = 86_400;
const daysLookedAt = 365;

const QuestionRow = z.object({
  id: z.string(),
  owedBy: z.enum(["client", "provider"]),
  asked: z.number(),
  answered: z.number().nullable(),
});
export type QuestionFact = z.infer<typeof QuestionRow>;

/** What one side asked of the other, and when the other wrote next in the thread. */
export async function readQuestions(store: FactStore): Promise<readonly QuestionFact[]> {
  const rows = await store.rows(`SELECT message_id AS id, owed_by AS "owedBy", epoch(asked_at)::DOUBLE AS asked,
  epoch(answered_at)::DOUBLE AS answered FROM ${sourceOf("replies")} AS asked ORDER BY asked, id`);
  return z.array(QuestionRow).parse(rows);
}

/** How long each had waited by a moment: an answer that comes later is none yet. */
export function questionsAt(all: readonly QuestionFact[], end: EpochSeconds, zone: TimeZone): readonly AskedQuestion[] {
  const since = end - daysLookedAt * secondsPerDay;
  return all
    .filter(({ asked }) => asked >= since && asked < end)
    .map(({ id, owedBy, asked, answered }) => {
      const isAnswered = answered !== null && answered < end;
      const days = ((isAnswered ? answered : end) - asked) / secondsPerDay;
      return { id, owedBy, askedOn: dateAt(asked, zone), days, isAnswered };
    });
}
