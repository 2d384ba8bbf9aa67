import { z } from "zod";

/**
 * A stretch of the wall clock: seconds after the midnight with which its day begins.
 * `end` is over 86,400 where it runs past the next midnight (`22:00-06:00`).
 */
export type DaySpan = { readonly start: number; readonly end: number };

export const secondsOfDay = 86_400;

const clock = "(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?";
const written = new RegExp(`^\\s*(${clock})\\s*[-–]\\s*(${clock})\\s*$`);
const example = "hours are written as 08:00-12:30, 22:00-06:00 over midnight, or 00:00-24:00 for a whole day";

/** Read by `readDaySpans`, so that each mistake is told at its own place; the pattern is for editors. */
const DaySpanText = z.string().meta({ examples: ["08:00-12:30"], pattern: `${written.source}|^closed$` });

/**
 * One or more stretches as written, `[08:00-12:30, 13:00-20:00]`; `closed` is none.
 * An end at or before its start lies on the next day; `24:00` and `00:00` as an end are midnight.
 */
export const DaySpanTexts = z.union([z.array(DaySpanText), DaySpanText], {
  error: `${example}, in a list: [08:00-12:30, 13:00-20:00]`,
});
export type DaySpanTexts = z.infer<typeof DaySpanTexts>;

/** The same, read; every text that is no stretch is a problem of its own. */
export const WrittenDaySpans = DaySpanTexts.transform((texts, context) => readDaySpans(texts, context, []));

/** Reads the stretches of one key; `path` is where they stand below the value that `context` is about. */
export function readDaySpans(
  texts: DaySpanTexts,
  context: z.RefinementCtx,
  path: readonly string[],
): readonly DaySpan[] {
  if (texts === "closed") return [];
  return [texts].flat().flatMap((text, at) => {
    const span = readDaySpan(text);
    if (span !== null) return [span];
    context.addIssue({
      code: "custom",
      path: typeof texts === "string" ? [...path] : [...path, at],
      message: `${JSON.stringify(text)} is no stretch of a day`,
      params: { code: "hours-unreadable", hint: example },
    });
    return [];
  });
}

/** Reads one stretch; `null` when it is none. A stretch from a time to the same time is refused, since it may mean nothing or a day. */
function readDaySpan(text: string): DaySpan | null {
  const [, from, to] = written.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const start = secondsAfterMidnight(from);
  const end = secondsAfterMidnight(to);
  if (start >= secondsOfDay || end > secondsOfDay || start === end) return null;
  return { start, end: end > start ? end : end + secondsOfDay };
}

function secondsAfterMidnight(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
