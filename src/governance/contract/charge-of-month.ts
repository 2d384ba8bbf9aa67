import type { Decimal } from "decimal.js";
import { Money } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { baselineLines } from "./baseline-charge.ts";
import { type ChargeLine, decimalOf, type ExactLine, quantityText } from "./charge-line.ts";
import { ceilingLines, costLines, leastLines, marginLines, type ProviderCost } from "./cost-plus-charge.ts";
import { InvoiceRounding, invoiceCurrency } from "./invoice-currency.ts";
import { indexedPrice, rowsInForce } from "./price-in-force.ts";
import type { Pricing, RateCardItem } from "./rate-card.ts";
import { allUnitsLine, exactBands, graduatedLines, uncovered } from "./volume-charge.ts";

/** What was measured in one month; quantities by item of the rate card, as exact decimals. */
export type MeasuredMonth = {
  /** any day of it; the prices of its first day in the contract hold: one that begins within a month holds from the next */
  readonly month: PlainDate;
  readonly quantities: Readonly<Record<string, Decimal | string>>;
  /** the provider's own cost, where the contract is cost-plus */
  readonly costs?: readonly ProviderCost[];
};

/** What one month costs by the contract. With a problem the total is not to be relied on: a line is missing. */
export type MonthlyCharge = {
  /** first day of the month */
  readonly month: PlainDate;
  readonly lines: readonly ChargeLine[];
  /** the sum of the rounded lines; null when the currency is not known */
  readonly total: Money | null;
  readonly problems: readonly PathProblem[];
};

/** When a contract holds; a month outside of it is not priced. */
export type ContractTime = { readonly starts?: PlainDate | undefined; readonly ends?: PlainDate | undefined };

/**
 * Prices a month: units, bands, baseline with dead band, cost-plus, and what the contract adds.
 * An item counted by the month is counted once; any other that was not measured is a problem, never nothing.
 */
export function chargeOfMonth(pricing: Pricing, measured: MeasuredMonth, time: ContractTime = {}): MonthlyCharge {
  const month = `${measured.month.slice(0, 7)}-01`;
  const currency = invoiceCurrency(pricing);
  if (currency === null) return { month, lines: [], total: null, problems: [noCurrency] };
  const outside = monthOutside(month, time);
  const nothing = new Money(0, currency).rounded();
  if (outside !== null) return { month, lines: [], total: nothing, problems: [outside] };
  const firstDay = time.starts !== undefined && time.starts > month ? time.starts : month;
  const rounding = new InvoiceRounding(currency, pricing.exchange_rates);
  const items = [...new Set(pricing.rate_card.map(({ item }) => item))];
  const priced = items.map((item) => itemLines(pricing, item, measured, firstDay));
  const units = priced.flatMap(({ item, lines }) => rounding.lines(item, lines));
  const plus = costPlus(pricing, measured, rounding, nothing);
  const before = [...units, ...plus.lines];
  const agreed = pricing.least_a_month;
  const least = agreed === undefined ? null : rounding.converted(agreed, "least_a_month");
  const lines = [...before, ...rounding.lines("least-a-month", leastLines(least, sumOf(before, nothing)))];
  const problems = [...priced.flatMap((each) => each.problems), ...plus.problems, ...unknownItems(measured, items)];
  return { month, lines, total: sumOf(lines, nothing), problems: [...problems, ...rounding.problems] };
}

function sumOf(lines: readonly ChargeLine[], nothing: Money): Money {
  return lines.reduce((total, { amount }) => total.plus(amount), nothing);
}

function costPlus(
  { cost_plus: agreed }: Pricing,
  { costs, month }: MeasuredMonth,
  rounding: InvoiceRounding,
  nothing: Money,
): { readonly lines: readonly ChargeLine[]; readonly problems: readonly PathProblem[] } {
  if (agreed === undefined) return { lines: [], problems: [] };
  if (costs === undefined) {
    const message = `what the provider's own cost was in ${month.slice(0, 7)} is not known`;
    const hint = "ask for it, with the right to look into it: not known is not nothing";
    return {
      lines: [],
      problems: [{ code: "cost-unknown", path: ["contract", "pricing", "cost_plus"], message, hint }],
    };
  }
  const lines = rounding.lines("cost-plus", costLines(agreed, costs));
  const cost = sumOf(
    lines.filter(({ kind }) => kind === "cost"),
    nothing,
  );
  const withMargin = [...lines, ...rounding.lines("cost-plus", marginLines(agreed, cost))];
  const most = agreed.at_most === undefined ? null : rounding.converted(agreed.at_most, "cost_plus.at_most");
  const ceiling = rounding.lines("cost-plus", ceilingLines(most, sumOf(withMargin, nothing)));
  return { lines: [...withMargin, ...ceiling], problems: [] };
}

