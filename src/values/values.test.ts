import { expect, test } from "vitest";
import { Duration, readDuration } from "./duration.ts";
import { Money, WrittenMoney } from "./money.ts";
import { Percentage } from "./percentage.ts";
import { wilsonInterval } from "./share.ts";
import { dateAt, firstOfNextMonth, Instant, PlainDate, startOfDay, TimeZone } from "./time.ts";

test("a share may be written as a percent or as a fraction, and a bare 90 is refused", () => {
  expect(Percentage.parse("99.9 %")).toBe(0.999);
  expect(Percentage.parse(0.9)).toBe(0.9);
  expect(Percentage.safeParse(90).success).toBe(false);
  expect(Percentage.safeParse("ninety").success).toBe(false);
});

test("lengths of time are read in the words people use", () => {
  expect(readDuration("4h")).toEqual({ kind: "seconds", seconds: 14_400 });
  expect(readDuration("1h 30m")).toEqual({ kind: "seconds", seconds: 5_400 });
  expect(readDuration("90 minutes")).toEqual({ kind: "seconds", seconds: 5_400 });
  expect(readDuration("2 business days")).toEqual({ kind: "business-days", days: 2 });
  expect(Duration.safeParse("soon").success).toBe(false);
});

test("money is decimal: a tenth of a hundred thousand is exact, and currencies do not mix", () => {
  const invoice = WrittenMoney.parse("100,000 USD");
  expect(invoice.times("0.1").times("0.4").times("0.5").rounded().toString()).toBe("2000.00 USD");
  expect(() => invoice.plus(new Money("1", "EUR"))).toThrow("cannot mix");
  // @ts-expect-error a binary float does not even compile
  expect(() => new Money(0.1, "USD")).toThrow("decimal text");
  expect(new Money("10.5", "JPY").rounded().toString()).toBe("11 JPY");
});

test("money reads with its thousands apart, and its decimals together", () => {
  const texts = ["999", "1000", "-1234567.5", "0.12345"].map((amount) => new Money(amount, "USD").toText());
  expect(texts).toEqual(["999.00 USD", "1,000.00 USD", "-1,234,567.50 USD", "0.12345 USD"]);
});

test("a moment without an offset is refused; a date knows its own month", () => {
  expect(Instant.safeParse("2026-03-03T14:00").success).toBe(false);
  expect(Instant.parse("2026-03-03T14:00-05:00")).toBe(Date.UTC(2026, 2, 3, 19) / 1000);
  expect(PlainDate.safeParse("2026-02-30").success).toBe(false);
  expect(TimeZone.safeParse("Europe/Lissabon").success).toBe(false);
});

test("a day begins where its zone says, also on the day when the clocks change", () => {
  const start = startOfDay("2026-03-29", "Europe/Lisbon");
  expect(startOfDay("2026-03-30", "Europe/Lisbon") - start).toBe(23 * 3600);
  expect(dateAt(start - 1, "Europe/Lisbon")).toBe("2026-03-28");
});

test("Wilson's interval for 10 of 20 is the published 0.299 to 0.701", () => {
  const { low, high } = wilsonInterval(10, 20);
  expect(low).toBeCloseTo(0.2993, 4);
  expect(high).toBeCloseTo(0.7007, 4);
});

test.each([
  ["2026-01-31", "2026-02-01"],
  ["2026-02-01", "2026-03-01"],
  ["2024-02-29", "2024-03-01"],
  ["2026-12-15", "2027-01-01"],
])("the month after %s begins on %s", (date, first) => {
  expect(firstOfNextMonth(date)).toBe(first);
});
