import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { CsvHead } from "./csv-head.ts";
import { longestKeptText, splitCells, splitRows, UnclosedQuote } from "./csv-records.ts";
import type { FactStore } from "./fact-store.ts";
import { literal } from "./fact-tables.ts";
import type { PreparedText } from "./prepare-text.ts";
import { UnusableFile } from "./unusable-file.ts";

/** The rows of one file as text, before anything is understood: cells `c0`, `c1`, … and where each row stands in the file. */
export type RawTable = {
  /** what follows FROM */
  readonly relation: string;
  /** SQL for the line of a row, or null where rows are read straight from the file and their order tells it */
  readonly line: string | null;
  /** rows of the file, faulty ones included */
  readonly read: number;
  /** rows whose cells cannot be told apart; they lie in `faults` (line, "column", reason, raw) */
  readonly faulty: number;
  readonly faults: string | null;
  /** lines that are no records by the profile's rule, such as the footer of a report */
  readonly footerLines: number;
  /** SQL for the text of a row, or null where the file must be read again for it */
  readonly raw: string | null;
};

export type RowRules = {
  /** rows may be shorter or longer than the header */
  readonly ragged: boolean;
  /** lines that match are no records */
  readonly footer: RegExp | null;
};

/** The name of the column that takes what lies to the right of the header in ragged files. */
export const beyondHeader = "(beyond the header)";

/** `c0`, `c1`, … as the database's reader wants its columns. */
function textColumns(count: number, before: Readonly<Record<string, string>> = {}): string {
  const cells = Array.from({ length: count }, (_, index) => [`c${index}`, "VARCHAR"] as const);
  const columns = [...Object.entries(before), ...cells].map(([name, type]) => `'${name}': '${type}'`);
  return `{${columns.join(", ")}}`;
}

/** The reader of a plain file, straight from the file. Rows that it cannot read are left out: compare the count. */
export function plainReader(prepared: PreparedText, head: CsvHead): string {
  const options = [
    literal(prepared.path),
    "auto_detect = false",
    "header = false",
    `skip = ${head.skippedLines}`,
    `delim = ${literal(head.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `new_line = '${prepared.lineEnd === "\n" ? "\\n" : "\\r\\n"}'`,
    `columns = ${textColumns(head.header.length)}`,
    "ignore_errors = true",
  ];
  return `read_csv(${options.join(", ")})`;
}

/** How many records a plain file holds, if none spans lines. */
export function plainRecords(prepared: PreparedText, head: CsvHead): number {
  return prepared.filledLines - head.skippedLines;
}

/** Takes a delimited file into the table `name`: at the database's speed where it is plain, else row by row with care. */
export async function takeCsv(
  store: FactStore,
  name: string,
  file: string,
  prepared: PreparedText,
  head: CsvHead,
  rules: RowRules,
  signal: AbortSignal | undefined,
): Promise<RawTable> {
  const records = plainRecords(prepared, head);
  if (prepared.isPlain && !rules.ragged && rules.footer === null) {
    await store
      .run(`CREATE OR REPLACE TEMP TABLE ${name} AS FROM ${plainReader(prepared, head)}`)
      .catch(() => undefined);
    const [counted] = await store
      .rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`)
      .catch(() => [{ rows: -1 }]);
    if (counted?.rows === records) {
      const line = `rowid + ${head.skippedLines + 1}`;
      return { relation: name, line, read: records, faulty: 0, faults: null, footerLines: 0, raw: null };
    }
  }
  return await takeWithCare(store, name, file, prepared, head, rules, signal);
}

/** Where the rows of a file can be read again; `isRowPerLine` where no row spans lines. */
export type RowText = { readonly path: string; readonly delimiter: string; readonly isRowPerLine: boolean };

/** The text of chosen rows, as the file has them, in the order of the file. */
export async function* rereadRows(
  text: RowText,
  lines: ReadonlySet<number>,
): AsyncGenerator<{ line: number; raw: string }> {
  let left = lines.size;
  const rows = text.isRowPerLine
    ? chosenLines(text.path, lines)
    : splitRows(textPieces(text.path, undefined), text.delimiter);
  for await (const row of rows) {
    if (!lines.has(row.line)) continue;
    yield { line: row.line, raw: row.raw.slice(0, longestKeptText) };
    if (--left === 0) return;
  }
}

