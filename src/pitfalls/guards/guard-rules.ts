import type { GuardCheck } from "../../assessment/verdict.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import type { PlainDate } from "../../values/time.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import { communicationBreakdownGuards } from "./communication-breakdown-guards.ts";
import { contractGapsGuards } from "./contract-gaps-guards.ts";
import { costOverrunGuards } from "./cost-overrun-guards.ts";
import { culturalMismatchGuards } from "./cultural-mismatch-guards.ts";
import { goalMisalignmentGuards } from "./goal-misalignment-guards.ts";
import type { GuardRule } from "./guard-rule.ts";
import { highTurnoverGuards } from "./high-turnover-guards.ts";
import { hollowKpisGuards } from "./hollow-kpis-guards.ts";
import { inconsistentPerformanceGuards } from "./inconsistent-performance-guards.ts";
import { lackOfTransparencyGuards } from "./lack-of-transparency-guards.ts";
import { lossOfControlGuards } from "./loss-of-control-guards.ts";
import { missedDeadlinesGuards } from "./missed-deadlines-guards.ts";
import { outsourcingTheCoreGuards } from "./outsourcing-the-core-guards.ts";
import { poorCustomerFeedbackGuards } from "./poor-customer-feedback-guards.ts";
import { priceOverQualityGuards } from "./price-over-quality-guards.ts";
import { qualityDeclineGuards } from "./quality-decline-guards.ts";
import { scalingTooFastGuards } from "./scaling-too-fast-guards.ts";
import { selectionRedFlagsGuards } from "./selection-red-flags-guards.ts";
import { slowRampGuards } from "./slow-ramp-guards.ts";
import { unclearObjectivesGuards } from "./unclear-objectives-guards.ts";
import { unmanagedRiskGuards } from "./unmanaged-risk-guards.ts";
import { unrealisticExpectationsGuards } from "./unrealistic-expectations-guards.ts";
import { vendorNotPartnerGuards } from "./vendor-not-partner-guards.ts";
import { weakOwnershipGuards } from "./weak-ownership-guards.ts";
import { weakSecurityGuards } from "./weak-security-guards.ts";
import { wrongLocationGuards } from "./wrong-location-guards.ts";

/** The checks of every pitfall's guard. */
export const guardRules: Readonly<Record<PitfallId, readonly GuardRule[]>> = {
  "unclear-objectives": unclearObjectivesGuards,
  "price-over-quality": priceOverQualityGuards,
  "wrong-location": wrongLocationGuards,
  "communication-breakdown": communicationBreakdownGuards,
  "cultural-mismatch": culturalMismatchGuards,
  "vendor-not-partner": vendorNotPartnerGuards,
  "scaling-too-fast": scalingTooFastGuards,
  "missed-deadlines": missedDeadlinesGuards,
  "quality-decline": qualityDeclineGuards,
  "lack-of-transparency": lackOfTransparencyGuards,
  "poor-customer-feedback": poorCustomerFeedbackGuards,
  "high-turnover": highTurnoverGuards,
  "inconsistent-performance": inconsistentPerformanceGuards,
  "goal-misalignment": goalMisalignmentGuards,
  "cost-overrun": costOverrunGuards,
  "contract-gaps": contractGapsGuards,
  "unmanaged-risk": unmanagedRiskGuards,
  "outsourcing-the-core": outsourcingTheCoreGuards,
  "loss-of-control": lossOfControlGuards,
  "unrealistic-expectations": unrealisticExpectationsGuards,
  "hollow-kpis": hollowKpisGuards,
  "weak-security": weakSecurityGuards,
  "slow-ramp": slowRampGuards,
  "selection-red-flags": selectionRedFlagsGuards,
  "weak-ownership": weakOwnershipGuards,
};

/** Asks the record every check of one pitfall, as it stood on `asOf`. */
export function askGuards(pitfall: PitfallId, record: PartnershipRecord, asOf: PlainDate): readonly GuardCheck[] {
  return guardRules[pitfall].map(({ id, ask }) => ({ id, ...ask(record, asOf) }));
}
