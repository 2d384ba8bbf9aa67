import { Decimal } from "decimal.js";
import { definitionInForce } from "../../values/effective.ts";
import { Money } from "../../values/money.ts";
import { percentText } from "../../values/percentage.ts";
import type { PlainDate } from "../../values/time.ts";
import { decimalOf } from "./charge-line.ts";
import type { Indexation, RateCardItem } from "./rate-card.ts";

/** A price after indexation, with its working in words; the working is empty where the index moved nothing. */
export type IndexedPrice = { readonly price: Money; readonly working: string };

/**
 * The rows of one item that hold on a day: all bands of the latest version that began by then.
 * Bands that begin on different days are versions of their own, each of its band.
 */
export function rowsInForce(rows: readonly RateCardItem[], day: PlainDate): readonly RateCardItem[] {
  const latest = definitionInForce(rows, day);
  if (latest === null) return [];
  return rows.filter((row) => row.effective_from === latest.effective_from);
}

/**
 * A price of a rate-card row as it stands on `day`: each change of the index since the row began, within cap and floor,
 * one upon the other; rounded half up once at the end, and only where the contract says to how many decimals.
 */
export function indexedPrice(
  price: Money,
  row: Pick<RateCardItem, "effective_from" | "indexed">,
  indexation: Indexation | undefined,
  day: PlainDate,
): IndexedPrice {
  const changes = changesSince(row, indexation, day);
  if (indexation === undefined || changes.length === 0) return { price, working: "" };
  const steps = changes.map(({ from, by }) => ({ from, by, counted: withinLimits(by, indexation) }));
  const exact = steps.reduce((sum, { counted }) => sum.times(decimalOf(counted).plus("1")), price.amount);
  const { decimals } = indexation;
  const rounded = decimals === undefined ? exact : exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const told = steps.map(({ from, by, counted }) => {
    const limit =
      counted < by
        ? ` (capped, the index rose ${percentText(by)})`
        : ` (the least, the index came to ${percentText(by)})`;
    return `${counted < 0 ? "−" : "+"}${percentText(Math.abs(counted))} from ${from}${counted === by ? "" : limit}`;
  });
  const now = new Money(rounded, price.currency);
  return { price: now, working: `${price.toText()} ${told.join(", ")} by ${indexation.index} = ${now.toText()}` };
}

function changesSince(
  row: Pick<RateCardItem, "effective_from" | "indexed">,
  indexation: Indexation | undefined,
  day: PlainDate,
): Indexation["changes"] {
  if (indexation === undefined || row.indexed === false) return [];
  return indexation.changes
    .filter(({ from }) => from <= day && (row.effective_from === undefined || from > row.effective_from))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function withinLimits(by: number, { cap, floor }: Indexation): number {
  return Math.max(Math.min(by, cap ?? by), floor ?? Math.min(by, cap ?? by));
}
