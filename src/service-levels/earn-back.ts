import { z } from "zod";
import { Percentage } from "../values/percentage.ts";
import { type CalendarLength, readCalendarLength } from "./calendar-length.ts";

/** What the provider must show to be given a credit back. */
export type EarnBackCondition =
  | { readonly kind: "met-running"; readonly of: "target" | "minimum"; readonly length: CalendarLength }
  | { readonly kind: "yearly-average"; readonly of: "target" | "minimum" };

/** `target met 3 months running` or `yearly average meets target`. Output: {@link EarnBackCondition}. */
export const WrittenEarnBackCondition = z.string().transform((text, context): EarnBackCondition => {
  const condition = readCondition(text);
  if (condition === null) {
    const message = `earn-back is written as target met 3 months running, or yearly average meets target, not ${JSON.stringify(text)}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return condition;
});

/** A credit given back once the level recovers. */
export const EarnBack = z.strictObject({
  when: WrittenEarnBackCondition,
  /** share of the credit that is returned */
  returns: Percentage.refine((share) => share >= 0 && share <= 1, "a credit can be returned from 0 % to 100 %").default(
    1,
  ),
});
export type EarnBack = z.infer<typeof EarnBack>;

function readCondition(text: string): EarnBackCondition | null {
  const running = /^\s*(target|minimum)\s+met\s+(?:for\s+)?(.+?)\s+(?:running|in a row)\s*$/i.exec(text);
  const length = running?.[2] === undefined ? null : readCalendarLength(running[2]);
  if (length !== null) return { kind: "met-running", of: levelNamed(running?.[1]), length };
  const average = /^\s*yearly average (?:meets|at|reaches)\s+(?:the\s+)?(target|minimum)\s*$/i.exec(text);
  return average === null ? null : { kind: "yearly-average", of: levelNamed(average[1]) };
}

function levelNamed(word: string | undefined): "target" | "minimum" {
  return word?.toLowerCase() === "minimum" ? "minimum" : "target";
}
