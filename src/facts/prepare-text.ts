import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Problem } from "../values/problem.ts";
import { longestRow } from "./csv-records.ts";
import { UnusableFile, unreadable } from "./unusable-file.ts";

/** A text file as the database can read it: UTF-8 and unpacked, either the file itself or a copy in the scratch folder. */
export type PreparedText = {
  readonly path: string;
  readonly bytes: number;
  /** lines that are not empty, the header's included */
  readonly filledLines: number;
  readonly lineEnd: "\n" | "\r\n";
  /** one kind of line end, no empty or over-long lines, no zero bytes: the database may read it as it stands */
  readonly isPlain: boolean;
};

export type PrepareOptions = {
  readonly encoding: string | undefined;
  readonly scratchFolder: string;
  readonly signal: AbortSignal | undefined;
  readonly onBytes?: (bytes: number) => void;
};

/** Small pieces cost more in steps than their bytes cost in work. */
const pieceBytes = 1 << 20;
const largestUnpackedShare = 200;
const smallestBomb = 1_000_000_000;

/**
 * Reads a text file once from end to end: unpacks gzip, turns other encodings into UTF-8, counts its lines and looks for what
 * the database would trip over.
 * @throws UnusableFile where the bytes are not the text that the source says they are
 */
export async function prepareText(path: string, options: PrepareOptions): Promise<PreparedText> {
  const head = await readHead(path);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const encoding = options.encoding ?? (isPacked ? undefined : markedEncoding(head));
  if (isPacked || (encoding !== undefined && !isUtf8Name(encoding))) return await copyAsUtf8(path, isPacked, options);
  const survey = new LineSurvey(path);
  await readThrough(path, options, async (chunk) => survey.take(chunk));
  return survey.finish(path);
}

/** The first bytes of a file. @throws UnusableFile where it cannot be read */
export async function readHead(path: string, length = 4096): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UnusableFile(unreadable(path, error));
  }
}

async function copyAsUtf8(path: string, isPacked: boolean, options: PrepareOptions): Promise<PreparedText> {
  const copy = join(options.scratchFolder, `copy-${copies++}.txt`);
  const survey = new LineSurvey(path);
  const packedBytes = (await stat(path)).size;
  const toUtf8 = new Transcoder(path, options.encoding);
  let unpackedBytes = 0;
  async function* transcoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      unpackedBytes += chunk.length;
      options.onBytes?.(chunk.length);
      if (unpackedBytes > smallestBomb && unpackedBytes > packedBytes * largestUnpackedShare) throw bomb(path);
      const text = toUtf8.take(chunk);
      survey.take(text);
      yield text;
    }
    const rest = toUtf8.end();
    survey.take(rest);
    yield rest;
  }
  const packed = createReadStream(path, { highWaterMark: pieceBytes });
  const unpacked = isPacked ? packed.pipe(createGunzip({ chunkSize: pieceBytes })) : packed;
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    await pipeline(unpacked, transcoded, createWriteStream(copy, { highWaterMark: 4 * pieceBytes }), {
      ...(options.signal && { signal: options.signal }),
    });
  } catch (error) {
    if (error instanceof UnusableFile || options.signal?.aborted === true) throw error;
    throw new UnusableFile(unreadable(path, error));
  }
  return survey.finish(copy);
}
let copies = 0;

async function readThrough(
  path: string,
  options: PrepareOptions,
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal: options.signal })) {
      await take(chunk);
      options.onBytes?.(chunk.length);
    }
  } catch (error) {
    if (error instanceof UnusableFile || options.signal?.aborted === true) throw error;
    throw new UnusableFile(unreadable(path, error));
  }
}

/** Bytes in any encoding that the platform knows to UTF-8; the stated encoding wins over the mark at the start. */
class Transcoder {
  readonly #path: string;
  readonly #stated: string | undefined;
  #decoder: TextDecoder | null = null;

  constructor(path: string, stated: string | undefined) {
    this.#path = path;
    this.#stated = stated;
  }

