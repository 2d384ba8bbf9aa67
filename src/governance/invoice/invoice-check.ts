import type { MoneyText } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import type { BudgetOutlook } from "./budget-at-completion.ts";
import type { BilledPeriod } from "./invoice.ts";

/** `cannot-tell`: the price is right as far as it can be seen, and nothing says how much was done. */
export type InvoiceDecision = "accept" | "dispute" | "cannot-tell";

/** How an amount divides: `accepted + disputed + cannotTell` is always what was billed. */
export type DividedAmount = {
  readonly billed: MoneyText;
  readonly accepted: MoneyText;
  readonly disputed: MoneyText;
  readonly cannotTell: MoneyText;
};

/** Why a line or an invoice is not simply accepted; `code` is stable. */
export type InvoiceReason = { readonly code: string; readonly message: string };

export type CheckedLine = DividedAmount & {
  readonly line: string;
  readonly item: string | null;
  readonly description: string | null;
  readonly decision: InvoiceDecision;
  readonly reasons: readonly InvoiceReason[];
  /** each step in words, with its figures */
  readonly working: readonly string[];
};

/** An amount that the invoice as a whole should be less by: a credit that is not on it, a sum that does not add up. */
export type InvoiceClaim = InvoiceReason & { readonly amount: MoneyText; readonly working: readonly string[] };

export type CheckedInvoice = DividedAmount & {
  readonly invoice: string;
  readonly period: BilledPeriod;
  readonly issuedOn: PlainDate;
  readonly decision: InvoiceDecision;
  readonly lines: readonly CheckedLine[];
  readonly claims: readonly InvoiceClaim[];
  /** worth knowing, and no reason to hold money back */
  readonly notes: readonly InvoiceReason[];
};

/** What one item of the rate card comes to over months that are billed together, beside what was billed. */
export type ItemReckoning = {
  readonly item: string;
  /** `2026-03` */
  readonly months: readonly string[];
  readonly invoices: readonly string[];
  /** one amount for each currency */
  readonly billed: readonly MoneyText[];
  /** by the contract and what was measured; null where that cannot be told */
  readonly due: MoneyText | null;
  readonly working: readonly string[];
};

/** The whole check; plain data. Amounts of different currencies are never added. */
export type InvoiceCheck = {
  readonly asOf: PlainDate;
  readonly decision: InvoiceDecision;
  readonly totals: readonly DividedAmount[];
  readonly invoices: readonly CheckedInvoice[];
  readonly items: readonly ItemReckoning[];
  readonly budgets: readonly BudgetOutlook[];
  readonly problems: readonly PathProblem[];
};
