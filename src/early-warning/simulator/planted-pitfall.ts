import type { PlainDate } from "../../values/time.ts";
import { daysBetween } from "../../values/time.ts";

/** A trouble put into a simulated partnership on purpose, so that its signal can be tried. */
export type PlantedPitfall = {
  readonly pitfall: string;
  readonly from: PlainDate;
  /** last day of the trouble; absent: it lasts */
  readonly until?: PlainDate;
  /** 1 is plain to see within a quarter, 0.3 is small, 3 is large */
  readonly size: number;
  /** days from the first sign to the full size; 0 is a step */
  readonly creepDays: number;
  /** only this team; absent: all */
  readonly team?: string;
  /** what it moves, where that is not what the pitfall of this name moves */
  readonly levers?: Partial<Levers>;
};

/**
 * What a trouble moves, at size 1. Shifts of chances are in logits, so that they can be added; factors multiply.
 * A lever that a pitfall does not name stays as it is.
 */
export type Levers = {
  readonly answerInTime: number;
  readonly resolveInTime: number;
  readonly satisfied: number;
  readonly reopened: number;
  readonly complaints: number;
  readonly qualityPoints: number;
  readonly providerQualityPoints: number;
  readonly criticalError: number;
  readonly leaving: number;
  readonly replyTime: number;
  readonly clarification: number;
  readonly forumMissed: number;
  readonly sponsorAbsent: number;
  readonly ideas: number;
  readonly onTime: number;
  readonly clientOnTime: number;
  readonly reportedGap: number;
  readonly billedHours: number;
  readonly offContractLines: number;
  readonly pulseGap: number;
  readonly rankGap: number;
  readonly spread: number;
  readonly accessKept: number;
  readonly lateDisclosure: number;
  readonly incidents: number;
  readonly coreWork: number;
  readonly rampSlow: number;
  readonly outsideOverlap: number;
  readonly bunching: number;
  /** chance that work which would end late is called done just before its limit, and mostly comes back */
  readonly closedEarly: number;
  /** chance that work which would end late is paused just before its limit */
  readonly pausedLate: number;
};

const stillLevers: Levers = {
  answerInTime: 0,
  resolveInTime: 0,
  satisfied: 0,
  reopened: 0,
  complaints: 0,
  qualityPoints: 0,
  providerQualityPoints: 0,
  criticalError: 0,
  leaving: 0,
  replyTime: 0,
  clarification: 0,
  forumMissed: 0,
  sponsorAbsent: 0,
  ideas: 0,
  onTime: 0,
  clientOnTime: 0,
  reportedGap: 0,
  billedHours: 0,
  offContractLines: 0,
  pulseGap: 0,
  rankGap: 0,
  spread: 0,
  accessKept: 0,
  lateDisclosure: 0,
  incidents: 0,
  coreWork: 0,
  rampSlow: 0,
  outsideOverlap: 0,
  bunching: 0,
  closedEarly: 0,
  pausedLate: 0,
};

/** What each pitfall moves in the records, at size 1. */
export const leversOf: Readonly<Record<string, Partial<Levers>>> = {
  "unclear-objectives": { reopened: 0.2, clarification: 1 },
  "price-over-quality": { qualityPoints: -4, reopened: 0.5, leaving: 0.5 },
  "wrong-location": { outsideOverlap: 1.2, answerInTime: -0.2 },
  "communication-breakdown": { replyTime: 0.9, clarification: 1.2, forumMissed: 1.2 },
  "cultural-mismatch": { pulseGap: 1, clarification: 0.6 },
  "vendor-not-partner": { ideas: -1.2, sponsorAbsent: 1.8, forumMissed: 0.5 },
  "scaling-too-fast": { qualityPoints: -3, reopened: 0.4, rampSlow: 0.4 },
  "missed-deadlines": { onTime: -1.6 },
  "quality-decline": { qualityPoints: -5, criticalError: 0.8, reopened: 0.6, satisfied: -0.25, complaints: 0.4 },
  "lack-of-transparency": { reportedGap: 0.05, billedHours: 0.03 },
  "poor-customer-feedback": { satisfied: -0.6, complaints: 0.7 },
  "high-turnover": { leaving: 1 },
  "inconsistent-performance": { spread: 1 },
  "goal-misalignment": { rankGap: 1 },
  "cost-overrun": { billedHours: 0.12, offContractLines: 0.6 },
  "contract-gaps": { offContractLines: 1 },
  "unmanaged-risk": { incidents: 1.2 },
  "outsourcing-the-core": { coreWork: 0.12 },
  "loss-of-control": { clientOnTime: -1, clarification: 0.6 },
  "unrealistic-expectations": { billedHours: 0.1, rampSlow: 0.5 },
  "hollow-kpis": { satisfied: -0.55, reopened: 0.7, bunching: 0.3, complaints: 0.5 },
  "weak-security": { accessKept: 2, lateDisclosure: 1.5 },
  "slow-ramp": { rampSlow: 1 },
  "selection-red-flags": { answerInTime: -0.6, reportedGap: 0.04 },
  "weak-ownership": { clientOnTime: -1.8, forumMissed: 0.8 },
};

/** The sum of all that is planted, for one team on one day. */
export function leversOn(planted: readonly PlantedPitfall[], day: PlainDate, team: string | null): Levers {
  const sum: Record<keyof Levers, number> = { ...stillLevers };
  for (const one of planted) {
    if (one.team !== undefined && team !== null && one.team !== team) continue;
    const strength = strengthOn(one, day);
    if (strength === 0) continue;
    for (const [lever, move] of Object.entries(one.levers ?? leversOf[one.pitfall] ?? {})) {
      if (lever in sum) sum[lever as keyof Levers] += move * strength;
    }
  }
  return sum;
}

/** Size on a day: 0 before the onset, then straight up to the full size over the days of the creep. */
function strengthOn(planted: PlantedPitfall, day: PlainDate): number {
  const since = daysBetween(planted.from, day);
  if (since < 0 || (planted.until !== undefined && day > planted.until)) return 0;
  return planted.creepDays === 0 ? planted.size : planted.size * Math.min(1, (since + 1) / planted.creepDays);
}
