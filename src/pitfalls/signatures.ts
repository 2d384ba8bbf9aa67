import type { Sign } from "../early-warning/shift-evidence/pooled-evidence.ts";
import type { MetricRole } from "../metrics/metric-definition.ts";
import type { PitfallId } from "./pitfall-definition.ts";

/** How a pitfall moves the standard metrics, by their names. */
export type Signature = Readonly<Record<string, Sign>>;

/** A figure that the record itself names for a pitfall (`watch_for`) moves with it more often than not. */
export const namedByRecord: Sign = { likely: 0.6, by: null };

/** A figure that a pitfall moves at least as often as not: a name, and a clear signal, need one. */
export const strongSign = 0.5;

const sign = (likely: number, by: number | null = null): Sign => ({ likely, by });

/** The pitfall that a metric of the record shows by the side of the work it is about, where the record names none. */
export const pitfallOfRole: Readonly<Partial<Record<MetricRole, PitfallId>>> = {
  speed: "missed-deadlines",
  quality: "quality-decline",
  rework: "quality-decline",
  satisfaction: "poor-customer-feedback",
  cost: "cost-overrun",
};

/** Pitfalls that move the record's own metrics of a side too, though these show another one first. */
export const alsoOfRole: Readonly<Partial<Record<MetricRole, Partial<Record<PitfallId, Sign>>>>> = {
  speed: { "selection-red-flags": sign(0.45, 0.6), "wrong-location": sign(0.3, 0.3) },
};

/**
 * Pitfalls that are nothing but what their figures show, or are told only where something else holds too (growth); the
 * others lie behind figures that others move as well.
 */
export const shownDirectly: readonly PitfallId[] = [
  ...(["quality-decline", "poor-customer-feedback", "missed-deadlines", "high-turnover"] as const),
  ...(["communication-breakdown", "cost-overrun", "contract-gaps", "weak-security"] as const),
  ...(["lack-of-transparency", "scaling-too-fast"] as const),
];

/**
 * The standard metrics that each pitfall moves. Several pitfalls move the same figure; what tells them apart is the
 * company it keeps and the proportions of the moves, so a figure that stayed still speaks against a pitfall that nearly
 * always moves it.
 */
