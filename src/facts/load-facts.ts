import { statSync } from "node:fs";
import { BadInput, type Problem } from "../values/problem.ts";
import type { StampRules } from "./convert-rows.ts";
import { type CsvHead, findHeaderLine, readCsvHead } from "./csv-head.ts";
import type { FactStore } from "./fact-store.ts";
import { type FoundFile, findSourceFiles } from "./find-fact-files.ts";
import { gatherStamps, type SeenStamps, settleStamps } from "./gather-stamps.ts";
import { importDirectly, sampleStamps } from "./import-directly.ts";
import type { ImportPlan } from "./import-plan.ts";
import { type ImportedFile, importTaken } from "./import-taken.ts";
import { idsThatDifferInCase, noRows, outOfSpace } from "./load-notices.ts";
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
import { type QuarantinedRow, quarantineReasons } from "./quarantine.ts";
import { plainRecords, type RawTable, takeCsv } from "./raw-table.ts";
import { factKinds } from "./schema/fact-kinds.ts";
import type { SourceDefinition } from "./schema/source-definition.ts";
import { formatOf, takeJson, takeParquet } from "./take-file.ts";
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
      ...nothingDone,
      step: "done",
      files: report.files.length,
      rows: report.read,
      totalRows: report.read,
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

/** A file of so many bytes of text holds enough rows for several cores. */
const manyBytes = 64_000_000;
/** Text takes about so many times the room that it takes as Parquet. */
const packedByParquet = 8;
const millisecondsBetweenEstimates = 250;
const nothingDone: LoadProgress = {
  step: "survey",
  file: "",
  fileNumber: 0,
  files: 0,
  rows: 0,
  totalRows: null,
  bytes: 0,
  totalBytes: 0,
};

class Loading {
  readonly #store: FactStore;
  readonly #options: LoadOptions;
  readonly #problems: Problem[] = [];
  readonly #notices: Problem[] = [];
  readonly #reports: FileReport[] = [];
  #tables = 0;
  #progress: LoadProgress = nothingDone;

  constructor(store: FactStore, options: LoadOptions) {
    this.#store = store;
    this.#options = options;
  }

  async load(sources: readonly SourceDefinition[]): Promise<LoadReport> {
    const { progress } = this.#options;
    if (progress === undefined) return await this.#loadAll(sources);
    const timer = setInterval(() => progress(this.#estimated()), millisecondsBetweenEstimates);
    try {
      return await this.#loadAll(sources);
    } finally {
      clearInterval(timer);
    }
  }

  async #loadAll(sources: readonly SourceDefinition[]): Promise<LoadReport> {
    const found = sources.map((source) => ({ source, ...findSourceFiles(this.#options.folder, source) }));
    this.#problems.push(...found.flatMap(({ problems }) => problems));
    const all = found.flatMap(({ files }) => files);
    const totalBytes = all.reduce((sum, file) => sum + (statSync(file.path, { throwIfNoEntry: false })?.size ?? 0), 0);
    this.#progress = { ...this.#progress, files: all.length, totalBytes };
    for (const [index, { source, files }] of found.entries())
      await this.#loadSource(sourceName(source, index), source, files);
    if (this.#problems.length > 0) throw new BadInput(this.#problems);
    for (const kind of factKinds) this.#notices.push(...(await idsThatDifferInCase(this.#store, kind)));
    return await this.#report();
  }

  async #loadSource(name: string, source: SourceDefinition, files: readonly FoundFile[]): Promise<void> {
    const ready: ReadyFile[] = [];
    for (const file of files) {
      this.#step("survey", { file: file.name, fileNumber: this.#progress.fileNumber + 1, rows: 0, totalRows: null });
      try {
        const one = await this.#makeReady(source, file);
        if (one !== null) ready.push(one);
      } catch (error) {
        if (!(error instanceof UnusableFile)) throw error;
        this.#problems.push({ ...error.problem, at: { ...error.problem.at, file: file.name } });
      }
    }
    const { rules, problems, notices } = settleStamps(ready.map((one) => one.stamps));
    this.#problems.push(...problems);
    this.#notices.push(...notices);
    if (this.#problems.length > 0) return;
    for (const [index, one] of ready.entries()) await this.#importOne(name, source, one, rules[index] ?? new Map());
  }

  async #makeReady(source: SourceDefinition, file: FoundFile): Promise<ReadyFile | null> {
    const { signal } = this.#options;
    const format = await formatOf(file.path, file.name);
    const table = `raw_${this.#tables++}`;
    if (format === "parquet") {
      if (statSync(file.path).size >= manyBytes / packedByParquet) await this.#store.useEveryCore();
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
    if (prepared.bytes >= manyBytes) await this.#store.useEveryCore();
    if (format !== "csv") {
      const { raw, header } = await takeJson(this.#store, table, file.name, prepared, format, signal);
      return await this.#readyFromRaw(source, file, raw, header);
    }
    const head = await readCsvHead(file.name, prepared, source.delimiter, source.header_line);
    const before = this.#problems.length;
    const planned = this.#plan(head.header, source, file, head.headerLine);
    if (planned === null) {
      await this.#lookForHeader(source, file, prepared, before);
      return null;
    }
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

  /** Where the columns that the source wants are named further down, that is what is wrong, and not each of them. */
  async #lookForHeader(
    source: SourceDefinition,
    file: FoundFile,
    prepared: PreparedText,
    before: number,
  ): Promise<void> {
    if (source.header_line !== undefined) return;
    const fits = (cells: readonly string[]) => planImport(cells, source, file.name, 1).plan !== null;
    const line = await findHeaderLine(prepared, source.delimiter, fits);
    if (line === null) return;
    const message = `The columns are named on line ${line}; above them stands something else.`;
    const hint = `Say \`header_line: ${line}\` in the source.`;
    this.#problems.splice(before, this.#problems.length, {
      ...{ code: "header-further-down", at: { file: file.name, line }, message, hint },
    });
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
      rows: 0,
      totalRows: ready.raw?.read ?? (text === null ? null : plainRecords(text.prepared, text.head)),
    });
    let imported: ImportedFile | null = null;
    if (ready.raw === null && text !== null) imported = await importDirectly(this.#store, plan, rules, text, origin);
    if (imported === null) imported = await this.#importByTable(ready, rules, origin, source);
    if (imported === null) return;
    this.#step("merge", { rows: imported.read, totalRows: imported.read });
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
      reasons: await quarantineReasons(this.#store),
      restatements,
      restated: sum((file) => Object.values(file.records).reduce((total, counts) => total + counts.restated, 0)),
      notices: this.#notices,
    };
  }

  #estimated(): LoadProgress {
    const { step, totalRows } = this.#progress;
    const share = step === "convert" && totalRows !== null ? this.#store.doneShare() : null;
    return share === null ? this.#progress : { ...this.#progress, rows: Math.floor((totalRows ?? 0) * share) };
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
