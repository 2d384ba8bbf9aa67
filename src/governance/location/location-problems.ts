import { Decimal } from "decimal.js";
import type { PathProblem } from "../../values/problem.ts";
import type { LocationDecision, LocationOption } from "./location-decision.ts";
import { holidayProblem } from "./place-hours.ts";

/** What is wrong with the places as written; paths lead from the top of the record. */
export function locationProblems(decision: LocationDecision): readonly PathProblem[] {
  return decision.options.flatMap((option, index) => [
    ...costProblems(option, index, decision),
    ...holidayProblem(option, index),
    ...partProblems(option, index, decision),
  ]);
}

/** The currency in which costs are compared: as it says, or the only one of the options; null otherwise. */
export function comparedCurrency(decision: LocationDecision): string | null {
  if (decision.currency !== undefined) return decision.currency;
  const [only, ...others] = new Set(decision.options.flatMap(({ cost_per_hour: cost }) => cost?.currency ?? []));
  return only === undefined || others.length > 0 ? null : only;
}

function costProblems(option: LocationOption, index: number, decision: LocationDecision): readonly PathProblem[] {
  const cost = option.cost_per_hour;
  if (cost === undefined) return [];
  const path = ["location", "options", index, "cost_per_hour"];
  const found: PathProblem[] = [];
  if (cost.amount.isNegative()) {
    const message = `an hour at ${option.id} costs ${cost.toText()}`;
    found.push({ code: "negative-price", path, message, hint: "a cost is written as a positive amount" });
  }
  const into = comparedCurrency(decision);
  if (cost.currency !== into && decision.exchange_rates[cost.currency] === undefined) {
    const message = `${option.id} is priced in ${cost.currency}, and no rate is given`;
    const hint =
      into === null
        ? "say in which currency the costs are compared, and the exchange_rates of the others"
        : `say exchange_rates: { ${cost.currency}: … }, what one ${cost.currency} is worth in ${into}`;
    found.push({ code: "currency-without-rate", path, message, hint });
  }
  return found;
}

function partProblems(option: LocationOption, index: number, { options }: LocationDecision): readonly PathProblem[] {
  if (option.parts.length === 0) return [];
  const path = ["location", "options", index, "parts"];
  const mixed = option.parts.flatMap(({ option: id }, at): readonly PathProblem[] => {
    const part = options.find((other) => other.id === id);
    // A part that does not exist is told by the check of references.
    if (part === undefined || part.parts.length === 0) return [];
    const message = id === option.id ? `${id} cannot be a part of itself` : `${id} is a mix itself`;
    return [
      { code: "mix-of-mixes", path: [...path, at, "option"], message, hint: "name the places that it is made of" },
    ];
  });
  const sum = option.parts.reduce((total, { share }) => total.plus(String(share)), new Decimal(0));
  if (sum.equals(1)) return mixed;
  const message = `the parts of ${option.id} come to ${sum.times("100").toString()} % of the work`;
  return [...mixed, { code: "parts-do-not-sum", path, message, hint: "make the shares come to 100 %" }];
}
