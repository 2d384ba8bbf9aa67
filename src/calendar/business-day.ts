import { calendarDays } from "./calendar-day.ts";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { type DayNumber, dayOfDate } from "./day-number.ts";
import { without } from "./span.ts";

const firstDay = dayOfDate("1900-01-02");
const lastDay = dayOfDate("2199-12-30");

/**
 * Finds the `count`th business day after (or before) a date; the date itself does not count, and need not be one.
 * A business day has hours left after breaks and closings. `null` when there are not so many from 1900 to 2199.
 */
export function businessDayCount(
  calendar: CalendarDefinition,
): (day: DayNumber, count: number, direction: 1 | -1) => DayNumber | null {
  const dayOf = calendarDays(calendar);
  const remembered = new Map<DayNumber, boolean>();

  function isBusinessDay(day: DayNumber): boolean {
    const known = remembered.get(day);
    if (known !== undefined) return known;
    const { hours, cuts } = dayOf(day);
    const hasHours = without(hours, cuts).length > 0;
    remembered.set(day, hasHours);
    return hasHours;
  }

  return (from, count, direction) => {
    let day = from;
    for (let left = count; left > 0; ) {
      day += direction;
      if (day < firstDay || day > lastDay) return null;
      if (isBusinessDay(day)) left--;
    }
    return day;
  };
}
