import { Decimal } from "decimal.js";
import { Money, minorUnits } from "../values/money.ts";

/**
 * Amounts cut in proportion so that together they come to the cap, exact to the minor unit; unchanged where they fit.
 * Units that do not divide go to the largest remainders, earlier amounts first. All in one currency, none negative.
 */
export function reduceToCap(amounts: readonly Money[], cap: Money): readonly Money[] {
  const zero = cap.times(0);
  const total = amounts.reduce((sum, amount) => sum.plus(amount), zero);
  if (total.compare(cap) <= 0) return amounts;
  // Down, not half up: a cap of a fraction of a cent must not be overstepped.
  const places = minorUnits(cap.currency);
  const room = Decimal.max(0, cap.amount).toDecimalPlaces(places, Decimal.ROUND_DOWN);
  const unit = new Decimal(10).pow(-places);
  const shares = amounts.map(({ amount }, index) => {
    const exact = amount.times(room).dividedBy(total.amount);
    const floor = exact.toDecimalPlaces(places, Decimal.ROUND_DOWN);
    return { index, floor, remainder: exact.minus(floor) };
  });
  const given = shares.reduce((sum, { floor }) => sum.plus(floor), new Decimal(0));
  const spare = room.minus(given).dividedBy(unit).round().toNumber();
  const ordered = [...shares].sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  const lucky = new Set(ordered.slice(0, spare).map(({ index }) => index));
  return shares.map(({ index, floor }) => new Money(lucky.has(index) ? floor.plus(unit) : floor, cap.currency));
}
