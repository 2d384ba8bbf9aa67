import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BadInput, type Problem } from "../values/problem.ts";

/**
 * Writes a file whole or not at all: beside its place first, then moved there in one step.
 * @throws BadInput when the folder cannot be written or the disk is full; nothing is left behind
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await writeFile(beside, content, { flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new BadInput([unwritable(path, error)]);
  }
}

/**
 * Tries whether a file could be written, before the work whose outcome it is to hold.
 * @throws BadInput as writing it would
 */
export async function assureWritable(path: string): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    if ((await stat(path).catch(() => null))?.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
    await writeFile(beside, "");
  } catch (error) {
    throw new BadInput([unwritable(path, error)]);
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

const reasons: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "Free some space, or name a file on another disk."],
  EACCES: ["this folder may not be written to", "Choose a folder that you own."],
  EROFS: ["this disk is read-only", "Choose a folder on another disk."],
  ENOENT: ["the folder does not exist", "Make the folder first, or name another."],
  EISDIR: ["this is a folder", "Name a file."],
};

function unwritable(path: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const [message, hint] = reasons[code] ?? [`it could not be written (${code})`, "Choose another place."];
  return { code: "cannot-write", at: { file: path }, message, hint };
}
