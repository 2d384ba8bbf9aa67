import type { FactRow, FactRows } from "../src/early-warning/simulator/fact-rows.ts";

/** Each kind of record as the text of a CSV file with the columns that its rows have; kinds without rows are left out. */
export function factsAsCsv(facts: FactRows): Map<string, string> {
  const files = new Map<string, string>();
  for (const [kind, rows] of Object.entries(facts)) {
    const [first] = rows;
    if (first !== undefined) files.set(kind, csvText(Object.keys(first), rows));
  }
  return files;
}

function csvText(columns: readonly string[], rows: readonly FactRow[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)).join(","));
  return `${columns.join(",")}\n${lines.join("\n")}\n`;
}

function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
