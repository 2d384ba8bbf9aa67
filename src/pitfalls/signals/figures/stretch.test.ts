import { expect, test } from "vitest";
import type { KpiReading } from "../../../assessment/verdict.ts";
import { stretchOf, stretchWords } from "./stretch.ts";

const point = (value: number, numerator: number | null, denominator: number) => ({
  ...{ value, numerator, denominator, lower: null, upper: null, centre: null, special: null },
  period: { start: "2026-01-05", end: "2026-01-11" },
});
const words = (
  reading: Pick<KpiReading, "unit" | "every" | "currency">,
  ...points: readonly ReturnType<typeof point>[]
) => {
  const stretch = stretchOf(points, reading);
  return stretch === null ? null : stretchWords(stretch);
};

test("a figure over a stretch says what it is a figure of: items, records, leavers in person-years, both sums of a ratio", () => {
  const share = { unit: "share", every: "week" } as const;
  expect(words(share, point(0.5, 1, 2), point(0.75, 6, 8))).toBe("70.0 % (7 of 10)");
  const mean = { unit: "seconds", every: "week" } as const;
  expect(words(mean, point(7200, null, 20), point(10_800, null, 30))).toBe("2.5 h (mean of 2 weeks, 50 records)");
  const turnover = { unit: "percent-a-year", every: "month" } as const;
  expect(words(turnover, point(0.6, 2, 36), point(0, 0, 36))).toBe(
    "30 % a year (mean of 2 months, 2 leavers in 6 person-years)",
  );
  const ratio = { unit: "ratio", every: "month" } as const;
  expect(words(ratio, point(1.05, 5250, 5000))).toBe("1.05 (mean of 1 month, 5,250 for 5,000)");
  const price = { unit: "money", every: "month", currency: "USD" } as const;
  expect(words(price, point(50, 60_000, 1200))).toBe("50.00 USD (mean of 1 month, 60,000.00 USD for 1,200)");
});

test("what only counts has no records beside it, and an amount billed once a month is no rate", () => {
  const backlog = { unit: "count", every: "week" } as const;
  expect(words(backlog, point(60, 60, 60), point(62, 62, 62))).toBe("61 (mean of 2 weeks)");
  const billed = { unit: "money", every: "month", currency: "USD" } as const;
  expect(words(billed, point(70_000, 70_000, 1))).toBe("70,000.00 USD (mean of 1 month)");
  expect(words(backlog)).toBeNull();
});
