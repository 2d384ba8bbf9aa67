import { testGuards } from "../../../test/pitfalls/guard-table.ts";

testGuards("contract-gaps", {
  "terms-checklist": {
    partial: { "contract.terms.disputes": undefined },
    missing: { contract: undefined },
    // A clause and words that touch upon nothing that the term must say.
    fooled: { "contract.terms.audit": { clause: "MSA 12", says: "kindly see what has gone above hereof" } },
  },
  "legal-review": {
    partial: { "contract.legal_review.on": "2026-01-15" },
    missing: { "contract.legal_review": undefined },
    fooled: { "contract.legal_review.by": "TBC" },
  },
  "obligations-of-both-sides": {
    partial: { "contract.obligations.1.owner": undefined },
    missing: { "contract.obligations": [] },
    fooled: { "contract.obligations.1.owner": "nobody" },
  },
  "notice-date-known": {
    partial: { "contract.notice": undefined },
    missing: { "contract.notice": undefined, "contract.ends": undefined },
    fooled: { "contract.ends": "2026-05-31" },
  },
});

testGuards("cost-overrun", {
  "budget-for-today": {
    partial: { "contract.budget.0.to": "2026-05-31" },
    missing: { "contract.budget": [] },
    fooled: { "contract.budget.0.amount": "0 USD" },
  },
  "rate-card": {
    partial: { "contract.pricing.rate_card.1": { item: "night-hour", unit: "hour", price: "0 USD" } },
    missing: { "contract.pricing": undefined },
    fooled: { "contract.pricing.rate_card.0.effective_from": "2027-01-01" },
  },
  "change-control": {
    partial: { "contract.change_orders.0.agreed_by": [] },
    missing: { "contract.terms.change_control": undefined },
    fooled: { "contract.terms.change_control": "?" },
  },
  "hidden-costs-listed": {
    partial: { "contract.hidden_costs.1": { item: "tools" } },
    missing: { "contract.hidden_costs": [] },
    fooled: { "contract.hidden_costs.0.item": "none" },
  },
});

testGuards("lack-of-transparency", {
  "data-access-right": {
    partial: null,
    missing: { "contract.terms.data_access": undefined },
    fooled: { "contract.terms.data_access": "to be agreed" },
  },
  "reporting-duties": {
    partial: { "contract.obligations.0.every": undefined },
    missing: { contract: undefined },
    fooled: { "contract.obligations.0.owner": "tbd" },
  },
  "definitions-agreed": {
    partial: { "contract.terms.definitions": undefined },
    missing: { contract: undefined, service_levels: [] },
    fooled: { "service_levels.0.metric": "answered-nicely" },
  },
});

testGuards("unmanaged-risk", {
  "risks-have-owners": {
    partial: { "risks.0.owner": undefined },
    missing: { risks: [] },
    fooled: { "risks.1.owner": "unassigned" },
  },
  "risks-are-reviewed": {
    partial: { "risks.0.review_on": undefined },
    missing: { "risks.0.review_on": "2026-02-01", "risks.1.review_on": undefined },
    fooled: { "risks.0.review_on": "2026-06-29" },
  },
  "fallbacks-are-tested": {
    partial: {
      "risks.2": { id: "data-lost", title: "Data are lost", impact: 5, fallback: { plan: "restore the backup" } },
    },
    missing: { "risks.0.fallback": undefined },
    fooled: { "risks.0.fallback.tested_on": "2025-02-10" },
  },
  "audits-planned": {
    partial: { "audits.1": { id: "quality-audit", title: "Quality audit" } },
    missing: { audits: [] },
    fooled: { "audits.0.on": "2026-03-01" },
  },
});

testGuards("weak-security", {
  "certificates-cover-today": {
    partial: { "evidence.0.scope": undefined },
    missing: { evidence: [] },
    fooled: { "evidence.0.covers": { from: "2023-03-01", to: "2026-02-28" } },
  },
  "access-controlled-and-reviewed": {
    partial: { "security.access_control": undefined },
    missing: { security: undefined },
    fooled: { "security.access_reviewed_on": "2026-03-12" },
  },
  "data-handling": {
    partial: { "security.data_handling": undefined },
    missing: { security: undefined, "contract.terms.data_protection": undefined },
    fooled: { "security.data_handling": "as needed" },
  },
  "tools-answered-concretely": {
    partial: { "security.integrations.1": { tool: "order system" } },
    missing: { "security.integrations": [] },
    fooled: { "security.integrations.0.how": "to be discussed" },
  },
  "incident-disclosure": {
    partial: { "security.incidents_told_within": undefined },
    missing: { security: undefined, contract: undefined },
    fooled: { "contract.terms.incident_disclosure": "tbd" },
  },
});
