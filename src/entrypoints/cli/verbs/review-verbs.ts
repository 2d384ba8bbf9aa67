import { workOutBusinessCase } from "../../../governance/business-case/work-out-business-case.ts";
import { weighLocations } from "../../../governance/location/weigh-locations.ts";
import { reviewObjectives } from "../../../governance/partnership/review-objectives.ts";
import { reviewRisks } from "../../../governance/partnership/review-risks.ts";
import { reviewTerms } from "../../../governance/partnership/review-terms.ts";
import { evaluateSelection } from "../../../governance/selection/evaluate-selection.ts";
import { reviewVerb } from "../review-verb.ts";

export const objectivesVerb = reviewVerb({
  name: "objectives",
  summary: "Read the objectives: outcome or task, what of SMART is missing, the way to the target",
  example: "each objective with a reason and a suggestion for what it lacks",
  look: (record, { asOf }) => reviewObjectives(record, { asOf }),
});

export const locationVerb = reviewVerb({
  name: "location",
  summary: "Weigh the places: hours in common over a year, coverage, holidays, cost, market, fit",
  example: "every option of the record side by side, with its working",
  look: (record, { asOf }) => weighLocations(record, { asOf }),
});

export const evaluateVerb = reviewVerb({
  name: "evaluate",
  summary: "Rank the bids by three methods and say how robust the winner is",
  example: "scores, spread, red flags, and the weight of price at which the winner changes",
  look: ({ selection }, { asOf, seed }) =>
    selection === undefined ? { notOnRecord: "selection" } : evaluateSelection(selection, { asOf, seed }),
});

export const businessCaseVerb = reviewVerb({
  name: "business-case",
  summary: "Work the business case out as ranges: cost, saving and break-even month by month",
  example: "P10, P50 and P90, what matters most, and how likely each promise is",
  look: ({ business_case: made }, { seed }) =>
    made === undefined ? { notOnRecord: "business_case" } : workOutBusinessCase(made, { seed, draws: 10_000 }),
});

export const termsVerb = reviewVerb({
  name: "terms",
  summary: "Check the contract: what each term must say, whose duties are due, how the service levels are designed",
  example: "terms with what is missing, obligations of both sides, the last day for notice",
  look: (record, { asOf }) => reviewTerms(record, { asOf }),
});

export const risksVerb = reviewVerb({
  name: "risks",
  summary: "Review risks, fallbacks, certificates and the register: what is overdue, open or has a gap",
  example: "each risk before and after treatment, and what blocks a filing",
  look: (record, { asOf }) => reviewRisks(record, { asOf }),
});
