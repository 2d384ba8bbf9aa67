import { type CsvRow, longestRow } from "./csv-records.ts";

/** Why no records can be taken out of a JSON document, and where. */
export class NoJsonList extends Error {
  readonly why: "none" | "several" | "unclosed";
  readonly line: number;
  /** the keys under which lists of records stand */
  readonly keys: readonly string[];

  constructor(why: NoJsonList["why"], line: number, keys: readonly string[] = []) {
    super(`${why} list of records, line ${line}`);
    this.name = "NoJsonList";
    this.why = why;
    this.line = line;
    this.keys = keys;
  }
}

const [quote, comma, colon, backslash, lineFeed] = [34, 44, 58, 92, 10];
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125];

/**
 * The records of a JSON document given in pieces: the entries of the list that it is, or of the one list of objects that
 * stands in its objects, as an API wraps its answers: `{ "tickets": [ … ], "count": 2 }`. Lists inside records count for
 * nothing. Several documents one after the other are pages of one list. Memory is bounded by `longestRow`.
 * @returns each entry on one line, with the line on which it begins
 * @throws NoJsonList
 */
export async function* splitJsonList(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRow> {
  const scan = new ListScan();
  for await (const piece of pieces) yield* scan.take(piece);
  scan.finish();
}

class ListScan {
  #line = 1;
  /** the containers that are open: a list, or an object with the key that was read last */
  readonly #open: ("list" | { key: string })[] = [];
  #isString = false;
  #isEscaped = false;
  #text = "";
  /** how many containers are open around the entries of the list that is being read; 0 outside of lists */
  #listDepth = 0;
  #hasRecords = false;
  #listKey: string | null = null;
  #entry: { line: number; parts: string[]; length: number } | null = null;

  *take(piece: string): Generator<CsvRow> {
    let from = 0;
    for (let index = 0; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      if (code === lineFeed) this.#line++;
      if (this.#isString) {
        this.#inString(code);
        continue;
      }
      if (code <= 32) continue;
      const isInList = this.#listDepth > 0 && this.#open.length === this.#listDepth;
      if (isInList && this.#entry !== null && (code === comma || code === closeList)) {
        this.#keep(piece.slice(from, index));
        yield* this.#finishedEntry();
      }
      if (isInList && this.#entry === null && code !== comma && code !== closeList) {
        this.#beginEntry(code);
        from = index;
      }
      this.#step(code);
    }
    if (this.#entry !== null) this.#keep(piece.slice(from));
  }

  finish(): void {
    if (this.#open.length > 0 || this.#isString) throw new NoJsonList("unclosed", this.#line);
    if (!this.#hasRecords && this.#listKey === null) throw new NoJsonList("none", 1);
  }

  #inString(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) {
      this.#isString = false;
      return;
    }
    if (this.#listDepth === 0 && this.#text.length < 200) this.#text += String.fromCharCode(code);
  }

  #step(code: number): void {
    if (code === quote) [this.#isString, this.#text] = [true, ""];
    else if (code === colon) {
      const last = this.#open.at(-1);
      if (this.#listDepth === 0 && typeof last === "object") last.key = this.#text;
    } else if (code === openObject) this.#open.push({ key: "" });
    else if (code === openList) {
      const isOutside = this.#listDepth === 0;
      this.#open.push("list");
      if (isOutside) this.#listDepth = this.#open.length;
      if (this.#open.length === 1) this.#listKey = "";
    } else if (code === closeList || code === closeObject) {
      if (this.#open.length === this.#listDepth) this.#listDepth = 0;
      this.#open.pop();
    }
  }

  /** Of lists in objects those are meant that hold objects; what else stands in them is no record. */
  #beginEntry(code: number): void {
    const around = this.#open.slice(0, -1).map((container) => (container === "list" ? "" : container.key));
    const key = around.join(".");
    if (code !== openObject && this.#listKey !== key) return;
    if (this.#listKey !== null && this.#listKey !== key)
      throw new NoJsonList("several", this.#line, [this.#listKey, key]);
    [this.#listKey, this.#hasRecords] = [key, true];
    this.#entry = { line: this.#line, parts: [], length: 0 };
  }

  #keep(text: string): void {
    if (this.#entry === null) return;
    this.#entry.length += text.length;
    if (this.#entry.length <= longestRow) this.#entry.parts.push(text);
  }

  *#finishedEntry(): Generator<CsvRow> {
    if (this.#entry === null) return;
    const { line, parts, length } = this.#entry;
    this.#entry = null;
    // Outside of strings a line end is a space, and inside none may stand.
    const raw = parts
      .join("")
      .replaceAll(/[\r\n]+/g, " ")
      .trimEnd();
    yield { line, raw, fault: length > longestRow ? `the record is longer than ${longestRow} characters` : null };
  }
}
