import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isClause, placed } from "../../governance/partnership/record-reading.ts";
import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const costOverrunGuards: readonly GuardRule[] = [
  { id: "budget-for-today", ask: askBudget },
  { id: "rate-card", ask: askRateCard },
  { id: "change-control", ask: askChangeControl },
  { id: "hidden-costs-listed", ask: askHiddenCosts },
];

function askBudget({ contract }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "contract.budget";
  const remedy = "Write the budget with from:, to: and amount: under contract: budget, up to the end of the term.";
  const budgets = (contract?.budget ?? []).filter(({ amount, from, to }) => amount.amount.greaterThan(0) && from <= to);
  if (budgets.length === 0) return missing("No budget is on record.", remedy, at);
  if (budgets.some(({ from, to }) => from <= asOf && asOf <= to)) return inPlace("The budget covers today.", at);
  const last = budgets
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return partial(`No budget covers ${asOf}; the last one ends on ${last}.`, remedy, at);
}

function askRateCard({ contract }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const prices = (contract?.pricing?.rate_card ?? []).map((price, index) => ({ price, index }));
  return askEach({
    entries: prices,
    noun: ["price", "prices"],
    nameOf: ({ price }) => price.item,
    at: ({ index }) => `contract.pricing.rate_card[${index}]`,
    fault: ({ price }) => {
      if (!price.price.amount.greaterThan(0)) return "has a price of nothing";
      const isAlone = !prices.some(
        ({ price: other }) => other.item === price.item && (other.effective_from ?? "") <= asOf,
      );
      return isAlone ? `holds only from ${price.effective_from}` : null;
    },
    done: `The rate card has ${prices.length} ${prices.length === 1 ? "price" : "prices"}.`,
    remedy: "Copy the rate card from the contract: item:, unit: and price: for all that may be billed.",
    none: { message: "No rate card is on record.", at: "contract.pricing.rate_card" },
  });
}

function askChangeControl({ contract }: PartnershipRecord): GuardAnswer {
  const at = "contract.terms.change_control";
  const remedy = "Agree how scope and price are changed and who approves, and name the clause.";
  const term = contract?.terms.change_control;
  if (!isClause(term?.clause)) return missing("No clause says how scope and price are changed.", remedy, at);
  const loose = (contract?.change_orders ?? []).filter(
    ({ agreed_on: on, agreed_by: by }) => on === undefined || by.length === 0,
  );
  if (loose.length > 0)
    return partial(
      `Change control stands in ${term.clause}, but ${loose.map(({ id }) => id).join(", ")} went ahead with no agreement on record.`,
      "Give each change order agreed_on: and agreed_by:.",
      "contract.change_orders",
    );
  return inPlace(`Change control stands in ${term.clause}.`, at);
}

function askHiddenCosts({ contract }: PartnershipRecord): GuardAnswer {
  return askEach({
    entries: placed(contract?.hidden_costs ?? []),
    noun: ["hidden cost", "hidden costs"],
    nameOf: ({ entry }) => entry.item,
    at: ({ index }) => `contract.hidden_costs[${index}]`,
    fault: ({ entry }) => {
      if (!isSaid(entry.item, 1)) return "says nothing";
      return entry.amount === undefined ? "has no estimate" : null;
    },
    done: "Costs that no invoice shows are listed with an estimate.",
    remedy: "List management time, travel, tools and rework under contract: hidden_costs, each with an amount: a year.",
    none: { message: "No costs beyond the invoices are listed.", at: "contract.hidden_costs" },
  });
}
