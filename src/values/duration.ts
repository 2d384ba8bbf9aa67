import { z } from "zod";

/** A length of time as written: seconds of a clock, or whole business days of a calendar. */
export type WrittenDuration =
  | { readonly kind: "seconds"; readonly seconds: number }
  | { readonly kind: "business-days"; readonly days: number };

const secondsIn: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3600,
  hour: 3600,
  d: 86400,
  day: 86400,
};

/** `4h`, `90 min`, `1h 30m`, `2 business days`; `d` is 24 hours of the clock it is measured on. */
export const Duration = z.string().transform((text, context): WrittenDuration => {
  const duration = readDuration(text);
  if (duration === null) {
    context.addIssue({
      code: "custom",
      message: `a length of time is written as 4h, 90 min, 1h 30m or 2 business days, not ${JSON.stringify(text)}`,
    });
    return z.NEVER;
  }
  return duration;
});

/** Reads one written length of time; `null` when it is none. */
export function readDuration(text: string): WrittenDuration | null {
  const days = /^\s*(\d+)\s*business[ -]days?\s*$/i.exec(text);
  if (days !== null) return { kind: "business-days", days: Number(days[1]) };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)(?=[\s\d]|$)/gi)];
  const leftOver = parts.reduce((rest, [part]) => rest.replace(part, ""), text).trim();
  if (parts.length === 0 || leftOver !== "") return null;
  const seconds = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * secondsOf(unit ?? ""), 0);
  return { kind: "seconds", seconds };
}

function secondsOf(unit: string): number {
  const word = unit.toLowerCase();
  return secondsIn[word] ?? secondsIn[word.replace(/s$/, "")] ?? secondsIn[word.slice(0, 1)] ?? Number.NaN;
}
