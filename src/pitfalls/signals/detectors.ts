import { everyPitfall, type PitfallId } from "../pitfall-definition.ts";
import {
  aheadOfCheckpoint,
  coreHandedOver,
  evidenceOutOfDate,
  fitGap,
  noticeNear,
  ranksApart,
} from "./agreement/agreement-detectors.ts";
import { holidayCollision, judgedTooEarly } from "./agreement/ahead-detectors.ts";
import {
  abnormallyLowBid,
  priceDrivenAward,
  promiseTooEarly,
  questionsUnanswered,
} from "./agreement/award-detectors.ts";
import { movedAfterTheFact, offTrajectory } from "./agreement/objective-detectors.ts";
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
} from "./agreement/overdue-detectors.ts";
import { bunchedAtLimit } from "./clocked-work/bunched-at-limit-detector.ts";
import { closedToComeBack } from "./clocked-work/closed-to-come-back-detector.ts";
import { pausedBeforeLimit } from "./clocked-work/paused-before-limit-detector.ts";
import { forumMissed, sponsorAbsent } from "./dealings/meeting-detectors.ts";
import { clientPromiseOpen, ideasUndecided, providerPromiseOpen } from "./dealings/promise-detectors.ts";
import { questionsAge } from "./dealings/question-detectors.ts";
import { outsideFunnel } from "./figures/funnel-detector.ts";
import { worseningKpiDetector } from "./figures/worsening-kpi-detector.ts";
import { greenWhileOutcomesWorsen } from "./levels/hollow-kpis-detectors.ts";
import { hitOrMiss, spreadGrown } from "./levels/inconsistency-detectors.ts";
import { periodEndForecast } from "./levels/period-end-detector.ts";
import { missedLevelDetector } from "./levels/service-level-detectors.ts";
import { targetNeverFails } from "./levels/target-slack-detector.ts";
import { linesDisputed, linesOffContract } from "./money/invoice-detectors.ts";
import { budgetForecast, creditUnclaimed } from "./money/money-detectors.ts";
import { agentOutsideFunnel } from "./people/agent-funnel-detector.ts";
import { incidentWithoutRisk, keyPersonGone, singlePointOfFailure } from "./people/exposure-detectors.ts";
import { newHiresLeave } from "./people/new-hires-detector.ts";
import { incidentToldLate, leaverHasAccess } from "./people/security-detectors.ts";
import { surveysChosen } from "./reporting/chosen-surveys-detector.ts";
import { milderReviews } from "./reporting/milder-reviews-detector.ts";
import { historyRestated } from "./reporting/restated-detector.ts";
import { reportedDiffers, staleData } from "./reporting/transparency-detectors.ts";
import type { Detector } from "./signal-reading.ts";

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
