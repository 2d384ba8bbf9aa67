import { z } from "zod";
import { subtractLength, WrittenCalendarLength } from "../../values/calendar-length.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";
import { BillingTerms } from "./billing-terms.ts";
import { ContractTerms } from "./contract-terms.ts";
import { Obligation } from "./obligation.ts";
import { Pricing } from "./rate-card.ts";

/** A change of scope or price that both sides agreed after signing. */
export const ChangeOrder = z.strictObject({
  id: Identifier,
  title: Text,
  requested_by: z.enum(["client", "provider"]).optional().describe("which side asked for it"),
  agreed_on: PlainDate.optional().describe("the day on which both sides agreed"),
  agreed_by: z.array(PersonId).default([]).describe("who agreed, of both sides"),
  effective_from: PlainDate.optional().describe("the first day on which it holds"),
  amount: WrittenMoney.optional().describe("what it adds, or saves when negative, in all"),
  reviewed_on: PlainDate.optional().describe("the day of its legal review"),
  clause: Text.optional(),
});
export type ChangeOrder = z.infer<typeof ChangeOrder>;

/** What may be spent over a stretch of time. */
export const Budget = z.strictObject({
  from: PlainDate,
  to: PlainDate.describe("the last day that counts"),
  amount: WrittenMoney.describe("what may be spent in that time, such as 90 000 USD"),
});
export type Budget = z.infer<typeof Budget>;

/** A cost that no invoice of the provider shows: management time, travel, tools, rework. */
const HiddenCost = z.strictObject({
  item: Text.describe("what costs money"),
  amount: WrittenMoney.optional().describe("an estimate, a year"),
  paid_by: z.enum(["client", "provider"]).default("client").describe("which side bears it"),
});
export type HiddenCost = z.infer<typeof HiddenCost>;

/** What was signed. The keys of service credits join it in the partnership record. */
export const Contract = z.strictObject({
  signed: PlainDate.optional().describe("the day of the signatures"),
  starts: PlainDate.optional(),
  ends: PlainDate.optional().describe("the last day"),
  notice: WrittenCalendarLength.optional().describe("how long before the end it must be given, such as 90 days"),
  renews: z.enum(["automatically", "by-agreement"]).optional().describe("what happens when nobody gives notice"),
  renews_for: WrittenCalendarLength.optional().describe("how long it then runs on, such as 1 year"),
  legal_review: z.strictObject({ on: PlainDate, by: Text }).optional().describe("when a lawyer read it, and who"),
  pricing: Pricing.optional().describe("how the work is paid for"),
  billing: BillingTerms.optional().describe("what is agreed about invoices: paid time without work, taxes, tolerance"),
  budget: z.array(Budget).default([]).describe("what may be spent, stretch by stretch"),
  hidden_costs: z.array(HiddenCost).default([]).describe("costs that no invoice of the provider shows"),
  terms: ContractTerms.default({}).describe("where the contract settles what it must settle"),
  obligations: z.array(Obligation).default([]).describe("what each side owes the other"),
  change_orders: z.array(ChangeOrder).default([]).describe("changes of scope or price agreed after signing"),
});
export type Contract = z.infer<typeof Contract>;

/** The last day on which notice keeps the contract from running on; `null` when an end or a notice is not agreed. */
export function lastDayForNotice(contract: Pick<Contract, "ends" | "notice">): PlainDate | null {
  if (contract.ends === undefined || contract.notice === undefined) return null;
  return subtractLength(contract.ends, contract.notice);
}
