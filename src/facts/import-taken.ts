import type { Problem } from "../values/problem.ts";
import { problemSeparator } from "./cell-expression.ts";
import { attributeMap, convertRows, emptyReason, type StampRules } from "./convert-rows.ts";
import { logEvents, logItems, orderedLog } from "./derive-log.ts";
import type { FactStore } from "./fact-store.ts";
import { literal } from "./fact-tables.ts";
import type { ImportPlan } from "./import-plan.ts";
import { type BatchOrigin, type MergeCounts, mergeBatch } from "./merge-batch.ts";
import { quarantineFaults, quarantineProblems } from "./quarantine.ts";
import type { RawTable, RowText } from "./raw-table.ts";
import type { FactKind } from "./schema/fact-kinds.ts";

/** What came of one file. */
export type ImportedFile = {
  readonly read: number;
  readonly quarantined: number;
  readonly footerLines: number;
  readonly records: Partial<Record<FactKind, MergeCounts>>;
  readonly notices: readonly Problem[];
};

/** Converts the rows of a raw table, puts the bad ones into quarantine and merges the rest into the store's tables. */
export async function importTaken(
  store: FactStore,
  plan: ImportPlan,
  rules: StampRules,
  raw: RawTable,
  text: Omit<RowText, "isRowPerLine"> | null,
  origin: BatchOrigin,
): Promise<ImportedFile> {
  await quarantineFaults(store, raw, origin);
  const batches = plan.records.map((record) => `${raw.relation}_${record.kind}`);
  for (const [index, record] of plan.records.entries()) {
    await store.run(
      `CREATE OR REPLACE TEMP TABLE ${batches[index]} AS ${convertRows(record, plan, rules, raw.relation, raw.line)}`,
    );
  }
  const without = plan.log === null && batches.length > 1 ? await leaveOutMissing(store, plan, batches, origin) : [];
  const rows = text === null ? null : { ...text, isRowPerLine: raw.line !== "line" };
  const bad = await quarantineProblems(store, batches, "row_line", raw, rows, origin);
  if (bad > 0)
    for (const batch of batches) await store.run(`DELETE FROM ${batch} WHERE row_line IN (SELECT line FROM bad_rows)`);
  await checkSum(store, raw, batches, bad, origin.file);
  const notices = [...without, ...(await incompleteNotices(store, plan, raw, origin))];
  const records: Partial<Record<FactKind, MergeCounts>> = {};
  for (const [index, record] of plan.records.entries()) {
    const columns = new Set([...record.columns.map(({ column }) => column.name), "attributes"]);
    const batch = batches[index] ?? "";
    if (plan.log !== null) Object.assign(records, await mergeLog(store, plan, raw, batch, origin, notices));
    else records[record.kind] = await mergeBatch(store, record.kind, batch, columns, origin, plan.latestBy);
    await store.run(`DROP TABLE ${batch}`);
  }
  await store.run(`DROP TABLE ${raw.relation}`);
  return { read: raw.read, quarantined: raw.faulty + bad, footerLines: raw.footerLines, records, notices };
}

/**
 * Of a row that gives records of several kinds, one may be without what every record of its kind needs: a ticket that
 * nobody rated is a ticket, and no answer. Such records are left out; a row that gives no record at all stays for quarantine.
 */
