import { everyPitfall, type PitfallId } from "../pitfall-definition.ts";
import { agentOutsideFunnel } from "./agent-funnel-detector.ts";
import {
  aheadOfCheckpoint,
  coreHandedOver,
  evidenceOutOfDate,
  fitGap,
  noticeNear,
  ranksApart,
} from "./agreement-detectors.ts";
import { holidayCollision, judgedTooEarly } from "./ahead-detectors.ts";
import { abnormallyLowBid, priceDrivenAward, promiseTooEarly, questionsUnanswered } from "./award-detectors.ts";
import { bunchedAtLimit } from "./bunched-at-limit-detector.ts";
import { surveysChosen } from "./chosen-surveys-detector.ts";
import { closedToComeBack } from "./closed-to-come-back-detector.ts";
import { incidentWithoutRisk, keyPersonGone, singlePointOfFailure } from "./exposure-detectors.ts";
import { outsideFunnel } from "./funnel-detector.ts";
import { greenWhileOutcomesWorsen } from "./hollow-kpis-detectors.ts";
import { hitOrMiss, spreadGrown } from "./inconsistency-detectors.ts";
import { linesDisputed, linesOffContract } from "./invoice-detectors.ts";
import { forumMissed, sponsorAbsent } from "./meeting-detectors.ts";
import { milderReviews } from "./milder-reviews-detector.ts";
import { budgetForecast, creditUnclaimed } from "./money-detectors.ts";
import { newHiresLeave } from "./new-hires-detector.ts";
import { movedAfterTheFact, offTrajectory } from "./objective-detectors.ts";
import {
  actionLate,
  dutyLate,
  fallbackUntested,
  launchGateLate,
  milestoneLate,
  obligationOverdue,
  retainedRoleEmpty,
  reviewOverdue,
  treatmentOverdue,
} from "./overdue-detectors.ts";
import { pausedBeforeLimit } from "./paused-before-limit-detector.ts";
import { periodEndForecast } from "./period-end-detector.ts";
import { clientPromiseOpen, ideasUndecided, providerPromiseOpen } from "./promise-detectors.ts";
import { questionsAge } from "./question-detectors.ts";
import { historyRestated } from "./restated-detector.ts";
import { incidentToldLate, leaverHasAccess } from "./security-detectors.ts";
import { missedLevelDetector } from "./service-level-detectors.ts";
import type { Detector } from "./signal-reading.ts";
import { targetNeverFails } from "./target-slack-detector.ts";
import { reportedDiffers, staleData } from "./transparency-detectors.ts";
import { worseningKpiDetector } from "./worsening-kpi-detector.ts";

/** Detectors of one pitfall beyond those that every pitfall has: its KPIs, and the service levels on them. */
const ownDetectors: Readonly<Partial<Record<PitfallId, readonly Detector[]>>> = {
  "unclear-objectives": [offTrajectory, movedAfterTheFact],
  "price-over-quality": [priceDrivenAward, abnormallyLowBid],
  "wrong-location": [holidayCollision],
  "communication-breakdown": [forumMissed, questionsAge],
  "cultural-mismatch": [fitGap],
  "vendor-not-partner": [sponsorAbsent, ideasUndecided],
  "scaling-too-fast": [aheadOfCheckpoint],
  "missed-deadlines": [milestoneLate, providerPromiseOpen],
  "lack-of-transparency": [reportedDiffers, staleData, milderReviews, historyRestated, pausedBeforeLimit],
  "high-turnover": [newHiresLeave],
  "inconsistent-performance": [hitOrMiss, spreadGrown, outsideFunnel, agentOutsideFunnel],
  "goal-misalignment": [ranksApart],
  "cost-overrun": [linesDisputed, budgetForecast],
  "contract-gaps": [noticeNear, obligationOverdue, linesOffContract, creditUnclaimed],
  "unmanaged-risk": [
    reviewOverdue,
    treatmentOverdue,
    fallbackUntested,
    incidentWithoutRisk,
    singlePointOfFailure,
    keyPersonGone,
  ],
  "outsourcing-the-core": [coreHandedOver],
  "loss-of-control": [retainedRoleEmpty],
  "unrealistic-expectations": [promiseTooEarly, judgedTooEarly],
  "hollow-kpis": [greenWhileOutcomesWorsen, targetNeverFails, surveysChosen, bunchedAtLimit, closedToComeBack],
  "weak-security": [evidenceOutOfDate, leaverHasAccess, incidentToldLate],
  "slow-ramp": [launchGateLate],
  "selection-red-flags": [questionsUnanswered],
  "weak-ownership": [dutyLate, actionLate, clientPromiseOpen],
};

/** What looks for the signs of each pitfall. */
export const detectors: Readonly<Record<PitfallId, readonly Detector[]>> = everyPitfall((id) => [
  worseningKpiDetector(id),
  missedLevelDetector(id),
  periodEndForecast(id),
  ...(ownDetectors[id] ?? []),
]);
