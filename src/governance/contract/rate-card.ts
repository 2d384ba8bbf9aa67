import { z } from "zod";
import { Currency, ExchangeRates } from "../../values/currency.ts";
import { Identifier } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** Quantities from the first to the last that a price is for; `to` is null where there is no end. */
export type VolumeBand = { readonly from: number; readonly to: number | null };

/** `0-6000` or `6000+`; the upper end belongs to the band. */
const WrittenVolumeBand = z.string().transform((text, context): VolumeBand => {
  const [, from, to, open] = /^\s*(\d+(?:\.\d+)?)\s*(?:-\s*(\d+(?:\.\d+)?)|(\+))\s*$/.exec(text) ?? [];
  if (
    from === undefined ||
    (to === undefined && open === undefined) ||
    (to !== undefined && Number(to) <= Number(from))
  ) {
    context.addIssue({
      code: "custom",
      message: `a band is written as 0-6000 or 6000+, the smaller number first, not ${JSON.stringify(text)}`,
    });
    return z.NEVER;
  }
  return { from: Number(from), to: to === undefined ? null : Number(to) };
});

/** One price of the rate card. The same item may stand several times, with bands or dates. */
export const RateCardItem = z.strictObject({
  item: Identifier.describe("as the invoice lines name it in `rate_item`"),
  unit: Text.describe("what is counted: hour, agent, contact, month"),
  price: WrittenMoney.describe("for one unit, such as 14.80 USD"),
  band: WrittenVolumeBand.optional().describe("the quantities in a month for which it holds, such as 0-6000"),
  effective_from: PlainDate.optional().describe("the first day of this price"),
  baseline_volume: z.number().positive().optional().describe("the quantity in a month that the price was made for"),
  dead_band: Percentage.optional().describe("how far the quantity may stray from the baseline at no extra charge"),
  additional_price: WrittenMoney.optional().describe("additional resource charge: for each unit above the dead band"),
  reduced_price: WrittenMoney.optional().describe("reduced resource credit: for each unit below the dead band"),
  indexed: z.boolean().optional().describe("false: this price does not follow the index"),
});
export type RateCardItem = z.infer<typeof RateCardItem>;

/** How prices follow an index, and what that came to so far. */
export const Indexation = z.strictObject({
  index: Text.describe("what is followed, such as the consumer price index"),
  every: Text.optional(),
  cap: Percentage.optional().describe("the most that prices rise at one time"),
  floor: Percentage.optional().describe("the least that prices change at one time, such as 0 %"),
  changes: z
    .array(z.strictObject({ from: PlainDate, by: Percentage.describe("what the index did, before the cap") }))
    .default([])
    .describe("the first day of each new price, and the change of the index"),
  decimals: z
    .int()
    .min(0)
    .max(8)
    .optional()
    .describe("to how many decimals an indexed price is rounded; not at all if not said"),
});
export type Indexation = z.infer<typeof Indexation>;

/** What is paid on top of the provider's own cost. */
export const CostPlus = z.strictObject({
  margin: Percentage.optional().describe("on top of the cost, such as 12 %"),
  fee: WrittenMoney.optional().describe("a fixed sum a month on top of the cost"),
  at_most: WrittenMoney.optional().describe("the most that a month costs"),
});
export type CostPlus = z.infer<typeof CostPlus>;

/** How the work is paid for. */
export const Pricing = z.strictObject({
  model: z
    .enum([
      "per-agent",
      "per-hour",
      "per-minute",
      "per-contact",
      "per-transaction",
      "per-outcome",
      "fixed",
      "cost-plus",
      "hybrid",
    ])
    .optional()
    .describe("what is counted when the work is paid for"),
  rate_card: z.array(RateCardItem).default([]).describe("the price of each unit"),
  bands: z
    .enum(["graduated", "all-units"])
    .optional()
    .describe(
      "graduated (if not said): each unit at the price of its own band; all-units: all at the price of the band reached",
    ),
  cost_plus: CostPlus.optional().describe("what is paid on top of the provider's own cost"),
  least_a_month: WrittenMoney.optional().describe("the commitment: the least that a month costs"),
  currency: Currency.optional().describe("of the invoice; that of the rate card if not said"),
  exchange_rates: ExchangeRates.default({}),
  indexation: Indexation.optional().describe("how prices follow an index"),
});
export type Pricing = z.infer<typeof Pricing>;
