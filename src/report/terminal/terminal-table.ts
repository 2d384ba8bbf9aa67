import { padded, shortened, textWidth } from "./terminal-text.ts";

export type TerminalColumn = {
  readonly isNumber?: boolean;
  /** columns with a higher number go first when the line is too narrow; 0 or absent stays */
  readonly mayGo?: number;
  /** this one is shortened when the line is still too long */
  readonly mayShrink?: boolean;
};
export type TerminalCell = { readonly text: string; readonly paint?: (text: string) => string };

/** Rows in aligned columns, no line longer than `width`. Cells are painted after they are measured. */
export function terminalTable(
  columns: readonly TerminalColumn[],
  rows: readonly (readonly TerminalCell[])[],
  width: number,
): readonly string[] {
  const natural = columns.map((_, at) => Math.max(0, ...rows.map((row) => textWidth(row[at]?.text ?? ""))));
  const shown = columnsThatFit(columns, natural, width);
  const over = Math.max(0, lineWidth(shown, natural) - width);
  const widths = natural.map((wide, at) => (columns[at]?.mayShrink ? Math.max(8, wide - over) : wide));
  return rows.map((row) => {
    // What ends the line is not filled up: a painted blank could not be trimmed.
    const last = shown.findLast((at) => row[at]?.text !== "");
    return shown
      .filter((at) => last !== undefined && at <= last)
      .map((at) => {
        const { text = "", paint = (plain: string) => plain } = row[at] ?? {};
        const wide = widths[at] ?? 0;
        const fitted = shortened(text, wide);
        return paint(at === last && !columns[at]?.isNumber ? fitted : padded(fitted, wide, columns[at]?.isNumber));
      })
      .join("  ");
  });
}

function columnsThatFit(columns: readonly TerminalColumn[], natural: readonly number[], width: number): number[] {
  const tight = natural.map((wide, at) => (columns[at]?.mayShrink ? Math.min(wide, 24) : wide));
  let shown = columns.map((_, at) => at).filter((at) => (natural[at] ?? 0) > 0);
  while (lineWidth(shown, tight) > width) {
    const next = shown.reduce((worst, at) => (goes(columns[at]) > goes(columns[worst]) ? at : worst), shown[0] ?? 0);
    if (goes(columns[next]) === 0) break;
    shown = shown.filter((at) => at !== next);
  }
  return shown;
}

function goes(column: TerminalColumn | undefined): number {
  return column?.mayGo ?? 0;
}

function lineWidth(shown: readonly number[], widths: readonly number[]): number {
  return shown.reduce((sum, at) => sum + (widths[at] ?? 0), 0) + 2 * Math.max(0, shown.length - 1);
}
