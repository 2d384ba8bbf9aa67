import { describe, expect, test } from "vitest";
import { type Bill, check, hours, measured, said } from "../../../test/fixtures/billed-month.ts";
import type { InvoiceCheck } from "./invoice-check.ts";

const march = measured("2026-03", "5000");
const right = hours("5000", "14.80", "74000.00");

function outcomes({ invoices }: InvoiceCheck): readonly string[] {
  return invoices.map(said);
}

function outcome(lines: Bill["lines"], contract: object = {}, more: Parameters<typeof check>[2] = {}): string {
  return outcomes(check([{ lines }], { ...contract }, { measured: [march], ...more })).join("; ");
}

describe("price and quantity", () => {
  test.each<[string, Bill["lines"], string]>([
    ["as measured and by the card", [right], "accept 74000.00"],
    [
      "in two lines that together are what was measured",
      [hours("3000", "14.80", "44400.00"), hours("2000", "14.80", "29600.00")],
      "accept 74000.00",
    ],
    ["fewer than measured", [hours("4900", "14.80", "72520.00")], "accept 72520.00"],
    ["below the card's price", [hours("5000", "14.00", "70000.00")], "accept 70000.00"],
    ["above the card's price", [hours("5000", "15.00", "75000.00")], "dispute 1000.00 of 75000.00, price-above-card"],
    [
      "more than measured",
      [hours("5100", "14.80", "75480.00")],
      "dispute 1480.00 of 75480.00, quantity-above-measured",
    ],
    [
      "fewer hours at a higher price: the price still is not the card's",
      [hours("4900", "15.00", "73500.00")],
      "dispute 980.00 of 73500.00, price-above-card",
    ],
    [
      "an amount that is not its own product",
      [hours("5000", "14.80", "74100.00")],
      "dispute 100.00 of 74100.00, arithmetic",
    ],
    [
      "a quarter of a cent rounded up twice",
      [hours("4999.9", "14.80", "73998.53")],
      "dispute 0.01 of 73998.53, arithmetic",
    ],
    [
      "a correction takes off, and makes room for what it took",
      [hours("5200", "14.80", "76960.00"), hours("-200", "14.80", "-2960.00")],
      "accept 74000.00",
    ],
    [
      "a cheap correction does not make room at the full price",
      [hours("5200", "14.80", "76960.00"), hours("-200", "1.00", "-200.00")],
      "dispute 2760.00 of 76760.00, price-above-card",
    ],
    ["a correction that adds", [right, hours("-10", "14.80", "148.00")], "dispute 296.00 of 74148.00, arithmetic"],
    ["two minuses", [right, hours("-10", "-14.80", "148.00")], "dispute 148.00 of 74148.00, double-negative"],
    [
      "hours billed by the minute",
      [hours("5000", "14.80", "74000.00", { unit: "minute" })],
      "dispute 74000.00 of 74000.00, unit-differs",
    ],
    ["the unit in other words", [hours("5000", "14.80", "74000.00", { unit: "Hrs" })], "accept 74000.00"],
    ["the item in other letters", [{ ...right, item: "Agent Hour" }], "accept 74000.00"],
    [
      "what no contract knows",
      [right, { item: "agnet-hour", amount: "500.00" }],
      "dispute 500.00 of 74500.00, off-contract",
    ],
    [
      "a line without an item",
      [right, { description: "Miscellaneous", amount: "99.00" }],
      "dispute 99.00 of 74099.00, off-contract",
    ],
    [
      "a goodwill discount that no contract knows is not held back",
      [right, { item: "goodwill", amount: "-99.00" }],
      "accept 73901.00, off-contract",
    ],
  ])("%s", (_, lines, expected) => {
    expect(outcome(lines)).toBe(expected);
  });

  test("a total above its lines is disputed by the difference, one below is only noted", () => {
    expect(outcomes(check([{ total: "74010.00", lines: [right] }], {}, { measured: [march] }))).toEqual([
      "dispute 10.00 of 74010.00, total-differs",
    ]);
    const [invoice] = check([{ total: "73990.00", lines: [right] }], {}, { measured: [march] }).invoices;
    expect([invoice?.decision, invoice?.notes[0]?.code]).toEqual(["accept", "total-below-lines"]);
  });

  test("a typing mistake in the item is named", () => {
    const [line] = check([{ lines: [{ item: "agnet-hour", amount: "500.00" }] }]).invoices[0]?.lines ?? [];
    expect(line?.reasons[0]?.message).toContain("did they mean agent-hour?");
  });
});

