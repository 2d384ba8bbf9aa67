import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../values/problem.ts";

export const recordFileName = "partnership.yaml";

/** A record of a large partnership is some tens of kilobytes. */
const mostBytes = 1_000_000;

/** The text of a folder's `partnership.yaml`, or why there is none. */
export async function readRecordFile(folder: string): Promise<{ text: string } | { problem: Problem }> {
  const file = join(folder, recordFileName);
  try {
    if (!(await stat(folder)).isDirectory()) {
      return problem("not-a-folder", folder, "this is not a folder", `name the folder in which ${recordFileName} lies`);
    }
    const found = await stat(file);
    if (!found.isFile()) return problem("not-a-file", file, "this is not a file", "put the record here");
    if (found.size > mostBytes) {
      const message = `the record has ${found.size} bytes, and ${mostBytes} is the most that is read`;
      return problem("file-too-big", file, message, "raw records belong into files that `sources` names");
    }
    return textOfBytes(file, await readFile(file));
  } catch (error) {
    return { problem: unreadable(folder, file, codeOf(error)) };
  }
}

/** Text from UTF-8 bytes; anything else is refused with the place of the first byte that does not fit. */
export function textOfBytes(file: string, bytes: Uint8Array): { text: string } | { problem: Problem } {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.includes(0)) {
    return problem("not-utf-8", file, "the file is not written in UTF-8 but, it seems, in UTF-16", "save it as UTF-8");
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const before = new TextDecoder().decode(bytes).split("\uFFFD")[0] ?? "";
    const lines = before.split("\n");
    const at = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    const message = "a character stands here that is not written in UTF-8";
    return { problem: { code: "not-utf-8", at, message, hint: "save the file as UTF-8" } };
  }
}

/** What the operating system's refusal means to a person. */
export function unreadable(folder: string, file: string, code: string): Problem {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return problem(
        "file-missing",
        file,
        "there is no partnership record here",
        `\`bellwether init ${folder}\` writes a starter`,
      ).problem;
    case "EACCES":
    case "EPERM":
      return problem(
        "file-unreadable",
        file,
        "the file or its folder may not be read",
        "ask its owner for the right to read it",
      ).problem;
    default:
      return problem(
        "file-unreadable",
        file,
        `the file cannot be read (${code})`,
        "try to open it with another program",
      ).problem;
  }
}

/** The code of an error of the operating system; other errors are bugs and go on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

function problem(code: string, file: string, message: string, hint: string): { problem: Problem } {
  return { problem: { code, at: { file }, message, hint } };
}
