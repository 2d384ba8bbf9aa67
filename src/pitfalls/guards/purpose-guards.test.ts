import { testGuards } from "../../../test/pitfalls/guard-table.ts";

testGuards("unclear-objectives", {
  "objectives-are-outcomes": {
    partial: { "objectives.0.outcome": "Answer customer emails" },
    missing: { objectives: [] },
    fooled: { "objectives.0.metric": "items-handled" },
  },
  "objectives-are-measured": {
    partial: { "objectives.0.metric": undefined },
    missing: { "objectives.0.baseline": undefined, "objectives.1.target": undefined },
    fooled: { "objectives.0.target": "61 % by 2026-09-30" },
  },
  "objectives-have-a-date": {
    partial: { "objectives.0.target": "90 %" },
    missing: { "objectives.0.target": "90 %", "objectives.1.target": undefined },
    fooled: { "objectives.0.target": "90 % by 2026-03-31" },
  },
  "objectives-have-an-owner": {
    partial: { "objectives.0.owner": undefined },
    missing: { "objectives.0.owner": undefined, "objectives.1.owner": undefined },
    fooled: { "objectives.0.owner": "tbd" },
  },
  "success-in-90-days": {
    partial: { "objectives.0.in_90_days": undefined },
    missing: { "objectives.0.in_90_days": undefined, "objectives.1.in_90_days": undefined },
    fooled: { "objectives.0.in_90_days": "61 %" },
  },
  "scope-and-deliverables": {
    partial: { "contract.terms.deliverables": undefined },
    missing: { contract: undefined },
    fooled: { "contract.terms.scope": "TBD" },
  },
});

testGuards("goal-misalignment", {
  "goals-signed-by-both-sides": {
    partial: { "goals.signed_by": ["joel"] },
    missing: { goals: undefined },
    fooled: { "goals.signed_on": "2026-08-01" },
  },
  "goals-ranked-by-both-sides": {
    partial: { "goals.ranked.1.provider": undefined },
    missing: { "goals.ranked": [] },
    fooled: { "goals.ranked.1.client": 1 },
  },
  "goals-revisited": {
    partial: { "goals.revisit_on": "2026-05-01" },
    missing: { "goals.revisit_on": undefined },
    fooled: { "goals.revisit_on": "2026-06-29" },
  },
});

testGuards("hollow-kpis", {
  "kpis-cover-four-sides": {
    partial: { "service_levels.1.metric": "first-answer-in-4h" },
    missing: { service_levels: [] },
    // A figure about speed that calls itself one about quality.
    fooled: {
      "service_levels.2.metric": "first-answer-in-4h",
      "metrics.first-answer-in-4h.role": "quality",
    },
  },
  "kpis-serve-an-outcome": {
    partial: { "objectives.0.supported_by": ["quality-score"] },
    missing: { service_levels: [] },
    fooled: { "objectives.0.effective_from": "2026-12-01" },
  },
});

testGuards("inconsistent-performance", {
  "every-kpi-has-a-target": {
    partial: { "service_levels.2.metric": "reopen-rate" },
    missing: { service_levels: [], objectives: [] },
    fooled: { "service_levels.2.effective_from": "2027-01-01" },
  },
  "every-level-has-limits": {
    partial: { "service_levels.0.minimum": undefined },
    missing: { service_levels: [] },
    fooled: { "service_levels.3.minimum": "3 %" },
  },
});

testGuards("unrealistic-expectations", {
  "case-as-a-range": {
    partial: { "business_case.break_even_in_months": undefined },
    missing: { business_case: undefined },
    fooled: { "business_case.break_even_in_months": { p10: 9, p50: 9, p90: 9 } },
  },
  "case-has-owner-and-assumptions": {
    partial: { "business_case.assumptions": ["n/a"] },
    missing: { business_case: undefined },
    fooled: { "business_case.owner": "nobody" },
  },
  "not-judged-too-early": {
    partial: { "business_case.judged_not_before": "2026-03-01" },
    missing: { "business_case.judged_not_before": undefined },
    fooled: { "business_case.judged_not_before": "2026-01-01" },
  },
});

testGuards("outsourcing-the-core", {
  "core-assessed": {
    partial: { "processes.0.core": undefined },
    missing: { processes: [] },
    fooled: { "processes.0.core.because": "tbd" },
  },
  "core-assessed-before-signing": {
    partial: { "processes.0.core.on": undefined },
    missing: { "processes.0.core.on": undefined, "processes.1.core.on": undefined },
    fooled: { "processes.0.core.on": "2026-01-20" },
  },
  "core-kept": {
    partial: { "processes.0.core.conclusion": "keep" },
    missing: { "processes.0.core": undefined, "processes.1.core": undefined },
    fooled: { "processes.0.core.conclusion": "hybrid" },
  },
});
