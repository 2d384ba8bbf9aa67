import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Money } from "../../values/money.ts";
import { dueForParts, matchPrices } from "./match-prices.ts";

const cents = fc.integer({ min: 1, max: 500 }).map((value) => new Decimal(value).dividedBy("100"));
const amounts = fc.array(
  fc.record({ quantity: fc.integer({ min: 0, max: 500 }).map((value) => new Decimal(value)), price: cents }),
  {
    maxLength: 6,
  },
);

type Amounts = readonly { readonly quantity: Decimal; readonly price: Decimal }[];

function matched(billed: Amounts, due: Amounts) {
  const lines = billed.map(({ quantity, price }) => ({ quantity, unitPrice: new Money(price, "USD") }));
  const slots = due.map(({ quantity, price }) => ({
    quantity,
    priceIn: () => ({ price: new Money(price, "USD"), places: null }),
  }));
  return { lines, ...matchPrices(lines, slots) };
}

function sum(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((total, quantity) => total.plus(quantity), new Decimal(0));
}

test("every unit billed is found once, and nothing that is due is given twice", () => {
  fc.assert(
    fc.property(amounts, amounts, (billed, due) => {
      const { parts, unbilled, lines } = matched(billed, due);
      for (const [at, { quantity }] of lines.entries()) {
        expect(sum((parts[at] ?? []).map((part) => part.quantity)).equals(quantity)).toBe(true);
      }
      const given = sum(parts.flat().flatMap((part) => (part.due === null ? [] : [part.quantity])));
      expect(given.plus(sum(unbilled)).equals(sum(due.map(({ quantity }) => quantity)))).toBe(true);
    }),
  );
});

test("what comes out due is never more than is due, nor more than was billed", () => {
  fc.assert(
    fc.property(amounts, amounts, (billed, due) => {
      const { parts, lines } = matched(billed, due);
      const accepted = sum(lines.map(({ unitPrice }, at) => dueForParts(parts[at] ?? [], unitPrice).amount));
      const worth = (of: Amounts) => sum(of.map(({ quantity, price }) => quantity.times(price)));
      expect(accepted.lessThanOrEqualTo(worth(due))).toBe(true);
      expect(accepted.lessThanOrEqualTo(worth(billed))).toBe(true);
    }),
  );
});
