import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";

/** What every year brings back to all figures at once, and no smooth wave follows. */
export type YearShape = {
  /** how much worse the four weeks before Christmas are, in logits or logarithms */
  readonly december: number;
  /** how much better the weeks from mid July to the end of August are */
  readonly summer: number;
  /** days off, on which nothing comes in, and how much worse a week is of which every day is one */
  readonly daysOff: readonly PlainDate[];
  readonly short: number;
};

/** What the shape adds to a level in a period, and the part of the usual volume that comes in. */
export function yearShapeIn(
  { december, summer, daysOff, short }: YearShape,
  start: PlainDate,
  end: PlainDate,
): { readonly level: number; readonly volume: number } {
  const days = daysBetween(start, end) + 1;
  const workdays = Math.max(1, Math.round((5 * days) / 7));
  const part = (from: string, to: string) => {
    let count = 0;
    for (let day = 0; day < days; day += 1) {
      const inYear = addDays(start, day).slice(5);
      if (inYear >= from && inYear <= to) count += 1;
    }
    return count / days;
  };
  const off = daysOff.filter((day) => day >= start && day <= end && isWorkday(day)).length / workdays;
  return {
    level: december * part("11-27", "12-24") - summer * part("07-15", "08-31") + short * off,
    volume: Math.max(0.1, 1 - off),
  };
}

function isWorkday(day: PlainDate): boolean {
  // 1970-01-05 was a Monday.
  return ((daysBetween("1970-01-05", day) % 7) + 7) % 7 < 5;
}
