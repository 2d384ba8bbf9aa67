import { Decimal } from "decimal.js";
import { type Money, minorUnits } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { ChargeLine } from "../contract/charge-line.ts";
import { type ContractTime, chargeOfMonth } from "../contract/charge-of-month.ts";
import type { Pricing } from "../contract/rate-card.ts";
import { type Convert, sumOfMoney } from "./divided-amount.ts";
import type { DuePrice, DueQuantity } from "./match-prices.ts";

/** What an item comes to over some months, at quantities that are given. */
export type ItemDue = {
  readonly quantities: readonly DueQuantity[];
  /** credits for units below a baseline: quantities to take off, at their price */
  readonly reductions: readonly DueQuantity[];
  /** in the contract's currency */
  readonly total: Money;
  readonly working: readonly string[];
  /** why a month is not priced: it lies outside of the contract, or before the first price */
  readonly unpriced: readonly PathProblem[];
  /** what keeps it from being reckoned at all */
  readonly problems: readonly PathProblem[];
};

/** A month with its quantity; null: the item falls due once a month without being measured. */
export type MonthQuantity = { readonly month: string; readonly quantity: Decimal | null };

const outsideOfContract = new Set(["before-the-contract", "after-the-contract", "no-price-yet"]);

/** Prices one item month by month through the contract's own pricing. */
export function itemDue(
  item: string,
  months: readonly MonthQuantity[],
  { pricing, time, currency, convert }: { pricing: Pricing; time: ContractTime; currency: string; convert: Convert },
): ItemDue {
  const { least_a_month: _, cost_plus: __, ...rest } = pricing;
  const card = pricing.rate_card.filter((row) => row.item === item);
  const ofItem: Pricing = { ...rest, currency, rate_card: card };
  const charges = months.map(({ month, quantity }) =>
    chargeOfMonth(ofItem, { month: `${month}-01`, quantities: quantity === null ? {} : { [item]: quantity } }, time),
  );
  const lines = charges.flatMap((charge) => charge.lines);
  const problems = charges.flatMap((charge) => charge.problems).map((problem) => placedOnCard(problem, item, pricing));
  const asDue = (line: ChargeLine): readonly DueQuantity[] =>
    line.quantity === null || line.unitPrice === null
      ? []
      : [{ quantity: line.quantity.abs(), priceIn: priceIn(line.unitPrice, card, convert) }];
  return {
    quantities: lines.filter(({ quantity }) => quantity?.isNegative() !== true).flatMap(asDue),
    reductions: lines.filter(({ quantity }) => quantity?.isNegative() === true).flatMap(asDue),
    total: sumOfMoney(
      lines.map(({ amount }) => amount),
      currency,
    ),
    working: lines.map(({ working }, at) => `by the contract${lines.length > 1 ? `, part ${at + 1}` : ""}: ${working}`),
    unpriced: problems.filter(({ code }) => outsideOfContract.has(code)),
    problems: problems.filter(({ code }) => !outsideOfContract.has(code)),
  };
}

/** A price of the card itself must be billed as it stands; one that came out of an index or a rate may be shown rounded. */
function priceIn(
  unitPrice: Money,
  card: Pricing["rate_card"],
  convert: Convert,
): (currency: string) => DuePrice | null {
  const written = card.flatMap((row) => [row.price, row.additional_price ?? row.price, row.reduced_price ?? row.price]);
  const isWritten = written.some((price) => price.currency === unitPrice.currency && price.compare(unitPrice) === 0);
  const decimals = written.reduce((most, { amount }) => Math.max(most, amount.decimalPlaces()), 0);
  return (currency) => {
    const price = convert(unitPrice, currency);
    if (price === null) return null;
    const isDerived = !isWritten || currency !== unitPrice.currency;
    return { price, places: isDerived ? Math.max(decimals, minorUnits(currency)) : null };
  };
}

/** The pricing of one item has its own row numbers; the reader's file has those of the whole card. */
function placedOnCard(problem: PathProblem, item: string, pricing: Pricing): PathProblem {
  if (problem.path[2] !== "rate_card") return problem;
  const row = pricing.rate_card.findIndex((each) => each.item === item);
  return { ...problem, path: ["contract", "pricing", "rate_card", row, ...problem.path.slice(4)] };
}

/** Spreads what was billed over the months: what is sure first, then what the records leave room for. */
export function spreadBilled(
  billed: Decimal,
  months: readonly { readonly sure: Decimal; readonly most: Decimal | null }[],
): readonly Decimal[] {
  const sure = months.reduce((sum, month) => sum.plus(month.sure), new Decimal(0));
  let rest = Decimal.max(0, billed.minus(sure));
  const filled = months.map((month) => {
    const room = month.most === null ? new Decimal(0) : Decimal.max(0, Decimal.min(rest, month.most.minus(month.sure)));
    rest = rest.minus(room);
    return month.sure.plus(room);
  });
  const open = months.filter(({ most }) => most === null).length;
  return filled.map((quantity, at) => {
    if (months[at]?.most !== null) return quantity;
    return quantity.plus(rest.dividedBy(open));
  });
}
