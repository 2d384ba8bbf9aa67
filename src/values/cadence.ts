import { z } from "zod";

const units = ["day", "weekday", "week", "month", "quarter", "half-year", "year"] as const;
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type CadenceUnit = (typeof units)[number];
export type Weekday = (typeof weekdays)[number];

/** How often something happens: every `count` units, on a weekday and at a time of day where that was said. */
export type Cadence = {
  readonly count: number;
  readonly unit: CadenceUnit;
  readonly weekday: Weekday | null;
  /** `HH:MM` on the wall of the zone of whoever said it */
  readonly time: string | null;
};

/** `day`, `weekday 09:30`, `week`, `2 weeks`, `month`, `quarter`, `half-year`, `year`, `Tuesday 10:00`. */
export const WrittenCadence = z.string().transform((text, context): Cadence => {
  const cadence = readCadence(text);
  if (cadence === null) {
    context.addIssue({
      code: "custom",
      message: `how often is written as week, 2 weeks, month, quarter or Tuesday 10:00, not ${JSON.stringify(text)}`,
    });
    return z.NEVER;
  }
  return cadence;
});

/** So many in each stretch of time: `1 per quarter`. */
export type Frequency = { readonly count: number; readonly per: Exclude<CadenceUnit, "weekday"> };

/** `1 per quarter`, `5 per week`, `0.5 per year`. */
export const WrittenFrequency = z.string().transform((text, context): Frequency => {
  const [, count, word] = /^\s*(\d+(?:\.\d+)?)\s*(?:per|an?|every|each)\s*([a-z-]+)\s*$/i.exec(text) ?? [];
  const unit = unitOf(word ?? "");
  if (count === undefined || unit === null || unit === "weekday") {
    context.addIssue({
      code: "custom",
      message: `a frequency is written as 1 per quarter or 5 per week, not ${JSON.stringify(text)}`,
    });
    return z.NEVER;
  }
  return { count: Number(count), per: unit };
});

/** Days from one time to the next, on average over a year; weekdays count as 7/5. */
export function cadenceDays(cadence: Cadence): number {
  return cadence.count * daysIn[cadence.unit];
}

/** How many in a year of 365.25 days. */
export function perYear(frequency: Frequency): number {
  return (frequency.count * 365.25) / daysIn[frequency.per];
}

const daysIn: Readonly<Record<CadenceUnit, number>> = {
  day: 1,
  weekday: 7 / 5,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  "half-year": 365.25 / 2,
  year: 365.25,
};

function readCadence(text: string): Cadence | null {
  const [, count, word, time] =
    /^\s*(?:every\s+)?(?:(\d{1,3})\s+)?([a-z-]+)(?:\s+(?:at\s+)?((?:[01]\d|2[0-3]):[0-5]\d))?\s*$/i.exec(text) ?? [];
  if (word === undefined || count === "0") return null;
  const weekday = weekdays.find((name) => name === word.toLowerCase().replace(/s$/, "")) ?? null;
  const unit = weekday === null ? unitOf(word) : "week";
  if (unit === null) return null;
  return { count: Number(count ?? 1), unit, weekday, time: time ?? null };
}

function unitOf(word: string): CadenceUnit | null {
  const singular = word.toLowerCase().replace(/s$/, "");
  return units.find((unit) => unit === singular) ?? null;
}
