import { checkInvoices } from "../../governance/invoice/check-invoices.ts";
import type { InvoiceCheck } from "../../governance/invoice/invoice-check.ts";
import { dueCredits, readInvoiceFacts } from "../invoice-facts.ts";
import type { ReviewFacts } from "./review-facts.ts";
import type { Reviewed, UnseenPart } from "./review-result.ts";
import { unseenWithout } from "./unseen.ts";

/** Every invoice line against the contract, what was measured, and the credits that missed service levels owe. */
export async function invoicesSeen(facts: ReviewFacts): Promise<Reviewed<InvoiceCheck>> {
  const { opened, asOf, has, figures } = facts;
  const { record, store } = opened;
  const read = await readInvoiceFacts(store, { zone: record.zone, asOf });
  const owesCredits = record.service_levels.some(({ critical }) => critical !== undefined);
  const levels = owesCredits && read.invoices.length > 0 ? (await figures()).serviceLevels : [];
  return {
    kind: "reviewed",
    review: checkInvoices(record, { ...read, credits: dueCredits(levels, record) }),
    unseen: [
      ...unseenWithout(has, [
        { what: "what was billed", from: ["invoices"] },
        { what: "what it was billed for", from: ["invoice_lines"] },
      ]),
      ...unmeasuredUnits(facts),
    ],
  };
}

/** Hours and people are measured by `staff_hours`, contacts and minutes by `work_items`. */
function unmeasuredUnits({ opened, has }: ReviewFacts): readonly UnseenPart[] {
  const units = new Set((opened.record.contract?.pricing?.rate_card ?? []).map(({ unit }) => unit));
  const byHours = ["hour", "agent"].some((unit) => units.has(unit));
  const byItems = ["contact", "minute"].some((unit) => units.has(unit));
  return unseenWithout(has, [
    ...(byHours ? [{ what: "hours and people at work", from: ["staff_hours"] as const }] : []),
    ...(byItems ? [{ what: "contacts and minutes handled", from: ["work_items"] as const }] : []),
  ]);
}
