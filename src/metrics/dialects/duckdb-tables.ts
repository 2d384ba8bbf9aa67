import type { DatesTable } from "../dates-table.ts";
import type { LookupTable, OpenSpanTable } from "../lookup-table.ts";
import { never, type Piece } from "../time-line.ts";
import { quoted } from "./duckdb-words.ts";

const microseconds = 1_000_000;

/** Makes the lookup of `table`: one row per bucket of time, or per stretch where no width serves. Microseconds inside. */
export function lookupTableSql({ name, rows, width, range }: LookupTable): string {
  const columns = [
    `unnest(CAST('[${rows.map(({ period }) => period).join(", ")}]' AS DATE[])) AS period_start`,
    ...lineColumns("open", rows, (lines) => lines.open),
    ...lineColumns("deadline", rows, (lines) => lines.deadline),
    ...turnColumn(rows),
  ];
  if (width === null) {
    const starts = rows.map(({ at }) => at * microseconds);
    return createTable(name, `SELECT ${numbers(starts)} AS starts_at,\n  ${columns.join(",\n  ")}`);
  }
  const starts = rows.map(({ at }) => Math.floor(at / width));
  return createTable(name, spread(starts, Math.ceil(range.end / width) + 1, columns));
}

/** Each row of stretches that follow each other, once for every bucket that it covers. */
function spread(starts: readonly number[], end: number, columns: readonly string[]): string {
  const ends = [...starts.slice(1), end];
  return `SELECT CAST(unnest(range(first_bucket, next_bucket)) AS INTEGER) AS bucket, * EXCLUDE (first_bucket, next_bucket)
FROM (SELECT ${numbers(starts)} AS first_bucket, ${numbers(ends)} AS next_bucket,
  ${columns.join(",\n  ")})`;
}

type Row = LookupTable["rows"][number];

function lineColumns(
  name: string,
  rows: readonly Row[],
  lineOf: (lines: Row["lines"]) => Piece | null,
): readonly string[] {
  if (rows.every(({ lines }) => lineOf(lines) === null)) return [];
  const columns = (pieces: readonly (Piece | null)[], prefix: string) => [
    `${numbers(pieces.map((piece) => (piece?.base ?? 0) * microseconds))} AS ${prefix}_base`,
    `${numbers(pieces.map((piece) => piece?.slope ?? 0))} AS ${prefix}_slope`,
  ];
  const first = columns(
    rows.map(({ lines }) => lineOf(lines)),
    name,
  );
  if (!hasTurns(rows)) return first;
  return [
    ...first,
    ...columns(
      rows.map(({ lines, turn }) => lineOf(turn?.lines ?? lines)),
      `${name}_after`,
    ),
  ];
}

function turnColumn(rows: readonly Row[]): readonly string[] {
  if (!hasTurns(rows)) return [];
  const turns = rows.map(({ turn }) => (turn?.at ?? never) * microseconds);
  return [`${numbers(turns)} AS turns_at`];
}

function hasTurns(rows: readonly Row[]): boolean {
  return rows.some(({ turn }) => turn !== null);
}

/** Makes the table that finds the moment at which an amount of open time is reached. */
export function openSpanTableSql({ name, rows }: OpenSpanTable): string {
  const spent = rows.map((row) => row.spent * microseconds);
  const starts = rows.map((row) => row.start * microseconds);
  return createTable(name, `SELECT ${numbers(spent)} AS spent, ${numbers(starts)} AS starts_at`);
}

/** Makes the table of the dates asked for: how many of them had passed before a moment. */
export function datesTableSql({ name, width, first, cutoffs }: DatesTable): string {
  const buckets = cutoffs.map((cutoff) => Math.floor(cutoff / width));
  const counts = `unnest(range(0, ${buckets.length + 1})) AS dates_before`;
  return createTable(name, spread([first, ...buckets], (buckets.at(-1) ?? first) + 1, [counts]));
}

/** Numbers as rows. One literal: thousands of them would each be parsed and bound as an expression of its own. */
function numbers(values: readonly number[]): string {
  return `unnest(CAST('[${values.join(", ")}]' AS BIGINT[]))`;
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
export function onLine({ rows }: LookupTable, alias: string, line: "open" | "deadline", stamp: string): string {
  const value = (course: string) => `${alias}.${course}_base + ${alias}.${course}_slope * epoch_us(${stamp})`;
  if (!hasTurns(rows)) return `(${value(line)})`;
  return `CASE WHEN epoch_us(${stamp}) < ${alias}.turns_at THEN ${value(line)} ELSE ${value(`${line}_after`)} END`;
}
