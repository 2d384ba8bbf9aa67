import { expect, test } from "vitest";
import { month } from "../../test/fixtures/judged-period.ts";
import { Money } from "../values/money.ts";
import { type InvoicedPeriod, stretchText, WrittenAgreedAmount, workOutAmount } from "./at-risk-amount.ts";
import { stretchAround } from "./billing-stretch.ts";

const bill = (name: string, amount: string, currency = "USD"): InvoicedPeriod => ({
  period: month(name),
  total: new Money(amount, currency),
});

test.each([
  ["2026-03-31", "month", "01-01", "2026-03-01", "2026-03-31"],
  ["2028-02-10", "month", "01-01", "2028-02-01", "2028-02-29"],
  ["2026-12-31", "quarter", "01-01", "2026-10-01", "2026-12-31"],
  ["2026-03-31", "year", "01-01", "2026-01-01", "2026-12-31"],
  ["2026-03-31", "year", "04-01", "2025-04-01", "2026-03-31"],
  ["2026-04-01", "year", "04-01", "2026-04-01", "2027-03-31"],
] as const)("%s lies in the %s (years from %s) of %s to %s", (day, stretch, yearStarts, start, end) => {
  expect(stretchAround(day, stretch, yearStarts)).toEqual({ start, end });
});

test("a share of the invoice is worked out from all bills whose period ends in the stretch", () => {
  const agreed = WrittenAgreedAmount.parse("10 % of the month's invoice");
  const bills = [bill("2026-02", "90000"), bill("2026-03", "60000.05"), bill("2026-03", "40000")];
  expect(workOutAmount(agreed, month("2026-03"), bills)).toEqual({
    kind: "amount",
    amount: new Money("10000.005", "USD"),
    working: "10 % of 100,000.05 USD",
  });
});

test("a bill that is missing, half there or in two currencies leaves the amount unknown", () => {
  const monthly = WrittenAgreedAmount.parse("10 % of the month's invoice");
  const yearly = WrittenAgreedAmount.parse("10 % of the year's invoices");
  const year = { start: "2026-01-01", end: "2026-12-31" };
  expect(workOutAmount(monthly, month("2026-03"), [bill("2026-02", "90000")])).toMatchObject({ kind: "unknown" });
  expect(workOutAmount(yearly, year, [bill("2026-02", "90000")])).toEqual({
    kind: "unknown",
    because: "no invoice yet for 2026-01-01 to 2026-12-31",
  });
  expect(workOutAmount(yearly, year, [bill("2026-11", "1"), bill("2026-12", "2", "EUR")])).toEqual({
    kind: "unknown",
    because: "2026-01-01 to 2026-12-31 is invoiced in USD and EUR",
  });
});

test("a fixed amount needs no bill", () => {
  const agreed = WrittenAgreedAmount.parse("10,000 USD a month");
  expect(agreed).toMatchObject({ kind: "fixed", over: "month" });
  expect(workOutAmount(agreed, month("2026-03"), [])).toMatchObject({ kind: "amount", working: "10,000.00 USD" });
});

test("a month is named as a month", () => {
  expect(stretchText(month("2026-03"))).toBe("2026-03");
});
