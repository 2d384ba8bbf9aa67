import { Temporal } from "temporal-polyfill";
import type { Period } from "../metrics/measure.ts";
import { addDays, type PlainDate } from "../values/time.ts";

/** The calendar months over which contracts count money. */
export const billingStretches = ["month", "quarter", "year"] as const;
export type BillingStretch = (typeof billingStretches)[number];

/**
 * The month, calendar quarter or credit year that a day lies in.
 * @param yearStarts first day of the credit year, `MM-DD`
 */
export function stretchAround(day: PlainDate, stretch: BillingStretch, yearStarts: string): Period {
  const date = Temporal.PlainDate.from(day);
  if (stretch === "month") return lasting(date.with({ day: 1 }), 1);
  if (stretch === "quarter") return lasting(date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 }), 3);
  const start = Temporal.PlainDate.from(`${day.slice(0, 4)}-${yearStarts}`);
  return lasting(start.toString() <= day ? start : start.subtract({ years: 1 }), 12);
}

function lasting(start: Temporal.PlainDate, months: number): Period {
  return { start: start.toString(), end: addDays(start.add({ months }).toString(), -1) };
}
