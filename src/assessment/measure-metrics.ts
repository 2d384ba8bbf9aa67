import type { FactStore } from "../facts/fact-store.ts";
import { type CompiledPlan, compileMetric, type SinglePlan, singlePlansOf } from "../metrics/compile-metric.ts";
import { type DatesTable, datesTable, endOfDay } from "../metrics/dates-table.ts";
import {
  datesTableSql,
  firstStampSql,
  type ItemChoice,
  isLookedUp,
  judgedItemsSql,
  lastRecordSql,
  lookupSql,
  measuresSql,
} from "../metrics/dialects/duckdb.ts";
import { ageSql, backlogSql, turnoverSql } from "../metrics/dialects/duckdb-standing.ts";
import type { MeasureSeries, Period } from "../metrics/measure.ts";
import { ratioSeries, seriesOf, type Tally } from "../metrics/measure-series.ts";
import type { MetricPlan } from "../metrics/metric-plan.ts";
import { dateAt, type PlainDate } from "../values/time.ts";
import { judgedTalliesAtDates, judgedTally } from "./tally-judged.ts";
import { standingTallies, turnoverTallies, turnoverWindows } from "./tally-standing.ts";

/**
 * The figures of a metric as of the end of one date, a series per segment; `[]` where no record is known yet.
 * @param store loaded facts; lookups are made beside them as temporary tables
 */
export async function measureMetric(
  store: FactStore,
  plan: MetricPlan,
  { asOf }: { readonly asOf: PlainDate },
): Promise<readonly MeasureSeries[]> {
  if (plan.kind === "ratio") {
    const numerators = await measureMetric(store, plan.numerator, { asOf });
    return ratioSeries(plan, numerators, await measureMetric(store, plan.denominator, { asOf }));
  }
  if (plan.kind !== "judged") return (await measureSingleAtDates(store, plan, [asOf])).get(asOf) ?? [];
  const compiled = await compileOn(store, plan, asOf);
  if (compiled === null) return [];
  const rows = await store.rows<Readonly<Record<string, unknown>>>(measuresSql(compiled, asOf));
  const tallies = rows.map((row) => judgedTally(plan, row));
  const [lastRecord] = await lastRecords(store, compiled, [asOf]);
  return seriesOf(plan, tallies, asOf, lastRecord ?? null);
}

/**
 * The same as `measureMetric` at each of the dates, from one reading of the records.
 * @param dates rising, each once
 */
export async function measureMetricAtDates(
  store: FactStore,
  plan: MetricPlan,
  dates: readonly PlainDate[],
): Promise<ReadonlyMap<PlainDate, readonly MeasureSeries[]>> {
  if (plan.kind !== "ratio") return measureSingleAtDates(store, plan, dates);
  const numerators = await measureMetricAtDates(store, plan.numerator, dates);
  const denominators = await measureMetricAtDates(store, plan.denominator, dates);
  return new Map(
    dates.map((date) => [date, ratioSeries(plan, numerators.get(date) ?? [], denominators.get(date) ?? [])]),
  );
}

async function measureSingleAtDates(
  store: FactStore,
  plan: SinglePlan,
  dates: readonly PlainDate[],
): Promise<ReadonlyMap<PlainDate, readonly MeasureSeries[]>> {
  const nothing = new Map(dates.map((date): [PlainDate, readonly MeasureSeries[]] => [date, []]));
  const last = dates.at(-1);
  const compiled = last === undefined ? null : await compileOn(store, plan, last);
  if (compiled === null) return nothing;
  const tallies = await talliesAtDates(store, compiled, dates);
  const lastKnown = await lastRecords(store, compiled, dates);
  return new Map(dates.map((date, at) => [date, seriesOf(plan, tallies[at] ?? [], date, lastKnown[at] ?? null)]));
}

/** The tallies of each date, in the order of the dates. */
async function talliesAtDates(
  store: FactStore,
  compiled: OnStore<SinglePlan>,
  dates: readonly PlainDate[],
): Promise<readonly (readonly Tally[])[]> {
  const { plan } = compiled;
  if (plan.kind === "judged") {
    const table = await makeDates(store, compiled, dates);
    return judgedTalliesAtDates(store, { ...compiled, plan }, table);
  }
  const { sql, windows, points } = await standingQuery(store, { ...compiled, plan }, dates);
  const rows = await store.rows<Readonly<Record<string, unknown>>>(sql);
  return plan.kind === "turnover"
    ? turnoverTallies(plan, dates, rows)
    : standingTallies(plan, dates, windows, points, rows);
}

/** What is asked of metrics that look at how things stand, with the stretches and the days that it is asked for. */
async function standingQuery(
  store: FactStore,
  compiled: OnStore<Exclude<SinglePlan, { readonly kind: "judged" }>>,
  dates: readonly PlainDate[],
) {
  const { plan } = compiled;
  const windows = turnoverWindows(dateAt(compiled.firstAt, plan.zone), dates, plan.every);
  if (plan.kind === "turnover") return { sql: turnoverSql(plan, windows), windows, points: [] };
  const points = [...new Set(windows.map(({ until }) => until))].sort();
  const table = await makeDates(store, compiled, points);
  const write = plan.figure.kind === "count" ? backlogSql : ageSql;
  return { sql: write({ ...compiled, plan }, table), windows, points };
}

