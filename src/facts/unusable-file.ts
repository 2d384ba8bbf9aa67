import type { Problem } from "../values/problem.ts";

/** Stops the import of one file with the problem that says why. */
export class UnusableFile extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "UnusableFile";
    this.problem = problem;
  }
}

/** Why the system would not let a file be read or written, as a problem with what to do. */
export function unreadable(file: string, error: unknown): Problem {
  const systemCode = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = systemErrors[systemCode];
  if (known !== undefined) return { code: known[0], at: { file }, message: known[1], hint: known[2] };
  if (systemCode.startsWith("Z_")) {
    const message = "The gzip file is cut off or damaged.";
    return { code: "broken-archive", at: { file }, message, hint: "Fetch or export it again." };
  }
  const message = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  return {
    code: "file-not-readable",
    at: { file },
    message,
    hint: "Check that the disk or share is there, then try again.",
  };
}

const systemErrors: Readonly<Record<string, readonly [code: string, message: string, hint: string]>> = {
  ENOENT: [
    "file-missing",
    "There is no such file.",
    "Check the path in the source; it is read from the partnership's folder.",
  ],
  EACCES: ["file-not-readable", "The file may not be read.", "Give the account that runs this the right to read it."],
  EPERM: ["file-not-readable", "The file may not be read.", "Give the account that runs this the right to read it."],
  EISDIR: ["file-is-a-folder", "This is a folder, not a file.", "Name the files in it, such as exports/*.csv."],
  ENOSPC: ["no-space", "The disk of the temporary folder is full.", "Free space, or point TMPDIR to a larger disk."],
};
