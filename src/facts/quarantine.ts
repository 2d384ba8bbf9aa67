import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { problemSeparator } from "./cell-expression.ts";
import type { FactStore } from "./fact-store.ts";
import { literal } from "./fact-tables.ts";
import type { QuarantineReason } from "./load-report.ts";
import type { BatchOrigin } from "./merge-batch.ts";
import { quotedLine, type RawTable, type RowText, rereadRows } from "./raw-table.ts";

/** A row that was read and not accepted. */
export type QuarantinedRow = {
  readonly source: string;
  readonly file: string;
  readonly line: number;
  /** the header of the column at fault; empty where the row as a whole is */
  readonly column: string;
  readonly reason: string;
  /** the row as the file has it, at most 2,000 characters */
  readonly raw: string;
};

/** Rows whose cells could not be told apart, from the file in which they were put aside. */
export async function quarantineFaults(store: FactStore, raw: RawTable, origin: BatchOrigin): Promise<void> {
  if (raw.faults === null) return;
  await store.run(`INSERT INTO quarantine SELECT ${literal(origin.source)}, ${literal(origin.file)}, line,
    coalesce("column", ''), reason, coalesce(raw, '') FROM ${raw.faults}`);
}

/**
 * Puts the rows with a `problem` in any of the `batches` into quarantine, once each, with their text.
 * @param line SQL for the line of a row of a batch
 * @returns how many rows
 */
export async function quarantineProblems(
  store: FactStore,
  batches: readonly string[],
  line: string,
  raw: Pick<RawTable, "relation" | "line" | "raw">,
  text: RowText | null,
  origin: BatchOrigin,
): Promise<number> {
  const selects = batches.map(
    (batch, nth) => `SELECT ${line} AS line, problem, ${nth} AS nth FROM ${batch} WHERE problem IS NOT NULL`,
  );
  await store.run(`CREATE OR REPLACE TEMP TABLE bad_rows AS
    SELECT line, arg_min(problem, nth) AS problem FROM (${selects.join(" UNION ALL ")}) GROUP BY line`);
  const [counted] = await store.rows<{ rows: number }>("SELECT count(*) AS rows FROM bad_rows");
  const rows = counted?.rows ?? 0;
  if (rows === 0) return 0;
  const texts =
    raw.raw !== null
      ? `(SELECT ${raw.line} AS line, ${raw.raw} AS raw FROM ${raw.relation})`
      : await reread(store, text);
  const part = (nth: number) => `split_part(problem, ${literal(problemSeparator)}, ${nth})`;
  await store.run(`INSERT INTO quarantine SELECT ${literal(origin.source)}, ${literal(origin.file)}, bad_rows.line, ${part(1)},
    ${part(2)} || CASE WHEN ${part(3)} = '' THEN '' ELSE '${beforeCell}' || ${part(3)} END, left(coalesce(t.raw, ''), 2000)
    FROM bad_rows LEFT JOIN ${texts} t ON t.line = bad_rows.line ORDER BY bad_rows.line`);
  return rows;
}

/** What stands between a fault and the text of the cell that has it. */
const beforeCell = ": ";

/** All rows in quarantine, counted by column and fault. */
export async function quarantineReasons(store: FactStore): Promise<readonly QuarantineReason[]> {
  const [fault, cell] = [1, 2].map((part) => `regexp_extract(reason, '^(.*?)(?:${beforeCell}(.*))?$', ${part}, 's')`);
  return await store.rows<QuarantineReason>(
    `SELECT "column", fault AS reason, count(*) AS rows, arg_min(file, place) AS file, arg_min(line, place) AS line,
       arg_min(cell, place) AS example
     FROM (SELECT "column", file, line, rowid AS place, ${fault} AS fault, ${cell} AS cell FROM quarantine)
     GROUP BY "column", fault ORDER BY rows DESC, min(place)`,
  );
}

/** The quarantine as CSV text, piece by piece: source, file, line, column, reason, raw. */
export async function* quarantineCsv(store: FactStore): AsyncGenerator<string> {
  const page = 5_000;
  yield "source,file,line,column,reason,raw\n";
  for (let from = 0; ; from += page) {
    const rows = await store.rows<QuarantinedRow>(
      `SELECT "source", file, line, "column", reason, raw FROM quarantine ORDER BY rowid LIMIT ${page} OFFSET ${from}`,
    );
    for (const row of rows) {
      yield quotedLine([row.source, row.file, row.line, row.column, row.reason, row.raw].map(safeForSpreadsheets));
    }
    if (rows.length < page) return;
  }
}

/** A cell that a spreadsheet program would run as a formula gets an apostrophe in front. */
function safeForSpreadsheets(cell: string | number): string | number {
  return typeof cell === "string" && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

async function reread(store: FactStore, text: RowText | null): Promise<string> {
  if (text === null) return "(SELECT NULL::BIGINT AS line, NULL::VARCHAR AS raw)";
  const found = await store.rows<{ line: number }>("SELECT line FROM bad_rows");
  const lines = new Set(found.map((row) => row.line));
  const path = join(store.scratchFolder, "bad-rows.csv");
  async function* written(from: RowText): AsyncGenerator<string> {
    for await (const row of rereadRows(from, lines)) {
      yield quotedLine([row.line, row.raw.replaceAll("\0", "\u{fffd}")]);
    }
  }
  await pipeline(Readable.from(written(text)), createWriteStream(path));
  return `read_csv('${path}', auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
    columns = {'line': 'BIGINT', 'raw': 'VARCHAR'}, parallel = false)`;
}