export const signatures: Readonly<Record<PitfallId, Signature>> = {
  "unclear-objectives": { "clarification-share": sign(0.95, 1), "reopen-rate": sign(0.5, 0.2) },
  "price-over-quality": {
    ...{ "qa-score-client": sign(0.95, 4), "qa-score-provider": sign(0.6, 2.5), "reopen-rate": sign(0.9, 0.5) },
    ...{ "turnover-weekly": sign(0.95, 0.5), "new-staff-qa-score": sign(0.45, 4) },
    "cost-per-resolved-item": sign(0.2, 0.1),
  },
  "wrong-location": {
    "outside-overlap-share": sign(0.9, 1.2),
    ...{ "reply-time-client": sign(0.3, 0.3), "reply-time-provider": sign(0.3, 0.3) },
  },
  "communication-breakdown": {
    ...{ "reply-time-provider": sign(0.8, 0.9), "reply-time-client": sign(0.6, 0.4) },
    ...{ "questions-answered": sign(0.6, 0.9), "clarification-share": sign(0.8, 1.2) },
    ...{ "forums-held": sign(0.8, 1.2), "escalation-topic-share": sign(0.3, 0.5) },
  },
  "cultural-mismatch": {
    ...{ "pulse-gap": sign(0.9, 1), "clarification-share": sign(0.8, 0.6) },
    ...{ "pulse-client": sign(0.3, 0.3), "pulse-provider": sign(0.3, 0.3) },
  },
  "vendor-not-partner": {
    ...{ "ideas-submitted": sign(0.9, 1.2), "client-sponsor-present": sign(0.7, 1.8), "forums-held": sign(0.6, 0.5) },
    ...{ "ideas-decided": sign(0.3, 0.5), "provider-sponsor-present": sign(0.3, 0.8) },
    ...{ "pulse-client": sign(0.3, 0.3), "pulse-provider": sign(0.3, 0.3) },
  },
  "scaling-too-fast": {
    ...{ "qa-score-client": sign(0.9, 3), "reopen-rate": sign(0.85, 0.4), "new-staff-qa-score": sign(0.95, 5) },
    ...{ "new-staff-handle-time": sign(0.8, 0.1), csat: sign(0.3, 0.2), backlog: sign(0.3, 0.3) },
  },
  "missed-deadlines": {
    ...{ "provider-on-time-share": sign(0.95, 1.5), "resolution-time": sign(0.5, 0.5) },
    ...{ "first-response-time": sign(0.5, 0.5), backlog: sign(0.2, 0.3), "backlog-age": sign(0.2, 0.3) },
  },
  "quality-decline": {
    ...{ "qa-score-client": sign(0.95, 5), "qa-score-provider": sign(0.6, 3), "critical-error-rate": sign(0.7, 0.8) },
    ...{ "reopen-rate": sign(0.9, 0.6), "new-staff-qa-score": sign(0.45, 5) },
    ...{ csat: sign(0.45, 0.25), "complaints-rate": sign(0.45, 0.4) },
  },
  "lack-of-transparency": {
    ...{ "reported-gap": sign(0.9, 0.05), "billed-hours-ratio": sign(0.6, 0.03), "response-rate": sign(0.2, 0.3) },
    "incidents-told-in-time": sign(0.3, 0.5),
  },
  "poor-customer-feedback": {
    ...{ csat: sign(0.95, 0.6), "complaints-rate": sign(0.9, 0.7), nps: sign(0.6), ces: sign(0.6) },
    "response-rate": sign(0.2, 0.2),
  },
  "high-turnover": { "turnover-weekly": sign(0.95, 1), "early-turnover": sign(0.5, 1) },
  "inconsistent-performance": { spread: sign(0.95, 0.05), "handle-time": sign(0.2, 0.05) },
  "goal-misalignment": { "goal-rank-distance": sign(0.95, 0.6) },
  "cost-overrun": {
    ...{ "billed-hours-ratio": sign(0.95, 0.12), "off-contract-lines": sign(0.7, 2) },
    "cost-per-resolved-item": sign(0.6, 0.12),
  },
  "contract-gaps": { "off-contract-lines": sign(0.95, 2) },
  "unmanaged-risk": { incidents: sign(0.95, 1.2) },
  "outsourcing-the-core": { "core-work-share": sign(0.95, 3) },
  "loss-of-control": { "client-on-time-share": sign(0.95, 1), "clarification-share": sign(0.95, 0.6) },
  "unrealistic-expectations": { "billed-hours-ratio": sign(0.95, 0.1), "new-staff-handle-time": sign(0.95, 0.12) },
  "hollow-kpis": {
    ...{ csat: sign(0.8, 0.5), "reopen-rate": sign(0.8, 0.7), "complaints-rate": sign(0.8, 0.5) },
    ...{ bunching: sign(0.6, 2), nps: sign(0.5), ces: sign(0.5) },
  },
  "weak-security": { "leaver-access": sign(0.8, 2), "incidents-told-in-time": sign(0.8, 1.5) },
  "slow-ramp": {
    ...{ "new-staff-handle-time": sign(0.9, 0.25), "new-staff-qa-score": sign(0.8, 4) },
    ...{ "handle-time": sign(0.3, 0.04), "early-turnover": sign(0.3, 0.5) },
  },
  "selection-red-flags": { "reported-gap": sign(0.5, 0.04) },
  "weak-ownership": {
    ...{ "client-on-time-share": sign(0.95, 1.8), "forums-held": sign(0.8, 0.8) },
    "client-sponsor-present": sign(0.3, 0.8),
  },
};
