import { expect, test } from "vitest";
import { Money } from "../../values/money.ts";
import { decimalOf } from "../contract/charge-line.ts";
import { amountFit, itemName, monthsOf } from "./billed-line.ts";

test.each([
  ["412.5", "14.80", "6105.00", "exact"],
  ["4999.9", "14.80", "73998.52", "exact"],
  ["15", "46.09", "691.42", "price-shown-rounded"],
  ["15", "46.10", "691.57", "price-shown-rounded"],
  ["15", "46.10", "691.60", "differs"],
  ["1", "46.10", "46.12", "differs"],
  ["-200", "14.80", "-2960.00", "exact"],
])("%s × %s = %s: %s", (quantity, price, amount, fit) => {
  const line = { quantity: decimalOf(quantity), unitPrice: new Money(price, "USD"), amount: new Money(amount, "USD") };
  expect(amountFit(line)).toBe(fit);
});

test("months that a period touches, and items by whatever letters", () => {
  expect(monthsOf({ start: "2026-11-16", end: "2027-01-15" })).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect([" Agent Hour", "agent_hour", "AGENT-HOUR"].map(itemName)).toEqual(Array(3).fill("agent-hour"));
});
