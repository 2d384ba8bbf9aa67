/** One cell's value; null is written empty. */
export type CsvValue = string | number | boolean | null | undefined;

/**
 * Rows as CSV with a header (RFC 4180, LF). Text that a spreadsheet would take for a formula gets an apostrophe before it,
 * so that opening a file runs nothing; numbers stay numbers.
 */
export function csvText(columns: readonly string[], rows: readonly Readonly<Record<string, CsvValue>>[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return `${[columns.map(csvCell).join(","), ...lines].join("\n")}\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const isNumber = /^-?\d+(\.\d+)?$/.test(value);
  const text = !isNumber && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
