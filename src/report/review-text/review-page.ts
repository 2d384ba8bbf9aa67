import type { UnseenPart } from "../../assessment/reviews/review-result.ts";
import { withDates } from "../format-figure.ts";
import type { StateWord, Tone } from "../state-word.ts";
import { type Paint, paintOf } from "../terminal/terminal-paint.ts";
import { type TerminalCell, type TerminalColumn, terminalTable } from "../terminal/terminal-table.ts";
import { shortened, textWidth, wrapped } from "../terminal/terminal-text.ts";

/** A cell as text, or with a tone where it says how something stands. */
export type ReviewCell = string | { readonly text: string; readonly tone: Tone };

export type ReviewTable = {
  /** the words above each column with how it behaves when the line is narrow */
  readonly columns: readonly (TerminalColumn & { readonly title: string })[];
  readonly rows: readonly (readonly ReviewCell[])[];
};

export type ReviewPart = {
  readonly title: string;
  readonly table?: ReviewTable;
  /** sentences, each on its own lines */
  readonly lines?: readonly string[];
};

/** A review for a terminal: the answer first, then what it rests on. */
export type ReviewPage = {
  readonly headline: string;
  readonly tone: Tone;
  /** what follows from it, or stands against it, in a sentence or two */
  readonly lines?: readonly string[];
  readonly parts: readonly ReviewPart[];
};

export type ReviewPageOptions = {
  readonly width: number;
  readonly colour: boolean;
  readonly unseen: readonly UnseenPart[];
  /** commands, each with what it does */
  readonly next: readonly { readonly command: string; readonly does: string }[];
};

const mostRows = 24;
const mostLines = 30;

/** The page as lines no wider than `width`; no escape sequence is written unless `colour`, and none that a record brought. */
export function reviewPageText(page: ReviewPage, { width: asked, colour, unseen, next }: ReviewPageOptions): string {
  const width = Math.min(160, Math.max(60, Math.floor(asked)));
  const paint = paintOf(colour);
  const blocks = [
    [
      ...wrapped(withDates(page.headline), width, 4).map(paint[page.tone === "plain" ? "title" : page.tone]),
      ...(page.lines ?? []).flatMap((line) => wrapped(withDates(line), width, 4)),
    ],
    ...page.parts.map((part) => partLines(part, width, paint)),
    unseenLines(unseen, width, paint),
    next.length === 0 ? [] : [paint.title("NEXT"), ...next.map((step) => nextLine(step, width, paint))],
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${text.join("\n\n").replaceAll("\u00a0", " ")}\n`;
}

/** A state as people read it, with its mark. */
export function stateCell({ glyph, word, tone }: StateWord): ReviewCell {
  return { text: `${glyph} ${word}`, tone };
}

function partLines({ title, table, lines = [] }: ReviewPart, width: number, paint: Paint): readonly string[] {
  const rows = table?.rows ?? [];
  if (rows.length === 0 && lines.length === 0) return [];
  const said = lines.slice(0, mostLines).flatMap((line) => hanging(withDates(line), width));
  return [
    paint.title(title.toUpperCase()),
    ...(table === undefined || rows.length === 0 ? [] : tableLines(table, width, paint)),
    ...more(rows.length, mostRows, paint),
    ...said,
    ...more(lines.length, mostLines, paint),
  ];
}

function tableLines({ columns, rows }: ReviewTable, width: number, paint: Paint): readonly string[] {
  const head = columns.map(({ title }): TerminalCell => ({ text: title, paint: paint.faint }));
  const body = rows.slice(0, mostRows).map((row) => row.map((cell) => cellOf(cell, paint)));
  const isEmpty = (at: number) => rows.every((row) => textOf(row[at]) === "");
  const shown = columns.flatMap((_, at) => (isEmpty(at) ? [] : [at]));
  const only = (row: readonly TerminalCell[]) => shown.map((at) => row[at] ?? { text: "" });
  return terminalTable(
    shown.flatMap((at) => giving(columns[at], at)),
    [head, ...body].map(only),
    width,
  );
}

/** Where nothing else may go, the columns on the right do: the first two say which row it is and how it stands. */
function giving(column: TerminalColumn | undefined, at: number): readonly TerminalColumn[] {
  if (column === undefined) return [];
  return column.mayGo !== undefined || column.mayShrink === true || at < 2
    ? [column]
    : [{ ...column, mayGo: at / 100 }];
}

function cellOf(cell: ReviewCell, paint: Paint): TerminalCell {
  return typeof cell === "string" ? { text: withDates(cell) } : { text: withDates(cell.text), paint: paint[cell.tone] };
}

function textOf(cell: ReviewCell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "");
}

/** `- ` before the first line, and the rest set in beneath it. */
function hanging(line: string, width: number): readonly string[] {
  return wrapped(line, width - 2, 6).map((part, at) => `${at === 0 ? "- " : "  "}${part}`);
}

function unseenLines(unseen: readonly UnseenPart[], width: number, paint: Paint): readonly string[] {
  if (unseen.length === 0) return [];
  return [
    paint.title("NOT SEEN"),
    ...unseen.flatMap(({ what, because, opensWith }) =>
      hanging(`${withDates(`${what}: ${because}`)}; opens with ${opensWith.join(", ")}`, width),
    ),
  ];
}

function nextLine({ command, does }: ReviewPageOptions["next"][number], width: number, paint: Paint): string {
  // A command stands whole, since a part of one is none; what it does has the room that is left.
  const room = width - textWidth(command) - 2;
  return room < 12 ? command : `${command}  ${paint.faint(shortened(does, room))}`;
}

function more(count: number, shown: number, paint: Paint): readonly string[] {
  return count <= shown ? [] : [paint.faint(`… and ${count - shown} more: --json has them all`)];
}