describe("what is not measured is not accepted and not disputed", () => {
  test.each<[string, Parameters<typeof check>[2], string]>([
    ["no measure", { measured: [] }, "cannot-tell 74000.00 of 74000.00, quantity-unknown"],
    [
      "another month's",
      { measured: [measured("2026-02", "5000")] },
      "cannot-tell 74000.00 of 74000.00, quantity-unknown",
    ],
    [
      "records that stop within the month",
      { measured: [measured("2026-03", "3000", { isComplete: false })] },
      "cannot-tell 29600.00 of 74000.00, quantity-unknown",
    ],
    ["two measures of one month", { measured: [march, march] }, "cannot-tell 74000.00 of 74000.00, quantity-unknown"],
  ])("%s", (_, more, expected) => {
    expect(outcome([right], {}, more)).toBe(expected);
  });

  test("its price is checked all the same, and a line that stands twice is disputed", () => {
    expect(outcome([hours("5000", "15.00", "75000.00")], {}, { measured: [] })).toBe(
      "dispute 1000.00 of 75000.00, price-above-card, quantity-unknown",
    );
    expect(outcome([right, right], {}, { measured: [] })).toBe(
      "dispute 74000.00 of 148000.00, quantity-unknown, duplicate",
    );
    const shifts = ["day", "night"].map((description) => ({ ...right, description }));
    expect(outcome(shifts, {}, { measured: [] })).toBe("cannot-tell 148000.00 of 148000.00, quantity-unknown");
  });

  test("two items of one unit are not told apart by a measure of the unit, but by one of the item", () => {
    const night = { item: "night-hour", unit: "hour", price: "17.00 USD" };
    const pricing = { rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }, night] };
    expect(outcome([right], { pricing })).toBe("cannot-tell 74000.00 of 74000.00, quantity-unknown");
    const named = [measured("2026-03", "5000", { item: "agent-hour" })];
    expect(outcome([right], { pricing }, { measured: named })).toBe("accept 74000.00");
  });

  test("without prices on record nothing can be told, and the problem says where", () => {
    const found = check([{ lines: [right] }], { pricing: undefined }, { measured: [march] });
    expect(outcomes(found)).toEqual(["cannot-tell 74000.00 of 74000.00, no-rate-card"]);
    expect(found.problems).toMatchObject([{ code: "no-rate-card", path: ["contract", "pricing"] }]);
  });
});

