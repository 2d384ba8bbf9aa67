/** One row of a delimited file as written: `line` is where it begins, `fault` why it was not kept whole. */
export type CsvRow = { readonly line: number; readonly raw: string; readonly fault: string | null };

/** A row longer than this (characters) is never taken into memory whole: it goes to quarantine. */
export const longestRow = 2_000_000;
/** What is kept of the text of a row that is too long (characters). */
export const longestKeptText = 2_000;

/** A quote that was opened and never closed: nothing after it can be told apart. */
export class UnclosedQuote extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`the quote opened on line ${line} is never closed`);
    this.name = "UnclosedQuote";
    this.line = line;
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * The rows of a delimited text given in pieces, in the manner of RFC 4180: a cell that begins with a quote may hold
 * line ends and doubled quotes; rows end with LF, CRLF or CR. Empty lines are no rows. Memory is bounded by `longestRow`.
 * @param hasQuotes false where quotes mean nothing, so that each line is a row
 * @throws UnclosedQuote at the end of the text
 */
export async function* splitRows(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
  hasQuotes = true,
): AsyncGenerator<CsvRow> {
  const delimiterCode = delimiter.charCodeAt(0);
  const row = new GrowingRow();
  let line = 1;
  let isQuoted = false;
  let isCellStart = true;
  let hasJustClosed = false;
  let quoteLine = 0;
  let previous = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let index = 0; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      const isLineEnd = code === lineFeed || code === carriageReturn;
      const isSecondOfPair = code === lineFeed && previous === carriageReturn;
      previous = code;
      if (isLineEnd && !isSecondOfPair) line++;
      if (isQuoted) {
        if (code === quote) [isQuoted, hasJustClosed] = [false, true];
        continue;
      }
      if (hasQuotes && code === quote && (isCellStart || hasJustClosed)) {
        if (isCellStart) quoteLine = line;
        [isQuoted, isCellStart, hasJustClosed] = [true, false, false];
        continue;
      }
      hasJustClosed = false;
      isCellStart = code === delimiterCode;
      if (!isLineEnd) continue;
      if (!isSecondOfPair) {
        row.add(piece, from, index);
        if (!row.isEmpty) yield row.take();
      }
      from = index + 1;
      row.begin(line);
      isCellStart = true;
    }
    row.add(piece, from, piece.length);
  }
  if (isQuoted) throw new UnclosedQuote(quoteLine);
  if (!row.isEmpty) yield row.take();
}

/** The cells of one row; `fault` says what is wrong with its quotes. */
export function splitCells(raw: string, delimiter: string): { cells: readonly string[]; fault: string | null } {
  if (!raw.includes('"')) return { cells: raw.split(delimiter), fault: null };
  const cells: string[] = [];
  let fault: string | null = null;
  let at = 0;
  for (;;) {
    if (raw.charCodeAt(at) !== quote) {
      const end = raw.indexOf(delimiter, at);
      cells.push(end === -1 ? raw.slice(at) : raw.slice(at, end));
      if (end === -1) return { cells, fault };
      at = end + 1;
      continue;
    }
    const { text, end } = quotedCell(raw, at);
    cells.push(text);
    if (end >= raw.length) return { cells, fault };
    if (raw[end] !== delimiter) {
      fault ??= `text after the closing quote of cell ${cells.length}`;
      const next = raw.indexOf(delimiter, end);
      if (next === -1) return { cells, fault };
      at = next + 1;
    } else at = end + 1;
  }
}

function quotedCell(raw: string, open: number): { text: string; end: number } {
  let text = "";
  let from = open + 1;
  for (;;) {
    const close = raw.indexOf('"', from);
    if (close === -1) return { text: text + raw.slice(from), end: raw.length };
    text += raw.slice(from, close);
    if (raw.charCodeAt(close + 1) !== quote) return { text, end: close + 1 };
    text += '"';
    from = close + 2;
  }
}

class GrowingRow {
  #text = "";
  #length = 0;
  #line = 1;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  begin(line: number): void {
    [this.#text, this.#length, this.#line] = ["", 0, line];
  }

  add(piece: string, from: number, to: number): void {
    this.#length += to - from;
    if (this.#length <= longestRow) this.#text += piece.slice(from, to);
    else if (this.#text.length < longestKeptText) this.#text += piece.slice(from, from + longestKeptText);
  }

  take(): CsvRow {
    if (this.#length <= longestRow) return { line: this.#line, raw: this.#text, fault: null };
    const fault = `the row is longer than ${longestRow} characters`;
    return { line: this.#line, raw: this.#text.slice(0, longestKeptText), fault };
  }
}
