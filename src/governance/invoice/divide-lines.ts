import { closestWord } from "../../values/closest-word.ts";
import type { PathProblem } from "../../values/problem.ts";
import { chargeOfMonth } from "../contract/charge-of-month.ts";
import { acceptUpTo } from "./accept-up-to.ts";
import { type BilledLine, itemName } from "./billed-line.ts";
import { changeOrderLines } from "./change-order-lines.ts";
import { type Division, disputedWhole, leftOpen, sumOfMoney } from "./divided-amount.ts";
import { reservedItems } from "./invoice.ts";
import type { InvoiceClaim, ItemReckoning } from "./invoice-check.ts";
import type { InvoiceRules } from "./invoice-rules.ts";
import { isMonthly, payableQuantity } from "./payable-quantity.ts";
import { reckonItem } from "./reckon-item.ts";

export type DividedLines = {
  readonly divisions: ReadonlyMap<BilledLine, Division>;
  /** by the number of the invoice that it is to be taken off */
  readonly claims: readonly { readonly invoice: string; readonly claim: InvoiceClaim }[];
  readonly items: readonly ItemReckoning[];
  readonly problems: readonly PathProblem[];
};

/** What a line may be: reserved, of the rate card, added by the contract, a change order, or nothing that was agreed. */
export function isReserved({ item }: BilledLine, kind: keyof typeof reservedItems): boolean {
  const names: readonly string[] = reservedItems[kind];
  return names.includes(item);
}

/** Divides every line but credits and tax, which look at the others. */
export function divideLines(lines: readonly BilledLine[], rules: InvoiceRules): DividedLines {
  const charges = lines.filter(
    (line) => !(["credit", "earnBack", "tax"] as const).some((kind) => isReserved(line, kind)),
  );
  const onCard = new Set(rules.card.map(({ item }) => item));
  const orders = new Map((rules.contract?.change_orders ?? []).map((order) => [itemName(order.id), order]));
  const items = [...new Set(charges.map(({ item }) => item))];
  const found = items.map((item): DividedLines => {
    const ofItem = charges.filter((line) => line.item === item);
    const order = orders.get(item);
    if (onCard.has(item)) return reckonComponents(item, ofItem, rules);
    if (order !== undefined) return only(changeOrderLines(order, ofItem, rules));
    if (item === "least-a-month") return only(commitmentLines(ofItem, rules));
    if (item === "cost-plus" && rules.pricing.cost_plus !== undefined) return only(costPlusLines(ofItem));
    return only(offContractLines(ofItem, [...onCard, ...orders.keys()], rules));
  });
  return {
    divisions: new Map(found.flatMap(({ divisions }) => [...divisions])),
    claims: found.flatMap(({ claims }) => claims),
    items: found.flatMap((each) => each.items),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function only(divisions: ReadonlyMap<BilledLine, Division>): DividedLines {
  return { divisions, claims: [], items: [], problems: [] };
}

/** Lines whose months hang together are reckoned together, so that nothing is paid twice for one month. */
function reckonComponents(item: string, lines: readonly BilledLine[], rules: InvoiceRules): DividedLines {
  const reckoned = componentsOf(lines).map((together) => ({ together, ...reckonItem(item, together, rules) }));
  return {
    divisions: new Map(reckoned.flatMap(({ divisions }) => [...divisions])),
    claims: reckoned.flatMap(({ claim, together }) => {
      const last = together.at(-1);
      return claim === null || last === undefined ? [] : [{ invoice: last.invoice.id, claim }];
    }),
    items: reckoned.map(({ reckoning }) => reckoning),
    problems: reckoned.flatMap(({ problems }) => problems),
  };
}

function componentsOf(lines: readonly BilledLine[]): readonly (readonly BilledLine[])[] {
  const sorted = lines.toSorted((one, other) => (one.invoice.period.start < other.invoice.period.start ? -1 : 1));
  const components: { lines: BilledLine[]; last: string }[] = [];
  for (const line of sorted) {
    const [first = "", last = ""] = [line.months[0], line.months.at(-1)];
    const open = components.at(-1);
    if (open === undefined || first > open.last) components.push({ lines: [line], last });
    else {
      open.lines.push(line);
      if (last > open.last) open.last = last;
    }
  }
  const order = new Map(lines.map((line, at) => [line, at]));
  return components.map((component) =>
    component.lines.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
  );
}

function offContractLines(
  lines: readonly BilledLine[],
  known: readonly string[],
  { hasPrices }: InvoiceRules,
): ReadonlyMap<BilledLine, Division> {
  return new Map(
    lines.map((line) => {
      if (!hasPrices) {
        const message = "the record holds no prices to hold it against";
        return [line, leftOpen(line.amount, "no-rate-card", message)];
      }
      const near = closestWord(line.item, known);
      const meant = near === null ? "" : `; did they mean ${near}?`;
      const named =
        line.item === "" ? "the line names no item" : `neither rate card nor change order knows ${line.item}`;
      return [line, disputedWhole(line.amount, "off-contract", `${named}${meant}`)];
    }),
  );
}

function costPlusLines(lines: readonly BilledLine[]): ReadonlyMap<BilledLine, Division> {
  const message = "what the provider's own cost was is not on record: ask for it, with the right to look into it";
  return new Map(lines.map((line) => [line, leftOpen(line.amount, "cost-unknown", message)]));
}

/** What makes up a month to the agreed least: due only once every item of the month is known. */
function commitmentLines(lines: readonly BilledLine[], rules: InvoiceRules): ReadonlyMap<BilledLine, Division> {
  const divisions = new Map<BilledLine, Division>();
  for (const together of componentsOf(lines)) {
    const months = [...new Set(together.flatMap((line) => line.months))].sort();
    const charges = months.map((month) => chargeOfMonth(rules.pricing, quantitiesOf(month, rules), rules.time));
    const [problem] = charges.flatMap(({ problems }) => problems);
    const added = charges.flatMap((charge) => charge.lines).filter(({ kind }) => kind === "least");
    const due = sumOfMoney(
      added.map(({ amount }) => amount),
      rules.currency,
    );
    const beyond = { code: "above-commitment", message: `what is missing to the commitment comes to ${due.toText()}` };
    const working = added.map((line) => line.working);
    const divided =
      problem === undefined
        ? acceptUpTo(together, { due, beyond, working }, rules.convert)
        : new Map(together.map((line) => [line, leftOpen(line.amount, problem.code, problem.message)]));
    for (const [line, division] of divided) divisions.set(line, division);
  }
  return divisions;
}

/** Quantities that are sure; an item that is not is left out, which the pricing tells as a problem. */
function quantitiesOf(month: string, rules: InvoiceRules) {
  const items = [...new Set(rules.card.map(({ item }) => item))];
  const sure = items.flatMap((item) => {
    const { sure: quantity, most } = payableQuantity(item, month, rules);
    const unit = rules.card.find((row) => row.item === item)?.unit ?? "";
    return most?.equals(quantity) === true && !isMonthly(unit) ? [[item, quantity] as const] : [];
  });
  return { month: `${month}-01`, quantities: Object.fromEntries(sure) };
}
