import { expect, test } from "vitest";
import { pricingProblems } from "./pricing-problems.ts";
import { Pricing } from "./rate-card.ts";

const row = (more: object = {}) => ({ item: "hour", unit: "hour", price: "14.80 USD", ...more });
const card = (...rows: object[]) => ({ rate_card: rows.map((more) => row(more)) });
const index = (more: object) => ({ ...card({}), indexation: { index: "consumer prices", ...more } });

test.each([
  ["one price", card({})],
  ["bands that meet", card({ band: "0-6000" }, { band: "6000+" })],
  ["bands that meet as people count", card({ band: "1-6000" }, { band: "6001+" })],
  [
    "the same bands from another day",
    card({ band: "0-6000" }, { band: "6000+" }, { band: "0+", effective_from: "2026-07-01" }),
  ],
  ["a baseline", card({ baseline_volume: 100, dead_band: "10 %", reduced_price: "9 USD" })],
  ["euros with a rate", { ...card({}, { item: "chat", price: "3 EUR" }), exchange_rates: { EUR: 1.1 } }],
])("nothing is wrong with %s", (_, pricing) => {
  expect(pricingProblems(Pricing.parse(pricing))).toEqual([]);
});

test.each([
  ["a negative price", card({ price: "-1 USD" }), "negative-price", "rate_card.0.price"],
  ["a gap", card({ band: "0-6000" }, { band: "7000+" }), "gap-in-bands", "rate_card.1.band"],
  ["no first unit", card({ band: "500+" }), "gap-in-bands", "rate_card.0.band"],
  ["two prices for one unit", card({ band: "0-6000" }, { band: "5000+" }), "overlapping-bands", "rate_card.1.band"],
  ["the same item twice without bands", card({}, { price: "9 USD" }), "overlapping-bands", "rate_card.1.item"],
  ["a dead band around nothing", card({ dead_band: "5 %" }), "no-baseline", "rate_card.0.dead_band"],
  ["a band and a baseline", card({ band: "0+", baseline_volume: 10 }), "band-and-baseline", "rate_card.0.band"],
  [
    "a dead band of everything",
    card({ baseline_volume: 10, dead_band: "100 %" }),
    "no-dead-band",
    "rate_card.0.dead_band",
  ],
  [
    "a credit above the price",
    card({ baseline_volume: 10, reduced_price: "15 USD" }),
    "credit-above-price",
    "rate_card.0.reduced_price",
  ],
  [
    "two currencies without a rate",
    card({}, { item: "chat", price: "3 EUR" }),
    "currency-without-rate",
    "rate_card.1.price",
  ],
  [
    "a commitment in another currency",
    { ...card({}), least_a_month: "10 EUR" },
    "currency-without-rate",
    "least_a_month",
  ],
  ["a cap below the floor", index({ cap: "1 %", floor: "2 %" }), "cap-below-floor", "indexation.cap"],
  [
    "two changes on one day",
    index({
      changes: [
        { from: "2026-07-01", by: "1 %" },
        { from: "2026-07-01", by: "2 %" },
      ],
    }),
    "duplicate-change",
    "indexation.changes.1.from",
  ],
  [
    "a change before the contract",
    index({ changes: [{ from: "2025-07-01", by: "1 %" }] }),
    "before-the-contract",
    "indexation.changes.0.from",
  ],
  [
    "a change after it",
    index({ changes: [{ from: "2029-07-01", by: "1 %" }] }),
    "after-the-contract",
    "indexation.changes.0.from",
  ],
])("%s is told at its place", (_, pricing, code, path) => {
  const found = pricingProblems(Pricing.parse(pricing), { starts: "2026-01-01", ends: "2027-12-31" });
  expect(found.map((problem) => [problem.code, problem.path.slice(2).join(".")])).toEqual([[code, path]]);
  expect(found[0]?.hint).not.toBe("");
});
