import type { FactStore } from "../facts/fact-store.ts";
import type { CompiledPlan } from "../metrics/compile-metric.ts";
import type { DatesTable } from "../metrics/dates-table.ts";
import { isLookedUp, measuresAtDatesSql, quantilesAtDatesSql } from "../metrics/dialects/duckdb.ts";
import type { Segment } from "../metrics/measure.ts";
import { addTallies, emptyTally, segmentKey, type Tally } from "../metrics/measure-series.ts";
import type { JudgedPlan, RecordSelection } from "../metrics/metric-plan.ts";
import { groupedBy } from "../values/grouped.ts";

type Row = Readonly<Record<string, unknown>>;

/** One row of a judged plan's figures as a tally. */
export function judgedTally(plan: RecordSelection, row: Row): Tally {
  return {
    periodStart: String(row.period_start),
    segment: segmentOf(plan, row),
    counted: numberIn(row, "counted"),
    passed: numberIn(row, "passed"),
    pending: numberIn(row, "pending"),
    excluded: numberIn(row, "excluded"),
    total: numberIn(row, "total"),
    mean: typeof row.mean === "number" ? row.mean : null,
    spread: numberIn(row, "spread"),
    quantile: typeof row.quantile === "number" ? row.quantile : null,
  };
}

export function segmentOf({ by }: RecordSelection, row: Row): Segment {
  return Object.fromEntries(by.map(({ name }) => [name, String(row[name])]));
}

/** A number of a row; what the query does not give is 0. */
export function numberIn(row: Row, name: string): number {
  return Number(row[name] ?? 0);
}

/** The tallies of a judged plan as of each date of the table, from one grouped reading of the records. */
export async function judgedTalliesAtDates(
  store: FactStore,
  compiled: CompiledPlan<JudgedPlan>,
  dates: DatesTable,
): Promise<readonly (readonly Tally[])[]> {
  const { plan } = compiled;
  // Ratios and reported figures share their parts; dates that are looked up lie in a table that others make anew.
  const ask = (sql: string) => (isLookedUp(dates.cutoffs) ? store.rows<Row>(sql) : store.rowsOnce<Row>(sql));
  const groups = await ask(measuresAtDatesSql(compiled, dates));
  const changes = plan.figure.kind === "quantile" ? await ask(quantilesAtDatesSql(compiled, dates)) : [];
  const quantiles = groupedBy(changes, (row) => cellKey(plan, row));
  const cells = groupedBy(groups, (row) => cellKey(plan, row));
  const count = dates.cutoffs.length;
  const tallies: Tally[][] = Array.from({ length: count }, () => []);
  for (const [key, rows] of cells) {
    const steps = quantileSteps(quantiles.get(key) ?? [], count);
    for (const [at, tally] of runningTallies(plan, rows, count).entries()) {
      if (tally !== null) tallies[at]?.push({ ...tally, quantile: steps[at] ?? null });
    }
  }
  return tallies;
}

function cellKey(plan: JudgedPlan, row: Row): string {
  return `${String(row.period_start)} ${segmentKey(segmentOf(plan, row))}`;
}

/** What one period and segment adds up to at each date; null before anything of it is known. */
function runningTallies(plan: JudgedPlan, rows: readonly Row[], count: number): readonly (Tally | null)[] {
  const [first] = rows;
  if (first === undefined) return [];
  const empty: Tally = { ...emptyTally, periodStart: String(first.period_start), segment: segmentOf(plan, first) };
  const changes: Tally[] = Array.from({ length: count + 1 }, () => empty);
  const add = (at: number, part: Partial<Tally>) => {
    const place = Math.min(at, count);
    changes[place] = addTallies(changes[place] ?? empty, { ...empty, ...part });
  };
  for (const row of rows) addGroup(row, count, add);
  let sum = empty;
  return changes.slice(0, count).map((change) => {
    sum = addTallies(sum, change);
    return sum.counted + sum.pending + sum.excluded > 0 ? sum : null;
  });
}

/** Puts one group of records where its parts become known, and takes them away where they end. */
function addGroup(row: Row, count: number, add: (at: number, part: Partial<Tally>) => void): void {
  const records = numberIn(row, "records");
  const [known, counted] = [numberIn(row, "known"), numberIn(row, "counted")];
  const until = row.until === undefined ? count : numberIn(row, "until");
  if (row.excluded === true) {
    add(counted, { excluded: records });
    return;
  }
  if (known < counted) {
    add(known, { pending: records });
    add(counted, { pending: -records });
  }
  if (counted >= until) return;
  const mean = typeof row.mean === "number" ? row.mean : null;
  add(counted, { counted: records, total: numberIn(row, "total"), mean, spread: numberIn(row, "spread") });
  if (typeof row.passed === "number") add(numberIn(row, "passed"), { passed: records });
  if (until < count) add(until, { counted: -records });
}

function quantileSteps(rows: readonly Row[], count: number): readonly (number | null)[] {
  const changes = new Map(rows.map((row) => [numberIn(row, "date_number"), row.quantile]));
  let now: number | null = null;
  return Array.from({ length: count }, (_, at) => {
    const change = changes.get(at);
    if (typeof change === "number") now = change;
    return now;
  });
}
