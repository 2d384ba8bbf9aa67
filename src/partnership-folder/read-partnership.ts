import { join } from "node:path";
import { z } from "zod";
import { agreementNotices, agreementProblems } from "../governance/partnership/agreement-problems.ts";
import { consistencyProblems } from "../governance/partnership/consistency-problems.ts";
import {
  type DefinitionsLock,
  frozenProblems,
  restatementProblems,
} from "../governance/partnership/definition-freeze.ts";
import { metricProblems } from "../governance/partnership/metric-problems.ts";
import { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { isGroup, type RecordProblem } from "../governance/partnership/record-problem.ts";
import { type NamesFromElsewhere, referenceProblems } from "../governance/partnership/reference-problems.ts";
import { schemasAt } from "../governance/partnership/schema-walk.ts";
import { type Place, type Problem, placeText } from "../values/problem.ts";
import { digest, readLock } from "./definitions-lock.ts";
import { explainIssues } from "./explain-issue.ts";
import { readYaml } from "./read-yaml.ts";
import { readRecordFile, recordFileName } from "./record-file.ts";
import { type DocumentPath, pathOfText, WrittenDocument } from "./written-document.ts";

/** A partnership as it lies in a folder. */
export type ReadPartnership = {
  /** null when the file could not be read as a record at all */
  readonly record: PartnershipRecord | null;
  /** everything that is wrong with it, in the order of the file; a record with problems is not to be used */
  readonly problems: readonly Problem[];
  /** what is worth knowing and stands in no one's way */
  readonly notices: readonly Problem[];
  /** where something stands in the file, by its path: `objectives[0].target`; the nearest thing around what is missing */
  readonly placeOf: (path: string) => Place;
  /** the record as written, empty values left out: what definitions are compared by */
  readonly written: unknown;
};

/**
 * Reads `partnership.yaml` of a folder and finds all of its problems at once, each with its place.
 * @param elsewhere names that hold without being defined in the record, such as the pitfalls of the catalogue
 * @throws nothing that a file or folder can bring about
 */
export async function readPartnership(folder: string, elsewhere: NamesFromElsewhere = {}): Promise<ReadPartnership> {
  const file = join(folder, recordFileName);
  const found = await readRecordFile(folder);
  if ("problem" in found) return unread(new WrittenDocument(file, undefined, [found.problem], new Map()));
  const { lock, problems } = await readLock(folder);
  const partnership = partnershipOfText(file, found.text, elsewhere, lock);
  return { ...partnership, problems: [...partnership.problems, ...problems] };
}

/** The same for a text; `file` is only named, and `lock` is what was frozen of it. */
export function partnershipOfText(
  file: string,
  text: string,
  elsewhere: NamesFromElsewhere = {},
  lock: DefinitionsLock | null = null,
): ReadPartnership {
  const document = readYaml(file, text);
  if (document.value === undefined) return unread(document);
  if (!isGroup(document.value)) {
    const hint = "begin with `partnership:` and its short name, or write a starter with `bellwether init`";
    const problem = { code: "not-a-record", at: document.placeOf([]), message: "a record is a group of keys", hint };
    return unread(new WrittenDocument(file, undefined, [...document.problems, problem], new Map()));
  }
  const written = withoutEmptyValues(document.value, []);
  const parsed = PartnershipRecord.safeParse(written);
  const found = [
    ...(parsed.success
      ? agreementProblems(parsed.data).map((problem) => placed(document, problem))
      : explainIssues(PartnershipRecord, document, written, parsed.error.issues)),
    ...referenceProblems(written, elsewhere).map((problem) => placed(document, problem)),
    ...metricProblems(written).map((problem) => placed(document, problem)),
    ...consistencyProblems(written).map((problem) => placed(document, problem)),
    ...restatementProblems(written).map((problem) => placed(document, problem)),
    ...(lock === null ? [] : frozenProblems(written, lock, digest).map((problem) => placed(document, problem))),
  ];
  // Where the form of a value is wrong, what the schema thinks of it is noise.
  const malformed = new Set(document.problems.map(({ at }) => placeText(at)));
  const problems = [...document.problems, ...found.filter(({ at }) => !malformed.has(placeText(at)))];
  return {
    record: parsed.success ? parsed.data : null,
    problems: problems.toSorted(byPlace),
    notices: parsed.success
      ? agreementNotices(parsed.data)
          .map((notice) => placed(document, notice))
          .toSorted(byPlace)
      : [],
    placeOf: (path) => document.placeOf(pathOfText(path)),
    written,
  };
}

function unread(document: WrittenDocument): ReadPartnership {
  const placeOf = (path: string) => document.placeOf(pathOfText(path));
  return { record: null, problems: document.problems.toSorted(byPlace), notices: [], placeOf, written: undefined };
}

/** A key with nothing behind it says "not known yet": the same as no key, unless the schema has a meaning for it. */
function withoutEmptyValues(value: unknown, path: DocumentPath): unknown {
  if (Array.isArray(value)) return value.map((element, index) => withoutEmptyValues(element, [...path, index]));
  if (!isGroup(value)) return value;
  const kept = Object.entries(value).filter(([key, inner]) => inner !== null || mayBeEmpty([...path, key]));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmptyValues(inner, [...path, key])]));
}

function mayBeEmpty(path: DocumentPath): boolean {
  return schemasAt(PartnershipRecord, path).some((schema) => z.safeParse(schema, null).success);
}

function placed(document: WrittenDocument, problem: RecordProblem): Problem {
  const at = problem.isKey === true ? document.keyPlaceOf(problem.path) : document.placeOf(problem.path);
  return { code: problem.code, at, message: problem.message, hint: problem.hint };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}
