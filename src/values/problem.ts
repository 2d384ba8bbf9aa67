/** Where in a file that a person wrote something is wrong; lines and columns count from 1. */
export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

/** One thing wrong in a file that a person wrote: found together with all others, told with what to do. */
export type Problem = {
  /** stable, kebab-case: what kind of mistake it is */
  readonly code: string;
  readonly at: Place | null;
  /** what is wrong, one sentence */
  readonly message: string;
  /** what to do, one sentence */
  readonly hint: string;
};

/** A problem of a record that has been read: its place is told by keys and list indexes from the top. */
export type PathProblem = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
};

/** `file:line:column` as editors and terminals link it; `""` where the place is unknown. */
export function placeText(at: Place | null): string {
  if (at === null) return "";
  return [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
}

/** The input cannot be used. Carries every problem found; entrypoints print them and exit with 2. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${placeText(problem.at)} ${problem.message}`.trim()).join("\n"));
    this.name = "BadInput";
    this.problems = problems;
  }
}
