import type { Levers } from "./planted-pitfall.ts";

/** A standard figure as the figure simulator draws it, about as a desk of 50 agents and 250 items a week has it. */
export type FigureKind = {
  readonly metric: string;
  /** a share of items, a rate of events, a mean on its own scale, or a mean that times up (a time, an amount) */
  readonly scale: "share" | "rate" | "mean" | "times";
  readonly unit: "share" | "count" | "ratio" | "score" | "seconds";
  readonly better: "higher" | "lower";
  /** weeks of one period */
  readonly weeks: 1 | 4 | 13;
  /** items, answers, exposure of one period */
  readonly of: number;
  /** healthy share, rate or mean */
  readonly level: number;
  /** deviation of one item (means) */
  readonly spread: number;
  /** what one logit of weekly noise moves a mean */
  readonly swing: number;
  /** what each lever at size 1 adds, in logits, logarithms or the figure's unit */
  readonly moves: Partial<Record<keyof Levers, number>>;
  /** the lever is a chance of its own that is added to the share */
  readonly adds?: true;
  /** its exposure is heads, which grow when the partnership does */
  readonly ofHeads?: true;
};

const share = (metric: string, better: FigureKind["better"], of: number, level: number, moves: FigureKind["moves"]) =>
  ({ metric, better, of, level, moves, scale: "share", unit: "share", weeks: 1, spread: 0, swing: 0 }) as const;
const rate = (metric: string, of: number, level: number, moves: FigureKind["moves"]) =>
  ({ metric, of, level, moves, better: "lower", scale: "rate", unit: "ratio", weeks: 1, spread: 0, swing: 0 }) as const;

/** Every figure that some pitfall moves, and a few that none does. */
export const figureKinds: readonly FigureKind[] = [
  share("csat", "higher", 55, 0.86, { satisfied: 1 }),
  rate("complaints-rate", 0.25, 12, { complaints: 1 }),
  share("reopen-rate", "lower", 250, 0.06, { reopened: 1 }),
  {
    ...share("qa-score-client", "higher", 20, 88, { qualityPoints: 1 }),
    scale: "mean",
    unit: "score",
    spread: 7,
    swing: 8,
  },
  {
    ...share("qa-score-provider", "higher", 40, 89, { qualityPoints: 0.6, providerQualityPoints: 1 }),
    ...{ scale: "mean", unit: "score", spread: 7, swing: 8 },
  },
  share("critical-error-rate", "lower", 60, 0.04, { criticalError: 1 }),
  { ...rate("turnover-weekly", 50, 0.28 / 52, { leaving: 1 }), ofHeads: true },
  {
    ...rate("reply-time-provider", 6.6, 18_000, { replyTime: 1 }),
    scale: "times",
    unit: "seconds",
    spread: 0.9,
    swing: 1,
  },
  {
    ...rate("reply-time-client", 4.4, 18_000, { replyTime: 0.4 }),
    scale: "times",
    unit: "seconds",
    spread: 0.9,
    swing: 1,
  },
  share("questions-answered", "higher", 11, 0.95, { replyTime: -1 }),
  share("clarification-share", "lower", 11, 0.12, { clarification: 1 }),
  share("forums-held", "higher", 1.1, 0.95, { forumMissed: -1 }),
  share("client-sponsor-present", "higher", 0.3, 0.9, { sponsorAbsent: -1 }),
  { ...rate("ideas-submitted", 1, 0.7, { ideas: 1 }), better: "higher", unit: "count" },
  share("provider-on-time-share", "higher", 2.8, 0.88, { onTime: 1 }),
  share("client-on-time-share", "higher", 1.2, 0.88, { clientOnTime: 1 }),
  { ...rate("billed-hours-ratio", 1, 1, { billedHours: 1 }), scale: "mean", weeks: 4, spread: 0.015, swing: 0.05 },
  { ...share("off-contract-lines", "lower", 6, 0.03, { offContractLines: 0.5 }), weeks: 4, adds: true },
  { ...rate("reported-gap", 1, 0, { reportedGap: 1 }), scale: "mean", weeks: 4, spread: 0.01, swing: 0.02 },
  { ...rate("incidents", 1, 0.15, { incidents: 1 }), unit: "count" },
  share("incidents-told-in-time", "higher", 0.25, 0.9, { lateDisclosure: -1 }),
  { ...share("leaver-access", "higher", 0.4, 0.97, { accessKept: -0.3 }), adds: true },
  { ...rate("pulse-gap", 30, 0.2, { pulseGap: 1 }), scale: "mean", weeks: 13, spread: 0.9, swing: 0.3 },
  { ...rate("goal-rank-distance", 10, 0.2, { rankGap: 0.6 }), scale: "mean", weeks: 13, spread: 0.35, swing: 0.1 },
  {
    ...rate("new-staff-handle-time", 30, 520, { rampSlow: 0.25 }),
    scale: "times",
    unit: "seconds",
    spread: 0.5,
    swing: 0.5,
  },
  {
    ...share("new-staff-qa-score", "higher", 6, 84, { rampSlow: -4, qualityPoints: 1 }),
    scale: "mean",
    unit: "score",
    spread: 8,
    swing: 8,
  },
  { ...rate("handle-time", 240, 420, { rampSlow: 0.04 }), scale: "times", unit: "seconds", spread: 0.5, swing: 0.5 },
  { ...share("core-work-share", "lower", 250, 0.004, { coreWork: 1 }), adds: true },
  share("outside-overlap-share", "higher", 40, 0.88, { outsideOverlap: -1 }),
  { ...rate("spread", 250, 0.1, { spread: 0.05 }), scale: "mean", spread: 0.3, swing: 0.1 },
  { ...share("bunching", "lower", 230, 0.06, { bunching: 1 }), adds: true },
  share("resolved-in-time", "higher", 240, 0.91, { resolveInTime: 1 }),
  share("answered-in-time", "higher", 240, 0.94, { answerInTime: 1, outsideOverlap: -0.1 }),
  { ...rate("backlog", 1, 90, {}), scale: "times", unit: "count", spread: 0.1, swing: 1 },
];
