import type { Period } from "../metrics/measure.ts";
import type { Money } from "../values/money.ts";
import { percentText } from "../values/percentage.ts";
import { type InvoicedPeriod, type WorkedAmount, workOutAmount } from "./at-risk-amount.ts";
import { stretchAround } from "./billing-stretch.ts";
import { type ChronicFailure, chronicMisses } from "./chronic-failure.ts";
import { applyCaps, type CappedCredit } from "./credit-cap.ts";
import type { CreditTerms } from "./credit-terms.ts";
import { decideEarnBack } from "./earn-back.ts";
import type { JudgedMetric, ServiceLevelJudgement } from "./judge-service-level.ts";
import { serviceCredit } from "./service-credit.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

/** One judged period together with the version of the definition that judged it. */
export type JudgedPeriod = {
  readonly level: ServiceLevelDefinition;
  readonly metric: JudgedMetric;
  readonly judgement: ServiceLevelJudgement;
};

/** What one critical service level costs in one period, after caps and earn-back. owed = accrued − earnedBack. */
export type LedgerEntry = {
  readonly kind: "credit";
  readonly serviceLevel: string;
  readonly period: Period;
  readonly accrued: Money;
  readonly earnedBack: Money;
  readonly owed: Money;
  readonly working: readonly string[];
};

/** A period of a critical service level whose credit cannot be told. */
export type UnknownEntry = {
  readonly kind: "unknown";
  readonly serviceLevel: string;
  readonly period: Period;
  readonly because: string;
};

/** A service level that failed again and again, and what the contract gives for it. */
export type ChronicEvent = {
  readonly serviceLevel: string;
  readonly period: Period;
  readonly misses: readonly Period[];
  readonly gives: string | null;
};

export type CreditLedger = {
  readonly entries: readonly (LedgerEntry | UnknownEntry)[];
  readonly chronicFailures: readonly ChronicEvent[];
};

/**
 * All credits of a contract, oldest first: each by its scale or by chronic failure, then capped, then earned back.
 * @param judged every judged period of every service level from the contract's beginning; caps and runs look back
 * @param invoices what was billed and is known, before tax
 */
export function creditLedger(
  terms: CreditTerms,
  judged: readonly JudgedPeriod[],
  invoices: readonly InvoicedPeriod[],
): CreditLedger {
  const sorted = [...judged].sort(byEndThenId);
  const histories = historiesOf(sorted);
  const drafts: Draft[] = [];
  const unknown: UnknownEntry[] = [];
  const chronicFailures: ChronicEvent[] = [];
  for (const each of sorted) {
    const { id: serviceLevel, period } = each.judgement;
    const history = histories.get(serviceLevel) ?? [];
    const chronic = chronicAt(each, terms, history);
    if (chronic !== null) {
      const misses = chronic.misses.map((miss) => miss.period);
      chronicFailures.push({ serviceLevel, period, misses, gives: chronic.rule.gives ?? null });
    }
    const reached = chronic === null ? null : { rule: chronic.rule, misses: chronic.misses.length };
    const credit = serviceCredit({ ...each, atRisk: atRiskOn(period, terms, invoices), chronic: reached });
    if (credit?.kind === "credit")
      drafts.push({ judged: each, period, amount: credit.amount, working: credit.working });
    if (credit?.kind === "unknown") unknown.push({ kind: "unknown", serviceLevel, period, because: credit.because });
  }
  const entries = applyCaps(drafts, terms, invoices).map((draft) => {
    const history = histories.get(draft.judged.judgement.id) ?? [];
    return earnBack(draft, terms, history);
  });
  return { entries: [...entries, ...unknown].sort(byEnd), chronicFailures };
}

type Draft = CappedCredit & { readonly judged: JudgedPeriod };

type Chronic = { readonly rule: ChronicFailure; readonly misses: readonly ServiceLevelJudgement[] };

function historiesOf(judged: readonly JudgedPeriod[]): ReadonlyMap<string, readonly ServiceLevelJudgement[]> {
  const histories = new Map<string, ServiceLevelJudgement[]>();
  for (const { judgement } of judged) {
    histories.set(judgement.id, [...(histories.get(judgement.id) ?? []), judgement]);
  }
  return histories;
}

function chronicAt(
  { level, judgement }: JudgedPeriod,
  terms: CreditTerms,
  history: readonly ServiceLevelJudgement[],
): Chronic | null {
  const rule = level.chronic_failure ?? terms.chronic_failure;
  if (rule === undefined || level.critical === undefined) return null;
  const misses = chronicMisses(rule.when, history, judgement.period.end);
  return misses === null ? null : { rule, misses };
}

function atRiskOn(period: Period, terms: CreditTerms, invoices: readonly InvoicedPeriod[]): WorkedAmount {
  if (terms.at_risk === undefined) return { kind: "unknown", because: "the contract states none" };
  const stretch = stretchAround(period.end, terms.at_risk.over ?? "month", terms.credit_year_starts);
  return workOutAmount(terms.at_risk, stretch, invoices);
}

function earnBack(draft: Draft, terms: CreditTerms, history: readonly ServiceLevelJudgement[]): LedgerEntry {
  const { level, metric, judgement } = draft.judged;
  const { amount: accrued, period } = draft;
  const base = { kind: "credit", serviceLevel: judgement.id, period, accrued } as const;
  const rule = level.earn_back ?? terms.earn_back;
  const nothing = accrued.times(0).rounded();
  if (rule === undefined || accrued.amount.isZero()) {
    return { ...base, earnedBack: nothing, owed: accrued, working: draft.working };
  }
  const year = stretchAround(period.end, "year", terms.credit_year_starts);
  const decision = decideEarnBack(rule.when, judgement, history, year, metric.better);
  if (decision.kind === "not-earned") {
    const working = [...draft.working, `nothing earned back: ${decision.because}`];
    return { ...base, earnedBack: nothing, owed: accrued, working };
  }
  const earnedBack = accrued.times(String(rule.returns)).rounded();
  const owed = accrued.minus(earnedBack);
  const sum = `${percentText(rule.returns)} of ${accrued.toText()} = ${earnedBack.toText()}`;
  const line = `earned back on ${decision.on}: ${sum}, because ${decision.because}; ${owed.toText()} stays owed`;
  return { ...base, earnedBack, owed, working: [...draft.working, line] };
}

function byEndThenId(one: JudgedPeriod, other: JudgedPeriod): number {
  return byEnd(one.judgement, other.judgement) || one.judgement.id.localeCompare(other.judgement.id);
}

function byEnd(one: { readonly period: Period }, other: { readonly period: Period }): number {
  return one.period.end.localeCompare(other.period.end);
}
