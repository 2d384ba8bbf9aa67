import { Decimal } from "decimal.js";
import { Money } from "../../values/money.ts";
import type { Chance } from "../../values/seeded-chance.ts";
import { addDays, firstOfNextMonth, type PlainDate, startOfDay } from "../../values/time.ts";
import { type FactRow, stamp } from "./fact-rows.ts";
import { leversOn } from "./planted-pitfall.ts";
import { daysOf } from "./weekly-level.ts";
import type { World } from "./world.ts";

/** Monthly invoices over the billable hours on file, and the KPIs that the provider reports. */
export function simulateInvoices(
  world: World,
  chance: Chance,
  hours: readonly FactRow[],
): { invoices: FactRow[]; lines: FactRow[] } {
  const invoices: FactRow[] = [];
  const lines: FactRow[] = [];
  for (const { start, end } of wholeMonths(world)) {
    const levers = leversOn(world.planted, end, null);
    const measured = hours
      .filter((row) => String(row.date) >= start && String(row.date) <= end)
      .reduce((sum, row) => sum.plus(String(row.billable_hours)), new Decimal(0));
    const billed = measured.times(String(Number((1 + levers.billedHours).toFixed(4)))).toDecimalPlaces(2);
    const id = `INV-${start.slice(0, 7)}`;
    const own = [line(world, id, "1", "agent-hour", "Agent hours", billed, "hour", world.agentHourPrice)];
    if (chance.is(Math.min(0.95, levers.offContractLines))) {
      own.push(
        line(world, id, "2", null, "Knowledge base clean-up", new Decimal(chance.whole(10, 60)), "hour", "22.00"),
      );
    }
    const total = own.reduce(
      (sum, row) => sum.plus(new Money(String(row.amount), world.currency)),
      new Money(0, world.currency),
    );
    invoices.push({
      invoice_id: id,
      period_start: start,
      period_end: end,
      issued_on: addDays(end, 5),
      due_on: addDays(end, 35),
      currency: world.currency,
      total: total.toJSON().amount,
    });
    lines.push(...own);
  }
  const issued = new Set(invoices.filter((row) => String(row.issued_on) <= world.to).map((row) => row.invoice_id));
  return {
    invoices: invoices.filter((row) => issued.has(row.invoice_id ?? null)),
    lines: lines.filter((row) => issued.has(row.invoice_id ?? null)),
  };
}

function line(
  world: World,
  invoice: string,
  number: string,
  rateItem: string | null,
  description: string,
  quantity: Decimal,
  unit: string,
  price: string,
): FactRow {
  return {
    invoice_id: invoice,
    line: number,
    rate_item: rateItem,
    description,
    quantity: quantity.toFixed(2),
    unit,
    unit_price: price,
    amount: new Money(quantity.times(price), world.currency).rounded().toJSON().amount,
  };
}

/** The share of satisfied answers each month as the provider tells it: the truth, or better when there is a gap to hide. */
export function reportedRows(world: World, surveys: readonly FactRow[]): FactRow[] {
  return wholeMonths(world).flatMap(({ start, end }) => {
    const from = startOfDay(start, world.clientZone);
    const until = startOfDay(addDays(end, 1), world.clientZone);
    const answered = surveys.filter((row) => {
      const at = row.answered_at === null ? Number.NaN : Date.parse(String(row.answered_at)) / 1000;
      return at >= from && at < until;
    });
    const receivedAt = startOfDay(addDays(end, 4), world.clientZone) + 15 * 3600;
    if (answered.length === 0 || receivedAt >= startOfDay(addDays(world.to, 1), world.clientZone)) return [];
    const satisfied = answered.filter((row) => Number(row.score) >= 4).length;
    const { reportedGap } = leversOn(world.planted, end, null);
    return [
      {
        kpi: "csat",
        period_start: start,
        period_end: end,
        value: Number(Math.min(1, satisfied / answered.length + reportedGap).toFixed(4)),
        received_at: stamp(receivedAt),
      },
    ];
  });
}

function wholeMonths(world: World): { start: PlainDate; end: PlainDate }[] {
  const starts = daysOf(world.from, world.to).filter((day) => day.endsWith("-01"));
  return starts.flatMap((start) => {
    const end = addDays(firstOfNextMonth(start), -1);
    return end <= world.to ? [{ start, end }] : [];
  });
}