/** Which judged records of a metric; the numerator's where it is a ratio. */
export type JudgedItems = Omit<ItemChoice, "periodStart"> & { readonly period?: Period };

/** One record as it was judged: its id, period, segments, `state` and stamps, as the dialect names them. */
export type JudgedItem = Readonly<Record<string, string | number | boolean | null>>;

/** The records behind a figure as of a date, oldest first; `[]` for metrics that judge no single records. */
export async function listJudgedItems(
  store: FactStore,
  plan: MetricPlan,
  { period, ...choice }: JudgedItems,
): Promise<readonly JudgedItem[]> {
  const [first] = singlePlansOf(plan);
  if (first?.kind !== "judged") return [];
  const compiled = await compileOn(store, first, choice.asOf);
  if (compiled === null) return [];
  const periodChoice = period === undefined ? {} : { periodStart: period.start };
  return store.rows<JudgedItem>(judgedItemsSql(compiled, { ...choice, ...periodChoice }));
}

/** The statements that `measureMetric` runs for one date, lookups first: for the reader who wants to see the working. */
export async function metricStatements(
  store: FactStore,
  plan: MetricPlan,
  asOf: PlainDate,
): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const single of singlePlansOf(plan)) {
    const compiled = await compileOn(store, single, asOf);
    if (compiled === null) continue;
    statements.push(...lookupSql(compiled).values());
    const { plan: each } = compiled;
    if (each.kind === "judged") statements.push(measuresSql({ ...compiled, plan: each }, asOf));
    else statements.push((await standingQuery(store, { ...compiled, plan: each }, [asOf])).sql);
  }
  return statements;
}

type OnStore<Plan extends SinglePlan> = CompiledPlan<Plan> & { readonly firstAt: number };

/** Compiles a plan for the stamps that the store holds and makes its lookups; null when it holds none. */
export async function compileOn<Plan extends SinglePlan>(
  store: FactStore,
  plan: Plan,
  last: PlainDate,
): Promise<OnStore<Plan> | null> {
  const [row] = await store.rowsOnce<{ readonly first_at: number | null }>(firstStampSql(plan, stampsReadBy(plan)));
  const end = endOfDay(last, plan.zone);
  if (typeof row?.first_at !== "number") return null;
  // Promises may all lie ahead.
  const firstAt = Math.min(row.first_at, end - 1);
  const compiled = compileMetric(plan, { start: yearStart(firstAt), end: yearStart(end, 1) });
  for (const [name, sql] of lookupSql(compiled)) await makeOnce(store, name, sql);
  return { ...compiled, firstAt };
}

/** Whole years, so that the plans of one record share their lookups. */
function yearStart(at: number, later = 0): number {
  const year = new Date(at * 1000).getUTCFullYear() + later;
  // A week more on either side: a year begins at other moments in other zones.
  return Date.UTC(year, 0, 1) / 1000 + (later === 0 ? -7 : 7) * 86_400;
}

function stampsReadBy(plan: SinglePlan): readonly string[] {
  if (plan.kind === "turnover") return ["hired_on"];
  if (plan.kind === "standing") return [plan.from];
  const { judgement, heldBy } = plan;
  const from = judgement.kind === "within" || judgement.kind === "elapsed" ? [judgement.from] : [];
  const reopened = judgement.kind === "reopened";
  return [...new Set([...(reopened ? ["opened_at"] : []), heldBy, ...from])];
}

/** What each lookup beside the facts was last made from. */
const madeOn = new WeakMap<FactStore, Map<string, string>>();

async function makeOnce(store: FactStore, name: string, sql: string): Promise<void> {
  const made = madeOn.get(store) ?? new Map<string, string>();
  madeOn.set(store, made);
  if (made.get(name) === sql) return;
  await store.run(sql);
  made.set(name, sql);
}

async function makeDates(store: FactStore, compiled: CompiledPlan, dates: readonly PlainDate[]): Promise<DatesTable> {
  const { plan, range } = compiled;
  const name = `dates_of_${plan.stampType}s`;
  const table = datesTable(name, plan.stampType, dates, plan.zone, range.start);
  if (plan.kind === "standing" || isLookedUp(dates)) await makeOnce(store, name, datesTableSql(table));
  return table;
}

/** The date of the last record known as of each date. */
async function lastRecords(
  store: FactStore,
  compiled: CompiledPlan,
  dates: readonly PlainDate[],
): Promise<readonly (PlainDate | null)[]> {
  const { plan } = compiled;
  if (plan.kind !== "judged" || (plan.figure.kind !== "count" && plan.figure.kind !== "sum")) return [];
  const table = await makeDates(store, compiled, dates);
  const sql = lastRecordSql(plan, table);
  type LastRecord = { readonly date_number: number; readonly last_at: number };
  const rows = isLookedUp(dates) ? await store.rows<LastRecord>(sql) : await store.rowsOnce<LastRecord>(sql);
  return dates.map((_, date) => {
    const known = rows.filter((row) => row.date_number <= date).map((row) => row.last_at);
    if (known.length === 0) return null;
    return dateAt(Math.max(...known), plan.stampType === "date" ? "UTC" : plan.zone);
  });
}
