import type { MetricRole } from "../metrics/metric-definition.ts";
import type { PitfallId } from "./pitfall-definition.ts";

/** How likely a pitfall, where it is there, moves a figure for the worse: 0 to 1. */
export type Signature = Readonly<Record<string, number>>;

/** A figure that the record itself names for a pitfall (`watch_for`) moves with it more often than not. */
export const namedByRecord = 0.6;

/** The pitfall that a metric of the record shows by the side of the work it is about, where the record names none. */
export const pitfallOfRole: Readonly<Partial<Record<MetricRole, PitfallId>>> = {
  speed: "missed-deadlines",
  quality: "quality-decline",
  rework: "quality-decline",
  satisfaction: "poor-customer-feedback",
  cost: "cost-overrun",
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
 * company it keeps, so a figure that stayed still speaks against a pitfall that nearly always moves it.
 */
export const signatures: Readonly<Record<PitfallId, Signature>> = {
  "unclear-objectives": { "clarification-share": 0.95, "reopen-rate": 0.5 },
  "price-over-quality": {
    ...{ "qa-score-client": 0.95, "qa-score-provider": 0.6, "reopen-rate": 0.9, "turnover-weekly": 0.95 },
    "cost-per-resolved-item": 0.2,
  },
  "wrong-location": { "outside-overlap-share": 0.9, "reply-time-client": 0.3, "reply-time-provider": 0.3 },
  "communication-breakdown": {
    ...{ "reply-time-provider": 0.8, "reply-time-client": 0.6, "questions-answered": 0.6 },
    ...{ "clarification-share": 0.8, "forums-held": 0.8, "escalation-topic-share": 0.3 },
  },
  "cultural-mismatch": { "pulse-gap": 0.9, "clarification-share": 0.8, "pulse-client": 0.3, "pulse-provider": 0.3 },
  "vendor-not-partner": {
    ...{ "ideas-submitted": 0.9, "client-sponsor-present": 0.7, "forums-held": 0.6, "ideas-decided": 0.3 },
    ...{ "provider-sponsor-present": 0.3, "pulse-client": 0.3, "pulse-provider": 0.3 },
  },
  "scaling-too-fast": {
    ...{ "qa-score-client": 0.9, "reopen-rate": 0.85, "new-staff-qa-score": 0.95, "new-staff-handle-time": 0.8 },
    ...{ csat: 0.3, backlog: 0.3 },
  },
  "missed-deadlines": {
    ...{ "provider-on-time-share": 0.95, "resolution-time": 0.5, "first-response-time": 0.5 },
    ...{ backlog: 0.2, "backlog-age": 0.2 },
  },
  "quality-decline": {
    ...{ "qa-score-client": 0.95, "qa-score-provider": 0.6, "critical-error-rate": 0.7, "reopen-rate": 0.9 },
    ...{ csat: 0.3, "complaints-rate": 0.3 },
  },
  "lack-of-transparency": {
    ...{ "reported-gap": 0.9, "billed-hours-ratio": 0.6, "response-rate": 0.2 },
    "incidents-told-in-time": 0.3,
  },
  "poor-customer-feedback": { csat: 0.95, "complaints-rate": 0.9, nps: 0.6, ces: 0.6, "response-rate": 0.2 },
  "high-turnover": { "turnover-weekly": 0.95, "early-turnover": 0.5 },
  "inconsistent-performance": { spread: 0.95, "handle-time": 0.2 },
  "goal-misalignment": { "goal-rank-distance": 0.95 },
  "cost-overrun": { "billed-hours-ratio": 0.95, "off-contract-lines": 0.7, "cost-per-resolved-item": 0.6 },
  "contract-gaps": { "off-contract-lines": 0.95 },
  "unmanaged-risk": { incidents: 0.95 },
  "outsourcing-the-core": { "core-work-share": 0.95 },
  "loss-of-control": { "client-on-time-share": 0.95, "clarification-share": 0.95 },
  "unrealistic-expectations": { "billed-hours-ratio": 0.95, "new-staff-handle-time": 0.95 },
  "hollow-kpis": { csat: 0.8, "reopen-rate": 0.8, "complaints-rate": 0.8, bunching: 0.6, nps: 0.5, ces: 0.5 },
  "weak-security": { "leaver-access": 0.8, "incidents-told-in-time": 0.8 },
  "slow-ramp": { "new-staff-handle-time": 0.9, "new-staff-qa-score": 0.8, "handle-time": 0.3, "early-turnover": 0.3 },
  "selection-red-flags": { "reported-gap": 0.5 },
  "weak-ownership": { "client-on-time-share": 0.95, "forums-held": 0.8, "client-sponsor-present": 0.3 },
};
