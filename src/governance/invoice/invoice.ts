import { z } from "zod";
import { Currency } from "../../values/currency.ts";
import { PlainDate } from "../../values/time.ts";

/** An exact number as text: `-1250.75`. Never a float. */
const DecimalText = z
  .string()
  .regex(/^-?\d{1,28}(\.\d{1,12})?$/, "a number is written in digits with a point, such as 1250.75");
export type DecimalText = z.infer<typeof DecimalText>;

/** First and last day; both count. */
export const BilledPeriod = z
  .strictObject({ start: PlainDate, end: PlainDate })
  .refine(({ start, end }) => start <= end, { path: ["end"], message: "a period ends on or after its first day" });
export type BilledPeriod = z.infer<typeof BilledPeriod>;

const AmountText = z.strictObject({ amount: DecimalText, currency: Currency });

/** What the provider asks for a period. */
export const Invoice = z.strictObject({
  id: z.string().min(1),
  period: BilledPeriod,
  issuedOn: PlainDate,
  dueOn: PlainDate.nullable(),
  currency: Currency,
  /** sum of the lines; before tax unless a line is `tax` */
  total: DecimalText,
});
export type Invoice = z.infer<typeof Invoice>;

/** One line of an invoice. `item` is the rate card's, or one of {@link reservedItems}, or the id of a change order. */
export const InvoiceLine = z.strictObject({
  invoice: z.string().min(1),
  line: z.string().min(1),
  item: z.string().nullable(),
  description: z.string().nullable(),
  quantity: DecimalText,
  unit: z.string().nullable(),
  unitPrice: DecimalText,
  amount: DecimalText,
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/** What lines may be besides items of the rate card: credits are negative, what is earned back and tax are positive. */
export const reservedItems = { credit: ["credit", "service-credit"], earnBack: ["earn-back"], tax: ["tax"] } as const;

/** What the client's own records say was done in one calendar month. */
export const MeasuredQuantity = z.strictObject({
  /** an item of the rate card; null where the records only tell the unit, which then must be one item's alone */
  item: z.string().nullable(),
  unit: z.string().min(1),
  period: BilledPeriod,
  /** productive: what was handled, or hours in which something was */
  quantity: DecimalText,
  /** paid time in which nothing was handled; null where the records do not tell */
  nonProductive: DecimalText.nullable(),
  /** whether the records reach from the first to the last day of the month */
  isComplete: z.boolean(),
  /** where the figure comes from, in words */
  from: z.string(),
});
export type MeasuredQuantity = z.infer<typeof MeasuredQuantity>;

/** A service credit of one period as reckoned from the records. */
export const DueCredit = z.strictObject({
  serviceLevel: z.string().min(1),
  period: BilledPeriod,
  /** null where it cannot be told */
  accrued: AmountText.nullable(),
  earnedBack: AmountText.nullable(),
  working: z.array(z.string()),
});
export type DueCredit = z.infer<typeof DueCredit>;

/** Everything that invoices are held against the contract with. */
export type InvoiceRecords = {
  readonly invoices: readonly Invoice[];
  readonly lines: readonly InvoiceLine[];
  readonly measured: readonly MeasuredQuantity[];
  readonly credits: readonly DueCredit[];
  /** up to the end of this day things are known */
  readonly asOf: PlainDate;
};
