import type { Budget } from "../../../governance/contract/contract.ts";
import { invoiceCurrency } from "../../../governance/contract/invoice-currency.ts";
import {
  type BilledAmount,
  type BudgetOutlook,
  budgetOutlook,
} from "../../../governance/invoice/budget-at-completion.ts";
import { converter, noMoney, sumOfMoney } from "../../../governance/invoice/divided-amount.ts";
import { reservedItems } from "../../../governance/invoice/invoice.ts";
import type { CheckedInvoice } from "../../../governance/invoice/invoice-check.ts";
import { Money, type MoneyText } from "../../../values/money.ts";
import { daysBetween } from "../../../values/time.ts";
import { levelName } from "../levels/service-level-detectors.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, together } from "../signal-reading.ts";

/** A budget that has ended is told for so long. */
const toldAfterEndDays = 92;

/** Where each budget ends by the run rate: watch when the middle lies above it, alarm when the whole range does. */
export const budgetForecast: Detector = {
  id: "budget-forecast",
  mayClear: false,
  look: ({ record: { contract }, asOf, observed }) => {
    const invoices = observed?.invoices ?? [];
    const pricing = contract?.pricing;
    const budgets = (contract?.budget ?? []).filter(
      ({ from, to }) => from <= asOf && daysBetween(to, asOf) <= toldAfterEndDays,
    );
    const currency = pricing === undefined ? null : invoiceCurrency(pricing);
    if (invoices.length === 0 || currency === null) return nothingToJudge;
    const convert = converter(currency, pricing?.exchange_rates ?? {});
    const billed = invoices.map((invoice) => ({ issuedOn: invoice.issuedOn, ...beforeTax(invoice) }));
    const stateOn = (budget: Budget, day: string) =>
      stateOf(
        budget,
        budgetOutlook(
          budget,
          billed.filter(({ issuedOn }) => issuedOn <= day),
          convert,
        ),
      );
    return together(
      budgets.map((budget) => {
        const outlook = budgetOutlook(budget, billed, convert);
        if (outlook === null || outlook.state === "unknown") return nothingToJudge;
        const state = stateOf(budget, outlook);
        if (state === null) return judgedOne(null);
        const days = [...new Set(billed.map(({ issuedOn }) => issuedOn))].sort();
        const since = days[days.findLastIndex((day) => stateOn(budget, day) === null) + 1] ?? asOf;
        return judgedOne({
          ...{ pitfall: "cost-overrun", detector: "budget-forecast", kind: "budget", id: budget.from, state, since },
          statement: outlookWords(outlook),
          evidence: { ...outlook },
        });
      }),
    );
  },
};

function stateOf({ amount }: Budget, outlook: BudgetOutlook | null): "watch" | "alarm" | null {
  if (outlook === null) return null;
  if (outlook.state === "exceeds") return "alarm";
  const end = outlook.atCompletion;
  return "expected" in end && moneyOf(end.expected).compare(amount) > 0 ? "watch" : null;
}

function outlookWords({ from, to, budget, spent, monthsLeft, atCompletion }: BudgetOutlook): string {
  const begin = `${text(spent)} is billed before tax for the budget of ${text(budget)} from ${dayWords(from)} to ${dayWords(to)}`;
  if (!("expected" in atCompletion)) return `${begin}: it is used up.`;
  if (monthsLeft === 0) return `${begin}: it ended above.`;
  const { low, expected, high } = atCompletion;
  return `${begin}, with no bill yet for ${countWords(monthsLeft)} of its months. At the pace of the last months it ends at ${text(expected)}, between ${text(low)} and ${text(high)} if every month left is as cheap or as dear as the cheapest or dearest of them.`;
}

/** The lines before tax; the whole where an invoice has no lines. */
function beforeTax({ period, billed, lines }: CheckedInvoice): BilledAmount {
  const net = lines.filter(({ item }) => !isAny(reservedItems.tax, item));
  const amounts = net.map((line) => moneyOf(line.billed));
  return { period, amount: net.length === 0 ? moneyOf(billed) : sumOfMoney(amounts, billed.currency) };
}

/**
 * Credits that missed service levels owe, less what was earned back, beside the credit lines of the invoices that were due
 * to give them: the first that covers a later day. Left out of one such invoice is watch, of two or more alarm.
 */
export const creditUnclaimed: Detector = {
  id: "credit-unclaimed",
  mayClear: false,
  look: ({ record, serviceLevels, asOf, observed }) => {
    const invoices = (observed?.invoices ?? []).toSorted((one, other) => one.issuedOn.localeCompare(other.issuedOn));
    const reach = invoices.map(({ period }) => period.end).sort();
    const owed = serviceLevels.flatMap(({ id, period, complete, value, target, credit }) =>
      complete && credit !== null && !new Money(credit.owed.amount, credit.owed.currency).amount.isZero()
        ? [{ id, period, value, target, owed: credit.owed, working: credit.working }]
        : [],
    );
    const due = owed.filter(({ period }) => period.end < (reach.at(-1) ?? ""));
    const [first] = due.toSorted((one, other) => one.period.end.localeCompare(other.period.end));
    const currency = first?.owed.currency;
    if (first === undefined || currency === undefined) return invoices.length === 0 ? nothingToJudge : judgedOne(null);
    const given = invoices.flatMap(({ lines }) =>
      lines.filter(({ item }) => isAny(reservedItems.credit, item)).map(({ billed }) => moneyOf(billed).times("-1")),
    );
    const isForeign = [...due.map(({ owed: { currency: of } }) => of), ...given.map((one) => one.currency)].some(
      (of) => of !== currency,
    );
    // Credits in several currencies are reckoned by the invoice check, at the agreed rates.
    if (isForeign) return nothingToJudge;
    const owedInAll = sumOfMoney(
      due.map((one) => moneyOf(one.owed)),
      currency,
    );
    const givenInAll = given.length === 0 ? noMoney(currency) : sumOfMoney(given, currency);
    const short = owedInAll.minus(givenInAll);
    if (short.amount.isNegative() || short.amount.isZero()) return judgedOne(null);
    const passed = invoices.filter(({ period }) => period.end > first.period.end);
    const named = [...new Set(due.map(({ id }) => levelName(id, { record })))].sort();
    return judgedOne({
      ...{ pitfall: "contract-gaps", detector: "credit-unclaimed", kind: "credits", id: "credits" },
      state: passed.length > 1 ? "alarm" : "watch",
      since: first.period.end,
      raisedAt: passed[0]?.issuedOn ?? asOf,
      statement: `${short.rounded().toText()} of service credits is on no invoice: ${named.join(", ")}, missed in ${countWords(due.length)} ${due.length === 1 ? "period" : "periods"} since ${dayWords(first.period.start)}, ${due.length === 1 ? "owes" : "owe"} ${owedInAll.toText()}, and ${givenInAll.amount.isZero() ? "nothing" : givenInAll.toText()} is credited on the ${countWords(passed.length)} ${passed.length === 1 ? "invoice" : "invoices"} issued for later days.`,
      evidence: {
        ...{ owed: owedInAll.toJSON(), given: givenInAll.toJSON(), short: short.toJSON(), periods: due },
        invoices: passed.map(({ invoice, issuedOn }) => ({ invoice, issuedOn })),
      },
    });
  },
};

function isAny(names: readonly string[], item: string | null): boolean {
  return item !== null && names.includes(item);
}

function moneyOf({ amount, currency }: MoneyText): Money {
  return new Money(amount, currency);
}

function text(amount: MoneyText): string {
  return moneyOf(amount).toText();
}
