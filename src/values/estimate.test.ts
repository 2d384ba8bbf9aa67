import { expect, test } from "vitest";
import { Currency, ExchangeRates } from "./currency.ts";
import { MoneyEstimate, NumberEstimate, ShareEstimate } from "./estimate.ts";

test("one figure is certain, three are a range, and both read into p10, p50 and p90", () => {
  expect(NumberEstimate.parse(4)).toEqual({ p10: 4, p50: 4, p90: 4 });
  expect(ShareEstimate.parse("3 %")).toEqual({ p10: 0.03, p50: 0.03, p90: 0.03 });
  expect(ShareEstimate.parse({ p10: "2 %", p50: "3 %", p90: "5 %" })).toEqual({ p10: 0.02, p50: 0.03, p90: 0.05 });
  expect(MoneyEstimate.parse("4 200 USD").p90.toString()).toBe("4200.00 USD");
});

test.each([
  [NumberEstimate, { p10: 5, p50: 4, p90: 6 }],
  [ShareEstimate, { p10: "5 %", p50: "3 %", p90: "6 %" }],
  [MoneyEstimate, { p10: "5 USD", p50: "6 USD", p90: "5.50 USD" }],
  [MoneyEstimate, { p10: "5 USD", p50: "6 EUR", p90: "7 USD" }],
  [MoneyEstimate, 4200],
  [Currency, "usd"],
  [ExchangeRates, { EUR: 0 }],
])("%# what is no range, no amount, no currency or no rate is refused", (schema, written) => {
  expect(schema.safeParse(written).success).toBe(false);
});
