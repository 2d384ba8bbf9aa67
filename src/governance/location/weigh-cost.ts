import { Decimal } from "decimal.js";
import { Money } from "../../values/money.ts";
import type { CostWeighed } from "./location-comparison.ts";
import type { LocationDecision, LocationOption } from "./location-decision.ts";

/** What an hour costs at an option over the years, with wage growth, in the currency of the comparison. */
export function weighCost(option: LocationOption, decision: LocationDecision, currency: string | null): CostWeighed {
  if (currency === null)
    return { kind: "unknown", because: "the costs are in several currencies: say in which they are compared" };
  const years = decision.years ?? 3;
  if (option.parts.length > 0) return costOfParts(option, decision, currency);
  const { cost_per_hour: cost, wage_growth: growth } = option;
  if (cost === undefined) return { kind: "unknown", because: "its cost is not said" };
  const rate = cost.currency === currency ? "1" : String(decision.exchange_rates[cost.currency] ?? "");
  if (rate === "") return { kind: "unknown", because: `no rate is given for ${cost.currency}` };
  const factor = new Decimal(String(growth ?? 0)).plus("1");
  const byYear = Array.from(
    { length: years },
    (_, year) => new Money(cost.amount.times(new Decimal(rate)).times(factor.pow(year)), currency),
  );
  const grows =
    growth === undefined ? "no wage growth is said" : `${new Decimal(String(growth)).times("100")} % a year`;
  const converted = rate === "1" ? "" : ` at ${rate}`;
  return {
    kind: "cost",
    byYear,
    meanAnHour: mean(byYear, currency),
    working: `${cost.toText()} an hour${converted}, ${grows}, ${years} years`,
  };
}

function costOfParts(option: LocationOption, decision: LocationDecision, currency: string): CostWeighed {
  const parts = option.parts.map(({ option: id, share }) => {
    const part = decision.options.find((other) => other.id === id && other.parts.length === 0);
    return {
      id,
      share: new Decimal(String(share)),
      cost: part === undefined ? null : weighCost(part, decision, currency),
    };
  });
  const missing = parts.find(({ cost }) => cost?.kind !== "cost");
  if (missing !== undefined) return { kind: "unknown", because: `the cost of ${missing.id} is not known` };
  const byYear = Array.from({ length: decision.years ?? 3 }, (_, year) =>
    parts.reduce((sum, { share, cost }) => {
      const ofYear = cost?.kind === "cost" ? cost.byYear[year] : undefined;
      return ofYear === undefined ? sum : sum.plus(ofYear.times(share));
    }, new Money(0, currency)),
  );
  const working = parts.map(({ id, share }) => `${share.times("100")} % at ${id}`).join(", ");
  return { kind: "cost", byYear, meanAnHour: mean(byYear, currency), working };
}

function mean(byYear: readonly Money[], currency: string): Money {
  const sum = byYear.reduce((total, year) => total.plus(year), new Money(0, currency));
  return new Money(sum.amount.dividedBy(Math.max(1, byYear.length)), currency).rounded();
}
