import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Money } from "../../values/money.ts";
import { chargeOfMonth, type MeasuredMonth } from "./charge-of-month.ts";
import { Pricing } from "./rate-card.ts";

const march = "2026-03-01";

function charge(pricing: unknown, quantities: MeasuredMonth["quantities"] = {}, rest: Partial<MeasuredMonth> = {}) {
  return chargeOfMonth(Pricing.parse(pricing), { month: march, quantities, ...rest });
}

/** Amounts of the lines, then the total. */
function amounts(...input: Parameters<typeof charge>): readonly string[] {
  const { lines, total, problems } = charge(...input);
  expect(problems).toEqual([]);
  return [...lines, { amount: total }].map(({ amount }) => amount?.toText() ?? "none");
}

const hours = (more: object = {}) => ({ item: "agent-hour", unit: "hour", price: "14.80 USD", ...more });
const banded = (bands?: string) => ({
  ...(bands === undefined ? {} : { bands }),
  rate_card: [hours({ band: "0-6000" }), hours({ band: "6000+", price: "13.90 USD" })],
});
const baseline = {
  item: "tickets",
  unit: "contact",
  price: "3.20 USD",
  baseline_volume: 10000,
  dead_band: "5 %",
  additional_price: "2.90 USD",
  reduced_price: "1.50 USD",
};

describe("each model of pricing", () => {
  test.each([
    ["per-agent", { item: "agent", unit: "agent", price: "2 450 USD" }, { agent: "32" }, "78,400.00 USD"],
    ["per-hour", hours(), { "agent-hour": "5120.25" }, "75,779.70 USD"],
    ["per-minute", { item: "talk", unit: "minute", price: "0.415 USD" }, { talk: "184213" }, "76,448.40 USD"],
    ["per-contact", { item: "ticket", unit: "contact", price: "3.20 USD" }, { ticket: "21877" }, "70,006.40 USD"],
    ["per-transaction", { item: "refund", unit: "transaction", price: "0.085 EUR" }, { refund: "3" }, "0.26 EUR"],
    ["per-outcome", { item: "sale-saved", unit: "outcome", price: "41 USD" }, { "sale-saved": "0" }, "0.00 USD"],
    ["fixed", { item: "desk", unit: "month", price: "61 000 JPY" }, {}, "61,000 JPY"],
  ])("%s", (model, item, quantities, total) => {
    expect(amounts({ model, rate_card: [item] }, quantities)).toEqual([total, total]);
  });

  test("cost-plus: costs, margin, fee, and a ceiling that takes the rest off again", () => {
    const pricing = {
      model: "cost-plus",
      currency: "USD",
      cost_plus: { margin: "12 %", fee: "2 000 USD", at_most: "90 000 USD" },
    };
    const costs = [
      { what: "wages", amount: new Money("71200.10", "USD") },
      { what: "rent", amount: new Money("9800", "USD") },
    ];
    expect(amounts(pricing, {}, { costs })).toEqual([
      "71,200.10 USD",
      "9,800.00 USD",
      "2,000.00 USD",
      "9,720.01 USD",
      "-2,720.11 USD",
      "90,000.00 USD",
    ]);
  });

  test("hybrid: a fixed desk, a price by contact, and the commitment that makes up a quiet month", () => {
    const pricing = {
      model: "hybrid",
      rate_card: [
        { item: "desk", unit: "month", price: "12 000 USD" },
        { item: "ticket", unit: "contact", price: "1.10 USD" },
      ],
      least_a_month: "20 000 USD",
    };
    expect(amounts(pricing, { ticket: "10000" })).toEqual(["12,000.00 USD", "11,000.00 USD", "23,000.00 USD"]);
    expect(amounts(pricing, { ticket: "1000" })).toEqual([
      "12,000.00 USD",
      "1,100.00 USD",
      "6,900.00 USD",
      "20,000.00 USD",
    ]);
  });
});

