import { expect, test } from "vitest";
import { addDays, daysBetween } from "./time.ts";

test("days are counted as the calendar has them, over leap years and centuries", () => {
  const step = (date: string, days: number) =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const wrong: string[] = [];
  for (let date = "1899-12-25", days = 0; date < "2101-01-10"; days++) {
    const next = step(date, 1);
    const isRight = daysBetween("1899-12-25", date) === days && addDays(date, 1) === next && addDays(next, -1) === date;
    if (!isRight) wrong.push(date);
    date = next;
  }
  expect(wrong).toEqual([]);
  expect(addDays("2000-02-28", 1)).toBe("2000-02-29");
  expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
  expect(addDays("0001-03-01", -1)).toBe("0001-02-28");
});

test("half a day is the day in which it lies, and what is no date stays none", () => {
  expect(addDays("2026-03-01", 1.5)).toBe("2026-03-02");
  expect(addDays("2026-03-01", -0.5)).toBe("2026-02-28");
  expect(daysBetween("2026-02-01", "no date")).toBeNaN();
  expect(daysBetween("2026-02-01", "2026-13-01")).toBeNaN();
  expect(() => addDays("2026-00-07", 1)).toThrow(RangeError);
});
