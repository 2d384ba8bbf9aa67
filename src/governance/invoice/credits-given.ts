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
  lines: CreditLines,
  due: readonly DueCredit[],
  { currency, convert }: { currency: string; convert: Convert },
): CreditRun {
  const divisions = new Map<BilledLine, Division>();
  const open: OpenClaim[] = [];
  const notes = new Map<string, InvoiceReason[]>();
  const all = dueInAll(due, currency, convert);
  const unknown = new Set(due.filter(({ accrued }) => accrued === null));
  let given = noMoney(currency);
  let noted = noMoney(currency);
  for (const invoice of invoices) {
    const dueNow = dueBy(invoice, due, currency, convert);
    const account = giveOn(invoice, lines, { given, owed: dueNow.owed, currency, convert });
    for (const [line, division] of account.divisions) divisions.set(line, division);
    given = account.given;
    const short = atLeastNothing(dueNow.owed.minus(given));
    settleLate(open, atLeastNothing(sumOf(open, currency).minus(short)));
    const fresh = atLeastNothing(short.minus(sumOf(open, currency)));
    if (!fresh.amount.isZero() && convert(fresh, invoice.currency) !== null)
      open.push({
        ...{ invoice, owed: dueNow.owed, given, working: dueNow.working },
        left: fresh,
        late: noMoney(currency),
      });
    const beyond = atLeastNothing(given.minus(all));
    const told = notesOf(
      beyond.compare(noted) > 0 ? beyond : null,
      dueNow.unknown.filter((each) => unknown.delete(each)),
    );
    noted = beyond;
    notes.set(invoice.id, told);
  }
  return { divisions, claims: claimsOf(open, convert), notes };
}

/** What one invoice should have given and did not; `late` of it came on later ones. */
type OpenClaim = {
  readonly invoice: Invoice;
  readonly owed: Money;
  /** by this invoice, in all */
  readonly given: Money;
  readonly working: readonly string[];
  left: Money;
  late: Money;
};

function sumOf(open: readonly OpenClaim[], currency: string): Money {
  return open.reduce((sum, { left }) => sum.plus(left), noMoney(currency));
}

/** A credit that comes late settles the oldest claims first. */
function settleLate(open: readonly OpenClaim[], amount: Money): void {
  let rest = amount;
  for (const claim of open) {
    const settled = smallerOf(claim.left, rest);
    claim.left = claim.left.minus(settled);
    claim.late = claim.late.plus(settled);
    rest = rest.minus(settled);
  }
}

function claimsOf(open: readonly OpenClaim[], convert: Convert): ReadonlyMap<string, InvoiceClaim> {
  return new Map(
    open.flatMap(({ invoice, owed, given, working, left, late }) => {
      const here = convert(left, invoice.currency)?.rounded() ?? null;
      if (here === null || here.amount.isZero()) return [];
      const by = `credits of ${owed.toText()} were due by this invoice, and ${given.amount.isZero() ? "none" : `${given.toText()} of them`} had been given`;
      const since = late.amount.isZero() ? "" : `; ${late.toText()} came later, and ${left.toText()} is still missing`;
      const claim = { code: "credit-missing", message: `${by}${since}`, amount: here.toJSON(), working: [...working] };
      return [[invoice.id, claim] as const];
    }),
  );
}

type Account = { readonly given: Money; readonly owed: Money; readonly currency: string; readonly convert: Convert };

/** The credit and earn-back lines of one invoice, and what is given in all after them. */
function giveOn(invoice: Invoice, { credits, earnBacks }: CreditLines, account: Account) {
  const { owed, currency, convert } = account;
  const divisions = new Map<BilledLine, Division>();
  const inContract = (amount: Money) => convert(amount, currency)?.rounded() ?? null;
  let { given } = account;
  for (const line of credits.filter((each) => each.invoice === invoice)) {
    const amount = inContract(line.amount);
    divisions.set(line, creditLine(line, amount));
    if (amount?.amount.isNegative() === true) given = given.minus(amount);
  }
  for (const line of earnBacks.filter((each) => each.invoice === invoice)) {
    const amount = inContract(line.amount);
    const room = atLeastNothing(given.minus(owed));
    divisions.set(line, earnBackLine(line, amount, room, convert));
    if (amount !== null) given = given.minus(smallerOf(amount, room));
  }
  return { divisions, given };
}

/** Each thing is told once, on the invoice where it first shows. */
function notesOf(beyond: Money | null, unknown: readonly DueCredit[]): InvoiceReason[] {
  return [
    ...(beyond === null
      ? []
      : [
          {
            code: "credit-not-called-for",
            message: `${beyond.toText()} more was credited than the records call for`,
          },
        ]),
    ...unknown.map(({ serviceLevel, period }) => ({
      code: "credit-unknown",
      message: `what ${serviceLevel} costs for ${period.start} to ${period.end} cannot be told yet`,
    })),
  ];
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