describe("volume bands", () => {
  test.each([
    [
      "graduated is what holds when the card does not say",
      undefined,
      "7000",
      ["88,800.00 USD", "13,900.00 USD", "102,700.00 USD"],
    ],
    [
      "graduated: each unit at the price of its own band",
      "graduated",
      "7000",
      ["88,800.00 USD", "13,900.00 USD", "102,700.00 USD"],
    ],
    ["all units at the price of the band reached", "all-units", "7000", ["97,300.00 USD", "97,300.00 USD"]],
    ["the upper end belongs to the band, graduated", "graduated", "6000", ["88,800.00 USD", "88,800.00 USD"]],
    ["the upper end belongs to the band, all units", "all-units", "6000", ["88,800.00 USD", "88,800.00 USD"]],
    ["half a unit above it does not", "all-units", "6000.5", ["83,406.95 USD", "83,406.95 USD"]],
    ["nothing measured as nothing costs nothing", "graduated", "0", ["0.00 USD", "0.00 USD"]],
  ])("%s", (_, bands, quantity, expected) => {
    expect(amounts(banded(bands), { "agent-hour": quantity })).toEqual(expected);
  });

  test("bands written 1-6000 and 6001+ leave no unit out", () => {
    const pricing = { rate_card: [hours({ band: "1-6000" }), hours({ band: "6001+", price: "13.90 USD" })] };
    expect(amounts(pricing, { "agent-hour": "6001" })).toEqual(["88,800.00 USD", "13.90 USD", "88,813.90 USD"]);
  });

  test("a volume that no band holds is a problem and not nothing", () => {
    const { problems, lines } = charge({ rate_card: [hours({ band: "0-6000" })] }, { "agent-hour": "6500" });
    expect(lines).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["volume-without-band"]);
  });

  test("the working says each factor in words", () => {
    const { lines } = charge(banded(), { "agent-hour": "6000.333" });
    expect(lines.map(({ working }) => working)).toEqual([
      "6,000 × 14.80 USD per hour from 0 to 6,000 = 88,800.00 USD",
      "0.333 × 13.90 USD per hour above 6,000 = 4.6287 USD, rounded to 4.63 USD",
    ]);
  });

  test("with graduated bands and no negative price, more never costs less", () => {
    const cents = fc.integer({ min: 0, max: 9999 }).map((price) => `${(price / 100).toFixed(2)} USD`);
    const widths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });
    const quantity = fc.integer({ min: 0, max: 500_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
    fc.assert(
      fc.property(
        widths,
        fc.array(cents, { minLength: 6, maxLength: 6 }),
        quantity,
        quantity,
        (steps, prices, one, other) => {
          const ends = steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0));
          const rows = [...ends, null].map((end, at) => {
            const band = end === null ? `${ends[at - 1] ?? 0}+` : `${ends[at - 1] ?? 0}-${end}`;
            return { item: "hour", unit: "hour", price: prices[at] ?? "1 USD", band };
          });
          const [less = "0", more = "0"] = [one, other].toSorted((a, b) => Number(a) - Number(b));
          const totals = [less, more].map((hour) => charge({ rate_card: rows }, { hour }).total);
          expect(totals[0]?.compare(totals[1] ?? new Money(0, "USD"))).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a baseline with its dead band", () => {
  test.each([
    ["on the baseline", "10000", ["32,000.00 USD", "32,000.00 USD"]],
    ["at the upper edge", "10500", ["32,000.00 USD", "32,000.00 USD"]],
    ["at the lower edge", "9500", ["32,000.00 USD", "32,000.00 USD"]],
    ["above: each unit beyond the edge is charged", "10600", ["32,000.00 USD", "290.00 USD", "32,290.00 USD"]],
    ["below: each unit beyond the edge is credited", "9400", ["32,000.00 USD", "-150.00 USD", "31,850.00 USD"]],
    ["none at all", "0", ["32,000.00 USD", "-14,250.00 USD", "17,750.00 USD"]],
  ])("%s", (_, tickets, expected) => {
    expect(amounts({ rate_card: [baseline] }, { tickets })).toEqual(expected);
  });

  test("charge and credit mirror each other around the dead band when their prices are the same", () => {
    const same = { ...baseline, additional_price: "2.90 USD", reduced_price: "2.90 USD" };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), (stray) => {
        const of = (tickets: number) => charge({ rate_card: [same] }, { tickets: String(tickets) }).lines[1]?.amount;
        expect(
          of(10500 + stray)
            ?.plus(of(9500 - stray) ?? new Money(0, "USD"))
            .toString(),
        ).toBe("0.00 USD");
      }),
      { numRuns: 50 },
    );
  });

  test("without prices of their own, both are at the unit price", () => {
    const { additional_price: _, reduced_price: __, ...plain } = baseline;
    expect(amounts({ rate_card: [plain] }, { tickets: "10600" })[1]).toBe("320.00 USD");
  });
});

