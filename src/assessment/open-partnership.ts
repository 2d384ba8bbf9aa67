import { FactStore } from "../facts/fact-store.ts";
import { findCanonicalSources } from "../facts/find-fact-files.ts";
import { loadFacts } from "../facts/load-facts.ts";
import type { LoadProgress, LoadReport } from "../facts/load-report.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { Progress } from "../platform/progress-line.ts";
import { BadInput, type Place } from "../values/problem.ts";
import { readRecord } from "./read-record.ts";
import { kindsPresent } from "./source-coverage.ts";

/** A partnership folder, read: what was agreed, and the raw records in a store. Close it when done. */
export type OpenPartnership = {
  readonly folder: string;
  readonly record: PartnershipRecord;
  readonly store: FactStore;
  readonly load: LoadReport;
  /** kinds of which there is at least one record */
  readonly present: ReadonlySet<FactKind>;
  /** where something stands in partnership.yaml, by its path */
  readonly placeOf: (path: string) => Place;
};

export type OpenOptions = {
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/** The record of a folder, read; its facts are not. */
export type OpenRecord = Pick<OpenPartnership, "folder" | "record" | "placeOf">;

/** @throws BadInput with every problem of partnership.yaml */
export async function openRecord(folder: string): Promise<OpenRecord> {
  const { record, problems, placeOf } = await readRecord(folder);
  if (record === null || problems.length > 0) throw new BadInput(problems);
  return { folder, record, placeOf };
}

/**
 * Opens a folder, gives it to `use`, and closes it again whatever happens.
 * @throws BadInput with every problem of partnership.yaml, or of the first files that cannot be read
 */
export async function withPartnership<Result>(
  folder: string,
  options: OpenOptions,
  use: (opened: OpenPartnership) => Promise<Result>,
): Promise<Result> {
  return withFacts(await openRecord(folder), options, use);
}

/**
 * Reads the facts of an open record, gives both to `use`, and closes the store whatever happens.
 * @throws BadInput of the first files that cannot be read
 */
export async function withFacts<Result>(
  { folder, record, placeOf }: OpenRecord,
  options: OpenOptions,
  use: (opened: OpenPartnership) => Promise<Result>,
): Promise<Result> {
  const store = await FactStore.open();
  try {
    const { progress, signal } = options;
    const load = await loadFacts(store, [...record.sources, ...findCanonicalSources(folder)], {
      folder,
      ...(signal === undefined ? {} : { signal }),
      ...(progress === undefined ? {} : { progress: (step) => progress(importProgress(step)) }),
    });
    return await use({ folder, record, store, load, present: kindsPresent(load), placeOf });
  } finally {
    await store.close();
  }
}

const stepWords: Readonly<Record<LoadProgress["step"], string>> = {
  survey: "looking at",
  read: "reading",
  convert: "converting",
  merge: "merging",
  done: "read",
};

/** Bytes where the step knows how many there are, else rows. */
function importProgress({ step, file, fileNumber, files, rows, totalRows, bytes, totalBytes }: LoadProgress): Progress {
  const what = `${stepWords[step]} ${file}${files > 1 ? ` (${fileNumber} of ${files})` : ""}`;
  if (rows > 0) return { step: what, done: rows, total: totalRows, unit: "rows" };
  return {
    step: what,
    done: Math.round(bytes / 1e6),
    total: totalBytes > 0 ? Math.ceil(totalBytes / 1e6) : null,
    unit: "MB",
  };
}
