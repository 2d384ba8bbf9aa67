import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bill,
  billedRecord,
  billRecords,
  check,
  hours,
  measured,
  said,
} from "../../../test/fixtures/billed-month.ts";
import { Money } from "../../values/money.ts";
import { checkInvoices } from "./check-invoices.ts";
import type { InvoiceCheck } from "./invoice-check.ts";

const march = measured("2026-03", "5000");
const right = hours("5000", "14.80", "74000.00");

function outcomes({ invoices }: InvoiceCheck): readonly string[] {
  return invoices.map(said);
}

function _outcome(lines: Bill["lines"], contract: object = {}, more: Parameters<typeof check>[2] = {}): string {
  return outcomes(check([{ lines }], { ...contract }, { measured: [march], ...more })).join("; ");
}

describe("across invoices", () => {
  test.each<[string, readonly Bill[], readonly string[]]>([
    [
      "the same bill under another number",
      [
        { id: "A-7", lines: [right] },
        { id: "A-8", lines: [right] },
      ],
      ["accept 74000.00", "dispute 74000.00 of 74000.00, duplicate"],
    ],
    [
      "the same hours in other portions",
      [{ lines: [right] }, { lines: [hours("100", "14.80", "1480.00")] }],
      ["accept 74000.00", "dispute 1480.00 of 1480.00, quantity-above-measured"],
    ],
    [
      "two halves of a month",
      [
        { period: { start: "2026-03-01", end: "2026-03-15" }, lines: [hours("2400", "14.80", "35520.00")] },
        { period: { start: "2026-03-16", end: "2026-03-31" }, lines: [hours("2600", "14.80", "38480.00")] },
      ],
      ["accept 35520.00", "accept 38480.00"],
    ],
    [
      "a quarter that bills a month again",
      [
        { lines: [right] },
        {
          period: { start: "2026-01-01", end: "2026-03-31" },
          issuedOn: "2026-04-05",
          lines: [hours("14000", "14.80", "207200.00")],
        },
      ],
      ["accept 74000.00", "dispute 74000.00 of 207200.00, quantity-above-measured"],
    ],
    [
      "the same every month",
      [
        { month: "2026-02", lines: [right] },
        { month: "2026-03", lines: [right] },
      ],
      ["accept 74000.00", "accept 74000.00"],
    ],
  ])("%s", (_, bills, expected) => {
    const all = [measured("2026-01", "4000"), measured("2026-02", "5000"), march];
    expect(outcomes(check(bills, {}, { measured: all }))).toEqual(expected);
  });

  test("a number that differs by marks and zeros is noted", () => {
    const found = check([
      { id: "INV-2026-03", lines: [right] },
      { id: "inv 2026/3", month: "2026-04", lines: [] },
    ]);
    expect(found.invoices[1]?.notes.map(({ code }) => code)).toContain("number-like-another");
  });

  test("an invoice that is not yet issued is not known", () => {
    expect(check([{ issuedOn: "2027-01-05", lines: [right] }]).invoices).toEqual([]);
  });
});

describe("currencies", () => {
  const euros = (lines: Bill["lines"]) => [{ currency: "EUR", lines }];
  test("in another currency without a rate nothing can be told, and the problem says where", () => {
    const found = check(euros([hours("5000", "13.70", "68500.00")]), {}, { measured: [march] });
    expect(found.invoices[0]?.decision).toBe("cannot-tell");
    expect(found.problems).toMatchObject([
      { code: "currency-without-rate", path: ["contract", "pricing", "exchange_rates"] },
    ]);
  });

  test.each([
    ["at the rate, rounded as shown", "13.70", "68500.00", "accept 68500.00"],
    ["above the rate", "13.80", "69000.00", "dispute 481.48 of 69000.00, price-above-card"],
  ])("%s", (_, price, amount, expected) => {
    const rates = {
      rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }],
      exchange_rates: { EUR: 1.08 },
    };
    expect(outcomes(check(euros([hours("5000", price, amount)]), { pricing: rates }, { measured: [march] }))).toEqual([
      expected,
    ]);
  });

  test("hours billed in two currencies are due once", () => {
    const rates = { rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }], exchange_rates: { EUR: 1 } };
    const bills = [{ lines: [right] }, { currency: "EUR", lines: [right] }];
    const found = check(bills, { pricing: rates }, { measured: [march] });
    expect(outcomes(found)).toEqual(["accept 74000.00", "dispute 74000.00 of 74000.00, quantity-above-measured"]);
    expect(found.totals.map(({ billed }) => billed.currency)).toEqual(["USD", "EUR"]);
  });
});