/** Only the chosen lines are decoded; the others are skipped at the speed of a search for their ends. */
async function* chosenLines(path: string, lines: ReadonlySet<number>): AsyncGenerator<{ line: number; raw: string }> {
  let line = 1;
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      if (lines.has(line)) yield { line, raw: decodedLine([...begun, chunk.subarray(from, at)]) };
      begun = [];
      from = at + 1;
      line++;
    }
    if (lines.has(line)) begun.push(chunk.subarray(from));
  }
  if (lines.has(line)) yield { line, raw: decodedLine(begun) };
}

function decodedLine(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
}

/** Cells as a line of CSV in which every cell is quoted. */
export function quotedLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")}\n`;
}

async function takeWithCare(
  store: FactStore,
  name: string,
  file: string,
  prepared: PreparedText,
  head: CsvHead,
  rules: RowRules,
  signal: AbortSignal | undefined,
): Promise<RawTable> {
  const cleanPath = join(store.scratchFolder, `${name}-clean.csv`);
  const faultsPath = join(store.scratchFolder, `${name}-faults.csv`);
  const faults = createWriteStream(faultsPath);
  const faultsWritten = finished(faults);
  // Whoever fails first is reported; the other promise must not fail unheard.
  faultsWritten.catch(() => undefined);
  const counts = { read: 0, faulty: 0, footerLines: 0 };
  const width = head.header.length;
  async function* clean(): AsyncGenerator<string> {
    let batch = "";
    for await (const row of splitRows(textPieces(prepared.path, signal), head.delimiter)) {
      if (row.line <= head.headerLine) continue;
      if (rules.footer?.test(row.raw) === true) {
        counts.footerLines++;
        continue;
      }
      counts.read++;
      const { cells, fault } = splitCells(row.raw, head.delimiter);
      const fitted = fitCells(cells, width, rules.ragged);
      const reason = row.fault ?? fault ?? (row.raw.includes("\0") ? "the row holds a zero byte" : fitted.fault);
      if (reason !== null) {
        counts.faulty++;
        faults.write(
          quotedLine([row.line, "", reason, row.raw.slice(0, longestKeptText).replaceAll("\0", "\u{fffd}")]),
        );
        continue;
      }
      batch += quotedLine([row.line, ...fitted.cells]);
      if (batch.length > 1 << 18) {
        yield batch;
        batch = "";
      }
    }
    yield batch;
  }
  try {
    await pipeline(Readable.from(clean()), createWriteStream(cleanPath));
    faults.end();
    await faultsWritten;
  } catch (error) {
    faults.destroy();
    if (!(error instanceof UnclosedQuote)) throw error;
    const message = "A quote is opened here and never closed, so that the rows after it cannot be told apart.";
    const hint = 'Close the quote or double it (""), then import again; nothing of the file was taken.';
    throw new UnusableFile({ code: "unclosed-quote", at: { file, line: error.line }, message, hint });
  }
  const reader = (path: string, columns: string) =>
    `read_csv('${path}', auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
      columns = ${columns}, max_line_size = 16000000, parallel = false)`;
  await store.run(
    `CREATE OR REPLACE TEMP TABLE ${name} AS FROM ${reader(cleanPath, textColumns(rules.ragged ? width + 1 : width, { line: "BIGINT" }))}`,
  );
  const faultReader = reader(
    faultsPath,
    "{'line': 'BIGINT', 'column': 'VARCHAR', 'reason': 'VARCHAR', 'raw': 'VARCHAR'}",
  );
  return { relation: name, line: "line", ...counts, faults: counts.faulty === 0 ? null : faultReader, raw: null };
}

function fitCells(
  cells: readonly string[],
  width: number,
  ragged: boolean,
): { cells: readonly string[]; fault: string | null } {
  const beyond = cells.slice(width).filter((cell) => cell.trim() !== "");
  if (ragged) {
    const padded = Array.from({ length: width }, (_, index) => cells[index] ?? "");
    return { cells: [...padded, beyond.join("; ")], fault: null };
  }
  if (cells.length < width || beyond.length > 0) {
    return { cells, fault: `the row has ${cells.length} cells, the header ${width}` };
  }
  return { cells: cells.slice(0, width), fault: null };
}

async function* textPieces(path: string, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
