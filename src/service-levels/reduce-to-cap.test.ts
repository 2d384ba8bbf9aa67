import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Money } from "../values/money.ts";
import { reduceToCap } from "./reduce-to-cap.ts";

const dollars = (...amounts: string[]) => amounts.map((amount) => new Money(amount, "USD"));
const text = (amounts: readonly Money[]) => amounts.map((amount) => amount.toString());

test.each([
  [["3000", "1000"], "5000", ["3000.00 USD", "1000.00 USD"]],
  [["3000", "1000"], "4000", ["3000.00 USD", "1000.00 USD"]],
  [["3000", "1000"], "2000", ["1500.00 USD", "500.00 USD"]],
  [["1", "1", "1"], "1", ["0.34 USD", "0.33 USD", "0.33 USD"]],
  [["1", "0", "2"], "0", ["0.00 USD", "0.00 USD", "0.00 USD"]],
  [["1", "1"], "0.015", ["0.01 USD", "0.00 USD"]],
])("%j under a cap of %s is %j", (amounts, cap, expected) => {
  expect(text(reduceToCap(dollars(...amounts), new Money(cap, "USD")))).toEqual(expected);
});

test("currencies without cents are shared in whole units", () => {
  const yen = ["100", "100", "100"].map((amount) => new Money(amount, "JPY"));
  expect(text(reduceToCap(yen, new Money("100", "JPY")))).toEqual(["34 JPY", "33 JPY", "33 JPY"]);
});

test("together they come to the cap and never over it; no amount grows, and none goes below nothing", () =>
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 8 }), fc.nat(30_000_000), (cents, capCents) => {
      const amounts = cents.map((cent) => new Money(new Decimal(cent).dividedBy(100), "USD"));
      const cap = new Money(new Decimal(capCents).dividedBy(100), "USD");
      const reduced = reduceToCap(amounts, cap);
      const sum = (list: readonly Money[]) => list.reduce((total, amount) => total.plus(amount));
      const expected = sum(amounts).compare(cap) <= 0 ? sum(amounts) : cap;
      expect(sum(reduced).compare(expected)).toBe(0);
      for (const [index, amount] of reduced.entries()) {
        expect(amount.compare(amounts[index] ?? cap)).toBeLessThanOrEqual(0);
        expect(amount.amount.isNegative()).toBe(false);
      }
    }),
  ));
