import type { PathProblem } from "../../values/problem.ts";
import { businessCaseProblems } from "../business-case/business-case-problems.ts";
import { pricingProblems } from "../contract/pricing-problems.ts";
import { locationProblems } from "../location/location-problems.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** What a volume or a currency may never come to is no mistake yet: it is told when a month is priced. */
const toldWhenPriced = new Set(["gap-in-bands"]);

/** What reads well and cannot be reckoned with: negative prices, currencies without a rate, dates before the contract, figures that contradict each other. */
export function agreementProblems(record: PartnershipRecord): readonly PathProblem[] {
  const { contract, business_case: made, location } = record;
  return [
    ...(contract?.pricing === undefined ? [] : pricingProblems(contract.pricing, contract)),
    ...(made === undefined ? [] : businessCaseProblems(made)),
    ...(location === undefined ? [] : locationProblems(location)),
  ].filter(({ code }) => !toldWhenPriced.has(code));
}
