import type { DatesTable } from "../dates-table.ts";
import type { LookupTable, OpenSpanTable } from "../lookup-table.ts";
import { dateLiteral, quoted } from "./duckdb-words.ts";

const microseconds = 1_000_000;

/** Makes the lookup of `table`: one row per bucket of time, or per stretch where no width serves. Microseconds inside. */
export function lookupTableSql({ name, rows, width, range }: LookupTable): string {
  const columns = [
    `unnest([${rows.map(({ period }) => dateLiteral(period)).join(", ")}]) AS period_start`,
    ...lineColumns(
      "open",
      rows.map(({ open }) => open),
    ),
    ...lineColumns(
      "deadline",
      rows.map(({ deadline }) => deadline),
    ),
  ];
  if (width === null) {
    const starts = rows.map(({ at }) => at * microseconds);
    return createTable(
      name,
      `SELECT unnest([${starts.join(", ")}]::BIGINT[]) AS starts_at,\n  ${columns.join(",\n  ")}`,
    );
  }
  const starts = rows.map(({ at }) => Math.floor(at / width));
  return createTable(name, spread(starts, Math.ceil(range.end / width) + 1, columns));
}

/** Each row of stretches that follow each other, once for every bucket that it covers. */
function spread(starts: readonly number[], end: number, columns: readonly string[]): string {
  const ends = [...starts.slice(1), end];
  return `SELECT CAST(unnest(range(first_bucket, next_bucket)) AS INTEGER) AS bucket, * EXCLUDE (first_bucket, next_bucket)
FROM (SELECT unnest([${starts.join(", ")}]::BIGINT[]) AS first_bucket, unnest([${ends.join(", ")}]::BIGINT[]) AS next_bucket,
  ${columns.join(",\n  ")})`;
}

function lineColumns(name: string, pieces: readonly ({ readonly base: number; readonly slope: number } | null)[]) {
  if (pieces.every((piece) => piece === null)) return [];
  const bases = pieces.map((piece) => (piece?.base ?? 0) * microseconds);
  const slopes = pieces.map((piece) => piece?.slope ?? 0);
  return [
    `unnest([${bases.join(", ")}]::BIGINT[]) AS ${name}_base`,
    `unnest([${slopes.join(", ")}]::BIGINT[]) AS ${name}_slope`,
  ];
}

/** Makes the table that finds the moment at which an amount of open time is reached. */
export function openSpanTableSql({ name, rows }: OpenSpanTable): string {
  const spent = rows.map((row) => row.spent * microseconds);
  const starts = rows.map((row) => row.start * microseconds);
  return createTable(
    name,
    `SELECT unnest([${spent.join(", ")}]::BIGINT[]) AS spent, unnest([${starts.join(", ")}]::BIGINT[]) AS starts_at`,
  );
}

/** Makes the table of the dates asked for: how many of them had passed before a moment. */
export function datesTableSql({ name, width, first, cutoffs }: DatesTable): string {
  const buckets = cutoffs.map((cutoff) => Math.floor(cutoff / width));
  const numbers = `unnest(range(0, ${buckets.length + 1})) AS dates_before`;
  return createTable(name, spread([first, ...buckets], (buckets.at(-1) ?? first) + 1, [numbers]));
}

function createTable(name: string, query: string): string {
  return `CREATE OR REPLACE TEMP TABLE ${quoted(name)} AS\n${query}`;
}

/** Joins the lookup of a stamp under `alias`. */
export function joinLookup(table: LookupTable, alias: string, stamp: string): string {
  const name = quoted(table.name);
  if (table.width === null) return `ASOF JOIN ${name} AS ${alias} ON epoch_us(${stamp}) >= ${alias}.starts_at`;
  return `JOIN ${name} AS ${alias} ON ${alias}.bucket = ${bucketOf(table.stampType, table.width, stamp)}`;
}

/** The bucket of a stamp: seconds of an instant by `width`, or the day of a date. */
export function bucketOf(stampType: LookupTable["stampType"], width: number, stamp: string): string {
  if (stampType === "date") return `CAST(${stamp} - DATE '1970-01-01' AS INTEGER)`;
  return `CAST(epoch_us(${stamp}) // ${width * microseconds} AS INTEGER)`;
}

/** The value at `stamp` of a line that was looked up under `alias`, in microseconds. */
export function onLine(alias: string, line: "open" | "deadline", stamp: string): string {
  return `(${alias}.${line}_base + ${alias}.${line}_slope * epoch_us(${stamp}))`;
}
