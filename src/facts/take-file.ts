import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { mostColumns } from "./csv-head.ts";
import { splitRows } from "./csv-records.ts";
import type { FactStore } from "./fact-store.ts";
import { identifier, literal } from "./fact-tables.ts";
import { NoJsonList, splitJsonList } from "./json-list.ts";
import { type PreparedText, readHead } from "./prepare-text.ts";
import { quotedLine, type RawTable } from "./raw-table.ts";
import { UnusableFile } from "./unusable-file.ts";

/** `ndjson` is one JSON object a line, `json` one document with a list of them. */
export type FileFormat = "csv" | "ndjson" | "json" | "parquet";

/** The form of a file, by its first bytes and its name. @throws UnusableFile for spreadsheets and other archives */
export async function formatOf(path: string, name: string): Promise<FileFormat> {
  const head = await readHead(path, 8);
  const bare = name.toLowerCase().replace(/\.gz$/, "");
  if (head.subarray(0, 4).toString("latin1") === "PAR1" || bare.endsWith(".parquet")) return "parquet";
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const message = "This is a spreadsheet or a zip archive, not a text file.";
    const hint = "Save it as CSV in UTF-8, or unpack it, and name that file.";
    throw new UnusableFile({ code: "not-a-table", at: { file: name }, message, hint });
  }
  if (/\.json$/.test(bare)) return "json";
  return /\.(ndjson|jsonl)$/.test(bare) ? "ndjson" : "csv";
}

/** Whether a file called .json is one object a line all the same: its first line is a whole one, and it is not alone. */
async function hasObjectPerLine(prepared: PreparedText): Promise<boolean> {
  const head = new TextDecoder("utf-8").decode(await readHead(prepared.path, 1 << 20));
  const [first = "", ...others] = head.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!first.trimStart().startsWith("{") || (others.length === 0 && head.length >= 1 << 20)) return false;
  try {
    const only: unknown = JSON.parse(first);
    return prepared.filledLines > 1 || !isWrapping(only);
  } catch {
    return false;
  }
}

/** Takes a Parquet file into the table `name`, every column as text; the header is that of its schema. */
export async function takeParquet(
  store: FactStore,
  name: string,
  path: string,
  shown: string,
): Promise<{ raw: RawTable; header: readonly string[] }> {
  await checkParquetEnds(path, shown);
  try {
    const columns = await store.rows<{ column_name: string }>(`DESCRIBE FROM read_parquet(${literal(path)})`);
    const header = columns.map((column) => column.column_name);
    if (header.length > mostColumns) throw tooManyKeys(shown, header.length);
    const cells = header.map((column, index) => `CAST(${identifier(column)} AS VARCHAR) AS c${index}`);
    await store.run(`CREATE OR REPLACE TEMP TABLE ${name} AS SELECT file_row_number + 1 AS line, ${cells.join(", ")}
      FROM read_parquet(${literal(path)}, file_row_number = true)`);
    const [counted] = await store.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`);
    const text = `concat_ws(',', ${header.map((_, index) => `coalesce(c${index}, '')`).join(", ")})`;
    const none = { faulty: 0, faults: null, footerLines: 0 };
    return { raw: { relation: name, line: "line", read: counted?.rows ?? 0, raw: text, ...none }, header };
  } catch (error) {
    if (error instanceof UnusableFile || (error instanceof Error && /INTERRUPT/i.test(error.message))) throw error;
    throw brokenParquet(shown);
  }
}

/** A line that is alone is a list in its wrapping if it has a list of objects, and else one record. */
function isWrapping(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return typeof value[0] === "object" && value[0] !== null;
  return Object.values(value).some(isWrapping);
}

/** Takes JSON objects, one a line or listed in a document, into the table `name`; the header has every key, nested ones with dots. */
export async function takeJson(
  store: FactStore,
  name: string,
  shown: string,
  prepared: PreparedText,
  format: "ndjson" | "json",
  signal: AbortSignal | undefined,
): Promise<{ raw: RawTable; header: readonly string[] }> {
  if (prepared.filledLines === 0) {
    const problem = {
      code: "empty-file",
      at: { file: shown, line: 1 },
      message: "The file is empty.",
      hint: "Export it again.",
    };
    throw new UnusableFile(problem);
  }
  const lines = `${name}_lines`;
  const isList = format === "json" && !(await hasObjectPerLine(prepared));
  await takeLines(store, lines, prepared, isList, signal).catch((error: unknown) => {
    throw error instanceof NoJsonList ? unusableJson(shown, error) : error;
  });
  const isObject = "json_valid(json) AND CASE WHEN json_valid(json) THEN json_type(json) = 'OBJECT' END";
  const pointers = await keyPointers(store, lines, isObject, shown);
  const cells = pointers.map((pointer, index) => `json_extract_string(json, ${literal(pointer)}) AS c${index}`);
  await store.run(`CREATE OR REPLACE TEMP TABLE ${name} AS SELECT line, json AS text, ${cells.join(", ") || "NULL::VARCHAR AS c0"}
    FROM ${lines} WHERE ${isObject}`);
  const [counted] = await store.rows<{ read: number; faulty: number }>(
    `SELECT count(*) AS read, count(*) FILTER (NOT coalesce(${isObject}, false)) AS faulty FROM ${lines}`,
  );
  const header = pointers.map((pointer) => pointer.slice(1).split("/").map(fromPointer).join("."));
  const faults = `(SELECT line, '' AS "column", 'the line is no JSON object' AS reason, left(json, 2000) AS raw
    FROM ${lines} WHERE NOT coalesce(${isObject}, false))`;
  const { read, faulty } = counted ?? { read: 0, faulty: 0 };
  const raw = {
    relation: name,
    line: "line",
    read,
    faulty,
    faults: faulty === 0 ? null : faults,
    footerLines: 0,
    raw: "text",
  };
  return { raw, header };
}

async function takeLines(
  store: FactStore,
  table: string,
  prepared: PreparedText,
  isList: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const reader = (path: string, lineEnd: string, more: string) =>
    `read_csv(${literal(path)}, auto_detect = false, header = false, new_line = '${lineEnd}', ${more})`;
  if (prepared.isPlain && !isList) {
    const lineEnd = prepared.lineEnd === "\n" ? "\\n" : "\\r\\n";
    const plain = reader(
      prepared.path,
      lineEnd,
      "delim = chr(31), quote = '', escape = '', columns = {'json': 'VARCHAR'}, ignore_errors = true",
    );
    await store
      .run(`CREATE OR REPLACE TEMP TABLE ${table}_plain AS FROM ${plain};
      CREATE OR REPLACE TEMP VIEW ${table} AS SELECT rowid + 1 AS line, json FROM ${table}_plain`)
      .catch(() => undefined);
    const [counted] = await store
      .rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}_plain`)
      .catch(() => [{ rows: -1 }]);
    if (counted?.rows === prepared.filledLines) return;
  }
  const copy = join(store.scratchFolder, `${table}.csv`);
  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8");
    for await (const chunk of createReadStream(prepared.path, { highWaterMark: 1 << 20, signal }))
      yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }
  async function* written(): AsyncGenerator<string> {
    for await (const row of isList ? splitJsonList(pieces()) : splitRows(pieces(), "\u001f", false)) {
      yield quotedLine([row.line, row.fault === null ? row.raw.replaceAll("\0", "\u{fffd}") : row.fault]);
    }
  }
  await pipeline(Readable.from(written()), createWriteStream(copy));
  await store.run(
    `DROP VIEW IF EXISTS ${table}; CREATE OR REPLACE TEMP TABLE ${table} AS FROM ${reader(
      copy,
      "\\n",
      `delim = ',', quote = '"', escape = '"',
    columns = {'line': 'BIGINT', 'json': 'VARCHAR'}, max_line_size = 16000000, parallel = false`,
    )}`,
  );
}