describe("bad input is told with its place and a hint", () => {
  test.each<[string, Parameters<typeof billRecords>, string, readonly (string | number)[]]>([
    [
      "a negative price",
      [[{ lines: [hours("10", "-14.80", "-148.00")] }]],
      "negative-price",
      ["lines", 0, "unitPrice"],
    ],
    [
      "a period before the contract",
      [[{ month: "2025-11", lines: [] }]],
      "before-the-contract",
      ["invoices", 0, "period", "start"],
    ],
    [
      "a period after the contract",
      [[{ month: "2028-01", lines: [] }], { asOf: "2028-12-31" }],
      "after-the-contract",
      ["invoices", 0, "period", "end"],
    ],
    [
      "a number that is none",
      [[{ total: "1.00", lines: [{ amount: "1e5" }] }]],
      "unreadable",
      ["lines", 0, "quantity"],
    ],
    [
      "a number twice",
      [
        [
          { id: "A", lines: [] },
          { id: "A", lines: [] },
        ],
      ],
      "duplicate-invoice-id",
      ["invoices", 1, "id"],
    ],
    [
      "a measure of a week",
      [[], { measured: [measured("2026-03", "1", { period: { start: "2026-03-02", end: "2026-03-08" } })] }],
      "measured-not-by-month",
      ["measured", 0, "period"],
    ],
    [
      "a negative measure",
      [[], { measured: [measured("2026-03", "-1")] }],
      "negative-quantity",
      ["measured", 0, "quantity"],
    ],
    [
      "a line without its invoice",
      [[], { lines: billRecords([{ id: "X", lines: [right] }]).lines }],
      "line-without-invoice",
      ["lines", 0, "invoice"],
    ],
  ])("%s", (_, records, code, path) => {
    const { problems } = checkInvoices(billedRecord(), billRecords(...records));
    expect(problems).toContainEqual(
      expect.objectContaining({ code, path: code === "unreadable" ? expect.anything() : path }),
    );
    expect(problems.every(({ hint, message }) => hint.length > 10 && message.length > 10)).toBe(true);
  });

  test("work billed for a month before the contract is disputed", () => {
    const found = check([{ month: "2025-11", lines: [right] }], {}, { measured: [measured("2025-11", "5000")] });
    expect(outcomes(found)).toEqual(["dispute 74000.00 of 74000.00, before-the-contract"]);
  });
});

describe("exactness", () => {
  const cents = (most: number) =>
    fc.integer({ min: -most, max: most }).map((value) => (value < 0 ? `-${text(-value)}` : text(value)));
  const line = fc.record({
    item: fc.constantFrom("agent-hour", "desk", "credit", "earn-back", "tax", "unknown", "night-hour"),
    quantity: cents(300_000),
    unitPrice: cents(3_000),
    amount: cents(5_000_000),
  });
  const bills = fc.array(
    fc.record({ month: fc.constantFrom("2026-02", "2026-03"), lines: fc.array(line, { maxLength: 5 }) }),
    { maxLength: 4 },
  );
  const pricing = {
    rate_card: [
      { item: "agent-hour", unit: "hour", price: "14.80 USD", band: "0-900" },
      { item: "agent-hour", unit: "hour", price: "13.333 USD", band: "900+" },
      { item: "night-hour", unit: "shift", price: "17.00 USD" },
      { item: "desk", unit: "month", price: "6000 USD" },
    ],
  };

  test("accepted, disputed and open parts are whole numbers of cents that add up to what was billed, whatever was billed", () => {
    fc.assert(
      fc.property(bills, (billed) => {
        const contract = { pricing, billing: { tax: [{ name: "VAT", rate: "19 %" }] } };
        const found = check(billed, contract, { measured: [measured("2026-03", "1234.56")] });
        const parts = found.invoices.flatMap((invoice) => [invoice, ...invoice.lines]);
        for (const part of parts) {
          const money = [part.accepted, part.disputed, part.cannotTell].map(({ amount }) => new Money(amount, "USD"));
          const sum = money.reduce((total, amount) => total.plus(amount), new Money(0, "USD"));
          expect(sum.compare(new Money(part.billed.amount, "USD"))).toBe(0);
          expect(money.every((amount) => amount.compare(amount.rounded()) === 0)).toBe(true);
        }
        for (const { disputed, cannotTell } of parts) {
          expect(disputed.amount.startsWith("-") || cannotTell.amount.startsWith("-")).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the check is plain data: it survives being written and read, and holds no float for money", () => {
    const found = check(
      [{ lines: [hours("5000", "15.00", "75000.00")] }],
      { budget: [{ from: "2026-01-01", to: "2026-12-31", amount: "900000 USD" }] },
      { measured: [march] },
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const numbers = [...JSON.stringify(found).matchAll(/"(\w+)":(-?\d[\d.e+-]*)/g)].map(([, key]) => key);
    expect(numbers.filter((key) => !["monthsLeft", "have", "need"].includes(key ?? ""))).toEqual([]);
  });

  test("any hours at any price are accepted to the cent when they are what was measured", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 99_999 }), (hundredths, mills) => {
        const [quantity, price] = [
          text(hundredths),
          `${Math.floor(mills / 1000)}.${String(mills % 1000).padStart(3, "0")}`,
        ];
        const amount = new Money(price, "USD").times(quantity).rounded().toJSON().amount;
        const rate = { pricing: { rate_card: [{ item: "agent-hour", unit: "hour", price: `${price} USD` }] } };
        const found = check([{ lines: [hours(quantity, price, amount)] }], rate, {
          measured: [measured("2026-03", quantity)],
        });
        expect(outcomes(found)).toEqual([`accept ${amount}`]);
      }),
      { numRuns: 80 },
    );
  });

  function text(hundredths: number): string {
    return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
  }
});
