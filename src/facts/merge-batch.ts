import type { FactStore } from "./fact-store.ts";
import { type bookkeepingColumns, identifier, literal, storedType, versionsView } from "./fact-tables.ts";
import { type FactKind, factSchemas } from "./schema/fact-kinds.ts";

/** Where a batch of converted records came from. */
export type BatchOrigin = {
  readonly source: string;
  readonly file: string;
  /** SQL timestamp, UTC, or null where nobody said when the file came */
  readonly receivedAt: string | null;
};

/** What became of the records of one batch; they add up to the records that it held. */
export type MergeCounts = {
  readonly added: number;
  /** the same record was known, unchanged */
  readonly repeated: number;
  /** an earlier file had the record with other values; both versions are kept */
  readonly restated: number;
  /** a later row of the same file has the record; the earlier version is kept */
  readonly replaced: number;
};

/**
 * Adds a table of converted, faultless records to the table of their kind. A record is known again by its key.
 * The last row of the batch wins over earlier ones; a record that an earlier batch had with other values is restated:
 * the old version moves to `<kind>_superseded`, each changed column is noted in `restatements`. Columns that the batch lacks
 * keep their earlier values and are no change.
 * @param latestBy attribute whose greatest text makes a row of the batch the latest, before its place does
 */
export async function mergeBatch(
  store: FactStore,
  kind: FactKind,
  batch: string,
  columns: ReadonlySet<string>,
  origin: BatchOrigin,
  latestBy: string | null = null,
): Promise<MergeCounts> {
  const { key } = factSchemas[kind];
  const keys = key.map(identifier);
  const [known] = await store.rows<{ known: number }>(`SELECT count(*) AS known FROM ${kind}`);
  if (known?.known === 0) {
    const [counted] = await store.rows<{ rows: number; different: number }>(
      `SELECT count(*) AS rows, count(DISTINCT hash(${keys.join(", ")})) AS different FROM ${batch}`,
    );
    if (counted !== undefined && counted.rows === counted.different) {
      await store.run(`INSERT INTO ${kind} BY NAME SELECT ${recordColumns(kind, columns, origin)} FROM ${batch}`);
      return { added: counted.rows, repeated: 0, restated: 0, replaced: 0 };
    }
  }
  const latest = latestBy === null ? "" : `attributes[${literal(latestBy)}] DESC NULLS LAST, `;
  const isDated = kind === "reported_kpis" && columns.has("received_at");
  const order = `${isDated ? "received_at DESC, " : latest}row_line DESC`;
  const ranked = `${batch}_ranked`;
  await store.run(`CREATE OR REPLACE TEMP TABLE ${ranked} AS SELECT ${recordColumns(kind, columns, origin)},
    row_line, row_number() OVER (PARTITION BY ${keys.join(", ")} ORDER BY ${order}) AS nth FROM ${batch}`);
  const carried = factSchemas[kind].columns
    .map((column) => column.name)
    .filter((name) => columns.has(name) && !key.includes(name));
  const isSame = (left: string, right: string) => sameRecord(carried, left, right);
  const replaced = await withinBatch(store, kind, ranked, keys, isSame);
  if (known?.known === 0) {
    await store.run(`INSERT INTO ${kind} BY NAME SELECT * EXCLUDE (nth, row_line) FROM ${ranked} WHERE nth = 1`);
    return { ...replaced, added: await countOf(store, ranked, "nth = 1"), restated: 0 };
  }
  await materialise(store, kind);
  const join = `FROM ${ranked} n JOIN ${kind} k ON ${keys.map((name) => `n.${name} = k.${name}`).join(" AND ")} WHERE nth = 1`;
  const changed = `${batch}_changed`;
  await store.run(
    `CREATE OR REPLACE TEMP TABLE ${changed} AS SELECT n.*, k.rowid AS known_row ${join} AND NOT (${isSame("n", "k")})`,
  );
  const [found] = await store.rows<{ met: number }>(`SELECT count(*) AS met ${join}`);
  const restated = await countOf(store, changed, "true");
  await noteRestatements(store, kind, changed, carried, origin);
  const kept = factSchemas[kind].columns.map((column) => column.name).filter((name) => !columns.has(name));
  const carry = kept.map((name) => `k.${identifier(name)} AS ${identifier(name)}`).join(", ");
  await store.run(`
    INSERT INTO ${kind}_superseded BY NAME SELECT k.* FROM ${kind} k JOIN ${changed} c ON k.rowid = c.known_row;
    CREATE OR REPLACE TEMP TABLE ${changed}_new AS SELECT c.* EXCLUDE (nth, row_line, known_row)
      ${kept.length === 0 ? "" : `REPLACE (${carry})`} FROM ${changed} c JOIN ${kind} k ON k.rowid = c.known_row;
    INSERT INTO ${kind} BY NAME SELECT * EXCLUDE (nth, row_line) FROM ${ranked} n WHERE nth = 1
      AND NOT EXISTS (FROM ${kind} k WHERE ${keys.map((name) => `n.${name} = k.${name}`).join(" AND ")});
    DELETE FROM ${kind} WHERE rowid IN (SELECT known_row FROM ${changed});
    INSERT INTO ${kind} BY NAME FROM ${changed}_new;
    DROP TABLE ${changed}_new; DROP TABLE ${changed};`);
  const winners = await countOf(store, ranked, "nth = 1");
  await store.run(`DROP TABLE ${ranked}`);
  const met = found?.met ?? 0;
  return { added: winners - met, repeated: replaced.repeated + met - restated, restated, replaced: replaced.replaced };
}

