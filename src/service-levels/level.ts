import { z } from "zod";
import { readDuration } from "../values/duration.ts";
import { WrittenMoney } from "../values/money.ts";
import { Percentage } from "../values/percentage.ts";

/**
 * A level that a figure is held against, as people write it: `90 %`, `4.2`, `8h` or `5.20 USD`.
 * Output: a number in the metric's unit (fraction, score or count, seconds, amount of money).
 */
export const Level = z.union([z.number(), z.string()]).transform((written, context): number => {
  const level = typeof written === "number" ? written : levelOf(written);
  if (level === null || !Number.isFinite(level)) {
    const message = `a level is written as 90 %, 4.2, 8h or 5.20 USD, not ${JSON.stringify(written)}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return level;
});

function levelOf(text: string): number | null {
  const percentage = Percentage.safeParse(text);
  if (percentage.success) return percentage.data;
  const duration = readDuration(text);
  // A business day has no fixed length, so a mean cannot be compared with one.
  if (duration?.kind === "seconds") return duration.seconds;
  const money = WrittenMoney.safeParse(text);
  return money.success ? money.data.amount.toNumber() : null;
}