type ItemLines = {
  readonly item: string;
  readonly lines: readonly ExactLine[];
  readonly problems: readonly PathProblem[];
};

function itemLines(pricing: Pricing, item: string, measured: MeasuredMonth, month: PlainDate): ItemLines {
  const index = pricing.rate_card.findIndex((row) => row.item === item);
  const rows = rowsInForce(
    pricing.rate_card.filter((row) => row.item === item),
    month,
  );
  const told = measured.quantities[item];
  const [first] = rows;
  const fail = (code: string, message: string, hint: string): ItemLines => ({
    item,
    lines: [],
    problems: [{ code, path: ["contract", "pricing", "rate_card", index], message, hint }],
  });
  if (first === undefined) {
    if (told === undefined) return { item, lines: [], problems: [] };
    return fail(
      "no-price-yet",
      `${item} has no price on ${month}`,
      "check effective_from, or the month of the records",
    );
  }
  const quantity = told === undefined ? usualQuantity(first) : decimalOf(told);
  if (quantity === null) {
    return fail(
      "quantity-unknown",
      `how much of ${item} there was in ${month.slice(0, 7)} is not known`,
      "measure it: not known is not nothing",
    );
  }
  if (quantity.isNegative()) {
    return fail(
      "negative-quantity",
      `${item} was counted as ${quantityText(quantity)}`,
      "a correction is a line of its own, with its month",
    );
  }
  const lines = linesOfRows(pricing, rows, quantity, month);
  if (lines !== null) return { item, lines, problems: [] };
  return fail(
    "volume-without-band",
    `no band of ${item} holds ${quantityText(quantity)}`,
    "give the bands without a gap, the last open: 6000+",
  );
}

function linesOfRows(
  pricing: Pricing,
  rows: readonly RateCardItem[],
  quantity: Decimal,
  month: PlainDate,
): readonly ExactLine[] | null {
  const bands = exactBands(rows.map(({ band }) => band));
  const priceOf = (row: RateCardItem, price: Money) => indexedPrice(price, row, pricing.indexation, month);
  const priced = rows.flatMap((row, at) => {
    const band = bands[at];
    return band === undefined ? [] : [{ row, band, priced: priceOf(row, row.price) }];
  });
  const ordered = priced.toSorted((one, other) => one.band.over.comparedTo(other.band.over));
  const [only] = ordered;
  if (only === undefined) return [];
  const { baseline_volume: baseline } = only.row;
  if (baseline !== undefined && only.row.band === undefined) {
    const row = { ...only.row, baseline_volume: baseline };
    return baselineLines({ row, priced: only.priced, priceNow: (price) => priceOf(only.row, price) }, quantity);
  }
  if (pricing.bands === "all-units") {
    const line = allUnitsLine(ordered, quantity);
    return line === null ? null : [line];
  }
  return uncovered(bands, quantity).isZero() ? graduatedLines(ordered, quantity) : null;
}

/** A price for the month itself falls due once; nothing else may be guessed. */
function usualQuantity(row: RateCardItem): Decimal | null {
  return /^(calendar )?months?$/i.test(row.unit) ? decimalOf(1) : null;
}

function unknownItems(measured: MeasuredMonth, items: readonly string[]): readonly PathProblem[] {
  return Object.keys(measured.quantities)
    .filter((item) => !items.includes(item))
    .map((item) => ({
      code: "item-without-price",
      path: ["contract", "pricing", "rate_card"],
      message: `the rate card has no price for ${item}`,
      hint: "add it to the rate card, or agree a change order before it is billed",
    }));
}

function monthOutside(month: PlainDate, { starts, ends }: ContractTime): PathProblem | null {
  if (starts !== undefined && month.slice(0, 7) < starts.slice(0, 7)) {
    const message = `${month.slice(0, 7)} lies before the contract, which starts on ${starts}`;
    return {
      code: "before-the-contract",
      path: ["contract", "starts"],
      message,
      hint: "check the month and contract.starts",
    };
  }
  if (ends !== undefined && month > ends) {
    const message = `${month.slice(0, 7)} lies after the contract, which ended on ${ends}`;
    return {
      code: "after-the-contract",
      path: ["contract", "ends"],
      message,
      hint: "check the month and contract.ends",
    };
  }
  return null;
}

const noCurrency: PathProblem = {
  code: "no-price",
  path: ["contract", "pricing"],
  message: "the contract has no price, so nothing can be worked out",
  hint: "list prices under rate_card, or say cost_plus",
};
