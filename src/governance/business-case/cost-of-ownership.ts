import { z } from "zod";
import { MoneyEstimate, NumberEstimate, ShareEstimate } from "../../values/estimate.ts";

/** What the work costs if it stays where it is. Each is one figure, or a range of p10, p50 and p90. */
export const InHouseCosts = z.strictObject({
  heads: NumberEstimate.describe("people who do the work"),
  cost_per_head_a_month: MoneyEstimate.describe("wage, benefits and place of work"),
  wage_growth_a_year: ShareEstimate.optional().describe("how wages grow, a year"),
  turnover_a_year: ShareEstimate.optional().describe("share of the people who leave and are replaced"),
  cost_per_new_hire: MoneyEstimate.optional().describe("finding and training one person"),
  technology_a_month: MoneyEstimate.optional().describe("licences and tools, a month"),
  other_a_month: MoneyEstimate.optional().describe("all else, a month"),
});
export type InHouseCosts = z.infer<typeof InHouseCosts>;

/** The move itself. */
const TransitionCosts = z.strictObject({
  cost: MoneyEstimate.optional().describe("training, documents, travel, overlap: all of the move together"),
  months: NumberEstimate.optional().describe("from the start to the day on which the provider takes over"),
  parallel_run_months: NumberEstimate.optional().describe("how long the people in-house are kept after that day"),
});
export type TransitionCosts = z.infer<typeof TransitionCosts>;

/** How the provider's people come up to speed, those who replace leavers too. */
const RampCosts = z.strictObject({
  full_productivity_in_months: NumberEstimate.optional().describe("until a new person does 95 % of a full day's work"),
  productivity_at_start: ShareEstimate.optional().describe("on the first day; 0 % if not said"),
  paid_by: z
    .enum(["client", "provider"])
    .default("client")
    .describe("whose money does the work that new people cannot do yet"),
});
export type RampCosts = z.infer<typeof RampCosts>;

/** What the work costs with the provider, besides and in the invoice. What is left out counts as nothing, and is told. */
export const OutsourcingCosts = z.strictObject({
  charge_a_month: MoneyEstimate.optional().describe(
    "the invoice in steady state; or give heads and price_per_head_a_month",
  ),
  heads: NumberEstimate.optional().describe("the provider's people, fully productive"),
  price_per_head_a_month: MoneyEstimate.optional().describe("what the provider charges for one head, a month"),
  price_growth_a_year: ShareEstimate.optional().describe("indexation"),
  transition: TransitionCosts.optional().describe("what the move costs"),
  ramp: RampCosts.optional().describe("how the work comes up to speed, and what that costs"),
  turnover_a_year: ShareEstimate.optional().describe("share of the provider's people who leave and are replaced"),
  cost_per_new_hire: MoneyEstimate.optional().describe(
    "what each replacement costs the client: training, access, errors",
  ),
  rework: ShareEstimate.optional().describe("share of the work that is done again and paid for again"),
  governance_a_month: MoneyEstimate.optional().describe("retained roles, vendor management, quality checks"),
  travel_a_year: MoneyEstimate.optional().describe("visits in either direction, a year"),
  technology_once: MoneyEstimate.optional().describe("tools and connections, once"),
  technology_a_month: MoneyEstimate.optional().describe("licences and tools, a month"),
  exit_cost: MoneyEstimate.optional().describe("bringing the work home or moving it on, in the last month"),
});
export type OutsourcingCosts = z.infer<typeof OutsourcingCosts>;
