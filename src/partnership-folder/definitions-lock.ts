import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { DefinitionsLock } from "../governance/partnership/definition-freeze.ts";
import { writeWholeFile } from "../platform/whole-file.ts";
import type { Problem } from "../values/problem.ts";
import { explainIssues } from "./explain-issue.ts";
import { readYaml } from "./read-yaml.ts";
import { codeOf, textOfBytes, unreadable } from "./record-file.ts";

const lockFileName = "definitions.lock.yaml";

export type ReadLock = { readonly lock: DefinitionsLock | null; readonly problems: readonly Problem[] };

/** The lock of a folder; none where nothing was ever frozen. */
export async function readLock(folder: string): Promise<ReadLock> {
  const file = join(folder, lockFileName);
  try {
    const found = textOfBytes(file, await readFile(file));
    return "problem" in found ? { lock: null, problems: [found.problem] } : lockOfText(file, found.text);
  } catch (error) {
    const code = codeOf(error);
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    return { lock: null, problems: isAbsent ? [] : [unreadable(folder, file, code)] };
  }
}

/** Writes the lock beside the record, whole or not at all. */
export async function writeLock(folder: string, lock: DefinitionsLock): Promise<string> {
  const file = join(folder, lockFileName);
  const head =
    "# Written by `bellwether freeze`: what holds for periods that are closed. Keep it with the record; do not edit it.\n";
  await writeWholeFile(file, head + stringify(lock, { lineWidth: 0 }));
  return file;
}

/** SHA-256 of a text, in hexadecimal. */
export function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function lockOfText(file: string, text: string): ReadLock {
  const document = readYaml(file, text);
  if (document.problems.length > 0) return { lock: null, problems: document.problems };
  const parsed = DefinitionsLock.safeParse(document.value);
  if (parsed.success) return { lock: parsed.data, problems: [] };
  return { lock: null, problems: explainIssues(DefinitionsLock, document, document.value, parsed.error.issues) };
}
