import type { PathProblem } from "../../values/problem.ts";
import { businessCaseProblems } from "../business-case/business-case-problems.ts";
import { pricingProblems } from "../contract/pricing-problems.ts";
import { locationProblems } from "../location/location-problems.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** No mistake until somebody reckons with it: a volume that may never come about, holidays told in words. Told then. */
const toldWhenUsed = new Set(["gap-in-bands", "holiday-region-unknown"]);

/** What reads well and cannot be reckoned with: negative prices, currencies without a rate, dates before the contract, figures that contradict each other. */
export function agreementProblems(record: PartnershipRecord): readonly PathProblem[] {
  const { contract, business_case: made, location } = record;
  return [
    ...(contract?.pricing === undefined ? [] : pricingProblems(contract.pricing, contract)),
    ...(made === undefined ? [] : businessCaseProblems(made)),
    ...(location === undefined ? [] : locationProblems(location)),
  ].filter(({ code }) => !toldWhenUsed.has(code));
}
