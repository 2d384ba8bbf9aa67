import { groupedBy } from "../../values/grouped.ts";
import { Money } from "../../values/money.ts";
import { amountFit, type BilledLine, lineText, productText } from "./billed-line.ts";
import { type BilledAmount, type BudgetOutlook, budgetOutlook } from "./budget-at-completion.ts";
import { type CreditRun, creditsGiven } from "./credits-given.ts";
import { type DividedLines, divideLines, isReserved } from "./divide-lines.ts";
import { atLeastNothing, Division, noMoney, sumOfMoney } from "./divided-amount.ts";
import { sameNumbersAmong } from "./duplicate-lines.ts";
import type { Invoice, InvoiceRecords } from "./invoice.ts";
import type {
  CheckedInvoice,
  CheckedLine,
  InvoiceCheck,
  InvoiceClaim,
  InvoiceDecision,
  InvoiceReason,
} from "./invoice-check.ts";
import { type BilledPartnership, type InvoiceRules, invoiceRules, ruleProblems } from "./invoice-rules.ts";
import { readBills } from "./read-bills.ts";
import { taxLines, taxOn } from "./tax-lines.ts";

/**
 * Holds every line of every invoice that was issued by `asOf` against the contract and against what was measured: accept,
 * dispute or cannot tell, with the amount of each and its working. Plain data; nothing is rounded but to the minor unit.
 */
export function checkInvoices(record: BilledPartnership, records: InvoiceRecords): InvoiceCheck {
  const bills = readBills(records, record.contract ?? {});
  const rules = invoiceRules(record, bills, records.asOf);
  const divided = divideLines(bills.lines, rules);
  const ofKind = (kind: "credit" | "earnBack") => bills.lines.filter((line) => isReserved(line, kind));
  const credits = creditsGiven(
    bills.invoices,
    { credits: ofKind("credit"), earnBacks: ofKind("earnBack") },
    bills.credits,
    rules,
  );
  const linesOf = groupedBy(bills.lines, ({ invoice }) => invoice);
  const sameNumbers = sameNumbersAmong(bills.invoices);
  const checked = bills.invoices.map((invoice) => {
    const lines = linesOf.get(invoice) ?? [];
    return checkInvoice({ invoice, lines, divided, credits, rules, sameNumbers });
  });
  const budgets = outlooks(rules, linesOf, bills.invoices);
  return {
    asOf: records.asOf,
    decision: worstOf(checked.map(({ decision }) => decision)),
    totals: totalsOf(checked),
    invoices: checked,
    items: divided.items,
    budgets: budgets.found,
    problems: [...bills.problems, ...ruleProblems(rules, bills), ...divided.problems, ...budgets.problems],
  };
}

type InvoiceCase = {
  readonly invoice: Invoice;
  readonly lines: readonly BilledLine[];
  readonly divided: DividedLines;
  readonly credits: CreditRun;
  readonly rules: InvoiceRules;
  readonly sameNumbers: ReadonlyMap<Invoice, Invoice>;
};

function checkInvoice({ invoice, lines, divided, credits, rules, sameNumbers }: InvoiceCase): CheckedInvoice {
  const { currency, id } = invoice;
  const credit = credits.claims.get(id);
  const claims = [
    ...divided.claims.filter((each) => each.invoice === id).map(({ claim }) => claim),
    ...(credit === undefined ? [] : [credit]),
  ];
  const claimed = sumOfMoney(
    claims.map(({ amount }) => new Money(amount.amount, amount.currency)),
    currency,
  );
  const beforeTax = lines.filter((line) => !isReserved(line, "tax")).map((line) => divisionOf(line, divided, credits));
  const base = {
    accepted: sumOf(beforeTax, ({ accepted }) => accepted, currency).minus(claimed),
    cannotTell: sumOf(beforeTax, ({ cannotTell }) => cannotTell, currency),
  };
  const onTax = lines.filter((line) => isReserved(line, "tax"));
  const taxed = taxLines(onTax, rules.billing?.tax ?? [], base);
  const divisions = new Map(lines.map((line) => [line, taxed.get(line) ?? divisionOf(line, divided, credits)]));
  const sum = againstLines(invoice, lines, onTax);
  const counted = [...divisions].flatMap(([line, division]) => (sum.isNet && onTax.includes(line) ? [] : [division]));
  const whole = new Division(sum.total, {
    disputed: sumOf(counted, (division) => division.disputed, currency)
      .plus(claimed)
      .plus(atLeastNothing(sum.above)),
    cannotTell: sumOf(counted, (division) => division.cannotTell, currency).plus(sum.open),
  });
  return {
    invoice: id,
    period: invoice.period,
    issuedOn: invoice.issuedOn,
    decision: whole.decision,
    ...whole.toAmounts(),
    lines: [...divisions].map(([line, division]) => checkedLine(line, division)),
    claims: [...claims, ...sum.claims],
    notes: [...notesOn(invoice, { sum, onTax, base, rules, sameNumbers, lines }), ...(credits.notes.get(id) ?? [])],
  };
}

/** The invoice's total beside the sum of its lines; `isNet` where the total leaves the tax lines out. */
type TotalAgainstLines = {
  readonly total: Money;
  readonly isNet: boolean;
  readonly above: Money;
  /** what no line explains, where there are none */
  readonly open: Money;
  readonly claims: readonly InvoiceClaim[];
};

