import type { FactRows } from "../src/early-warning/simulator/fact-rows.ts";
import { csvText } from "../src/values/csv-text.ts";

/** Each kind of record as the text of a CSV file with the columns that its rows have; kinds without rows are left out. */
export function factsAsCsv(facts: FactRows): Map<string, string> {
  const files = new Map<string, string>();
  for (const [kind, rows] of Object.entries(facts)) {
    const [first] = rows;
    if (first !== undefined) files.set(kind, csvText(Object.keys(first), rows));
  }
  return files;
}
