import type { Estimate } from "../../values/estimate.ts";
import type { Money } from "../../values/money.ts";
import type { BusinessCase } from "./business-case.ts";

/** One uncertain or certain figure that the case rests on. */
export type CaseInput = {
  /** where it stands under `business_case`, such as `outsourcing.rework` */
  readonly name: string;
  readonly unit: "money" | "months" | "share" | "number";
  /** of an amount; null otherwise */
  readonly currency: string | null;
  readonly range: Estimate<number>;
  /** what is drawn beyond counts as the bound itself */
  readonly least: number;
  readonly most: number;
};

const money = { unit: "money", least: 0, most: Number.POSITIVE_INFINITY } as const;
const months = { unit: "months", least: 0, most: Number.POSITIVE_INFINITY } as const;
const number = { unit: "number", least: 0, most: Number.POSITIVE_INFINITY } as const;
const share = { unit: "share", least: 0, most: 1 } as const;
const yearly = { unit: "share", least: 0, most: Number.POSITIVE_INFINITY } as const;
const growth = { unit: "share", least: -0.9, most: Number.POSITIVE_INFINITY } as const;

type Kind = Pick<CaseInput, "unit" | "least" | "most">;

const kinds: Readonly<Record<string, Kind>> = {
  one_off_cost: money,
  saving_a_month: { unit: "money", least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
  full_productivity_in_months: months,
  work_growth_a_year: growth,
  "staying_in_house.heads": number,
  "staying_in_house.cost_per_head_a_month": money,
  "staying_in_house.wage_growth_a_year": growth,
  "staying_in_house.turnover_a_year": yearly,
  "staying_in_house.cost_per_new_hire": money,
  "staying_in_house.technology_a_month": money,
  "staying_in_house.other_a_month": money,
  "outsourcing.charge_a_month": money,
  "outsourcing.heads": number,
  "outsourcing.price_per_head_a_month": money,
  "outsourcing.price_growth_a_year": growth,
  "outsourcing.transition.cost": money,
  "outsourcing.transition.months": months,
  "outsourcing.transition.parallel_run_months": months,
  "outsourcing.ramp.full_productivity_in_months": months,
  "outsourcing.ramp.productivity_at_start": share,
  "outsourcing.turnover_a_year": yearly,
  "outsourcing.cost_per_new_hire": money,
  "outsourcing.rework": share,
  "outsourcing.governance_a_month": money,
  "outsourcing.travel_a_year": money,
  "outsourcing.technology_once": money,
  "outsourcing.technology_a_month": money,
  "outsourcing.exit_cost": money,
};

/** Figures that are not used where a better one is given, by the name of that one. */
const replacedBy: Readonly<Record<string, string>> = {
  one_off_cost: "outsourcing.transition.cost",
  full_productivity_in_months: "outsourcing.ramp.full_productivity_in_months",
};

/** The figures of a case that its forecast uses, in the order in which the schema has them. */
export function caseInputs(made: BusinessCase): readonly CaseInput[] {
  const given = Object.keys(kinds).filter((name) => estimateAt(made, name) !== null && isUsed(made, name));
  const rates = Object.entries(made.exchange_rates).map(([currency, range]) => ({
    name: `exchange_rates.${currency}`,
    ...number,
    currency: null,
    range,
  }));
  return [...given.flatMap((name) => inputOf(made, name)), ...rates];
}

function isUsed(made: BusinessCase, name: string): boolean {
  const better = replacedBy[name];
  if (better !== undefined && estimateAt(made, better) !== null) return false;
  if (name === "saving_a_month") return made.outsourcing === undefined;
  // A charge that is given in full says what heads × price would say again; heads still count for rehiring.
  if (name === "outsourcing.price_per_head_a_month") return made.outsourcing?.charge_a_month === undefined;
  const ofBothWays = name.startsWith("staying_in_house.") || name === "work_growth_a_year";
  return !ofBothWays || made.outsourcing !== undefined;
}

function inputOf(made: BusinessCase, name: string): readonly CaseInput[] {
  const kind = kinds[name];
  const estimate = estimateAt(made, name);
  if (kind === undefined || estimate === null) return [];
  const { p10, p50, p90 } = estimate;
  if (typeof p50 === "number" && typeof p10 === "number" && typeof p90 === "number") {
    return [{ name, ...kind, currency: null, range: { p10, p50, p90 } }];
  }
  if (typeof p50 === "number" || typeof p10 === "number" || typeof p90 === "number") return [];
  const range = { p10: estimated(p10), p50: estimated(p50), p90: estimated(p90) };
  return [{ name, ...kind, currency: p50.currency, range }];
}

/** A forecast is no bill: what is drawn from a range may be a float. */
function estimated(amount: Money): number {
  return amount.amount.toNumber();
}

/** The estimate at a dotted name; null where nothing stands. */
export function estimateAt(made: BusinessCase, name: string): Estimate<number> | Estimate<Money> | null {
  const { staying_in_house: inHouse, outsourcing } = made;
  const groups: Readonly<Record<string, object | undefined>> = {
    "": made,
    staying_in_house: inHouse,
    outsourcing,
    "outsourcing.transition": outsourcing?.transition,
    "outsourcing.ramp": outsourcing?.ramp,
  };
  const dot = name.lastIndexOf(".");
  const group = groups[name.slice(0, Math.max(0, dot))];
  const value: unknown = group === undefined ? undefined : Reflect.get(group, name.slice(dot + 1));
  return isEstimate(value) ? value : null;
}

function isEstimate(value: unknown): value is Estimate<number> | Estimate<Money> {
  return typeof value === "object" && value !== null && "p10" in value && "p50" in value && "p90" in value;
}
