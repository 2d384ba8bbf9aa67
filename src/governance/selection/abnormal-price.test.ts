import { expect, test } from "vitest";
import { Money } from "../../values/money.ts";
import { judgePrice } from "./abnormal-price.ts";

const usd = (...amounts: readonly string[]) => amounts.map((amount) => new Money(amount, "USD"));
const five = usd("70", "100", "100", "100", "105");

test("from five bids on, a price under their mean less one standard deviation is abnormally low", () => {
  // Mean 95, squares 625 + 3 × 25 + 100 = 800, ÷ 4 = 200: deviation 14.142…, bar 80.857…
  const answer = judgePrice(five, 0, null);
  expect(answer).toMatchObject({
    kind: "abnormally-low",
    rules: [
      { rule: "mean-less-deviation", bar: "80.86 USD", isUnderBar: true },
      { rule: "far-under-the-others", isUnderBar: false },
    ],
  });
  expect(judgePrice(five, 1, null).kind).toBe("within-usual");
});

test("a price under half of the others' mean and 20 % under the next is low by both rules", () => {
  expect(judgePrice(usd("40", "100", "100", "100", "105"), 0, null)).toMatchObject({
    rules: [{ isUnderBar: true }, { rule: "far-under-the-others", bar: "50.63 USD", isUnderBar: true }],
  });
});

test.each([
  ["80", "abnormally-low"],
  ["80.01", "within-usual"],
])("with few bids, %s against an own estimate of 100 is %s", (amount, kind) => {
  expect(judgePrice(usd(amount, "95"), 0, new Money("100", "USD")).kind).toBe(kind);
});

test("few bids and no own estimate cannot tell, and say so", () => {
  expect(judgePrice(usd("1", "100", "100", "100"), 0, null)).toMatchObject({ kind: "cannot-tell" });
});

test("five identical prices are not abnormally low", () => {
  expect(judgePrice(usd("100", "100", "100", "100", "100"), 0, null).kind).toBe("within-usual");
});
