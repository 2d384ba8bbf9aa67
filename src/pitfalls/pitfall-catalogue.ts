import { communicationBreakdown } from "./catalogue/communication-breakdown.ts";
import { contractGaps } from "./catalogue/contract-gaps.ts";
import { costOverrun } from "./catalogue/cost-overrun.ts";
import { culturalMismatch } from "./catalogue/cultural-mismatch.ts";
import { goalMisalignment } from "./catalogue/goal-misalignment.ts";
import { highTurnover } from "./catalogue/high-turnover.ts";
import { hollowKpis } from "./catalogue/hollow-kpis.ts";
import { inconsistentPerformance } from "./catalogue/inconsistent-performance.ts";
import { lackOfTransparency } from "./catalogue/lack-of-transparency.ts";
import { lossOfControl } from "./catalogue/loss-of-control.ts";
import { missedDeadlines } from "./catalogue/missed-deadlines.ts";
import { outsourcingTheCore } from "./catalogue/outsourcing-the-core.ts";
import { poorCustomerFeedback } from "./catalogue/poor-customer-feedback.ts";
import { priceOverQuality } from "./catalogue/price-over-quality.ts";
import { qualityDecline } from "./catalogue/quality-decline.ts";
import { scalingTooFast } from "./catalogue/scaling-too-fast.ts";
import { selectionRedFlags } from "./catalogue/selection-red-flags.ts";
import { slowRamp } from "./catalogue/slow-ramp.ts";
import { unclearObjectives } from "./catalogue/unclear-objectives.ts";
import { unmanagedRisk } from "./catalogue/unmanaged-risk.ts";
import { unrealisticExpectations } from "./catalogue/unrealistic-expectations.ts";
import { vendorNotPartner } from "./catalogue/vendor-not-partner.ts";
import { weakOwnership } from "./catalogue/weak-ownership.ts";
import { weakSecurity } from "./catalogue/weak-security.ts";
import { wrongLocation } from "./catalogue/wrong-location.ts";
import type { Pitfall, PitfallId } from "./pitfall-definition.ts";

/** Every pitfall by its id, in the order of the documentation. The type holds the list to one entry for each id. */
export const pitfallCatalogue: Readonly<Record<PitfallId, Pitfall>> = {
  "unclear-objectives": unclearObjectives,
  "price-over-quality": priceOverQuality,
  "wrong-location": wrongLocation,
  "communication-breakdown": communicationBreakdown,
  "cultural-mismatch": culturalMismatch,
  "vendor-not-partner": vendorNotPartner,
  "scaling-too-fast": scalingTooFast,
  "missed-deadlines": missedDeadlines,
  "quality-decline": qualityDecline,
  "lack-of-transparency": lackOfTransparency,
  "poor-customer-feedback": poorCustomerFeedback,
  "high-turnover": highTurnover,
  "inconsistent-performance": inconsistentPerformance,
  "goal-misalignment": goalMisalignment,
  "cost-overrun": costOverrun,
  "contract-gaps": contractGaps,
  "unmanaged-risk": unmanagedRisk,
  "outsourcing-the-core": outsourcingTheCore,
  "loss-of-control": lossOfControl,
  "unrealistic-expectations": unrealisticExpectations,
  "hollow-kpis": hollowKpis,
  "weak-security": weakSecurity,
  "slow-ramp": slowRamp,
  "selection-red-flags": selectionRedFlags,
  "weak-ownership": weakOwnership,
};

/** All pitfalls, in the order of the documentation. */
export const pitfalls: readonly Pitfall[] = Object.values(pitfallCatalogue);
