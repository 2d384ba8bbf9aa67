import { quantityText } from "./charge-line.ts";
import type { Pricing, RateCardItem } from "./rate-card.ts";
import { exactBands } from "./volume-charge.ts";

/** Volumes at which more would cost less: where all units take the price of the band reached, a month just below a band is dearer than one just inside. */
export type PriceCliff = {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly working: string;
};

/** The stretches below each band in which it is cheaper to buy up to the next; none where bands are graduated. */
export function priceCliffs(pricing: Pricing, rows: readonly RateCardItem[]): readonly PriceCliff[] {
  if (pricing.bands !== "all-units") return [];
  const bands = exactBands(rows.map(({ band }) => band));
  return rows.flatMap((row, index) => {
    const end = bands[index]?.upTo ?? null;
    const next = rows.find((_, position) => end !== null && bands[position]?.over.equals(end) === true);
    if (end === null || next === undefined || next.price.currency !== row.price.currency) return [];
    if (next.price.compare(row.price) >= 0 || row.price.amount.isZero()) return [];
    const equal = end.times(next.price.amount).dividedBy(row.price.amount).toDecimalPlaces(2);
    const working = `${quantityText(end)} × ${row.price.toText()} is more than ${quantityText(end)} × ${next.price.toText()}, the price just above`;
    return [{ item: row.item, from: equal.toFixed(), to: end.toFixed(), working }];
  });
}
