import { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";
import { percentText } from "../../values/percentage.ts";
import type { PathProblem } from "../../values/problem.ts";
import { decimalOf, quantityText } from "../contract/charge-line.ts";
import type { ContractTime } from "../contract/charge-of-month.ts";
import type { Pricing } from "../contract/rate-card.ts";
import { amountFit, type BilledLine, computedAmount, lineText } from "./billed-line.ts";
import {
  atLeastNothing,
  type Convert,
  Division,
  disputedWhole,
  leftOpen,
  noMoney,
  smallerOf,
  sumOfMoney,
} from "./divided-amount.ts";
import { type ItemDue, itemDue, type MonthQuantity, spreadBilled } from "./due-quantities.ts";
import { duplicatesAmong } from "./duplicate-lines.ts";
import type { InvoiceClaim, InvoiceReason, ItemReckoning } from "./invoice-check.ts";
import { isCharge, isDoubleNegative, type Judged, judgeLines } from "./judge-lines.ts";
import {
  isMonthly,
  measuredOf,
  type PayableQuantity,
  payableQuantity,
  type QuantityRules,
  unitName,
} from "./payable-quantity.ts";

/** The contract's side of an item: prices, time, quantities, currency. */
export type ItemRules = QuantityRules & {
  readonly pricing: Pricing;
  readonly time: ContractTime;
  /** of the contract */
  readonly currency: string;
  readonly convert: Convert;
};

export type ReckonedItem = {
  readonly divisions: ReadonlyMap<BilledLine, Division>;
  /** a credit for units below the baseline that no line grants; to be taken off the last of the invoices */
  readonly claim: InvoiceClaim | null;
  readonly reckoning: ItemReckoning;
  readonly problems: readonly PathProblem[];
};

/**
 * Holds all lines of one item over the months that they share against what was measured and what it costs. Every line is
 * looked at in two lights: only what is sure is due, and all that the records leave room for; what lies between cannot be told.
 * @param lines of one item and of months that hang together, oldest invoice first
 */
export function reckonItem(item: string, lines: readonly BilledLine[], rules: ItemRules): ReckonedItem {
  const months = [...new Set(lines.flatMap((line) => line.months))].sort();
  const payable = months.map((month) => payableQuantity(item, month, rules));
  const isSure = payable.every(({ sure, most }) => most?.equals(sure) === true);
  const twice = duplicatesAmong(lines);
  const refused = refusedLines(item, lines, isSure ? new Map() : twice, rules);
  const counted = lines.filter((line) => !refused.has(line));
  const bills = { charges: counted.filter(isCharge), corrections: counted.filter((line) => !isCharge(line)) };
  const { due, low, high, told } = inTwoLights(item, bills, payable, rules, isSure);
  const [problem] = due.problems;
  const working = [...told, ...due.working];
  const found: LineCase = { item, unit: unitOf(item, rules), twice, low, high, due, working, rules };
  const divisions = new Map(refused);
  for (const line of counted) {
    divisions.set(
      line,
      problem === undefined ? divide(line, found) : leftOpen(line.amount, problem.code, problem.message),
    );
  }
  const accepted = [...divisions.values()].map((division) => division.accepted.plus(division.cannotTell));
  return {
    divisions,
    claim: isSure ? missingReduction(item, months, high, due, accepted) : null,
    reckoning: {
      item,
      months,
      invoices: [...new Set(lines.map(({ invoice }) => invoice.id))],
      billed: totalsByCurrency(lines.map(({ amount }) => amount)).map((amount) => amount.toJSON()),
      due: isSure && problem === undefined ? due.total.toJSON() : null,
      working: [...working, ...due.unpriced.map(({ message }) => message)],
    },
    problems: due.problems,
  };
}

/** Lines that are not laid over what is due at all. */
function refusedLines(
  item: string,
  lines: readonly BilledLine[],
  twice: ReadonlyMap<BilledLine, BilledLine>,
  rules: ItemRules,
): ReadonlyMap<BilledLine, Division> {
  const unit = unitOf(item, rules);
  const refused = new Map<BilledLine, Division>();
  for (const line of lines) {
    const { amount, unitPrice, line: written } = line;
    const earlier = twice.get(line);
    if (written.unit !== null && unitName(written.unit) !== unitName(unit)) {
      const message = `billed by ${written.unit}, the card prices ${item} by ${unit}`;
      refused.set(line, disputedWhole(amount, "unit-differs", message));
    } else if (rules.convert(unitPrice, rules.currency) === null) {
      const message = `no rate is agreed between ${amount.currency} and ${rules.currency}`;
      refused.set(line, leftOpen(amount, "currency-without-rate", message));
    } else if (earlier !== undefined) {
      refused.set(line, disputedWhole(amount, "duplicate", `the same as ${lineText(earlier)}`));
    }
  }
  return refused;
}

type Bills = { readonly charges: readonly BilledLine[]; readonly corrections: readonly BilledLine[] };

/** What the lines come to where only what is sure is due (`low`), and where all is that the records leave room for. */
function inTwoLights(
  item: string,
  bills: Bills,
  payable: readonly PayableQuantity[],
  rules: ItemRules,
  isSure: boolean,
) {
  const billed = netQuantity(bills);
  const months = withTolerance(billed, payable, rules, isSure);
  const told = months.flatMap(({ working }) => working);
  const atLeast = priced(
    item,
    months.map(({ month, sure }) => ({ month, quantity: sure })),
    rules,
  );
  if (isSure) {
    const judged = judgeLines(bills, atLeast);
    return { due: atLeast, low: judged, high: judged, told };
  }
  const spread = spreadBilled(billed, months);
  const due = priced(
    item,
    months.map(({ month }, at) => ({ month, quantity: spread[at] ?? new Decimal(0) })),
    rules,
  );
  // Below a baseline the credit grows with what was not done: without a measure nothing of it is sure.
  const sure = atLeast.reductions.length > 0 ? nothingOf(atLeast) : atLeast;
  return { due, low: judgeLines(bills, sure), high: judgeLines(bills, due), told };
}

function unitOf(item: string, { card }: QuantityRules): string {
  return card.find((row) => row.item === item)?.unit ?? "";
}

function nothingOf(due: ItemDue): ItemDue {
  return { ...due, quantities: [], reductions: [], total: noMoney(due.total.currency) };
}

function priced(item: string, months: readonly MonthQuantity[], rules: ItemRules): ItemDue {
  const unit = unitOf(item, rules);
  const asked = months.map(({ month, quantity }) =>
    isMonthly(unit) && typeof measuredOf(item, month, rules) === "string"
      ? { month, quantity: null }
      : { month, quantity },
  );
  return itemDue(item, asked, rules);
}

function netQuantity({ charges, corrections }: Bills): Decimal {
  const sum = charges.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
  return corrections.reduce((total, line) => (isDoubleNegative(line) ? total : total.minus(line.quantity.abs())), sum);
}

/** Within the agreed tolerance what is billed counts as measured. */
function withTolerance(
  billed: Decimal,
  payable: readonly PayableQuantity[],
  { billing }: QuantityRules,
  isSure: boolean,
): readonly PayableQuantity[] {
  const [first, ...rest] = payable;
  const share = billing?.tolerance ?? 0;
  const measured = payable.reduce((sum, { sure }) => sum.plus(sure), new Decimal(0));
  const beyond = billed.minus(measured);
  if (!isSure || first === undefined || !beyond.greaterThan(0)) return payable;
  if (beyond.greaterThan(measured.times(decimalOf(share)))) return payable;
  const told = `${quantityText(beyond)} more than measured, within the tolerance of ${percentText(share)}`;
  const sure = first.sure.plus(beyond);
  return [{ ...first, sure, most: sure, working: [...first.working, told] }, ...rest];
}

type LineCase = {
  readonly item: string;
  readonly unit: string;
  readonly twice: ReadonlyMap<BilledLine, BilledLine>;
  readonly low: Judged;
  readonly high: Judged;
  readonly due: ItemDue;
  readonly working: readonly string[];
  readonly rules: ItemRules;
};

function divide(line: BilledLine, found: LineCase): Division {
  if (!line.amount.amount.greaterThan(0) && !isCorrection(line)) return new Division(line.amount);
  if (isDoubleNegative(line)) {
    const message = "a negative quantity at a negative price adds to the invoice";
    return disputedWhole(line.amount, "double-negative", message);
  }
  const right = computedAmount(line);
  if (!isCharge(line)) return divideCorrection(line, right);
  const high = atLeastNothing(smallerOf(line.amount, found.high.due.get(line) ?? noMoney(line.amount.currency)));
  const accepted = smallerOf(high, found.low.due.get(line) ?? high);
  const cannotTell = high.minus(accepted);
  const reasons = reasonsOf(line, right, cannotTell, found);
  return new Division(line.amount, { disputed: line.amount.minus(high), cannotTell, reasons, working: found.working });
}

function isCorrection(line: BilledLine): boolean {
  return !isCharge(line) && !isDoubleNegative(line);
}

function divideCorrection(line: BilledLine, right: Money): Division {
  const short = atLeastNothing(line.amount.minus(right));
  if (short.amount.isZero()) return new Division(line.amount, { working: ["a correction: it takes off"] });
  const message = `takes off ${line.amount.toText()}, and its own figures come to ${right.toText()}`;
  return new Division(line.amount, { disputed: short, reasons: [{ code: "arithmetic", message }] });
}

function reasonsOf(line: BilledLine, right: Money, cannotTell: Money, found: LineCase): readonly InvoiceReason[] {
  const reasons: InvoiceReason[] = [];
  const { item, unit, due, high, rules } = found;
  const parts = high.parts.get(line) ?? [];
  if (line.amount.compare(right) > 0) {
    const isRounded = amountFit(line) === "price-shown-rounded";
    const message = `billed at ${line.amount.toText()}, and its own figures come to ${right.toText()}`;
    const rounded = isRounded ? "; a price that is rounded on the line would explain it" : "";
    reasons.push({ code: "arithmetic", message: `${message}${rounded}` });
  }
  for (const part of parts) {
    if (part.due === null || part.due.compare(line.unitPrice) >= 0) continue;
    const shown = `${quantityText(part.quantity)} billed at ${line.unitPrice.toText()} per ${unit}`;
    const other = otherTime(line, item, rules);
    reasons.push({ code: "price-above-card", message: `${shown}, by the card ${part.due.toText()}${other}` });
  }
  const beyond = parts.reduce((sum, part) => (part.due === null ? sum.plus(part.quantity) : sum), new Decimal(0));
  if (beyond.greaterThan(0)) {
    const [unpriced] = due.unpriced;
    const same = found.twice.get(line);
    const twice = same === undefined ? "" : `; the same as ${lineText(same)}`;
    const message =
      unpriced?.message ?? `${quantityText(beyond)} of ${item} more than was measured and is allowed${twice}`;
    const code = unpriced?.code ?? (same === undefined ? "quantity-above-measured" : "duplicate");
    reasons.push({ code, message });
  }
  if (!cannotTell.amount.isZero()) {
    const message = `what was measured does not say whether ${cannotTell.toText()} of it is due`;
    reasons.push({ code: "quantity-unknown", message });
  }
  return reasons;
}

/** Whether the price is the card's at another time: the commonest mistake when prices change. */
function otherTime(line: BilledLine, item: string, { card }: QuantityRules): string {
  const same = card.find(
    ({ item: of, price, effective_from: from }) =>
      of === item &&
      from !== undefined &&
      price.currency === line.unitPrice.currency &&
      price.compare(line.unitPrice) === 0,
  );
  if (same?.effective_from === undefined || same.effective_from <= line.invoice.period.start) return "";
  return `; that is the price from ${same.effective_from}`;
}

/** A credit for units below the baseline that nobody granted, as far as more was accepted than is due in all. */
function missingReduction(
  item: string,
  months: readonly string[],
  { unbilledReductions }: Judged,
  due: ItemDue,
  accepted: readonly Money[],
): InvoiceClaim | null {
  const { currency } = due.total;
  if (accepted.some((amount) => amount.currency !== currency)) return null;
  const open = unbilledReductions.reduce((sum, quantity, at) => {
    const price = due.reductions[at]?.priceIn(currency)?.price;
    return price === undefined ? sum : sum.plus(price.times(quantity).rounded());
  }, noMoney(currency));
  const above = atLeastNothing(sumOfMoney(accepted, currency).minus(due.total));
  const amount = smallerOf(open, above);
  if (amount.amount.isZero()) return null;
  const message = `${item} stayed below its baseline in ${months.join(", ")}, and no line grants the credit for it`;
  return { code: "reduction-missing", message, amount: amount.toJSON(), working: due.working };
}

function totalsByCurrency(amounts: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  return currencies.map((currency) =>
    sumOfMoney(
      amounts.filter((amount) => amount.currency === currency),
      currency,
    ),
  );
}
