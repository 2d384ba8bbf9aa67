import type { BusinessCase } from "./business-case.ts";
import type { WorkedOutCase } from "./business-case-forecast.ts";
import { scoreCorrelation } from "./correlated-scores.ts";

/** How a forecast was worked out, in sentences that a reader can check. */
export function caseWorking(
  made: BusinessCase,
  worked: Omit<WorkedOutCase, "findings" | "working">,
): readonly string[] {
  const { draws, seed, months, currency } = worked;
  const short = made.outsourcing === undefined;
  return [
    `${draws.toLocaleString("en")} draws of ${months} months with seed ${seed}, in ${currency}; percentiles are values that were drawn.`,
    "Each range stands for the shifted lognormal through its P10, P50 and P90 (the normal where it is even); each input is drawn once for all months.",
    ...made.correlations.map(
      ({ between, is }) =>
        `${between[0]} and ${between[1]} go together with rank correlation ${is}: a Gaussian copula with ${scoreCorrelation(is).toFixed(3)}.`,
    ),
    short
      ? "Only the saving a month is known: it is reached along the ramp, after the one-off cost in the first month."
      : "Saving = staying in-house − outsourcing; wages, prices and the amount of work rise once a year.",
    "New people close their gap to full productivity along an exponential curve, to 95 % at the end of the ramp; those who replace leavers begin it anew.",
    ...(short ? [] : [rampSentence(made)]),
    "Break-even is the first month by whose end the savings so far are not below nil and stay so; the cost of the exit comes after it and is left out of it.",
    "The tornado moves one input at a time from its P10 to its P90 with the others at P50; its rank correlations are of the first 2,000 draws.",
    "Amounts are not discounted.",
  ];
}

function rampSentence({ outsourcing }: BusinessCase): string {
  return outsourcing?.ramp?.paid_by === "provider"
    ? "The provider pays for the work that new people cannot do yet."
    : "Work that new people cannot do yet is done in-house at in-house cost, beyond what the parallel run does.";
}
