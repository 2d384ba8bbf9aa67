import { Money } from "../../values/money.ts";
import type { BilledLine } from "./billed-line.ts";
import {
  atLeastNothing,
  type Convert,
  Division,
  disputedWhole,
  leftOpen,
  noMoney,
  smallerOf,
} from "./divided-amount.ts";
import type { DueCredit, Invoice } from "./invoice.ts";
import type { InvoiceClaim, InvoiceReason } from "./invoice-check.ts";

export type CreditRun = {
  readonly divisions: ReadonlyMap<BilledLine, Division>;
  readonly claims: ReadonlyMap<string, InvoiceClaim>;
  readonly notes: ReadonlyMap<string, readonly InvoiceReason[]>;
};

type CreditLines = { readonly credits: readonly BilledLine[]; readonly earnBacks: readonly BilledLine[] };

/**
 * Runs through the invoices, oldest first, and keeps account of credits due and given. A credit is due on the first invoice
 * that covers a later day than its period; given earlier is as good. What is earned back may be charged again, no more.
 * @param currency the contract's; all is counted in it
 */
export function creditsGiven(
  invoices: readonly Invoice[],
  { credits, earnBacks }: CreditLines,
  due: readonly DueCredit[],
  { currency, convert }: { currency: string; convert: Convert },
): CreditRun {
  const divisions = new Map<BilledLine, Division>();
  const claims = new Map<string, InvoiceClaim>();
  const notes = new Map<string, InvoiceReason[]>();
  let given = noMoney(currency);
  let claimed = noMoney(currency);
  const inContract = (amount: Money) => convert(amount, currency)?.rounded() ?? null;
  for (const invoice of invoices) {
    const told: InvoiceReason[] = [];
    const dueNow = dueBy(invoice, due, currency, convert);
    for (const line of credits.filter((each) => each.invoice === invoice)) {
      const amount = inContract(line.amount);
      divisions.set(line, creditLine(line, amount));
      if (amount?.amount.isNegative() === true) given = given.minus(amount);
    }
    for (const line of earnBacks.filter((each) => each.invoice === invoice)) {
      const amount = inContract(line.amount);
      const room = atLeastNothing(given.minus(dueNow.owed));
      divisions.set(line, earnBackLine(line, amount, room, convert));
      if (amount !== null) given = given.minus(smallerOf(amount, room));
    }
    const short = atLeastNothing(dueNow.owed.minus(given).minus(claimed));
    const shortHere = convert(short, invoice.currency)?.rounded() ?? null;
    if (!short.amount.isZero() && shortHere !== null) {
      claimed = claimed.plus(short);
      const message = `credits of ${dueNow.owed.toText()} are due by now, and ${given.toText()} were given`;
      claims.set(invoice.id, { code: "credit-missing", message, amount: shortHere.toJSON(), working: dueNow.working });
    }
    const all = dueInAll(due, currency, convert);
    if (given.compare(all) > 0) {
      const message = `${given.minus(all).toText()} more was credited than the records call for`;
      told.push({ code: "credit-not-called-for", message });
    }
    for (const { serviceLevel, period } of dueNow.unknown) {
      const message = `what ${serviceLevel} costs for ${period.start} to ${period.end} cannot be told yet`;
      told.push({ code: "credit-unknown", message });
    }
    notes.set(invoice.id, told);
  }
  return { divisions, claims, notes };
}

function dueBy(invoice: Invoice, due: readonly DueCredit[], currency: string, convert: Convert) {
  const reached = due.filter(({ period }) => period.end < invoice.period.end);
  const known = reached.filter(({ accrued }) => accrued !== null);
  return {
    owed: known.reduce((sum, credit) => sum.plus(owed(credit, currency, convert)), noMoney(currency)),
    unknown: reached.filter(({ accrued }) => accrued === null),
    working: known
      .filter((credit) => !owed(credit, currency, convert).amount.isZero())
      .flatMap(({ serviceLevel, period, working }) =>
        working.map((line) => `${serviceLevel}, ${period.start} to ${period.end}: ${line}`),
      ),
  };
}

function dueInAll(due: readonly DueCredit[], currency: string, convert: Convert): Money {
  return due.reduce((sum, credit) => sum.plus(owed(credit, currency, convert)), noMoney(currency));
}

function owed({ accrued, earnedBack }: DueCredit, currency: string, convert: Convert): Money {
  if (accrued === null) return noMoney(currency);
  const back = earnedBack ?? { amount: "0", currency: accrued.currency };
  const [plus, minus] = [accrued, back].map((of) => convert(new Money(of.amount, of.currency), currency));
  return plus == null || minus == null ? noMoney(currency) : plus.minus(minus).rounded();
}

function creditLine(line: BilledLine, amount: Money | null): Division {
  if (amount === null) return leftOpen(line.amount, "currency-without-rate", "no rate is agreed for this currency");
  if (!amount.amount.isNegative() && !amount.amount.isZero()) {
    const message = `a credit takes off, and this adds ${amount.toText()}`;
    return disputedWhole(line.amount, "credit-that-adds", message);
  }
  return new Division(line.amount, { working: [`credit of ${line.amount.times("-1").toText()} given`] });
}

function earnBackLine(line: BilledLine, amount: Money | null, room: Money, convert: Convert): Division {
  if (amount === null) return leftOpen(line.amount, "currency-without-rate", "no rate is agreed for this currency");
  const right = convert(smallerOf(amount, room), line.amount.currency)?.rounded() ?? line.amount;
  const disputed = line.amount.minus(right);
  const working = [`of the credits given, ${room.toText()} may be charged again`];
  if (disputed.amount.isZero()) return new Division(line.amount, { working });
  const message = `charges back ${amount.toText()} of credits, of which ${smallerOf(amount, room).toText()} was earned back`;
  return new Division(line.amount, { disputed, reasons: [{ code: "not-earned-back", message }], working });
}
