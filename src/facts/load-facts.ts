import { statSync } from "node:fs";
import { BadInput, type Problem } from "../values/problem.ts";
import type { StampRules } from "./convert-rows.ts";
import { type CsvHead, readCsvHead } from "./csv-head.ts";
import type { FactStore } from "./fact-store.ts";
import { type FoundFile, findSourceFiles } from "./find-fact-files.ts";
import { gatherStamps, type SeenStamps, settleStamps } from "./gather-stamps.ts";
import { importDirectly, sampleStamps } from "./import-directly.ts";
import type { ImportPlan } from "./import-plan.ts";
import { type ImportedFile, importTaken } from "./import-taken.ts";
import {
  type FileReport,
  type LoadOptions,
  type LoadProgress,
  type LoadReport,
  listedRows,
  type Restatement,
} from "./load-report.ts";
import { planImport } from "./plan-import.ts";
import { type PreparedText, prepareText } from "./prepare-text.ts";
import type { QuarantinedRow } from "./quarantine.ts";
import { plainRecords, type RawTable, takeCsv } from "./raw-table.ts";
import { type FactKind, factKinds, factSchemas } from "./schema/fact-kinds.ts";
import type { SourceDefinition } from "./schema/source-definition.ts";
import { formatOf, takeNdjson, takeParquet } from "./take-file.ts";
import { UnusableFile } from "./unusable-file.ts";

/**
 * Reads the files of all sources, in their order, into the store's tables. The whole import succeeds or the store is left
 * empty. Afterwards the store is locked against files and settings, unless `keepOpen`.
 * @throws BadInput with every problem of every file that cannot be used as it stands: nothing was guessed
 * @throws the signal's reason when it aborts
 */
export async function loadFacts(
  store: FactStore,
  sources: readonly SourceDefinition[],
  options: LoadOptions,
): Promise<LoadReport> {
  const interrupt = () => store.interrupt();
  options.signal?.addEventListener("abort", interrupt);
  try {
    options.signal?.throwIfAborted();
    const report = await new Loading(store, options).load(sources);
    options.progress?.({
      step: "done",
      file: "",
      fileNumber: 0,
      files: report.files.length,
      rows: report.read,
      bytes: 0,
      totalBytes: 0,
    });
    if (options.keepOpen !== true) await store.lock();
    return report;
  } catch (error) {
    await store.clear();
    options.signal?.throwIfAborted();
    throw outOfSpace(error) ?? error;
  } finally {
    options.signal?.removeEventListener("abort", interrupt);
  }
}

/** A file that is ready to be converted: its plan is known, its rows are in a raw table or will be read directly. */
type ReadyFile = {
  readonly file: FoundFile;
  readonly plan: ImportPlan;
  readonly note: string | null;
  readonly stamps: SeenStamps;
  readonly text: { readonly prepared: PreparedText; readonly head: CsvHead } | null;
  readonly raw: RawTable | null;
};

class Loading {
  readonly #store: FactStore;
  readonly #options: LoadOptions;
  readonly #problems: Problem[] = [];
  readonly #notices: Problem[] = [];
  readonly #reports: FileReport[] = [];
  #tables = 0;
  #progress: LoadProgress = { step: "survey", file: "", fileNumber: 0, files: 0, rows: 0, bytes: 0, totalBytes: 0 };

  constructor(store: FactStore, options: LoadOptions) {
    this.#store = store;
    this.#options = options;
  }

