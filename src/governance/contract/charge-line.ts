import { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";

/** One line of what a month costs, with its working in words. */
export type ChargeLine = {
  /** as the rate card names it; `cost-plus` and `least-a-month` for what the contract adds */
  readonly item: string;
  readonly kind:
    | "units"
    | "band"
    | "baseline"
    | "additional"
    | "reduced"
    | "cost"
    | "margin"
    | "fee"
    | "ceiling"
    | "least";
  /** exact; null where nothing is counted */
  readonly quantity: Decimal | null;
  /** as it holds in that month, after indexation, in the card's currency */
  readonly unitPrice: Money | null;
  /** rounded half up to the minor unit of the invoice's currency; negative for a credit */
  readonly amount: Money;
  readonly working: string;
};

/** A line before it is brought into the invoice's currency and rounded. */
export type ExactLine = Omit<ChargeLine, "item" | "amount"> & { readonly exact: Money };

/** The decimal that was written in the record: 0.1 is one tenth, not the float beside it. */
export function decimalOf(written: number | string | Decimal): Decimal {
  return new Decimal(typeof written === "number" ? String(written) : written);
}

/** `6,000` or `412.5` */
export function quantityText(quantity: Decimal): string {
  const [whole = "", fraction] = quantity.toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