function againstLines(
  { total: written, currency }: Invoice,
  lines: readonly BilledLine[],
  onTax: readonly BilledLine[],
): TotalAgainstLines {
  const total = new Money(written, currency);
  const nothing = noMoney(currency);
  if (lines.length === 0) return { total, isNet: false, above: nothing, open: atLeastNothing(total), claims: [] };
  const all = sumOfLines(lines, currency);
  const net = all.minus(sumOfLines(onTax, currency));
  const isNet = onTax.length > 0 && total.compare(net) === 0;
  const above = isNet ? nothing : total.minus(all);
  const message = `the total is ${total.toText()}, and the lines come to ${all.toText()}`;
  const claim = { code: "total-differs", message, amount: above.toJSON(), working: [] };
  return { total, isNet, above, open: nothing, claims: above.amount.greaterThan(0) ? [claim] : [] };
}

function divisionOf(line: BilledLine, divided: DividedLines, credits: CreditRun): Division {
  const division = divided.divisions.get(line) ?? credits.divisions.get(line);
  if (division === undefined) throw new Error(`nothing decided on ${lineText(line)}`);
  return division;
}

function checkedLine({ line, quantity, unitPrice, amount }: BilledLine, division: Division): CheckedLine {
  const { line: number, item, description } = line;
  const { decision, reasons, working } = division;
  const product = productText(quantity, unitPrice);
  const figures =
    amountFit({ quantity, unitPrice, amount }) === "exact" ? product : `${product}; billed as ${amount.toText()}`;
  return {
    line: number,
    item,
    description,
    decision,
    ...division.toAmounts(),
    reasons,
    working: [figures, ...working],
  };
}

type Noted = {
  readonly sum: TotalAgainstLines;
  readonly onTax: readonly BilledLine[];
  readonly base: { readonly accepted: Money };
  readonly rules: InvoiceRules;
  readonly sameNumbers: ReadonlyMap<Invoice, Invoice>;
  readonly lines: readonly BilledLine[];
};

function notesOn(invoice: Invoice, noted: Noted): readonly InvoiceReason[] {
  const { sum, onTax, base, rules, sameNumbers, lines } = noted;
  const notes: InvoiceReason[] = [];
  const same = sameNumbers.get(invoice);
  if (same !== undefined)
    notes.push({ code: "number-like-another", message: `its number is that of ${same.id} but for marks` });
  if (lines.length === 0) notes.push({ code: "no-lines", message: "it has no lines, so nothing can be checked" });
  if (sum.above.amount.isNegative()) {
    const message = `the total is ${sum.above.times("-1").toText()} less than its lines`;
    notes.push({ code: "total-below-lines", message });
  }
  if (sum.isNet)
    notes.push({ code: "total-before-tax", message: "the total is before tax; the tax lines are not in it" });
  const taxes = rules.billing?.tax ?? [];
  if (taxes.length > 0 && onTax.length === 0 && lines.length > 0) {
    const message = `no tax is billed; by the rates agreed it would be ${taxOn(base.accepted, taxes).toText()}`;
    notes.push({ code: "no-tax", message });
  }
  if (invoice.currency !== rules.currency) {
    notes.push({ code: "other-currency", message: `billed in ${invoice.currency}, agreed is ${rules.currency}` });
  }
  return notes;
}

function outlooks(
  rules: InvoiceRules,
  linesOf: ReadonlyMap<Invoice, readonly BilledLine[]>,
  invoices: readonly Invoice[],
) {
  const billed = invoices.map((invoice): BilledAmount => {
    const net = (linesOf.get(invoice) ?? []).filter((line) => !isReserved(line, "tax"));
    const amount = net.length === 0 ? new Money(invoice.total, invoice.currency) : sumOfLines(net, invoice.currency);
    return { period: invoice.period, amount };
  });
  const begun = (rules.contract?.budget ?? []).map((budget, index) => ({ budget, index }));
  const found: BudgetOutlook[] = [];
  const problems = begun.flatMap(({ budget, index }) => {
    const outlook = budgetOutlook(budget, billed, rules.convert);
    if (outlook !== null) {
      found.push(outlook);
      return [];
    }
    const message = `the budget is in ${budget.amount.currency}, and not every invoice has a rate into it`;
    const hint = "say the rates under contract: pricing: exchange_rates";
    return [{ code: "currency-without-rate", path: ["contract", "budget", index, "amount"], message, hint }];
  });
  return { found, problems };
}

function totalsOf(checked: readonly CheckedInvoice[]) {
  const currencies = [...new Set(checked.map(({ billed }) => billed.currency))];
  return currencies.map((currency) => {
    const own = checked.filter(({ billed }) => billed.currency === currency);
    const sum = (part: "billed" | "accepted" | "disputed" | "cannotTell") =>
      sumOfMoney(
        own.map((invoice) => new Money(invoice[part].amount, currency)),
        currency,
      ).toJSON();
    return {
      billed: sum("billed"),
      accepted: sum("accepted"),
      disputed: sum("disputed"),
      cannotTell: sum("cannotTell"),
    };
  });
}

function worstOf(decisions: readonly InvoiceDecision[]): InvoiceDecision {
  if (decisions.includes("dispute")) return "dispute";
  return decisions.includes("cannot-tell") ? "cannot-tell" : "accept";
}

function sumOf(divisions: readonly Division[], part: (division: Division) => Money, currency: string): Money {
  return sumOfMoney(divisions.map(part), currency);
}

function sumOfLines(lines: readonly BilledLine[], currency: string): Money {
  return sumOfMoney(
    lines.map(({ amount }) => amount),
    currency,
  );
}
