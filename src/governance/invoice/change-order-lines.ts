import type { PlainDate } from "../../values/time.ts";
import type { ChangeOrder } from "../contract/contract.ts";
import { acceptUpTo } from "./accept-up-to.ts";
import type { BilledLine } from "./billed-line.ts";
import { type Convert, type Division, disputedWhole, leftOpen } from "./divided-amount.ts";

/** Who belongs to which side: ids of people. */
export type PeopleOfSides = { readonly client: readonly string[]; readonly provider: readonly string[] };

/** Lines that name a change order: due up to its amount, once both sides have agreed and from the day it holds. */
export function changeOrderLines(
  order: ChangeOrder,
  lines: readonly BilledLine[],
  { people, asOf, convert }: { people: PeopleOfSides; asOf: PlainDate; convert: Convert },
): ReadonlyMap<BilledLine, Division> {
  const lack = lackOf(order, people, asOf);
  const early = (line: BilledLine) =>
    order.effective_from !== undefined && line.invoice.period.end < order.effective_from;
  const divisions = new Map<BilledLine, Division>();
  for (const line of lines) {
    if (lack !== null) divisions.set(line, disputedWhole(line.amount, "change-order-not-agreed", lack));
    else if (early(line)) {
      const message = `change order ${order.id} holds from ${order.effective_from}, after what is billed`;
      divisions.set(line, disputedWhole(line.amount, "change-order-not-yet", message));
    } else if (order.amount === undefined) {
      const message = `change order ${order.id} states no amount`;
      divisions.set(line, leftOpen(line.amount, "change-order-without-amount", message));
    }
  }
  if (order.amount === undefined) return divisions;
  const due = order.amount;
  const beyond = { code: "above-change-order", message: `change order ${order.id} comes to ${due.toText()} in all` };
  const open = lines.filter((line) => !divisions.has(line));
  const working = [`change order ${order.id}: ${due.toText()}, agreed on ${order.agreed_on}`];
  for (const [line, division] of acceptUpTo(open, { due, beyond, working }, convert)) divisions.set(line, division);
  return divisions;
}

/** Why a change order binds nobody; null when it does. */
function lackOf(
  { id, agreed_on: on, agreed_by: by }: ChangeOrder,
  people: PeopleOfSides,
  asOf: PlainDate,
): string | null {
  if (on === undefined) return `change order ${id} has no day on which it was agreed`;
  if (on > asOf) return `change order ${id} is only to be agreed, on ${on}`;
  const absent = (["client", "provider"] as const).filter((side) => {
    const other = side === "client" ? people.provider : people.client;
    return !by.some((person) => people[side].includes(person) && !other.includes(person));
  });
  return absent.length === 0 ? null : `nobody of the ${absent.join(" or the ")} has agreed to change order ${id}`;
}
