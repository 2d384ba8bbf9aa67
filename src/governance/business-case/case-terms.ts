import type { BusinessCase } from "./business-case.ts";
import type { CaseInput } from "./case-input.ts";
import { distributionOf } from "./estimate-distribution.ts";

/** What the months of a case are worked out from: one entry for each draw, money in the currency of the case. */
export type CaseTerms = {
  /** people and rehiring in-house, a month at today's wages */
  readonly inHouseRun: Float64Array;
  readonly inHouseFixed: Float64Array;
  /** growth a year, as a factor */
  readonly wageGrowth: Float64Array;
  readonly workGrowth: Float64Array;
  readonly priceGrowth: Float64Array;
  /** the provider's invoice, a month at today's price */
  readonly charge: Float64Array;
  readonly transitionCost: Float64Array;
  readonly transitionMonths: Float64Array;
  readonly parallelMonths: Float64Array;
  /** what of a new person's work is not done on the first day, 0–1 */
  readonly startGap: Float64Array;
  /** by what factor that gap closes in a month */
  readonly gapLeft: Float64Array;
  /** the mean gap of a whole month, as a part of that at its beginning */
  readonly gapMean: Float64Array;
  /** share of the provider's people replaced in a month */
  readonly leavers: Float64Array;
  readonly rehiring: Float64Array;
  readonly rework: Float64Array;
  readonly governance: Float64Array;
  readonly travel: Float64Array;
  readonly technologyOnce: Float64Array;
  readonly technology: Float64Array;
  readonly exit: Float64Array;
  readonly clientPaysRamp: boolean;
};

/** The value of each input in each draw; names that are not there count as nothing. */
export type DrawnInputs = ReadonlyMap<string, Float64Array>;

/** A new person is fully productive once this share of a full day's work is missing. */
const restAtFullProductivity = 0.05;

/** Values of one input from its scores, within its bounds. */
export function drawnValues({ range, least, most }: CaseInput, scores: Float64Array): Float64Array {
  const { valueAt } = distributionOf(range);
  return scores.map((score) => Math.min(most, Math.max(least, valueAt(score))));
}

/** Reckons the terms of each draw from its inputs. A case told by its saving alone stays in-house for just that saving. */
export function caseTerms(
  made: BusinessCase,
  inputs: readonly CaseInput[],
  drawn: DrawnInputs,
  draws: number,
): CaseTerms {
  const at = amountsOf(made, inputs, drawn, draws);
  const out = made.outsourcing;
  const each = (value: (draw: number) => number) => {
    const values = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) values[draw] = value(draw);
    return values;
  };
  const growth = (name: string) => at(name).map((share) => 1 + share);
  const startGap = at("outsourcing.ramp.productivity_at_start").map((share) => 1 - share);
  const rampName = out?.ramp?.full_productivity_in_months === undefined ? "" : "outsourcing.ramp.";
  const ramp = at(`${rampName}full_productivity_in_months`);
  const gapLeft = each((draw) => gapLeftInAMonth(startGap[draw] ?? 0, ramp[draw] ?? 0));
  const heads = at(out?.heads === undefined ? "staying_in_house.heads" : "outsourcing.heads");
  const pricePerHead = at("outsourcing.price_per_head_a_month");
  const turnover = at("outsourcing.turnover_a_year");
  const perHire = at("outsourcing.cost_per_new_hire");
  const leavers = turnover.map((share) => Math.min(1, share / 12));
  const technology = at("staying_in_house.technology_a_month");
  const other = at("staying_in_house.other_a_month");
  return {
    inHouseRun: out === undefined ? at("saving_a_month") : inHouseRun(at, each),
    inHouseFixed: each((draw) => (technology[draw] ?? 0) + (other[draw] ?? 0)),
    wageGrowth: growth("staying_in_house.wage_growth_a_year"),
    workGrowth: growth("work_growth_a_year"),
    priceGrowth: growth("outsourcing.price_growth_a_year"),
    charge:
      out?.charge_a_month === undefined
        ? each((draw) => (heads[draw] ?? 0) * (pricePerHead[draw] ?? 0))
        : at("outsourcing.charge_a_month"),
    transitionCost: at(out?.transition?.cost === undefined ? "one_off_cost" : "outsourcing.transition.cost"),
    transitionMonths: at("outsourcing.transition.months"),
    parallelMonths: at("outsourcing.transition.parallel_run_months"),
    startGap,
    gapLeft,
    gapMean: gapLeft.map((left) => meanGap(left, 1)),
    leavers,
    rehiring: each((draw) => (heads[draw] ?? 0) * ((turnover[draw] ?? 0) / 12) * (perHire[draw] ?? 0)),
    rework: at("outsourcing.rework"),
    governance: at("outsourcing.governance_a_month"),
    travel: at("outsourcing.travel_a_year").map((year) => year / 12),
    technologyOnce: at("outsourcing.technology_once"),
    technology: at("outsourcing.technology_a_month"),
    exit: at("outsourcing.exit_cost"),
    clientPaysRamp: out?.ramp?.paid_by !== "provider",
  };
}

type ValuesOf = (name: string) => Float64Array;

function inHouseRun(at: ValuesOf, each: (value: (draw: number) => number) => Float64Array): Float64Array {
  const heads = at("staying_in_house.heads");
  const wage = at("staying_in_house.cost_per_head_a_month");
  const turnover = at("staying_in_house.turnover_a_year");
  const hire = at("staying_in_house.cost_per_new_hire");
  return each((draw) => (heads[draw] ?? 0) * ((wage[draw] ?? 0) + ((turnover[draw] ?? 0) / 12) * (hire[draw] ?? 0)));
}

/** Share of the work not done while a gap of 1 closes over so many months (0–1 of one): the integral of the curve. */
export function meanGap(left: number, months: number): number {
  if (left <= 0) return 0;
  return left >= 1 ? months : (1 - left ** months) / -Math.log(left);
}

/** The exponential learning curve that has closed the gap to 5 % after the ramp; 0 closes it at once. */
function gapLeftInAMonth(startGap: number, rampMonths: number): number {
  if (rampMonths <= 0 || startGap <= restAtFullProductivity) return 0;
  return (restAtFullProductivity / startGap) ** (1 / rampMonths);
}

function amountsOf(made: BusinessCase, inputs: readonly CaseInput[], drawn: DrawnInputs, draws: number): ValuesOf {
  const nothing = new Float64Array(draws);
  const known = new Map<string, Float64Array>();
  for (const { name, currency } of inputs) {
    const values = drawn.get(name) ?? nothing;
    const isForeign = currency !== null && made.currency !== undefined && currency !== made.currency;
    const rates = isForeign ? drawn.get(`exchange_rates.${currency}`) : undefined;
    known.set(name, rates === undefined ? values : values.map((value, draw) => value * (rates[draw] ?? 0)));
  }
  return (name: string) => known.get(name) ?? nothing;
}