describe("indexation", () => {
  const indexation = {
    index: "consumer prices",
    cap: "3 %",
    changes: [
      { from: "2026-01-01", by: "4.1 %" },
      { from: "2027-01-01", by: "2.5 %" },
    ],
  };
  const at = (month: string, more: object = {}, row: object = {}) =>
    charge({ rate_card: [hours(row)], indexation: { ...indexation, ...more } }, { "agent-hour": "100" }, { month });

  test.each([
    ["before the first change", "2025-12-01", {}, {}, "1,480.00 USD"],
    ["capped", "2026-03-01", {}, {}, "1,524.40 USD"],
    ["one upon the other", "2027-02-01", {}, {}, "1,562.51 USD"],
    ["rounded to cents as agreed", "2027-02-01", { decimals: 2 }, {}, "1,563.00 USD"],
    ["a price that does not follow it", "2027-02-01", {}, { indexed: false }, "1,480.00 USD"],
    [
      "a price that began after the change has it in already",
      "2026-03-01",
      {},
      { effective_from: "2026-01-01" },
      "1,480.00 USD",
    ],
    [
      "a floor holds a falling index",
      "2026-03-01",
      { floor: "0 %", changes: [{ from: "2026-01-01", by: "-2 %" }] },
      {},
      "1,480.00 USD",
    ],
    ["without a floor it falls", "2026-03-01", { changes: [{ from: "2026-01-01", by: "-2 %" }] }, {}, "1,450.40 USD"],
  ])("%s", (_, month, more, row, total) => {
    expect(at(month, more, row).total?.toText()).toBe(total);
  });

  test("the working names index and cap", () => {
    expect(at("2026-03-01").lines[0]?.working).toBe(
      "100 × 15.244 USD per hour (14.80 USD +3 % from 2026-01-01 (capped, the index rose 4.1 %) by consumer prices = 15.244 USD) = 1,524.40 USD",
    );
  });
});

describe("currency", () => {
  const euros = { currency: "USD", rate_card: [hours({ price: "12.35 EUR" })] };

  test("a price in another currency comes over at the agreed rate, rounded once", () => {
    const { lines, total } = charge({ ...euros, exchange_rates: { EUR: 1.0837 } }, { "agent-hour": "101" });
    expect(total?.toText()).toBe("1,351.75 USD");
    expect(lines[0]?.working).toBe(
      "101 × 12.35 EUR per hour = 1,247.35 EUR, at 1.0837 = 1,351.753195 USD, rounded to 1,351.75 USD",
    );
  });

  test("without a rate it is a problem, and the line is missing from the total", () => {
    const { problems, total } = charge(euros, { "agent-hour": "101" });
    expect(problems).toMatchObject([
      { code: "currency-without-rate", path: ["contract", "pricing", "exchange_rates"] },
    ]);
    expect(total?.toText()).toBe("0.00 USD");
  });
});

describe("what cannot be priced is a problem with its place", () => {
  test.each([
    ["a quantity that nobody measured", { rate_card: [hours()] }, {}, {}, "quantity-unknown"],
    ["a negative quantity", { rate_card: [hours()] }, { "agent-hour": "-3" }, {}, "negative-quantity"],
    [
      "an item that the card does not have",
      { rate_card: [], currency: "USD" },
      { overtime: "3" },
      {},
      "item-without-price",
    ],
    [
      "a price that has not begun",
      { rate_card: [hours({ effective_from: "2026-04-01" })] },
      { "agent-hour": "3" },
      {},
      "no-price-yet",
    ],
    ["costs that nobody told", { currency: "USD", cost_plus: { margin: "5 %" } }, {}, {}, "cost-unknown"],
    ["a contract without any price", {}, {}, {}, "no-price"],
    [
      "a month before the contract",
      { rate_card: [hours()] },
      { "agent-hour": "3" },
      { starts: "2026-04-01" },
      "before-the-contract",
    ],
    ["a month after it", { rate_card: [hours()] }, { "agent-hour": "3" }, { ends: "2026-02-28" }, "after-the-contract"],
  ])("%s", (_, pricing, quantities, time, code) => {
    const { problems } = chargeOfMonth(Pricing.parse(pricing), { month: march, quantities }, time);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems.every(({ path, hint }) => path[0] === "contract" && hint !== "")).toBe(true);
  });

  test("a contract that starts within the month is priced from its first day", () => {
    const pricing = Pricing.parse({ rate_card: [hours({ effective_from: "2026-03-16" })] });
    const { problems, total } = chargeOfMonth(
      pricing,
      { month: march, quantities: { "agent-hour": "10" } },
      { starts: "2026-03-16" },
    );
    expect(problems).toEqual([]);
    expect(total?.toText()).toBe("148.00 USD");
  });
});

test("the sum is that of the rounded lines, as an invoice adds them up", () => {
  const cents = { rate_card: ["a", "b", "c"].map((item) => ({ item, unit: "call", price: "0.005 USD" })) };
  expect(amounts(cents, { a: "1", b: "1", c: "1" })).toEqual(["0.01 USD", "0.01 USD", "0.01 USD", "0.03 USD"]);
});

test("a charge is plain data", () => {
  const told = JSON.parse(JSON.stringify(charge(banded(), { "agent-hour": "10" })));
  expect(told.lines[0]).toMatchObject({ quantity: "10", amount: { amount: "148.00", currency: "USD" } });
});
