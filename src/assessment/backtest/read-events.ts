import { readFile, stat } from "node:fs/promises";
import { splitCells, splitRows, UnclosedQuote } from "../../facts/csv-records.ts";
import { explainIssues } from "../../partnership-folder/explain-issue.ts";
import { readYaml } from "../../partnership-folder/read-yaml.ts";
import { codeOf, textOfBytes } from "../../partnership-folder/record-file.ts";
import { pathKey, WrittenDocument, type WrittenPlace } from "../../partnership-folder/written-document.ts";
import { closestWord } from "../../values/closest-word.ts";
import { BadInput, type Problem } from "../../values/problem.ts";
import { type KnownEvent, KnownEvents } from "./known-event.ts";

const columns = ["pitfall", "from", "until", "what"] as const;
const mostBytes = 1_000_000;

/**
 * The known events of a file: a YAML list, or a CSV file with the columns `from`, `what` and, where they are known, `pitfall`
 * and `until`.
 * @param pitfalls  the ids that an event may name
 * @throws BadInput with every problem of the file, each with its place
 */
export async function readEvents(file: string, pitfalls: readonly string[]): Promise<readonly KnownEvent[]> {
  const text = await textOf(file);
  return eventsOfText(file, text, pitfalls);
}

/** The same for a text; `file` is only named. @throws BadInput */
export async function eventsOfText(
  file: string,
  text: string,
  pitfalls: readonly string[],
): Promise<readonly KnownEvent[]> {
  const document = /\.csv$/i.test(file) ? await readCsv(file, text) : readYaml(file, text);
  if (document.problems.length > 0) throw new BadInput(document.problems);
  const parsed = KnownEvents.safeParse(document.value);
  if (!parsed.success) {
    if (!Array.isArray(document.value)) {
      const hint = "Write one event a line: - { from: 2026-03-01, until: 2026-04-15, pitfall: high-turnover, what: … }";
      throw new BadInput([
        { code: "not-a-list", at: document.placeOf([]), message: "known events are written as a list", hint },
      ]);
    }
    throw new BadInput(explainIssues(KnownEvents, document, document.value, parsed.error.issues));
  }
  const problems = parsed.data.flatMap((event, index) => problemsOf(event, index, document, pitfalls));
  if (problems.length > 0) throw new BadInput(problems);
  return parsed.data;
}

function problemsOf(
  { pitfall, from, until }: KnownEvent,
  index: number,
  document: WrittenDocument,
  pitfalls: readonly string[],
): readonly Problem[] {
  const problems: Problem[] = [];
  if (pitfall !== undefined && !pitfalls.includes(pitfall)) {
    const near = closestWord(pitfall, pitfalls);
    const hint =
      near === null ? "`bellwether pitfalls` lists them; leave it out where none fits." : `Did you mean ${near}?`;
    const message = `there is no pitfall named ${JSON.stringify(pitfall)}`;
    problems.push({ code: "unknown-pitfall", at: document.placeOf([index, "pitfall"]), message, hint });
  }
  if (until !== undefined && until < from) {
    const message = `the event is over on ${until}, before it began on ${from}`;
    const at = document.placeOf([index, "until"]);
    problems.push({ code: "dates-crossed", at, message, hint: "Swap `from` and `until`." });
  }
  return problems;
}

async function textOf(file: string): Promise<string> {
  const refuse = (code: string, message: string, hint: string) => new BadInput([{ code, at: { file }, message, hint }]);
  try {
    const found = await stat(file);
    if (!found.isFile()) throw refuse("not-a-file", "this is not a file", "Name the file with the known events.");
    if (found.size > mostBytes)
      throw refuse("file-too-big", "the file is too big for a list of events", "Is it the right file?");
    const read = textOfBytes(file, await readFile(file));
    if ("problem" in read) throw new BadInput([read.problem]);
    return read.text;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    if (codeOf(error) === "ENOENT")
      throw refuse("file-missing", "there is no such file", "Check the path after --events.");
    throw refuse(
      "file-unreadable",
      `the file cannot be read (${codeOf(error)})`,
      "Check the path and who may read it.",
    );
  }
}

/** The rows as a document: each cell has its line as its place, and empty ones are left out. */
async function readCsv(file: string, text: string): Promise<WrittenDocument> {
  const problems: Problem[] = [];
  const places = new Map<string, WrittenPlace>();
  const events: Record<string, string>[] = [];
  let header: readonly string[] | null = null;
  try {
    for await (const { line, raw, fault } of splitRows([text.replace(/^\ufeff/, "")], ",")) {
      const { cells, fault: ofQuotes } = splitCells(raw, ",");
      const at = { file, line };
      if (header === null) {
        header = cells.map((cell) => cell.trim().toLowerCase());
        problems.push(...headerProblems(header, at));
        continue;
      }
      const wrong =
        fault ?? ofQuotes ?? (cells.length > header.length ? "more cells than the header has columns" : null);
      if (wrong !== null) {
        const hint = "Put a text with commas into double quotes.";
        problems.push({ code: "bad-row", at, message: `the row cannot be read: ${wrong}`, hint });
        continue;
      }
      const names = header;
      const place = { value: at, key: at, source: null };
      places.set(pathKey([events.length]), place);
      const filled = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [[names[index] ?? "", cell.trim()]]));
      for (const [name = ""] of filled) places.set(pathKey([events.length, name]), place);
      events.push(Object.fromEntries(filled));
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    const message = "a quote is opened here and never closed";
    problems.push({ code: "open-quote", at: { file, line: error.line }, message, hint: "Close it, or double it." });
  }
  if (header === null) {
    const hint = `Begin with the header ${columns.join(",")}.`;
    problems.push({ code: "file-empty", at: { file }, message: "the file is empty", hint });
  }
  return new WrittenDocument(file, events, problems, places);
}

function headerProblems(header: readonly string[], at: Problem["at"]): readonly Problem[] {
  const missing = ["from", "what"].filter((name) => !header.includes(name));
  const known: readonly string[] = columns;
  const unknown = header.filter((name) => !known.includes(name));
  return [
    ...missing.map((name) => ({
      code: "column-missing",
      at,
      message: `the column ${name} is missing`,
      hint: `The columns are ${columns.join(", ")}; from and what are needed.`,
    })),
    ...unknown.map((name) => {
      const near = closestWord(name, columns);
      const hint = near === null ? `The columns are ${columns.join(", ")}.` : `Did you mean ${near}?`;
      return { code: "unknown-column", at, message: `there is no column ${JSON.stringify(name)}`, hint };
    }),
  ];
}
