import { z } from "zod";
import { Percentage } from "../values/percentage.ts";
import { type CalendarLength, readCalendarLength } from "./calendar-length.ts";

/** What counts as a failure often repeated: so many misses in so long a stretch. */
export type ChronicTrigger = {
  readonly misses: number;
  readonly of: "target" | "minimum";
  readonly within: CalendarLength;
};

/** `4 misses in 12 months`, `3 misses of minimum in 6 months`. Output: {@link ChronicTrigger}. */
export const WrittenChronicTrigger = z.string().transform((text, context): ChronicTrigger => {
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
  when: WrittenChronicTrigger,
  /** share of the allocation that a miss then costs, in place of the credit scale; may exceed 100 % */
  pays: Percentage.optional(),
  /** what it gives the client, in the contract's words, such as `right to terminate under MSA 12.3` */
  gives: z.string().optional(),
});
export type ChronicFailure = z.infer<typeof ChronicFailure>;
