import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, DuckDBMapValue, type DuckDBValue, type Json } from "@duckdb/node-api";
import { columnDefinitions, versionsView } from "./fact-tables.ts";
import { type FactKind, factKinds, factSchemas } from "./schema/fact-kinds.ts";

export type FactStoreOptions = {
  /** DuckDB's own form, such as `1GB`; beyond it data goes to a folder inside the system's temporary one */
  readonly memoryLimit?: string;
  /** 1 unless said: among small tables a second thread waits for the first, and its waiting takes processor time */
  readonly threads?: number;
};

/** A value that may be bound to `$name` in a statement. */
export type Parameter = string | number | boolean | bigint | null;

/**
 * The raw records of one partnership in DuckDB: a table per kind, named as the kind, with the columns of
 * `factTableColumns`; all exist, empty where no source fills them. `<kind>_versions` also holds what later files changed.
 * Nothing is kept on disk after `close`.
 */
export class FactStore {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #removeScratch: () => void;
  readonly scratchFolder: string;
  /** kinds whose table was taken over as it stood, so that the order of its rows tells their lines */
  readonly impliedLines = new Set<FactKind>();
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  #isLocked = false;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, scratchFolder: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.scratchFolder = scratchFolder;
    this.#removeScratch = () => rmSync(scratchFolder, { recursive: true, force: true });
    process.once("exit", this.#removeScratch);
  }

  /** An empty store with every table. */
  static async open(options: FactStoreOptions = {}): Promise<FactStore> {
    const scratchFolder = mkdtempSync(join(tmpdir(), "bellwether-facts-"));
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: options.memoryLimit ?? "1GB",
      temp_directory: join(scratchFolder, "spill"),
      threads: String(options.threads ?? 1),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const store = new FactStore(instance, await instance.connect(), scratchFolder);
    await store.run("SET TimeZone = 'UTC'");
    await store.clear();
    return store;
  }

  /** Drops every record, quarantined row and restatement: what a failed import leaves behind. */
  async clear(): Promise<void> {
    const tables = factKinds.map((kind) => tableStatements(kind, this.impliedLines.has(kind)));
    await this.run([...tables, bookkeepingTables].join("\n"));
    this.impliedLines.clear();
  }

  /**
   * Every row of a query as plain objects. BIGINT comes as a number where it is exact, else as text; TIMESTAMP as
   * `YYYY-MM-DD HH:MM:SS[.ffffff]` (UTC), DATE as `YYYY-MM-DD`, DECIMAL as text, a map of attributes as an object.
   * The caller names the row's type; the statement is the caller's too, so it alone can know.
   */
  async rows<Row>(sql: string, parameters: Readonly<Record<string, Parameter>> = {}): Promise<readonly Row[]> {
    const result = await this.#connection.runAndReadAll(sql, { ...parameters });
    const names = result.deduplicatedColumnNames();
    return asRows<Row>(result.getRows().map((row) => toObject(names, row)));
  }

  /**
   * The same for a query that is asked again and again: once loading is over its answer stays, and it is run once. Not for
   * queries that read a table which is made anew under the same name.
   */
  async rowsOnce<Row>(sql: string): Promise<readonly Row[]> {
    if (!this.#isLocked) return this.rows<Row>(sql);
    const known = this.#answers.get(sql) ?? this.rows(sql);
    this.#answers.set(sql, known);
    return asRows<Row>(await known);
  }

  /** From here on a statement may use every core: worth it from hundreds of thousands of rows on. */
  async useEveryCore(): Promise<void> {
    await this.run("RESET threads");
  }

  /** Runs one or more statements and forgets what they answer. */
  async run(sql: string, parameters?: Readonly<Record<string, Parameter>>): Promise<void> {
    await this.#connection.run(sql, parameters === undefined ? undefined : { ...parameters });
  }

  /** Share of the running statement that is done, 0–1, as the database estimates it; null where it cannot tell. */
  doneShare(): number | null {
    const { percentage } = this.#connection.progress;
    return percentage < 0 ? null : percentage / 100;
  }

  /** Ends the statement that is running; it fails with an error that says so. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  /** From here on no statement can reach a file or change a setting. Loading is over. */
  async lock(): Promise<void> {
    if (this.#isLocked) return;
    this.#isLocked = true;
    await this.run("SET enable_external_access = false; SET lock_configuration = true;");
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    process.off("exit", this.#removeScratch);
    this.#removeScratch();
  }
}

function tableStatements(kind: FactKind, isView: boolean): string {
  const columns = columnDefinitions(factSchemas[kind]).join(", ");
  return `DROP VIEW IF EXISTS ${kind}_versions; ${isView ? `DROP VIEW ${kind}; DROP TABLE ${kind}_taken;` : ""}
    CREATE OR REPLACE TABLE ${kind} (${columns}); CREATE OR REPLACE TABLE ${kind}_superseded (${columns}); ${versionsView(kind)}`;
}

const bookkeepingTables = `
  CREATE OR REPLACE TABLE quarantine ("source" VARCHAR, file VARCHAR, line BIGINT, "column" VARCHAR, reason VARCHAR, raw VARCHAR);
  CREATE OR REPLACE TABLE restatements (kind VARCHAR, record VARCHAR, "column" VARCHAR, old_value VARCHAR, new_value VARCHAR,
    "source" VARCHAR, file VARCHAR, line BIGINT, received_at TIMESTAMP);`;

function toObject(names: readonly string[], row: readonly DuckDBValue[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(names.map((name, index) => [name, toPlain(row[index] ?? null)]));
}

function toPlain(value: DuckDBValue): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof DuckDBMapValue) {
    return Object.fromEntries(value.entries.map(({ key, value: entry }) => [String(key), toPlain(entry)]));
  }
  if ("items" in value && Array.isArray(value.items)) return value.items.map(toPlain);
  if ("entries" in value && !Array.isArray(value.entries)) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, entry]) => [key, toPlain(entry)]));
  }
  return value.toString();
}

/** The statement decides the shape of its rows, which the type system cannot read: the caller states it. */
function asRows<Row>(rows: readonly unknown[]): readonly Row[] {
  return rows as readonly Row[];
}
