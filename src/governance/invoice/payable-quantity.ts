import { Decimal } from "decimal.js";
import { percentText } from "../../values/percentage.ts";
import type { BillingTerms, NonProductiveAllowance } from "../contract/billing-terms.ts";
import { decimalOf, quantityText } from "../contract/charge-line.ts";
import type { RateCardItem } from "../contract/rate-card.ts";
import { itemName } from "./billed-line.ts";
import type { MeasuredQuantity } from "./invoice.ts";

/**
 * How much of an item may be billed for a month. `sure` is measured and allowed; `most` is what it could be where the records
 * leave room, null without an end. Unknown is `sure` 0 and `most` null.
 */
export type PayableQuantity = {
  readonly month: string;
  readonly sure: Decimal;
  readonly most: Decimal | null;
  readonly working: readonly string[];
};

/** The measures and the terms that decide how much may be billed. */
export type QuantityRules = {
  readonly card: readonly RateCardItem[];
  readonly billing: BillingTerms | null;
  readonly measured: readonly MeasuredQuantity[];
};

/** A price for the month itself, which falls due once without being measured. */
export function isMonthly(unit: string): boolean {
  return unitName(unit) === "month";
}

/** `hrs`, `Hours` and `hour` are one unit. */
export function unitName(written: string): string {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/^calendar /, "");
  const singular = word.length > 3 ? word.replace(/(?<!s)s$/, "") : word;
  return unitNames[singular] ?? singular;
}

const unitNames: Readonly<Record<string, string>> = {
  h: "hour",
  hr: "hour",
  hrs: "hour",
  min: "minute",
  mins: "minute",
  mo: "month",
  agt: "agent",
  ticket: "contact",
  case: "contact",
  item: "contact",
};

/** How much of `item` may be billed for `month`. */
export function payableQuantity(item: string, month: string, rules: QuantityRules): PayableQuantity {
  const within = rules.billing?.non_productive.find(({ of, billed_as: as }) => of === item && as === undefined);
  const beside = rules.billing?.non_productive.filter(({ billed_as: as }) => as === item) ?? [];
  if (beside.length > 0) return besideQuantity(month, beside, rules);
  const measured = measuredOf(item, month, rules);
  if (typeof measured === "string") {
    const row = rules.card.find((each) => each.item === item);
    const one = new Decimal(1);
    if (row !== undefined && isMonthly(row.unit)) return { month, sure: one, most: one, working: [`one ${month}`] };
    return { month, sure: new Decimal(0), most: null, working: [measured] };
  }
  const productive = decimalOf(measured.quantity);
  const told = `${quantityText(productive)} ${measured.unit} measured for ${month} (${measured.from})`;
  if (!measured.isComplete) {
    const working = [told, `the records do not cover all of ${month}, so more may have been done`];
    return { month, sure: productive, most: null, working };
  }
  if (within === undefined) return { month, sure: productive, most: productive, working: [told] };
  const allowed = allowedQuantity(within, productive);
  const paid = paidWithoutWork(measured.nonProductive, allowed.quantity);
  return {
    month,
    sure: productive.plus(paid.sure),
    most: productive.plus(paid.most),
    working: [told, allowed.working, paid.working],
  };
}

/** The month's measure of an item, or why there is none. */
export function measuredOf(item: string, month: string, { card, measured }: QuantityRules): MeasuredQuantity | string {
  const ofMonth = measured.filter(({ period }) => period.start.slice(0, 7) === month);
  const named = ofMonth.filter((each) => each.item !== null && itemName(each.item) === item);
  if (named.length > 1) return `${item} is measured ${named.length} times for ${month}, and nothing says which counts`;
  if (named[0] !== undefined) return named[0];
  const unit = unitName(card.find((row) => row.item === item)?.unit ?? "");
  const byUnit = ofMonth.filter((each) => each.item === null && unitName(each.unit) === unit);
  const sharing = new Set(card.filter((row) => unitName(row.unit) === unit).map((row) => row.item));
  if (byUnit[0] === undefined) return `nothing was measured for ${item} in ${month}`;
  if (byUnit.length > 1)
    return `${unit} is measured ${byUnit.length} times for ${month}, and nothing says which counts`;
  if (sharing.size > 1)
    return `${[...sharing].join(" and ")} are both counted by ${unit}, and the records do not tell them apart`;
  return byUnit[0];
}

/** Paid time without work that is billed as an item of its own. */
function besideQuantity(
  month: string,
  allowances: readonly NonProductiveAllowance[],
  rules: QuantityRules,
): PayableQuantity {
  const each = allowances.map((allowance): PayableQuantity => {
    const measured = measuredOf(allowance.of, month, rules);
    if (typeof measured === "string") return { month, sure: new Decimal(0), most: null, working: [measured] };
    const allowed = allowedQuantity(allowance, decimalOf(measured.quantity));
    const paid = paidWithoutWork(measured.nonProductive, allowed.quantity);
    const most = measured.isComplete ? paid.most : null;
    return { month, sure: paid.sure, most, working: [allowed.working, paid.working] };
  });
  return each.reduce((one, other) => ({
    month,
    sure: one.sure.plus(other.sure),
    most: one.most === null || other.most === null ? null : one.most.plus(other.most),
    working: [...one.working, ...other.working],
  }));
}

function allowedQuantity({ of, at_most: most }: NonProductiveAllowance, productive: Decimal) {
  if (most.kind === "a-month") {
    const quantity = decimalOf(most.quantity);
    return { quantity, working: `paid time without work: at most ${quantityText(quantity)} a month` };
  }
  const quantity = productive.times(decimalOf(most.share));
  const product = `${percentText(most.share)} of ${quantityText(productive)} = ${quantityText(quantity)}`;
  return { quantity, working: `paid time without work: at most ${product}, by ${of}` };
}

function paidWithoutWork(measured: string | null, allowed: Decimal) {
  if (measured === null) {
    const working = "how much there was is not measured";
    return { sure: new Decimal(0), most: allowed, working };
  }
  const counted = Decimal.max(0, Decimal.min(decimalOf(measured), allowed));
  const beyond = decimalOf(measured).greaterThan(allowed) ? `, of which ${quantityText(counted)} are allowed` : "";
  return { sure: counted, most: counted, working: `${quantityText(decimalOf(measured))} measured${beyond}` };
}