/** Turns a batch that was taken over as it stood, with lines told by order, into a table of its own. */
async function materialise(store: FactStore, kind: FactKind): Promise<void> {
  if (!store.impliedLines.has(kind)) return;
  store.impliedLines.delete(kind);
  await store.run(`CREATE TABLE ${kind}_copied AS FROM ${kind}; DROP VIEW ${kind}_versions; DROP VIEW ${kind};
    DROP TABLE ${kind}_taken; ALTER TABLE ${kind}_copied RENAME TO ${kind}; ${versionsView(kind)}`);
}

/**
 * SQL for every column of a kind's table out of a batch that has some of them.
 * @param columns the canonical columns that the batch has
 */
export function recordColumns(
  kind: FactKind,
  columns: ReadonlySet<string>,
  origin: BatchOrigin,
  line = "row_line AS line",
): string {
  const own = factSchemas[kind].columns.map((column) =>
    columns.has(column.name) ? identifier(column.name) : `NULL::${storedType(column)} AS ${identifier(column.name)}`,
  );
  const taken = new Set(factSchemas[kind].columns.map((column) => column.name));
  const received = origin.receivedAt === null ? "NULL::TIMESTAMP" : `TIMESTAMP ${literal(origin.receivedAt)}`;
  const more: Readonly<Record<keyof typeof bookkeepingColumns, string>> = {
    attributes: columns.has("attributes") ? "attributes" : "MAP {}::MAP(VARCHAR, VARCHAR) AS attributes",
    source: `${literal(origin.source)} AS "source"`,
    line,
    received_at: `${received} AS received_at`,
  };
  return [...own, ...Object.entries(more).flatMap(([name, sql]) => (taken.has(name) ? [] : [sql]))].join(", ");
}

async function withinBatch(
  store: FactStore,
  kind: FactKind,
  ranked: string,
  keys: readonly string[],
  isSame: (left: string, right: string) => string,
): Promise<{ repeated: number; replaced: number }> {
  const losers = await countOf(store, ranked, "nth > 1");
  if (losers === 0) return { repeated: 0, replaced: 0 };
  const pair = `FROM ${ranked} o JOIN ${ranked} w ON ${keys.map((name) => `o.${name} = w.${name}`).join(" AND ")}
    AND w.nth = 1 AND o.nth > 1 WHERE NOT (${isSame("o", "w")})`;
  const [differing] = await store.rows<{ rows: number }>(`SELECT count(*) AS rows ${pair}`);
  await store.run(`INSERT INTO ${kind}_superseded BY NAME SELECT o.* EXCLUDE (nth, row_line) ${pair}`);
  const replaced = differing?.rows ?? 0;
  return { repeated: losers - replaced, replaced };
}

function sameRecord(carried: readonly string[], left: string, right: string): string {
  const columns = carried.map(
    (name) => `${left}.${identifier(name)} IS NOT DISTINCT FROM ${right}.${identifier(name)}`,
  );
  const keysDiffer = `map_keys(${left}.attributes) IS DISTINCT FROM map_keys(${right}.attributes)`;
  const valuesSame = `map_values(${left}.attributes) IS NOT DISTINCT FROM map_values(${right}.attributes)`;
  return [...columns, `(${keysDiffer} OR ${valuesSame})`].join(" AND ");
}

async function noteRestatements(
  store: FactStore,
  kind: FactKind,
  changed: string,
  carried: readonly string[],
  origin: BatchOrigin,
): Promise<void> {
  const record = `concat_ws(' / ', ${factSchemas[kind].key.map((name) => `CAST(n.${identifier(name)} AS VARCHAR)`).join(", ")})`;
  const received = origin.receivedAt === null ? "NULL" : `TIMESTAMP ${literal(origin.receivedAt)}`;
  for (const name of [...carried, "attributes"]) {
    const [old, now] = [`k.${identifier(name)}`, `n.${identifier(name)}`];
    const differs =
      name === "attributes"
        ? `map_keys(${old}) = map_keys(${now}) AND ${old} IS DISTINCT FROM ${now}`
        : `${old} IS DISTINCT FROM ${now}`;
    await store.run(`INSERT INTO restatements SELECT ${literal(kind)}, ${record}, ${literal(name)}, CAST(${old} AS VARCHAR),
      CAST(${now} AS VARCHAR), ${literal(origin.source)}, ${literal(origin.file)}, n.row_line, ${received}
      FROM ${changed} n JOIN ${kind} k ON k.rowid = n.known_row WHERE ${differs}`);
  }
}

async function countOf(store: FactStore, table: string, where: string): Promise<number> {
  const [counted] = await store.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${table} WHERE ${where}`);
  return counted?.rows ?? 0;
}
