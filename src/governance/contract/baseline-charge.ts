import type { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";
import { percentText } from "../../values/percentage.ts";
import { decimalOf, type ExactLine, quantityText } from "./charge-line.ts";
import type { IndexedPrice } from "./price-in-force.ts";
import type { RateCardItem } from "./rate-card.ts";

/** A row with a baseline, and how to bring its other prices to the month. */
export type BaselineRow = {
  readonly row: RateCardItem & { readonly baseline_volume: number };
  readonly priced: IndexedPrice;
  readonly priceNow: (price: Money) => IndexedPrice;
};

/**
 * The baseline is paid in full; what strays beyond the dead band is charged (ARC) or credited (RRC) by the unit,
 * counted from the edge of the dead band. Without prices of their own, both are at the unit price.
 */
export function baselineLines({ row, priced, priceNow }: BaselineRow, quantity: Decimal): readonly ExactLine[] {
  const baseline = decimalOf(row.baseline_volume);
  const dead = decimalOf(row.dead_band ?? 0);
  const base = priced.price.times(baseline);
  const indexed = priced.working === "" ? "" : ` (${priced.working})`;
  const first: ExactLine = {
    kind: "baseline",
    quantity: baseline,
    unitPrice: priced.price,
    exact: base,
    working: `baseline of ${quantityText(baseline)} × ${priced.price.toText()} per ${row.unit}${indexed} = ${base.toText()}`,
  };
  const upper = baseline.times(dead.plus("1"));
  const lower = baseline.minus(baseline.times(dead));
  if (quantity.greaterThan(upper)) {
    return [first, strayLine("additional", row, quantity, upper, priceNow(row.additional_price ?? row.price).price)];
  }
  if (quantity.lessThan(lower)) {
    return [first, strayLine("reduced", row, quantity, lower, priceNow(row.reduced_price ?? row.price).price)];
  }
  const within = `${quantityText(quantity)} lies within ${percentText(row.dead_band ?? 0)} of it: nothing more`;
  return [{ ...first, working: `${first.working}; ${within}` }];
}

function strayLine(
  kind: "additional" | "reduced",
  row: RateCardItem,
  quantity: Decimal,
  edge: Decimal,
  price: Money,
): ExactLine {
  const stray = quantity.minus(edge);
  const exact = price.times(stray);
  const side = kind === "additional" ? "above" : "below";
  const count = quantityText(stray.abs());
  const sign = kind === "additional" ? "" : "−";
  return {
    kind,
    quantity: stray,
    unitPrice: price,
    exact,
    working: `${quantityText(quantity)} is ${count} ${side} the dead band's ${quantityText(edge)}: ${sign}${count} × ${price.toText()} per ${row.unit} = ${exact.toText()}`,
  };
}
