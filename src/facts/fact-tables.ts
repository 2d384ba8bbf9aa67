import type { ColumnType, FactColumn, FactKindSchema } from "./schema/fact-kinds.ts";

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
