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

describe("credits, tax, change orders, commitment", () => {
  const credit = (name: string, accrued: string, earnedBack = "0") => ({
    ...{
      serviceLevel: "first-answer",
      period: measured(name, "0").period,
      working: ["100 % × 40 % × 10 % of 50,000.00 USD"],
    },
    accrued: { amount: accrued, currency: "USD" },
    earnedBack: { amount: earnedBack, currency: "USD" },
  });
  const months = ["2026-01", "2026-02", "2026-03"];
  const all = months.map((name) => measured(name, "5000"));
  const monthly = (given: readonly Bill["lines"][]) =>
    months.map((month, at) => ({ month, lines: [right, ...(given[at] ?? [])] }));
  const gives = (amount: string) => [{ item: "credit", amount: `-${amount}` }];
  const charges = (amount: string) => [{ item: "earn-back", amount }];

  test.each<[string, readonly Bill["lines"][], string, string, readonly string[]]>([
    [
      "given on the next invoice",
      [[], gives("2000.00"), []],
      "2000",
      "0",
      ["accept 74000.00", "accept 72000.00", "accept 74000.00"],
    ],
    [
      "given at once",
      [gives("2000.00"), [], []],
      "2000",
      "0",
      ["accept 72000.00", "accept 74000.00", "accept 74000.00"],
    ],
    [
      "never given: disputed once",
      [[], [], []],
      "2000",
      "0",
      ["accept 74000.00", "dispute 2000.00 of 74000.00, credit-missing", "accept 74000.00"],
    ],
    [
      "too little",
      [[], gives("1500.00"), []],
      "2000",
      "0",
      ["accept 74000.00", "dispute 500.00 of 72500.00, credit-missing", "accept 74000.00"],
    ],
    [
      "given late: nothing is left to claim",
      [[], [], gives("2000.00")],
      "2000",
      "0",
      ["accept 74000.00", "accept 74000.00", "accept 72000.00"],
    ],
    [
      "half of it given late: the other half is claimed",
      [[], [], gives("1000.00")],
      "2000",
      "0",
      ["accept 74000.00", "dispute 1000.00 of 74000.00, credit-missing", "accept 73000.00"],
    ],
    [
      "earned back and charged again",
      [[], gives("2000.00"), charges("1000.00")],
      "2000",
      "1000",
      ["accept 74000.00", "accept 72000.00", "accept 75000.00"],
    ],
    [
      "charged again without being earned",
      [[], gives("2000.00"), charges("1000.00")],
      "2000",
      "0",
      ["accept 74000.00", "accept 72000.00", "dispute 1000.00 of 75000.00, not-earned-back"],
    ],
    [
      "a credit that adds",
      [[], [{ item: "credit", amount: "2000.00" }], []],
      "0",
      "0",
      ["accept 74000.00", "dispute 2000.00 of 76000.00, credit-that-adds", "accept 74000.00"],
    ],
  ])("a credit of January %s", (_, given, accrued, earnedBack, expected) => {
    const found = check(monthly(given), {}, { measured: all, credits: [credit("2026-01", accrued, earnedBack)] });
    expect(outcomes(found)).toEqual(expected);
  });

  test("a claim says what was due by its invoice, what of it had been given, and what came later", () => {
    const messageOf = (given: readonly Bill["lines"][]) =>
      check(monthly(given), {}, { measured: all, credits: [credit("2026-01", "2000")] }).invoices[1]?.claims[0]
        ?.message;
    expect(messageOf([[], [], []])).toBe("credits of 2,000.00 USD were due by this invoice, and none had been given");
    expect(messageOf([[], [], gives("1000.00")])).toBe(
      "credits of 2,000.00 USD were due by this invoice, and none had been given; 1,000.00 USD came later, and 1,000.00 USD is still missing",
    );
    expect(messageOf([[], gives("1500.00"), []])).toBe(
      "credits of 2,000.00 USD were due by this invoice, and 1,500.00 USD of them had been given",
    );
  });

  test("more credit than the records call for is noted, and one that cannot be told too", () => {
    const unknown = { ...credit("2026-01", "0"), accrued: null };
    const found = check(monthly([[], gives("70.00"), []]), {}, { measured: all, credits: [unknown] });
    expect(found.invoices[1]?.notes.map(({ code }) => code)).toEqual(["credit-not-called-for", "credit-unknown"]);
    expect(found.decision).toBe("accept");
  });

  const vat = { billing: { tax: [{ name: "VAT", rate: "21 %" }] } };
  test.each<[string, object, Bill["lines"], string]>([
    ["tax at its rate", vat, [right, { item: "tax", amount: "15540.00" }], "accept 89540.00"],
    ["too much tax", vat, [right, { item: "tax", amount: "15540.01" }], "dispute 0.01 of 89540.01, tax-too-high"],
    [
      "tax on what is disputed",
      vat,
      [right, { item: "extra", amount: "100.00" }, { item: "tax", amount: "15561.00" }],
      "dispute 121.00 of 89661.00, off-contract, tax-too-high",
    ],
    [
      "a tax that nobody agreed",
      {},
      [right, { item: "tax", amount: "15540.00" }],
      "cannot-tell 15540.00 of 89540.00, tax-not-agreed",
    ],
  ])("%s", (_, contract, lines, expected) => {
    expect(outcome(lines, contract)).toBe(expected);
  });

  test("a total before tax beside its tax line is right too, and is said", () => {
    const found = check([{ total: "74000.00", lines: [right, { item: "tax", amount: "15540.00" }] }], vat, {
      measured: [march],
    });
    expect(outcomes(found)).toEqual(["accept 74000.00"]);
    expect(found.invoices[0]?.notes.map(({ code }) => code)).toEqual(["total-before-tax"]);
  });

  const order = {
    id: "chat",
    title: "Chat on Sundays",
    agreed_on: "2026-02-01",
    agreed_by: ["ana", "rosa"],
    amount: "1000 USD",
  };
  const chat = (amount: string) => [right, { item: "chat", amount }];
  test.each<[string, object, string, string]>([
    ["agreed by both", order, "1000.00", "accept 75000.00"],
    ["above its amount", order, "1200.00", "dispute 200.00 of 75200.00, above-change-order"],
    [
      "agreed by one side only",
      { ...order, agreed_by: ["rosa"] },
      "1000.00",
      "dispute 1000.00 of 75000.00, change-order-not-agreed",
    ],
    [
      "agreed on no day",
      { ...order, agreed_on: undefined },
      "1000.00",
      "dispute 1000.00 of 75000.00, change-order-not-agreed",
    ],
    [
      "from later on",
      { ...order, effective_from: "2026-05-01" },
      "1000.00",
      "dispute 1000.00 of 75000.00, change-order-not-yet",
    ],
    [
      "without an amount",
      { ...order, amount: undefined },
      "1000.00",
      "cannot-tell 1000.00 of 75000.00, change-order-without-amount",
    ],
  ])("a change order %s", (_, change, amount, expected) => {
    expect(outcome(chat(amount), { change_orders: [change] })).toBe(expected);
  });

  test("a commitment makes a quiet month up, and no more", () => {
    const pricing = {
      rate_card: [{ item: "agent-hour", unit: "hour", price: "14.80 USD" }],
      least_a_month: "80000 USD",
    };
    expect(outcome([right, { item: "least-a-month", amount: "6000.00" }], { pricing })).toBe("accept 80000.00");
    expect(outcome([right, { item: "least-a-month", amount: "7000.00" }], { pricing })).toBe(
      "dispute 1000.00 of 81000.00, above-commitment",
    );
  });
});