/** JSON pointers of every key of the top level, and of those inside objects as the first thousand lines have them. */
async function keyPointers(
  store: FactStore,
  lines: string,
  isObject: string,
  shown: string,
): Promise<readonly string[]> {
  const keys = await store.rows<{ key: string }>(
    `SELECT DISTINCT unnest(json_keys(json)) AS key FROM ${lines} WHERE ${isObject} ORDER BY key LIMIT ${mostColumns + 1}`,
  );
  const sample = await store.rows<{ json: string }>(`SELECT json FROM ${lines} WHERE ${isObject} LIMIT 1000`);
  const nested = new Set<string>();
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || depth > 4) return;
    for (const [key, inner] of Object.entries(value)) {
      const place = `${pointer}/${toPointer(key)}`;
      if (depth > 0) nested.add(place);
      visit(inner, place, depth + 1);
    }
  };
  for (const { json } of sample) visit(JSON.parse(json), "", 0);
  const pointers = [...keys.map(({ key }) => `/${toPointer(key)}`), ...[...nested].sort()];
  if (pointers.length > mostColumns) throw tooManyKeys(shown, pointers.length);
  return pointers;
}

function toPointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function fromPointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

async function checkParquetEnds(path: string, shown: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const ends = Buffer.alloc(8);
    if (size >= 12) await Promise.all([file.read(ends, 0, 4, 0), file.read(ends, 4, 4, size - 4)]);
    if (ends.toString("latin1") !== "PAR1PAR1") throw brokenParquet(shown);
  } finally {
    await file.close();
  }
}

function unusableJson(shown: string, { why, line, keys }: NoJsonList): UnusableFile {
  const problems = {
    none: ["no-json-list", "The document holds no list of records.", "Export the list itself, or one object a line."],
    several: [
      "several-json-lists",
      `The document holds several lists of records: ${keys.join(" and ")}.`,
      "Write the one that you mean into a file of its own.",
    ],
    unclosed: ["broken-json", "The document ends before its list does: it is cut off.", "Fetch or export it again."],
  } as const;
  const [code, message, hint] = problems[why];
  return new UnusableFile({ code, at: { file: shown, line }, message, hint });
}

function brokenParquet(shown: string): UnusableFile {
  const message = "This is no whole Parquet file: it is cut off, damaged or of another form.";
  return new UnusableFile({ code: "broken-parquet", at: { file: shown }, message, hint: "Fetch or export it again." });
}

function tooManyKeys(shown: string, count: number): UnusableFile {
  const message = `The records have ${count} columns or more; an export has at most ${mostColumns}.`;
  const hint = "Check that the file is the export that you mean, and that keys are not ids.";
  return new UnusableFile({ code: "too-many-columns", at: { file: shown, line: 1 }, message, hint });
}
