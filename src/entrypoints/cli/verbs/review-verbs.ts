import { reviewVerb } from "../review-verb.ts";

export const objectivesVerb = reviewVerb({
  name: "objectives",
  summary: "Read the objectives: outcome or task, what of SMART is missing, where each stands on its way",
  example: "each objective against what is due, with a suggestion for what it lacks",
  drawsChance: false,
});

export const coreVerb = reviewVerb({
  name: "core",
  summary: "Say whether each process is core, how firmly, and what must stay in the house",
  example: "keep, outsource or hybrid, with the scores and weights on which that turns",
  drawsChance: true,
});

export const locationVerb = reviewVerb({
  name: "location",
  summary: "Weigh the places: hours in common over a year, coverage, holidays, cost, market, fit",
  example: "every option of the record side by side, with its working",
  drawsChance: false,
});

export const evaluateVerb = reviewVerb({
  name: "evaluate",
  summary: "Rank the bids by three methods and say how robust the winner is",
  example: "scores, spread, red flags, and the weight of price at which the winner changes",
  drawsChance: true,
});

export const businessCaseVerb = reviewVerb({
  name: "business-case",
  summary: "Work the business case out as ranges: cost, saving and break-even month by month",
  example: "P10, P50 and P90, what matters most, and how likely each promise is",
  drawsChance: true,
});

export const termsVerb = reviewVerb({
  name: "terms",
  summary:
    "Check the contract: the last day for notice, open terms, duties due, how the service levels would have done",
  example: "terms with what is missing, obligations of both sides, credits simulated on the past",
  drawsChance: false,
});

export const rampVerb = reviewVerb({
  name: "ramp",
  summary: "Hold the ramp against its plan and forecast full productivity",
  example: "heads and effective people week by week, and how people learn",
  drawsChance: true,
});

export const relationshipVerb = reviewVerb({
  name: "relationship",
  summary: "Show how both sides feel, what became of ideas and actions, and what the next forums talk about",
  example: "pulse with gap and trend, and an agenda for each forum drawn from the findings",
  drawsChance: false,
});
