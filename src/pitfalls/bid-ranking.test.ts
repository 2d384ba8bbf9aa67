import fc from "fast-check";
import { expect, test } from "vitest";
import { Selection } from "../governance/selection/selection.ts";
import { scoreBids, winningPriceWeights } from "./bid-ranking.ts";

type Offer = { readonly score: number; readonly price: number };

const selectionOf = (offers: readonly Offer[], priceWeight = 0.3) =>
  Selection.parse({
    chosen: "bid-0",
    criteria: [
      { id: "work", weight: 1 - priceWeight },
      { id: "price", kind: "price", weight: priceWeight },
    ],
    bids: offers.map(({ score, price }, at) => ({
      id: `bid-${at}`,
      price: `${price} USD`,
      scores: { ana: { work: score } },
    })),
  });

test("the winner wins on exactly the stretch of price weights that trying each weight gives", () => {
  const offer = fc.record({ score: fc.integer({ min: 0, max: 100 }), price: fc.integer({ min: 50, max: 200 }) });
  fc.assert(
    fc.property(fc.array(offer, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 100 }), (offers, step) => {
      const weight = step / 100;
      const ranking = winningPriceWeights(selectionOf(offers));
      if (ranking.kind !== "ranked") throw new Error(ranking.because);
      const totals = scoreBids(selectionOf(offers)).map(
        ({ quality, price }) => (1 - weight) * quality + weight * price,
      );
      const lead = (totals[0] ?? 0) - Math.max(...totals.slice(1));
      const { winsFrom, winsTo } = ranking;
      const isInside = winsFrom !== null && winsTo !== null && weight >= winsFrom && weight <= winsTo;
      if (Math.abs(lead) > 1e-9) expect(isInside).toBe(lead > 0);
    }),
  );
});

test("a cheaper bid of less quality wins only if price counts enough", () => {
  const ranking = winningPriceWeights(
    selectionOf([
      { score: 60, price: 80 },
      { score: 80, price: 100 },
    ]),
  );
  expect(ranking).toEqual({ kind: "ranked", priceWeight: 0.3, winsFrom: expect.closeTo(0.5, 9), winsTo: 1 });
});

test.each([
  ["one bid", selectionOf([{ score: 60, price: 80 }]), "Fewer than two bids are on record"],
  [
    "a price of nothing",
    selectionOf([
      { score: 60, price: 0 },
      { score: 80, price: 100 },
    ]),
    "A bid has a price that is not above zero",
  ],
  [
    "price without weight",
    selectionOf(
      [
        { score: 60, price: 80 },
        { score: 80, price: 100 },
      ],
      0,
    ),
    "No price criterion has a weight",
  ],
])("%s cannot be ranked, and says why", (_, selection, because) => {
  expect(winningPriceWeights(selection)).toEqual({ kind: "cannot-be-ranked", because });
});
