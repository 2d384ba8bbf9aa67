import { compileOn, listJudgedItems } from "../src/assessment/measure-metrics.ts";
import type { CalendarDefinition } from "../src/calendar/calendar-definition.ts";
import { FactStore } from "../src/facts/fact-store.ts";
import { joinLookup, onLine } from "../src/metrics/dialects/duckdb-tables.ts";
import { MetricDefinition } from "../src/metrics/metric-definition.ts";
import { planMetric } from "../src/metrics/plan-metric.ts";
import { addDays, dateAt, type EpochSeconds } from "../src/values/time.ts";

/** One thing to time: when it began and ended, and the pauses between, seconds since 1970; a pause may have no end. */
export type Timed = {
  readonly from: EpochSeconds;
  readonly to: EpochSeconds | null;
  readonly pauses?: readonly { readonly start: EpochSeconds; readonly end: EpochSeconds | null }[];
};

/**
 * The business clock as the fact store runs it, asked through metric plans and nothing else: what it answers is what a
 * partnership's figures are made of.
 */
export class SqlClock {
  readonly #store: FactStore;

  private constructor(store: FactStore) {
    this.#store = store;
  }

  static async open(): Promise<SqlClock> {
    return new SqlClock(await FactStore.open());
  }

  close(): void {
    this.#store.close();
  }

  /** Open seconds from beginning to end, less pauses. */
  async secondsBetween(calendar: CalendarDefinition, items: readonly Timed[]): Promise<readonly (number | null)[]> {
    const measure = {
      mean_of: "work_items",
      from: "opened_at",
      to: "resolved_at",
      on: "hours",
      period_by: "opened_at",
    };
    const judged = await this.#judge(calendar, { ...measure, ...pausing(items) }, items);
    return judged.map((item) => (typeof item?.value === "number" ? item.value : null));
  }

  /** The last moment that keeps a limit such as `4h` or `2 business days`; null where pauses or hours never let it end. */
  async deadlines(calendar: CalendarDefinition, limit: string, items: readonly Timed[]) {
    const ends = { from: "opened_at", to: "resolved_at", period_by: "opened_at", ...pausing(items) };
    const judged = await this.#judge(calendar, { share_of: "work_items", within: `${limit} of hours`, ...ends }, items);
    return judged.map((item) => {
      const seconds = Date.parse(`${String(item?.deadline).replace(" ", "T")}Z`) / 1000;
      return { deadline: seconds >= Date.UTC(2200, 0, 1) / 1000 ? null : seconds, isKept: item?.state === "passed" };
    });
  }

  /** The last moment from which `seconds` of open time run until `at` (nothing: the first), from the tables of open time alone. */
  async subtractSeconds(calendar: CalendarDefinition, at: EpochSeconds, seconds: number): Promise<EpochSeconds> {
    await this.#fill([{ from: at - 200 * 86_400, to: at }]);
    const plan = this.#plan(calendar, {
      share_of: "work_items",
      within: "1h of hours",
      from: "opened_at",
      to: "resolved_at",
      pausing_on: "any",
    });
    if (plan.kind !== "judged") throw new Error("a share is judged");
    const compiled = await compileOn(this.#store, plan, dateAt(at, "UTC"));
    if (compiled?.openSpans == null) throw new Error("a pausing clock has a table of open spans");
    const { lookup, openSpans } = compiled;
    const stamp = `make_timestamp(${at * 1_000_000})`;
    const [row] = await this.#store.rows<{ at: number }>(
      `SELECT (span.starts_at + goal - span.spent) / 1000000 AS "at" FROM (
         SELECT ${onLine(lookup, "clock", "open", "stamp")} - ${seconds * 1_000_000} AS goal
         FROM (SELECT ${stamp} AS stamp) AS asked ${joinLookup(lookup, "clock", "stamp")}
       ) ASOF JOIN "${openSpans.name}" AS span ON goal ${seconds > 0 ? ">=" : ">"} span.spent`,
    );
    return row?.at ?? Number.NaN;
  }

  #plan(calendar: CalendarDefinition, written: unknown) {
    const context = { zone: calendar.zone, calendars: { hours: calendar }, metrics: {} };
    return planMetric("clocked", MetricDefinition.parse(written), context);
  }

  async #judge(calendar: CalendarDefinition, written: unknown, items: readonly Timed[]) {
    await this.#fill(items);
    const last = items.flatMap(({ from, to, pauses = [] }) => [
      from,
      to ?? from,
      ...pauses.map(({ start, end }) => end ?? start),
    ]);
    const asOf = addDays(dateAt(Math.max(...last), calendar.zone), 60);
    const judged = await listJudgedItems(this.#store, this.#plan(calendar, written), { asOf, only: "all" });
    const byId = new Map(judged.map((item) => [item.record_id, item]));
    return items.map((_, index) => byId.get(String(index)));
  }

  async #fill(items: readonly Timed[]): Promise<void> {
    const stamp = (at: EpochSeconds | null) => (at === null ? "NULL" : `make_timestamp(${at * 1_000_000})`);
    const rows = items.map(({ from, to }, index) => `('${index}', ${stamp(from)}, ${stamp(to)})`);
    const events = items.flatMap(({ pauses = [] }, index) =>
      pauses.flatMap(({ start, end }) => [
        `('${index}', ${stamp(start)}, 'paused')`,
        ...(end === null ? [] : [`('${index}', ${stamp(end)}, 'resumed')`]),
      ]),
    );
    await this.#store.run("DELETE FROM work_items; DELETE FROM item_events");
    await this.#store.run(
      `INSERT INTO work_items BY NAME SELECT * FROM (VALUES ${rows.join(", ")}) AS item(item_id, opened_at, resolved_at)`,
    );
    if (events.length === 0) return;
    await this.#store.run(
      `INSERT INTO item_events BY NAME SELECT * FROM (VALUES ${events.join(", ")}) AS happened(item_id, "at", event)`,
    );
  }
}

function pausing(items: readonly Timed[]) {
  return items.some(({ pauses = [] }) => pauses.length > 0) ? { pausing_on: "any" } : {};
}
