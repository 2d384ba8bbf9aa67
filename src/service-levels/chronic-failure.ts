import { z } from "zod";
import { type CalendarLength, readCalendarLength, subtractLength } from "../values/calendar-length.ts";
import { Percentage } from "../values/percentage.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import type { ServiceLevelJudgement } from "./judge-service-level.ts";

/** What counts as a failure often repeated: so many misses in so long a stretch. */
export type ChronicTrigger = {
  readonly misses: number;
  readonly of: "target" | "minimum";
  readonly within: CalendarLength;
};

/** `4 misses in 12 months`, `3 misses of minimum in 6 months`. Output: {@link ChronicTrigger}. */
const WrittenChronicTrigger = z.string().transform((text, context): ChronicTrigger => {
  const match = /^\s*(\d+)\s+miss(?:es)?(?:\s+of\s+(?:the\s+)?(target|minimum))?\s+in\s+(.+)$/i.exec(text);
  const [, misses, of, stretch] = match ?? [];
  const within = stretch === undefined ? null : readCalendarLength(stretch);
  if (misses === undefined || within === null || Number(misses) < 1) {
    const message = `chronic failure is written as 4 misses in 12 months, not ${JSON.stringify(text)}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return { misses: Number(misses), of: of?.toLowerCase() === "minimum" ? "minimum" : "target", within };
});

/** What follows when the same service level fails again and again. */
export const ChronicFailure = z.strictObject({
  when: WrittenChronicTrigger.describe("how often is too often, such as 4 misses in 12 months"),
  pays: Percentage.optional().describe(
    "share of the allocation that a miss then costs, where the credit scale gives less; may exceed 100 %",
  ),
  gives: z.string().optional().describe("what it gives the client, such as right to terminate under MSA 12.3"),
});
export type ChronicFailure = z.infer<typeof ChronicFailure>;

/** The part of a judgement that counting misses needs. */
type Stood = Pick<ServiceLevelJudgement, "period" | "state">;

/**
 * The misses of one service level that make it chronic as of the period ending on `end`, oldest first; `null` when they are
 * too few, or when the period itself is no miss. Unknown periods count for neither side; a miss counts when
 * its whole period lies in the stretch.
 */
export function chronicMisses<Period extends Stood>(
  trigger: ChronicTrigger,
  history: readonly Period[],
  end: PlainDate,
): readonly Period[] | null {
  const from = subtractLength(addDays(end, 1), trigger.within);
  const misses = history
    .filter(({ period, state }) => period.end <= end && period.start >= from && isMissOf(trigger.of, state))
    .sort((one, other) => one.period.end.localeCompare(other.period.end));
  return misses.length >= trigger.misses && misses.at(-1)?.period.end === end ? misses : null;
}

function isMissOf(of: ChronicTrigger["of"], state: Stood["state"]): boolean {
  return state === "below-minimum" || (of === "target" && state === "missed");
}
