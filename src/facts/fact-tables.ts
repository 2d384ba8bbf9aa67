import {
  type ColumnType,
  type FactColumn,
  type FactKind,
  type FactKindSchema,
  factSchemas,
} from "./schema/fact-kinds.ts";

const storedTypes: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  instant: "TIMESTAMP",
  date: "DATE",
  number: "DOUBLE",
  integer: "BIGINT",
  money: "DECIMAL(38, 10)",
  boolean: "BOOLEAN",
  "one-of": "VARCHAR",
};

/** How the fact store keeps a column: instants as TIMESTAMP in UTC. */
export function storedType(column: FactColumn): string {
  return storedTypes[column.type];
}

/** The columns that every table has behind those of its kind; `reported_kpis` keeps its own `received_at`. */
export const bookkeepingColumns = {
  attributes: "MAP(VARCHAR, VARCHAR)",
  source: "VARCHAR",
  line: "BIGINT",
  received_at: "TIMESTAMP",
} as const;

/** `"name" TYPE` of every column of a kind's table, in order. */
export function columnDefinitions(schema: FactKindSchema): readonly string[] {
  const own = schema.columns.map((column) => `"${column.name}" ${storedType(column)}`);
  const taken = new Set(schema.columns.map((column) => column.name));
  const more = Object.entries(bookkeepingColumns).filter(([name]) => !taken.has(name));
  return [...own, ...more.map(([name, type]) => `"${name}" ${type}`)];
}

/** `name` as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `text` as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The view that shows superseded records of a kind beside the current ones. */
export function versionsView(kind: FactKind): string {
  return `CREATE OR REPLACE VIEW ${kind}_versions AS FROM ${kind} UNION ALL BY NAME FROM ${kind}_superseded;`;
}

/**
 * A view in place of a kind's table, over rows that lie as they were read.
 * @param line SQL for the line of a row
 */
export function viewInPlace(kind: FactKind, relation: string, line: string, where: string): string {
  const names = columnDefinitions(factSchemas[kind]).map((definition) =>
    definition.slice(0, definition.indexOf('" ') + 1),
  );
  const hasOwnLine = factSchemas[kind].columns.some((column) => column.name === "line");
  const shown = names.map((name) => (name === '"line"' && !hasOwnLine ? `${line} AS line` : name));
  return `DROP VIEW ${kind}_versions; DROP TABLE ${kind};
    CREATE VIEW ${kind} AS SELECT ${shown.join(", ")} FROM ${relation} WHERE ${where}; ${versionsView(kind)}`;
}
