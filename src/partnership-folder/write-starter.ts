import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { recordJsonSchema } from "../governance/partnership/record-json-schema.ts";
import { type StarterNames, starterRecord } from "../governance/partnership/starter-record.ts";
import { writeWholeFile } from "../platform/whole-file.ts";
import { BadInput, type Problem } from "../values/problem.ts";
import type { PlainDate } from "../values/time.ts";
import { partnershipOfText } from "./read-partnership.ts";
import { codeOf, recordFileName } from "./record-file.ts";

/** The schema lies beside the record, so that editors find it wherever the folder goes. */
const schemaFileName = "partnership.schema.json";

/**
 * Writes an annotated `partnership.yaml`, its examples dated from `today`, into a folder, which is made where it is missing, and the schema for editors.
 * @returns the record's path
 * @throws BadInput when a record is there already, a name does not fit, or the folder cannot be written; nothing is left half-written
 */
export async function writeStarter(folder: string, names: StarterNames, today: PlainDate): Promise<string> {
  const file = join(folder, recordFileName);
  const text = starterRecord(names, `./${schemaFileName}`, today);
  const { problems } = partnershipOfText(file, text);
  if (problems.length > 0) throw new BadInput(problems.map((problem) => ({ ...problem, at: null })));
  await makeFolder(folder);
  if (await exists(file)) {
    throw new BadInput([
      refused("already-there", file, "a record is here already", "name an empty folder, or edit this record"),
    ]);
  }
  await writeWholeFile(join(folder, schemaFileName), `${JSON.stringify(recordJsonSchema())}\n`);
  await writeWholeFile(file, text);
  return file;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const code = codeOf(error);
    const isFile = code === "EEXIST" || code === "ENOTDIR";
    const message = isFile ? "a file is in the way of this folder" : `the folder cannot be made (${code})`;
    throw new BadInput([refused("cannot-write", folder, message, "name another folder")]);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw new BadInput([
      refused("cannot-write", path, `it cannot be looked at (${codeOf(error)})`, "name another folder"),
    ]);
  }
}

function refused(code: string, file: string, message: string, hint: string): Problem {
  return { code, at: { file }, message, hint };
}