  take(chunk: Buffer): Buffer {
    const name = this.#stated ?? markedEncoding(chunk) ?? "utf-8";
    if (this.#decoder === null && isUtf8Name(name) && this.#stated === undefined) this.#decoder = passUtf8;
    this.#decoder ??= decoderOf(this.#path, name);
    return this.#decoder === passUtf8 ? chunk : this.#decode(chunk);
  }

  end(): Buffer {
    return this.#decoder === null || this.#decoder === passUtf8 ? Buffer.alloc(0) : this.#decode(undefined);
  }

  #decode(chunk: Buffer | undefined): Buffer {
    try {
      return Buffer.from(this.#decoder?.decode(chunk, { stream: chunk !== undefined }) ?? "");
    } catch {
      const message = `The file is not written in ${this.#stated ?? "the encoding that its first bytes promise"}.`;
      const hint = "Say the right `encoding` in the source, such as utf-8, windows-1252 or utf-16le.";
      throw new UnusableFile({ code: "wrong-encoding", at: { file: this.#path }, message, hint });
    }
  }
}
/** UTF-8 needs no turning: the survey checks it as it goes by. */
const passUtf8 = new TextDecoder("utf-8");

function decoderOf(path: string, name: string): TextDecoder {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    const message = `No such encoding is known: ${name}.`;
    const hint = "Use a name such as utf-8, windows-1252, iso-8859-15, utf-16le, shift_jis or gb18030.";
    throw new UnusableFile({ code: "unknown-encoding", at: { file: path }, message, hint });
  }
}

/** Counts lines and finds trouble, chunk by chunk, without decoding. */
class LineSurvey {
  readonly #path: string;
  #bytes = 0;
  #tail: Buffer = Buffer.alloc(0);
  #lines = 0;
  #pairs = 0;
  #emptyLines = 0;
  #lineLength = 0;
  #lastByte = 0;
  #hasLoneReturn = false;
  #hasZeroByte = false;
  #hasLongLine = false;

  constructor(path: string) {
    this.#path = path;
  }

  take(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#bytes += chunk.length;
    if (!this.#hasZeroByte && chunk.includes(0)) this.#findZeroBytes(chunk);
    this.#checkUtf8(chunk);
    const pairsBefore = this.#pairs;
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const isPair = (at === 0 ? this.#lastByte : chunk[at - 1]) === 13;
      const length = this.#lineLength + at - from - (isPair ? 1 : 0);
      this.#lines++;
      if (isPair) this.#pairs++;
      if (length <= 0) this.#emptyLines++;
      else if (length > longestRow) this.#hasLongLine = true;
      this.#lineLength = 0;
      from = at + 1;
    }
    this.#lineLength += chunk.length - from;
    if (this.#pairs === pairsBefore && !this.#hasLoneReturn) this.#hasLoneReturn = chunk.subarray(0, -1).includes(13);
    this.#lastByte = chunk[chunk.length - 1] ?? 0;
  }

  finish(path: string): PreparedText {
    if (this.#tail.length > 0) throw new UnusableFile(notUtf8(this.#path, this.#lines + 1));
    const hasUnendedLine = this.#lineLength > 0;
    const isUniform = this.#pairs === 0 || this.#pairs === this.#lines;
    const isLong = this.#hasLongLine || this.#lineLength > longestRow;
    return {
      path,
      bytes: this.#bytes,
      filledLines: this.#lines - this.#emptyLines + (hasUnendedLine ? 1 : 0),
      lineEnd: this.#pairs > 0 ? "\r\n" : "\n",
      isPlain: isUniform && !isLong && !this.#hasLoneReturn && !this.#hasZeroByte && this.#emptyLines === 0,
    };
  }

  #checkUtf8(chunk: Buffer): void {
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    const whole = bytes.length - unfinishedLength(bytes);
    this.#tail = Buffer.from(bytes.subarray(whole));
    if (isUtf8(bytes.subarray(0, whole))) return;
    let line = this.#lines + 1;
    for (let from = 0; ; line++) {
      const end = bytes.indexOf(10, from);
      if (end === -1 || !isUtf8(bytes.subarray(from, end))) break;
      from = end + 1;
    }
    throw new UnusableFile(notUtf8(this.#path, line));
  }

  #findZeroBytes(chunk: Buffer): void {
    this.#hasZeroByte = true;
    const sample = chunk.subarray(0, 4096);
    const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
    if (zeros * 10 < sample.length) return;
    const message = "The file is not UTF-8 text: much of it is zero bytes, as in UTF-16 or in a binary file.";
    const hint = "If it is text, say `encoding: utf-16le` (or utf-16be) in the source; else export it as CSV in UTF-8.";
    throw new UnusableFile({ code: "not-text", at: { file: this.#path, line: 1 }, message, hint });
  }
}

/** How many bytes at the end begin a character that the next chunk goes on with. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function markedEncoding(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

function isUtf8Name(name: string): boolean {
  return /^(unicode-1-1-)?utf-?8$/i.test(name.trim());
}

function notUtf8(file: string, line: number): Problem {
  const message = "The text is not UTF-8 from this line on.";
  const hint =
    "Say its `encoding` in the source (Excel in Western Europe and America: windows-1252), or export it as UTF-8.";
  return { code: "wrong-encoding", at: { file, line }, message, hint };
}

function bomb(file: string): UnusableFile {
  const message = `The archive unpacks to more than ${largestUnpackedShare} times its size.`;
  const hint = "Unpack it yourself and name the unpacked file, if it is really meant to be that large.";
  return new UnusableFile({ code: "archive-too-large", at: { file }, message, hint });
}
