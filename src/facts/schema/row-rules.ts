import type { FactKind } from "./fact-kinds.ts";

/** What must hold between the columns of one row; a row that breaks it goes to quarantine. */
export type RowRule =
  | { readonly kind: "not-before"; readonly column: string; readonly earlier: string }
  | { readonly kind: "at-most"; readonly column: string; readonly limit: string }
  | {
      readonly kind: "at-most-when";
      readonly column: string;
      readonly most: number;
      readonly when: readonly [string, string];
    }
  | { readonly kind: "not-negative"; readonly column: string };

const notBefore = (column: string, earlier: string): RowRule => ({ kind: "not-before", column, earlier });

/** The rules of each kind, in the order in which they are told. */
export const rowRules: Readonly<Partial<Record<FactKind, readonly RowRule[]>>> = {
  work_items: [
    notBefore("first_responded_at", "opened_at"),
    notBefore("resolved_at", "opened_at"),
    notBefore("closed_at", "opened_at"),
  ],
  survey_responses: [
    notBefore("answered_at", "sent_at"),
    { kind: "not-negative", column: "score" },
    { kind: "at-most", column: "score", limit: "scale_max" },
    { kind: "at-most-when", column: "score", most: 10, when: ["kind", "nps"] },
  ],
  staff: [notBefore("left_on", "hired_on"), notBefore("production_on", "hired_on")],
  access_grants: [notBefore("revoked_on", "granted_on")],
  invoices: [notBefore("period_end", "period_start")],
  reported_kpis: [notBefore("period_end", "period_start")],
  incidents: [
    notBefore("detected_at", "occurred_at"),
    notBefore("disclosed_at", "occurred_at"),
    notBefore("resolved_at", "occurred_at"),
  ],
  ideas: [notBefore("decided_at", "submitted_at")],
};
