import type { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import type { PlainDate, TimeZone } from "../../values/time.ts";
import type { PlantedPitfall } from "./planted-pitfall.ts";

/** A group of agents at one site. */
export type Team = { readonly id: string; readonly site: string; readonly agents: number };

/** More heads on a date: how many, into which team. */
export type Growth = { readonly on: PlainDate; readonly team: string; readonly agents: number };

/** How noisy a week is beyond pure chance. */
export type Noise = {
  /** deviation of the weekly level of every KPI, in logits */
  readonly weekly: number;
  /** lag-one correlation of those weekly levels, 0–1 */
  readonly autocorrelation: number;
  /** height of the yearly wave of the volume, share of the mean */
  readonly season: number;
  /** chance that a week is a shock (an outage, a campaign) with no lasting cause */
  readonly shock: number;
};

/** A partnership as the simulator makes it: healthy, or with pitfalls planted. Rates are per item unless said. */
export type World = {
  readonly seed: number;
  /** first and last day, both simulated */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly clientZone: TimeZone;
  readonly providerZone: TimeZone;
  /** when work is answered */
  readonly supportHours: CalendarDefinition;
  readonly teams: readonly Team[];
  readonly growth: readonly Growth[];
  readonly weeklyItems: number;
  readonly channels: readonly { readonly id: string; readonly share: number }[];
  readonly categories: readonly string[];
  /** first answer due after this much of the support hours, seconds */
  readonly answerLimitSeconds: number;
  /** resolution due after this much of the support hours, seconds */
  readonly resolveLimitSeconds: number;
  readonly healthy: HealthyRates;
  readonly agentHourPrice: string;
  readonly currency: string;
  readonly noise: Noise;
  readonly planted: readonly PlantedPitfall[];
};

export type HealthyRates = {
  readonly answeredInTime: number;
  readonly resolvedInTime: number;
  readonly reopened: number;
  readonly satisfied: number;
  readonly surveyed: number;
  readonly surveyAnswered: number;
  readonly complaints: number;
  readonly qualityScore: number;
  readonly criticalError: number;
  readonly clientReviewsAWeek: number;
  readonly providerReviewsAWeek: number;
  readonly leaveRateAYear: number;
  readonly replyHours: number;
  readonly doneOnTime: number;
  readonly ideasAMonth: number;
};

/** A plain desk of two teams; every world starts from it. */
export const plainRates: HealthyRates = {
  answeredInTime: 0.94,
  resolvedInTime: 0.91,
  reopened: 0.06,
  satisfied: 0.86,
  surveyed: 0.6,
  surveyAnswered: 0.35,
  complaints: 0.012,
  qualityScore: 88,
  criticalError: 0.04,
  clientReviewsAWeek: 20,
  providerReviewsAWeek: 40,
  leaveRateAYear: 0.28,
  replyHours: 5,
  doneOnTime: 0.88,
  ideasAMonth: 3,
};
