import { Decimal } from "decimal.js";
import { decimalOf, type ExactLine, quantityText } from "./charge-line.ts";
import type { IndexedPrice } from "./price-in-force.ts";
import type { RateCardItem, VolumeBand } from "./rate-card.ts";

/** A band with exact ends: above `over`, up to and with `upTo`; `upTo` is null where there is no end. */
export type ExactBand = { readonly over: Decimal; readonly upTo: Decimal | null };

/** A row of the card with its price in the month. */
export type PricedRow = { readonly row: RateCardItem; readonly priced: IndexedPrice; readonly band: ExactBand };

/**
 * The bands of one item, lowest first, as they follow each other. The upper end belongs to a band, so `0-6000` and `6000+`
 * meet at 6,000. Cards written `1-6000`, `6001+` mean the same: a band that begins one above the last begins where it ended.
 */
export function exactBands(bands: readonly (VolumeBand | undefined)[]): readonly ExactBand[] {
  const ends = bands.flatMap((band) => (band?.to == null ? [] : [band.to]));
  return bands.map((band) => {
    if (band === undefined) return { over: new Decimal(0), upTo: null };
    const isOneAbove = band.from === 1 ? !ends.includes(1) : ends.includes(band.from - 1) && !ends.includes(band.from);
    const over = decimalOf(band.from).minus(isOneAbove ? "1" : "0");
    return { over, upTo: band.to === null ? null : decimalOf(band.to) };
  });
}

/** Each unit at the price of the band that it lies in: one line for each band that is reached. */
export function graduatedLines(rows: readonly PricedRow[], quantity: Decimal): readonly ExactLine[] {
  return rows.flatMap(({ row, priced, band }) => {
    const reached = band.upTo === null ? quantity : Decimal.min(quantity, band.upTo);
    const within = reached.minus(band.over);
    if (within.lessThanOrEqualTo(0) && !(quantity.isZero() && band.over.isZero())) return [];
    return [unitsLine(row, priced, within, band)];
  });
}

/** All units at the price of the band that the whole quantity reaches; null where it lies in no band. */
export function allUnitsLine(rows: readonly PricedRow[], quantity: Decimal): ExactLine | null {
  const reached = rows.find(({ band }) => holds(band, quantity));
  return reached === undefined ? null : unitsLine(reached.row, reached.priced, quantity, reached.band);
}

/** The quantity that no band covers. */
export function uncovered(bands: readonly ExactBand[], quantity: Decimal): Decimal {
  const covered = bands.reduce((sum, { over, upTo }) => {
    const within = (upTo === null ? quantity : Decimal.min(quantity, upTo)).minus(over);
    return sum.plus(Decimal.max(0, within));
  }, new Decimal(0));
  return quantity.minus(covered);
}

function holds({ over, upTo }: ExactBand, quantity: Decimal): boolean {
  const isAbove = quantity.greaterThan(over) || (quantity.isZero() && over.isZero());
  return isAbove && (upTo === null || quantity.lessThanOrEqualTo(upTo));
}

function unitsLine(row: RateCardItem, { price, working }: IndexedPrice, quantity: Decimal, band: ExactBand): ExactLine {
  const exact = price.times(quantity);
  const where = row.band === undefined ? "" : ` ${bandText(band)}`;
  const indexed = working === "" ? "" : ` (${working})`;
  return {
    kind: row.band === undefined ? "units" : "band",
    quantity,
    unitPrice: price,
    exact,
    working: `${quantityText(quantity)} × ${price.toText()} per ${row.unit}${where}${indexed} = ${exact.toText()}`,
  };
}

function bandText({ over, upTo }: ExactBand): string {
  return upTo === null ? `above ${quantityText(over)}` : `from ${quantityText(over)} to ${quantityText(upTo)}`;
}
