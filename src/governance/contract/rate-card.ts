import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** Quantities from the first to the last that a price is for; `to` is null where there is no end. */
export type VolumeBand = { readonly from: number; readonly to: number | null };

/** `0-6000` or `6000+`; the upper end belongs to the band. */
export const WrittenVolumeBand = z.string().transform((text, context): VolumeBand => {
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
});
export type RateCardItem = z.infer<typeof RateCardItem>;

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
    .optional(),
  rate_card: z.array(RateCardItem).default([]),
  indexation: z
    .strictObject({ index: Text, every: Text.optional(), cap: Percentage.optional() })
    .optional()
    .describe("how prices follow an index"),
});
export type Pricing = z.infer<typeof Pricing>;
