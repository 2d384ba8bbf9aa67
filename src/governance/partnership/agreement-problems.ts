import type { PathProblem } from "../../values/problem.ts";
import { businessCaseProblems } from "../business-case/business-case-problems.ts";
import { pricingProblems } from "../contract/pricing-problems.ts";
import { locationProblems } from "../location/location-problems.ts";
import { selectionProblems } from "../selection/selection-problems.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { versionNotices } from "./version-notices.ts";

/**
 * No mistake until somebody reckons with it: a volume that may never come about, holidays told in words, a selection that is
 * still going on. The review that reckons with it tells it as a problem, until then it is a notice.
 */
const toldWhenUsed = new Set([
  ...["gap-in-bands", "holiday-region-unknown", "single-bidder", "identical-bids"],
  ...["weights-missing", "no-quality-criterion", "no-price-criterion", "score-missing", "price-missing"],
  ...["compared-with-itself", "compared-twice", "unknown-criterion"],
]);

/** Told where the record as written is looked at. */
const toldElsewhere = new Set(["duplicate-id", "unknown-bid", "weights-do-not-sum"]);

/** What reads well and cannot be reckoned with: negative prices, currencies without a rate, dates before the contract, figures that contradict each other. */
export function agreementProblems(record: PartnershipRecord): readonly PathProblem[] {
  return [...allProblems(record).filter(({ code }) => !toldWhenUsed.has(code)), ...wrongCoreWeights(record)];
}

/** What is worth knowing about a record and stands in no one's way. */
export function agreementNotices(record: PartnershipRecord): readonly PathProblem[] {
  return [...allProblems(record).filter(({ code }) => toldWhenUsed.has(code)), ...versionNotices(record)];
}

function allProblems({
  contract,
  business_case: made,
  location,
  selection,
}: PartnershipRecord): readonly PathProblem[] {
  return [
    ...(contract?.pricing === undefined ? [] : pricingProblems(contract.pricing, contract)),
    ...(made === undefined ? [] : businessCaseProblems(made)),
    ...(location === undefined ? [] : locationProblems(location)),
    ...(selection === undefined ? [] : selectionProblems(selection).filter(({ code }) => !toldElsewhere.has(code))),
  ];
}

function wrongCoreWeights({ processes }: PartnershipRecord): readonly PathProblem[] {
  return processes.flatMap(({ id, core }, at) => {
    const weights = Object.values(core?.weights ?? {});
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (weights.length === 0 || Math.abs(sum - 1) < 1e-6) return [];
    return [
      {
        code: "weights-do-not-sum",
        path: ["processes", at, "core", "weights"],
        message: `the weights of ${id} come to ${Number((sum * 100).toFixed(4))} %`,
        hint: "make them come to 100 %, or leave them out where all aspects count alike",
      },
    ];
  });
}