async function leaveOutMissing(
  store: FactStore,
  plan: ImportPlan,
  batches: readonly string[],
  origin: BatchOrigin,
): Promise<readonly Problem[]> {
  const good = batches.map((batch) => `SELECT row_line FROM ${batch} WHERE problem IS NULL`);
  await store.run(`CREATE OR REPLACE TEMP TABLE good_rows AS ${good.join(" UNION ")}`);
  const part = (nth: number) => `split_part(problem, ${literal(problemSeparator)}, ${nth})`;
  const notices: Problem[] = [];
  for (const [index, batch] of batches.entries()) {
    const isMissing = `${part(2)} = ${literal(emptyReason)} AND row_line IN (SELECT row_line FROM good_rows)`;
    const missing = await store.rows<{ column: string; rows: number }>(
      `SELECT ${part(1)} AS "column", count(*) AS rows FROM ${batch} WHERE ${isMissing} GROUP BY 1 ORDER BY rows DESC`,
    );
    if (missing.length === 0) continue;
    await store.run(`DELETE FROM ${batch} WHERE ${isMissing}`);
    const rows = missing.reduce((total, one) => total + one.rows, 0);
    const kind = plan.records[index]?.kind ?? "";
    const counted = rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`;
    const message = `${counted} gave no record of ${kind}: ${missing.map(({ column }) => column).join(", ")} is empty.`;
    const hint = "If they should have, map another column.";
    notices.push({ code: "rows-without-a-kind", at: { file: origin.file }, message, hint });
  }
  await store.run("DROP TABLE good_rows");
  return notices;
}

async function mergeLog(
  store: FactStore,
  plan: ImportPlan,
  raw: RawTable,
  batch: string,
  origin: BatchOrigin,
  notices: Problem[],
): Promise<Partial<Record<FactKind, MergeCounts>>> {
  const log = plan.log ?? { order: "time" as const, meanings: new Map() };
  const [record] = plan.records;
  const columns = new Set(record?.columns.map(({ column }) => column.name));
  const rows = `(SELECT ${raw.line} AS line, * ${raw.line === "line" ? "EXCLUDE line" : ""} FROM ${raw.relation})`;
  const attributes = { expression: record === undefined ? "NULL" : attributeMap(record), rows };
  await store.run(`CREATE OR REPLACE TEMP TABLE ordered_log AS ${orderedLog(batch, columns, log)}`);
  await store.run(`CREATE OR REPLACE TEMP TABLE log_events AS ${logEvents("ordered_log")}`);
  await store.run(`CREATE OR REPLACE TEMP TABLE log_items AS ${logItems(batch, columns, log, attributes)}`);
  const derived = [
    "opened_at",
    "first_responded_at",
    "resolved_at",
    "closed_at",
    "status",
    "reopened_count",
    "transferred_count",
    "escalated",
  ];
  const items = await mergeBatch(
    store,
    "work_items",
    "log_items",
    new Set([...columns, ...derived, "attributes"]),
    origin,
  );
  const ofEvents = new Set(["item_id", "at", "event", "by_side", "agent_id", "reason"]);
  const events = await mergeBatch(store, "item_events", "log_events", ofEvents, origin);
  const unknown = await store.rows<{ activity: string; rows: number }>(
    `SELECT activity, count(*) AS rows FROM ordered_log WHERE meaning IS NULL AND activity IS NOT NULL GROUP BY activity ORDER BY rows DESC`,
  );
  if (unknown.length > 0) {
    const examples = unknown.slice(0, 5).map(({ activity, rows }) => `${activity} (${rows})`);
    const message = `${unknown.length} activities have no meaning and gave no event: ${examples.join(", ")}.`;
    const hint = "Say what they mean under `events`, or `ignored`.";
    notices.push({ code: "unknown-activity", at: { file: origin.file }, message, hint });
  }
  await store.run("DROP TABLE ordered_log; DROP TABLE log_events; DROP TABLE log_items");
  return { work_items: items, item_events: events };
}

/** The promise that no row is lost, checked against the tables themselves. @throws Error: a bug of ours */
async function checkSum(
  store: FactStore,
  raw: RawTable,
  batches: readonly string[],
  bad: number,
  file: string,
): Promise<void> {
  const lines = batches.map((batch) => `SELECT row_line FROM ${batch}`).join(" UNION ");
  const [only, ...others] = batches;
  const [counted] = await store.rows<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${others.length === 0 ? only : `(${lines})`}`,
  );
  const accepted = counted?.rows ?? 0;
  if (accepted + bad + raw.faulty !== raw.read) {
    throw new Error(
      `${file}: ${accepted} accepted and ${bad + raw.faulty} quarantined do not add up to ${raw.read} read`,
    );
  }
}

async function incompleteNotices(
  store: FactStore,
  plan: ImportPlan,
  raw: RawTable,
  origin: BatchOrigin,
): Promise<Problem[]> {
  const notices: Problem[] = [];
  for (const { cell, value } of plan.incomplete) {
    const [found] = await store.rows<{ rows: number }>(
      `SELECT count(*) AS rows FROM ${raw.relation} WHERE lower(trim(c${cell})) = ${literal(value.toLowerCase())}`,
    );
    const rows = found?.rows ?? 0;
    if (rows === 0) continue;
    const message = `${plan.header[cell]} is ${value} in ${rows} rows: the export is not complete.`;
    notices.push({
      code: "incomplete-export",
      at: { file: origin.file },
      message,
      hint: "Export the whole period again.",
    });
  }
  return notices;
}
