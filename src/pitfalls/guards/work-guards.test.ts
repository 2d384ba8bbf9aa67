import { testGuards } from "../../../test/pitfalls/guard-table.ts";

testGuards("missed-deadlines", {
  "milestones-and-deliverables": {
    partial: { "milestones.1.kind": "milestone" },
    missing: { milestones: [] },
    fooled: { "milestones.0.kind": "deliverable" },
  },
  "milestones-have-owner-and-date": {
    partial: { "milestones.0.due": undefined },
    missing: { "milestones.0.due": undefined, "milestones.1.owner": undefined },
    fooled: { "milestones.0.owner": "tba" },
  },
  "milestones-have-acceptance": {
    partial: { "milestones.0.acceptance": undefined },
    missing: { milestones: [] },
    fooled: { "milestones.0.accepted_by": "luis" },
  },
});

testGuards("quality-decline", {
  "quality-form": {
    partial: { "quality.critical_errors": [] },
    missing: { quality: undefined },
    fooled: { "quality.form": "TBD" },
  },
  "sampling-plan": {
    partial: { "quality.sampling.chosen": "by-hand" },
    missing: { "quality.sampling": undefined },
    fooled: { "quality.sampling.share": "0 %" },
  },
  "double-scoring": {
    partial: { "quality.calibration": undefined },
    missing: { quality: undefined },
    fooled: { "quality.double_scoring.by": "provider" },
  },
  "quality-audits": {
    partial: { "quality.audits.last_on": undefined },
    missing: { "quality.audits": undefined },
    fooled: { "quality.audits.last_on": "2026-01-10" },
  },
  "rework-defined": {
    partial: { "quality.rework": "reopened items" },
    missing: { "quality.rework": undefined },
    fooled: { "quality.rework": "to be defined" },
  },
});

testGuards("poor-customer-feedback", {
  "survey-programme": {
    partial: { "surveys.1": { id: "yearly", kind: "nps" } },
    missing: { surveys: [] },
    fooled: { "surveys.0.owner": "n-a" },
  },
  "who-is-asked": {
    partial: { "surveys.1": { id: "yearly", kind: "nps" } },
    missing: { "surveys.0.asked": undefined },
    fooled: { "surveys.0.chosen_by": "provider" },
  },
  "answers-lead-to-action": {
    partial: { "surveys.1": { id: "yearly", kind: "nps" } },
    missing: { "surveys.0.acting_on_answers": undefined },
    fooled: { "surveys.0.acting_on_answers": "we act on them" },
  },
});

testGuards("high-turnover", {
  "roster-visible": {
    partial: null,
    missing: { staffing: undefined },
    fooled: { "staffing.roster_shared_every": undefined },
  },
  "key-people": {
    partial: { "staffing.key_people.1": { agent: "a22" } },
    missing: { "staffing.key_people": [] },
    fooled: { "staffing.key_people.0.successor": "A17" },
  },
  "backfill-agreed": {
    partial: { "staffing.backfill_within": undefined },
    missing: { staffing: undefined, contract: undefined },
    fooled: { "contract.terms.backfill": "pending" },
  },
  "retention-agreed": {
    partial: { "staffing.turnover_at_most": undefined },
    missing: { staffing: undefined },
    fooled: { "staffing.turnover_at_most": "100 %" },
  },
});

testGuards("scaling-too-fast", {
  "growth-in-phases": {
    partial: { "growth.owner": "tbd" },
    missing: { growth: undefined },
    fooled: { "growth.phases.1.heads": undefined },
  },
  "checkpoint-criteria": {
    partial: { "growth.phases.1.checkpoint": {}, "growth.phases.2": { id: "third", starts: "2027-01-01" } },
    missing: { "growth.phases.0.checkpoint": undefined },
    fooled: { "growth.phases.0.checkpoint.criteria.1.at_least": "0 %" },
  },
  "checkpoints-before-growth": {
    partial: { "growth.phases.1.checkpoint": {}, "growth.phases.2": { id: "third", starts: "2027-01-01" } },
    missing: { "growth.phases.1.starts": undefined },
    fooled: { "growth.phases.1.starts": "2026-05-31" },
  },
});

testGuards("slow-ramp", {
  "transition-owner": {
    partial: { "transition.starts": undefined },
    missing: { transition: undefined },
    fooled: { "transition.owner": "tbd" },
  },
  "processes-documented": {
    partial: { "knowledge.1.process": "email-support" },
    missing: { knowledge: [] },
    fooled: { "knowledge.1.file": "none" },
  },
  "training-timeline": {
    partial: { "transition.training.1": { id: "tools", title: "Tools" } },
    missing: { "transition.training": [] },
    fooled: { "transition.training.0.to": "2026-01-01" },
  },
  "launch-milestones": {
    partial: { "transition.launch_gates.1": { id: "steady", kind: "steady-state" } },
    missing: { "transition.launch_gates": [] },
    fooled: { "transition.launch_gates.0.criteria": [] },
  },
  "ramp-planned": {
    partial: { "transition.ramp.0.productive": undefined, "transition.ramp.1.productive": undefined },
    missing: { "transition.ramp": [] },
    fooled: { "transition.ramp.1": { on: "2026-02-01", heads: 24, productive: 22 } },
  },
});