describe("the card's finer points", () => {
  const card = (...rows: readonly object[]) => ({ pricing: { rate_card: rows } });
  const hour = (more: object) => ({ item: "agent-hour", unit: "hour", price: "14.80 USD", ...more });
  const bands = card(hour({ band: "0-4000" }), hour({ band: "4000+", price: "13.90 USD" }));

  test.each<[string, object, Bill["lines"], string]>([
    [
      "each band at its price",
      bands,
      [hours("4000", "14.80", "59200.00"), hours("1000", "13.90", "13900.00")],
      "accept 73100.00",
    ],
    ["all at the first band's price", bands, [right], "dispute 900.00 of 74000.00, price-above-card"],
    ["at the mean price of the bands", bands, [hours("5000", "14.62", "73100.00")], "accept 73100.00"],
    [
      "at a mean price that comes to more",
      bands,
      [hours("5000", "14.63", "73150.00")],
      "dispute 730.00 of 73150.00, price-above-card",
    ],
    [
      "the price from its day on",
      card(hour({}), hour({ price: "15.20 USD", effective_from: "2026-03-01" })),
      [hours("5000", "15.20", "76000.00")],
      "accept 76000.00",
    ],
    [
      "the new price a month early",
      card(hour({}), hour({ price: "15.20 USD", effective_from: "2026-04-01" })),
      [hours("5000", "15.20", "76000.00")],
      "dispute 2000.00 of 76000.00, price-above-card",
    ],
    [
      "before there is a price",
      card(hour({ effective_from: "2026-04-01" })),
      [right],
      "dispute 74000.00 of 74000.00, no-price-yet",
    ],
    [
      "tenths of a cent rounded up on every unit",
      card(hour({ price: "14.795 USD" })),
      [right],
      "dispute 25.00 of 74000.00, price-above-card",
    ],
    [
      "a price out of an index may be shown rounded",
      {
        pricing: {
          rate_card: [hour({})],
          indexation: { index: "CPI", changes: [{ from: "2026-02-01", by: "3.1 %" }] },
        },
      },
      [hours("5000", "15.26", "76300.00")],
      "accept 76300.00",
    ],
    [
      "a price out of an index, a cent above it",
      {
        pricing: {
          rate_card: [hour({})],
          indexation: { index: "CPI", changes: [{ from: "2026-02-01", by: "3.1 %" }] },
        },
      },
      [hours("5000", "15.27", "76350.00")],
      "dispute 56.00 of 76350.00, price-above-card",
    ],
    [
      "a desk by the month is due once",
      card({ item: "desk", unit: "month", price: "6000 USD" }),
      [
        { item: "desk", unit: "month", amount: "6000.00" },
        { item: "desk", unit: "month", amount: "6000.00", description: "again" },
      ],
      "dispute 6000.00 of 12000.00, duplicate",
    ],
  ])("%s", (_, contract, lines, expected) => {
    expect(outcome(lines, contract)).toBe(expected);
  });

  const baseline = card(hour({ baseline_volume: 6000, dead_band: "10 %", reduced_price: "5.00 USD" }));
  test.each<[string, Bill["lines"], string]>([
    [
      "the baseline without its credit",
      [hours("6000", "14.80", "88800.00")],
      "dispute 2000.00 of 88800.00, reduction-missing",
    ],
    [
      "the baseline with its credit",
      [hours("6000", "14.80", "88800.00"), hours("-400", "5.00", "-2000.00")],
      "accept 86800.00",
    ],
    [
      "too small a credit",
      [hours("6000", "14.80", "88800.00"), hours("-300", "5.00", "-1500.00")],
      "dispute 500.00 of 87300.00, reduction-missing",
    ],
    ["only what was done", [right], "accept 74000.00"],
  ])("%s", (_, lines, expected) => {
    expect(outcome(lines, baseline)).toBe(expected);
  });

  const training = { item: "training-hour", unit: "hour", price: "9.00 USD" };
  const both = { pricing: { rate_card: [hour({}), training] } };
  const named = (nonProductive: string | null) => ({
    measured: [measured("2026-03", "5000", { item: "agent-hour", nonProductive })],
  });
  const inside = { ...both, billing: { non_productive: [{ of: "agent-hour", at_most: "4 %" }] } };
  const beside = {
    ...both,
    billing: { non_productive: [{ of: "agent-hour", at_most: "4 %", billed_as: "training-hour" }] },
  };
  const lessons = (quantity: string, amount: string) => [
    right,
    { item: "training-hour", unit: "hour", quantity, unitPrice: "9.00", amount },
  ];
  test.each<[string, object, Bill["lines"], string | null, string]>([
    ["paid time without work, allowed", inside, [hours("5150", "14.80", "76220.00")], "150", "accept 76220.00"],
    [
      "above the allowance",
      inside,
      [hours("5300", "14.80", "78440.00")],
      "300",
      "dispute 1480.00 of 78440.00, quantity-above-measured",
    ],
    [
      "nothing allowed, nothing paid",
      both,
      [hours("5150", "14.80", "76220.00")],
      "150",
      "dispute 2220.00 of 76220.00, quantity-above-measured",
    ],
    [
      "how much there was is not known",
      inside,
      [hours("5150", "14.80", "76220.00")],
      null,
      "cannot-tell 2220.00 of 76220.00, quantity-unknown",
    ],
    [
      "not known, and above what could be allowed",
      inside,
      [hours("5300", "14.80", "78440.00")],
      null,
      "dispute 1480.00 of 78440.00, quantity-above-measured, quantity-unknown",
    ],
    ["as an item of its own", beside, lessons("200", "1800.00"), "250", "accept 75800.00"],
    [
      "as an item of its own, above",
      beside,
      lessons("250", "2250.00"),
      "250",
      "dispute 450.00 of 76250.00, quantity-above-measured",
    ],
  ])("%s", (_, contract, lines, nonProductive, expected) => {
    expect(outcome(lines, contract, named(nonProductive))).toBe(expected);
  });

  test("a tolerance pays what strays a little as billed, and nothing of it beyond", () => {
    const billing = { tolerance: "0.5 %" };
    expect(outcome([hours("5025", "14.80", "74370.00")], { billing })).toBe("accept 74370.00");
    expect(outcome([hours("5026", "14.80", "74384.80")], { billing })).toBe(
      "dispute 384.80 of 74384.80, quantity-above-measured",
    );
  });
});
