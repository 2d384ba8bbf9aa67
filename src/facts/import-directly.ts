import type { Place } from "../values/problem.ts";
import { problemSeparator } from "./cell-expression.ts";
import { convertRows, type StampRules } from "./convert-rows.ts";
import type { CsvHead } from "./csv-head.ts";
import { splitCells, splitRows } from "./csv-records.ts";
import type { FactStore } from "./fact-store.ts";
import { identifier, literal, viewInPlace } from "./fact-tables.ts";
import { type SeenShape, type SeenStamps, stampColumns } from "./gather-stamps.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { ImportedFile } from "./import-taken.ts";
import { type BatchOrigin, mergeBatch, recordColumns } from "./merge-batch.ts";
import { type PreparedText, readHead } from "./prepare-text.ts";
import { quarantineProblems } from "./quarantine.ts";
import { plainReader, plainRecords } from "./raw-table.ts";
import { factSchemas } from "./schema/fact-kinds.ts";
import { readShape } from "./schema/stamp-shape.ts";
import { hasCheapGuard, shapeOf } from "./stamp-expression.ts";

const sampledRows = 2_000;

/**
 * What the first rows of a large plain file tell of its stamps, if that is enough to convert the file while it is read: one
 * kind of record a row, every stamp column in one form that a cheap test tells. Null where it must be taken row by row.
 */
export async function sampleStamps(
  store: FactStore,
  prepared: PreparedText,
  head: CsvHead,
  plan: ImportPlan,
  at: Place,
): Promise<SeenStamps | null> {
  const [record, ...others] = plan.records;
  const isSimple =
    prepared.isPlain && !plan.ragged && plan.footer === null && plan.log === null && plan.incomplete.length === 0;
  if (record === undefined || others.length > 0 || !isSimple) return null;
  const [known] = await store.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${record.kind}`);
  if (known?.rows !== 0) return null;
  const rows = await firstRows(prepared, head);
  const shapes = new Map<string, readonly SeenShape[]>();
  for (const reading of stampColumns(plan)) {
    if (reading.cells.length !== 1 || reading.format !== null || reading.values !== null || reading.firstOf !== null)
      return null;
    const texts = rows
      .map((cells) => cells[reading.cells[0] ?? 0] ?? "")
      .filter((text) => text !== "" && !reading.missing.includes(text));
    const seen = new Map(texts.map((text) => [shapeOf(text), text]));
    if (seen.size > 1 || ![...seen.keys()].every(hasCheapGuard)) return null;
    const read = [...seen].flatMap(([shape, example]) => {
      const found = readShape(example);
      return found === null ? [] : [{ shape, example, reading: found }];
    });
    shapes.set(reading.column.name, read);
  }
  return {
    plan,
    at,
    shapes,
    order: { dayFirst: [], monthFirst: [], either: [] },
    timesOfDay: [],
    isWholeColumnKnown: false,
  };
}

/**
 * Converts a large plain file in one pass of the database's reader and takes the result over as the table of its kind: lines
 * are told by the order of the rows, bad rows stay behind the view.
 * @returns null where the rows turned out not to be what the first ones promised; nothing is changed then
 */
export async function importDirectly(
  store: FactStore,
  plan: ImportPlan,
  rules: StampRules,
  text: { readonly prepared: PreparedText; readonly head: CsvHead },
  origin: BatchOrigin,
): Promise<ImportedFile | null> {
  const [record] = plan.records;
  if (record === undefined) return null;
  const { kind } = record;
  const { prepared, head } = text;
  const columns = new Set([...record.columns.map(({ column }) => column.name), "attributes"]);
  const taken = `${kind}_taken`;
  const converted = convertRows(record, plan, rules, plainReader(prepared, head), null);
  const drop = async () => await store.run(`DROP TABLE IF EXISTS ${taken}`);
  await store.run(
    `CREATE OR REPLACE TABLE ${taken} AS SELECT ${recordColumns(kind, columns, origin, "NULL::BIGINT AS line")}, problem FROM (${converted})`,
  );
  const read = plainRecords(prepared, head);
  const [counted] = await store.rows<{ rows: number; bad: number }>(
    `SELECT count(*) AS rows, count(problem) AS bad FROM ${taken}`,
  );
  if (counted?.rows !== read || (counted.bad > 0 && (await hasReadableStamps(store, taken)))) {
    await drop();
    return null;
  }
  const line = `rowid + ${head.skippedLines + 1}`;
  const reread = { path: prepared.path, delimiter: head.delimiter, isRowPerLine: true };
  const rows = { relation: taken, line, raw: null };
  const quarantined = counted.bad === 0 ? 0 : await quarantineProblems(store, [taken], line, rows, reread, origin);
  const good = `FROM ${taken} WHERE problem IS NULL`;
  const keys = factSchemas[kind].key.map((name) => `lower(CAST(${identifier(name)} AS VARCHAR))`);
  const [twice] = await store.rows<{ groups: number }>(
    `SELECT count(*) AS groups FROM (SELECT 1 ${good} GROUP BY hash(${keys.join(", ")}) HAVING count(*) > 1)`,
  );
  const result = { read, quarantined, footerLines: 0, notices: [] };
  if ((twice?.groups ?? 0) > 0) {
    await store.run(`CREATE OR REPLACE TEMP VIEW ${taken}_good AS SELECT *, ${line} AS row_line ${good}`);
    const counts = await mergeBatch(store, kind, `${taken}_good`, columns, origin, plan.latestBy);
    await store.run(`DROP VIEW ${taken}_good`);
    await drop();
    return { ...result, records: { [kind]: counts } };
  }
  await store.run(viewInPlace(kind, taken, line, "problem IS NULL"));
  store.impliedLines.add(kind);
  return { ...result, records: { [kind]: { added: read - quarantined, repeated: 0, restated: 0, replaced: 0 } } };
}

/** Whether a bad cell is a moment in a form that the first rows did not show: then the file needs a closer look. */
async function hasReadableStamps(store: FactStore, taken: string): Promise<boolean> {
  const texts = await store.rows<{ text: string }>(
    `SELECT DISTINCT split_part(problem, ${literal(problemSeparator)}, 3) AS text FROM ${taken}
     WHERE problem LIKE '%not a moment%' OR problem LIKE '%not a date%' LIMIT 10000`,
  );
  return texts.some(({ text }) => readShape(text.trim()) !== null);
}

async function firstRows(prepared: PreparedText, head: CsvHead): Promise<readonly (readonly string[])[]> {
  const text = new TextDecoder("utf-8").decode(await readHead(prepared.path, 1 << 20));
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const rows: (readonly string[])[] = [];
  for await (const row of splitRows([whole], head.delimiter)) {
    if (row.line > head.headerLine) rows.push(splitCells(row.raw, head.delimiter).cells);
    if (rows.length >= sampledRows) break;
  }
  return rows;
}