  async load(sources: readonly SourceDefinition[]): Promise<LoadReport> {
    const found = sources.map((source) => ({ source, ...findSourceFiles(this.#options.folder, source) }));
    this.#problems.push(...found.flatMap(({ problems }) => problems));
    const all = found.flatMap(({ files }) => files);
    const totalBytes = all.reduce((sum, file) => sum + (statSync(file.path, { throwIfNoEntry: false })?.size ?? 0), 0);
    this.#progress = { ...this.#progress, files: all.length, totalBytes };
    for (const [index, { source, files }] of found.entries())
      await this.#loadSource(sourceName(source, index), source, files);
    if (this.#problems.length > 0) throw new BadInput(this.#problems);
    for (const kind of factKinds) await this.#noteIdsThatDifferInCase(kind);
    return await this.#report();
  }

  async #loadSource(name: string, source: SourceDefinition, files: readonly FoundFile[]): Promise<void> {
    const ready: ReadyFile[] = [];
    for (const file of files) {
      this.#step("survey", { file: file.name, fileNumber: this.#progress.fileNumber + 1, rows: 0 });
      try {
        const one = await this.#makeReady(source, file);
        if (one !== null) ready.push(one);
      } catch (error) {
        if (!(error instanceof UnusableFile)) throw error;
        this.#problems.push({ ...error.problem, at: { ...error.problem.at, file: file.name } });
      }
    }
    const { rules, problems } = settleStamps(ready.map((one) => one.stamps));
    this.#problems.push(...problems);
    if (this.#problems.length > 0) return;
    for (const [index, one] of ready.entries()) await this.#importOne(name, source, one, rules[index] ?? new Map());
  }

  async #makeReady(source: SourceDefinition, file: FoundFile): Promise<ReadyFile | null> {
    const { signal } = this.#options;
    const format = await formatOf(file.path, file.name);
    const table = `raw_${this.#tables++}`;
    if (format === "parquet") {
      const { raw, header } = await takeParquet(this.#store, table, file.path, file.name);
      return await this.#readyFromRaw(source, file, raw, header);
    }
    const onBytes = (bytes: number) => this.#step("survey", { bytes: this.#progress.bytes + bytes });
    const prepared = await prepareText(file.path, {
      encoding: source.encoding,
      scratchFolder: this.#store.scratchFolder,
      signal,
      onBytes,
    });
    if (format === "ndjson") {
      const { raw, header } = await takeNdjson(this.#store, table, file.name, prepared, signal);
      return await this.#readyFromRaw(source, file, raw, header);
    }
    const head = await readCsvHead(file.name, prepared, source.delimiter);
    const planned = this.#plan(head.header, source, file, head.headerLine);
    if (planned === null) return null;
    const { plan, note } = planned;
    const at = { file: file.name, line: head.headerLine };
    const isLarge = prepared.bytes >= (this.#options.directFromBytes ?? 32_000_000);
    const sample = isLarge ? await sampleStamps(this.#store, prepared, head, plan, at) : null;
    if (sample !== null) return { file, plan, note, stamps: sample, text: { prepared, head }, raw: null };
    this.#step("read", {});
    const raw = await takeCsv(this.#store, table, file.name, prepared, head, plan, signal);
    const stamps = await gatherStamps(this.#store, raw.relation, plan, at);
    return { file, plan, note, stamps, text: { prepared, head }, raw };
  }

  async #readyFromRaw(
    source: SourceDefinition,
    file: FoundFile,
    raw: RawTable,
    header: readonly string[],
  ): Promise<ReadyFile | null> {
    const planned = this.#plan(header, source, file, 1);
    if (planned === null) return null;
    const stamps = await gatherStamps(this.#store, raw.relation, planned.plan, { file: file.name, line: 1 });
    return { file, ...planned, stamps, text: null, raw };
  }

  #plan(
    header: readonly string[],
    source: SourceDefinition,
    file: FoundFile,
    line: number,
  ): { plan: ImportPlan; note: string | null } | null {
    const { plan, problems, note } = planImport(header, source, file.name, line);
    this.#problems.push(...problems);
    return plan === null ? null : { plan, note };
  }

  async #importOne(name: string, source: SourceDefinition, ready: ReadyFile, rules: StampRules): Promise<void> {
    const { file, plan, text } = ready;
    const origin = { source: name, file: file.name, receivedAt: file.receivedAt };
    this.#step("convert", {
      file: file.name,
      rows: ready.raw?.read ?? (text === null ? 0 : plainRecords(text.prepared, text.head)),
    });
    let imported: ImportedFile | null = null;
    if (ready.raw === null && text !== null) imported = await importDirectly(this.#store, plan, rules, text, origin);
    if (imported === null) imported = await this.#importByTable(ready, rules, origin, source);
    if (imported === null) return;
    this.#step("merge", { rows: imported.read });
    this.#notices.push(...imported.notices);
    if (imported.read === 0) this.#notices.push(noRows(file.name));
    const { read, quarantined, footerLines, records } = imported;
    this.#reports.push({
      ...origin,
      profile: plan.profile,
      recognisedAs: ready.note,
      read,
      quarantined,
      accepted: read - quarantined,
      footerLines,
      records,
    });
  }

  async #importByTable(
    ready: ReadyFile,
    settled: StampRules,
    origin: { source: string; file: string; receivedAt: string | null },
    source: SourceDefinition,
  ): Promise<ImportedFile | null> {
    const { plan, text, file } = ready;
    const rereading = text === null ? null : { path: text.prepared.path, delimiter: text.head.delimiter };
    if (ready.raw !== null) return await importTaken(this.#store, plan, settled, ready.raw, rereading, origin);
    if (text === null) return null;
    const raw = await takeCsv(
      this.#store,
      `raw_${this.#tables++}`,
      file.name,
      text.prepared,
      text.head,
      plan,
      this.#options.signal,
    );
    const stamps = await gatherStamps(this.#store, raw.relation, plan, ready.stamps.at);
    const { rules, problems } = settleStamps([stamps]);
    this.#problems.push(...problems);
    if (problems.length > 0 || source === undefined) return null;
    return await importTaken(this.#store, plan, rules[0] ?? new Map(), raw, rereading, origin);
  }

  async #noteIdsThatDifferInCase(kind: FactKind): Promise<void> {
    const [key, ...others] = factSchemas[kind].key;
    // A table taken over as it stood was found to have no two ids that are alike.
    if (key === undefined || others.length > 0 || this.#store.impliedLines.has(kind)) return;
    const found = await this.#store.rows<{ ids: readonly string[] }>(
      `SELECT list(DISTINCT "${key}")[1:3] AS ids FROM ${kind} WHERE hash(lower("${key}")) IN
         (SELECT hash(lower("${key}")) FROM ${kind} GROUP BY ALL HAVING count(*) > 1)
       GROUP BY lower(trim("${key}")) HAVING count(DISTINCT "${key}") > 1 LIMIT 3`,
    );
    if (found.length === 0) return;
    const examples = found.map((row) => [...row.ids].sort().join(" and ")).join("; ");
    const message = `Some ids in ${kind} differ only in capitals: ${examples}. They were kept as different records.`;
    const hint = "If they are the same, make the export write them alike.";
    this.#notices.push({ code: "ids-differ-in-case", at: null, message, hint });
  }

  async #report(): Promise<LoadReport> {
    const quarantine = await this.#store.rows<QuarantinedRow>(
      `SELECT "source", file, line, "column", reason, raw FROM quarantine ORDER BY rowid LIMIT ${listedRows}`,
    );
    const restatements = await this.#store.rows<Restatement>(
      `SELECT kind, record, "column", old_value AS "oldValue", new_value AS "newValue", "source", file, line,
         received_at AS "receivedAt" FROM restatements ORDER BY rowid LIMIT ${listedRows}`,
    );
    const sum = (choose: (file: FileReport) => number) =>
      this.#reports.reduce((total, file) => total + choose(file), 0);
    return {
      files: this.#reports,
      read: sum((file) => file.read),
      accepted: sum((file) => file.accepted),
      quarantined: sum((file) => file.quarantined),
      quarantine,
      restatements,
      restated: sum((file) => Object.values(file.records).reduce((total, counts) => total + counts.restated, 0)),
      notices: this.#notices,
    };
  }

  #step(step: LoadProgress["step"], change: Partial<LoadProgress>): void {
    this.#options.signal?.throwIfAborted();
    this.#progress = { ...this.#progress, ...change, step };
    this.#options.progress?.(this.#progress);
  }
}

function sourceName(source: SourceDefinition, index: number): string {
  const files = [source.file ?? source.files ?? []].flat().join(", ");
  return files === "" ? `source ${index + 1}` : files;
}

function noRows(file: string): Problem {
  return {
    code: "no-rows",
    at: { file },
    message: "The file has a header and no rows.",
    hint: "If that is not meant, export it again.",
  };
}

function outOfSpace(error: unknown): BadInput | null {
  const message = error instanceof Error ? error.message : "";
  const isDisk = /ENOSPC|No space left/i.test(message);
  if (!isDisk && !/Out of Memory|failed to offload/i.test(message)) return null;
  const code = isDisk ? "no-space" : "out-of-memory";
  const told = isDisk
    ? "The disk of the temporary folder is full."
    : "The import does not fit into the memory that it may use.";
  const hint = isDisk ? "Free space, or point TMPDIR to a larger disk." : "Allow it more memory, or split the files.";
  return new BadInput([{ code, at: null, message: told, hint }]);
}
