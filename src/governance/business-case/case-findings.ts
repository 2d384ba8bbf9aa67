import type { BusinessCase } from "./business-case.ts";
import type { CaseFinding, WorkedOutCase } from "./business-case-forecast.ts";
import { estimateAt } from "./case-input.ts";
import { type Likelihoods, percent, promiseFindings } from "./judge-promises.ts";

type Worked = Omit<WorkedOutCase, "findings" | "working">;

/** Costs that cases forget, by input; a case without one is told so. */
const oftenForgotten: readonly (readonly [string, string])[] = [
  ["outsourcing.transition.cost", "the transition"],
  ["outsourcing.ramp.full_productivity_in_months", "the ramp"],
  ["outsourcing.turnover_a_year", "turnover and rehiring"],
  ["outsourcing.rework", "rework"],
  ["outsourcing.governance_a_month", "governance"],
  ["outsourcing.travel_a_year", "travel"],
  ["outsourcing.technology_a_month", "technology"],
  ["outsourcing.exit_cost", "the exit"],
];

/** The same figure told at the top of the case counts too. */
const toldInstead: Readonly<Record<string, string>> = {
  "outsourcing.transition.cost": "one_off_cost",
  "outsourcing.ramp.full_productivity_in_months": "full_productivity_in_months",
};

/** What a forecast shows that somebody should hear: promises that do not hold, costs left out, certainty that nobody has. */
export function caseFindings(made: BusinessCase, worked: Worked, odds: Likelihoods): readonly CaseFinding[] {
  return [
    ...promiseFindings(made, worked.promises, odds),
    ...rarelyPays(worked),
    ...leftOut(made),
    ...allCertain(worked),
    ...oftenBounded(worked),
  ];
}

function rarelyPays({ total, months }: Worked): readonly CaseFinding[] {
  const { value } = total.likelyToSave;
  if (value >= 0.5) return [];
  const statement = `over ${months} months outsourcing is ${percent(value)} likely to save anything`;
  return [{ code: "rarely-pays", state: value < 0.1 ? "alarm" : "watch", path: ["business_case"], statement }];
}

function leftOut(made: BusinessCase): readonly CaseFinding[] {
  if (made.outsourcing === undefined) return [];
  const missing = oftenForgotten.filter(([name]) => {
    const instead = toldInstead[name];
    return estimateAt(made, name) === null && (instead === undefined || estimateAt(made, instead) === null);
  });
  if (missing.length === 0) return [];
  const statement = `the case counts nothing for ${missing.map(([, what]) => what).join(", ")}`;
  return [{ code: "costs-left-out", state: "watch", path: ["business_case", "outsourcing"], statement }];
}

function allCertain({ inputs }: Worked): readonly CaseFinding[] {
  if (inputs.some(({ distribution }) => distribution !== "certain")) return [];
  const statement = "every input is one figure, so the forecast is one line: nobody knows the future that well";
  return [{ code: "no-ranges", state: "watch", path: ["business_case"], statement }];
}

function oftenBounded({ inputs }: Worked): readonly CaseFinding[] {
  return inputs
    .filter(({ bounded }) => bounded > 0.01)
    .map(({ name, bounded }) => ({
      code: "range-beyond-bounds",
      state: "watch",
      path: ["business_case", ...name.split(".")],
      statement: `${percent(bounded)} of the draws of ${name} lie beyond what is possible and count as the bound: check its range`,
    }));
}
