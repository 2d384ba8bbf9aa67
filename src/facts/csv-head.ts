import type { Problem } from "../values/problem.ts";
import { splitCells, splitRows, UnclosedQuote } from "./csv-records.ts";
import { type PreparedText, readHead } from "./prepare-text.ts";
import { UnusableFile } from "./unusable-file.ts";

/** What the first rows of a delimited file tell. `skippedLines` lie before the first record, the header among them. */
export type CsvHead = {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly skippedLines: number;
  readonly delimiter: string;
};

/** A header with more columns is not an export of anything that is read here. */
export const mostColumns = 2_000;
const headBytes = 1 << 20;
const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The header row and the delimiter: the stated one, that of an Excel `sep=` line, else the one that the header row holds most.
 * @throws UnusableFile where there is no header row that can be used
 */
export async function readCsvHead(
  file: string,
  prepared: PreparedText,
  stated: string | undefined,
  statedLine: number | undefined,
): Promise<CsvHead> {
  const bytes = await readHead(prepared.path, headBytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") throw unusable(file, "empty-file", "The file is empty.", "Export it again.", 1);
  const separatorLine = /^sep=(.)\r?\n/i.exec(text);
  const before = statedLine === undefined ? (separatorLine === null ? 0 : 1) : statedLine - 1;
  const body = withoutLines(text, before);
  if (body.trim() === "") {
    const message = `The file has no header on line ${before + 1}.`;
    throw unusable(file, "no-header", message, "Say the line of the column names under `header_line`.", before + 1);
  }
  const delimiter = stated ?? separatorLine?.[1] ?? likeliestDelimiter(body);
  const row = await firstRow(file, body, delimiter, bytes.length < headBytes);
  const { cells, fault } = splitCells(row.raw, delimiter);
  const headerLine = row.line + before;
  if (fault !== null) {
    const message = `The header row cannot be read: ${fault}.`;
    throw unusable(file, "broken-header", message, "Mend the quotes of the first row.", headerLine);
  }
  if (cells.length > mostColumns) throw tooManyColumns(file, cells.length, headerLine);
  const skippedLines = headerLine + (row.raw.match(/\r\n|\r|\n/g)?.length ?? 0);
  return { header: cells.map((cell) => cell.trim()), headerLine, skippedLines, delimiter };
}

/** Whether two columns have the same name, which leaves open which one is meant. */
export function repeatedNames(header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, name] of header.entries()) places.set(name, [...(places.get(name) ?? []), index]);
  return new Map([...places].filter(([name, at]) => name !== "" && at.length > 1));
}

async function firstRow(file: string, text: string, delimiter: string, isWhole: boolean) {
  try {
    for await (const row of splitRows([text], delimiter)) {
      const isCut = !isWhole && row.raw.length >= text.length - row.line;
      if (!isCut) return row;
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    const message = "The header row opens a quote that is never closed.";
    throw unusable(file, "unclosed-quote", message, "Close the quote in the first row.", error.line);
  }
  throw tooManyColumns(file, text.split(delimiter).length, 1);
}

function withoutLines(text: string, count: number): string {
  let from = 0;
  for (let line = 0; line < count; line++) {
    const end = /\r\n|\r|\n/.exec(text.slice(from));
    if (end === null) return "";
    from += end.index + end[0].length;
  }
  return text.slice(from);
}

/** Reports put their title and their date above the names of the columns: so far down a header is looked for. */
const lastHeaderLine = 40;

/**
 * The line, after the first row, whose cells are the names of columns that are wanted; null where none has most of them.
 * @param isHeader whether these cells name what is looked for
 */
export async function findHeaderLine(
  prepared: PreparedText,
  delimiter: string | undefined,
  isHeader: (cells: readonly string[]) => boolean,
): Promise<number | null> {
  const text = new TextDecoder("utf-8").decode(await readHead(prepared.path, headBytes));
  for (const [index, line] of text
    .split(/\r\n|\r|\n/)
    .slice(0, lastHeaderLine)
    .entries()) {
    const cells = splitCells(line, delimiter ?? likeliestDelimiter(line)).cells.map((cell) => cell.trim());
    if (index > 0 && cells.length > 1 && isHeader(cells)) return index + 1;
  }
  return null;
}

function likeliestDelimiter(text: string): string {
  const line = (text.split(/\r\n|\r|\n/).find((part) => part.trim() !== "") ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = delimiters.map((delimiter) => line.split(delimiter).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

function tooManyColumns(file: string, count: number, line: number): UnusableFile {
  const message = `The first row has ${count} columns or more; an export has at most ${mostColumns}.`;
  const hint = "Check the delimiter and that the file is the export that you mean.";
  return unusable(file, "too-many-columns", message, hint, line);
}

function unusable(file: string, code: string, message: string, hint: string, line: number): UnusableFile {
  const problem: Problem = { code, at: { file, line }, message, hint };
  return new UnusableFile(problem);
}
