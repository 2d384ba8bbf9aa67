import type { Problem } from "../values/problem.ts";
import type { MergeCounts } from "./merge-batch.ts";
import type { QuarantinedRow } from "./quarantine.ts";
import type { FactKind } from "./schema/fact-kinds.ts";
import type { ProfileName } from "./schema/source-definition.ts";

/** A column of a record that a later file changed. */
export type Restatement = {
  readonly kind: FactKind;
  /** the record's key, its parts joined by ` / ` */
  readonly record: string;
  readonly column: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly receivedAt: string | null;
};

/**
 * What became of one file. `accepted + quarantined = read`, always. `records` counts what the accepted rows were found to be:
 * one row may give records of several kinds, and in a log many rows give one.
 */
export type FileReport = {
  readonly source: string;
  readonly file: string;
  readonly profile: ProfileName | null;
  /** how the profile was recognised, with its score and the next best; null where the source names it */
  readonly recognisedAs: string | null;
  readonly receivedAt: string | null;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** lines under the rows that are no records by the profile's rule; not counted as read */
  readonly footerLines: number;
  readonly records: Partial<Record<FactKind, MergeCounts>>;
};

/** Rows in quarantine that have the same fault in the same column, with the first of them. */
export type QuarantineReason = {
  /** the header of the column at fault; empty where the row as a whole is */
  readonly column: string;
  /** what is wrong, without the cell's text */
  readonly reason: string;
  readonly rows: number;
  readonly file: string;
  readonly line: number;
  /** the text of the first such cell, empty where there is none */
  readonly example: string;
};

/** What an import did. Row lists are cut at `listedRows`; the store's tables `quarantine` and `restatements` have them all. */
export type LoadReport = {
  readonly files: readonly FileReport[];
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly quarantine: readonly QuarantinedRow[];
  /** all rows in quarantine, counted by column and fault, the most frequent first */
  readonly reasons: readonly QuarantineReason[];
  readonly restatements: readonly Restatement[];
  /** records that later files changed */
  readonly restated: number;
  /** what deserves a look and did not stop the import */
  readonly notices: readonly Problem[];
};

/** How many quarantined rows and restatements a report lists. */
export const listedRows = 1_000;

/**
 * Where an import is. `rows` counts the rows of the file that the step has done (for `convert` as the database estimates it),
 * `bytes` what has been surveyed of the `totalBytes` of all files. Comes at each step, and while a long one runs.
 */
export type LoadProgress = {
  readonly step: "survey" | "read" | "convert" | "merge" | "done";
  readonly file: string;
  readonly fileNumber: number;
  readonly files: number;
  readonly rows: number;
  /** rows of the file, where the step knows them */
  readonly totalRows: number | null;
  readonly bytes: number;
  readonly totalBytes: number;
};

export type LoadOptions = {
  /** the partnership's folder, from which paths are read */
  readonly folder: string;
  readonly progress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
  /** leaves the store open for another import; else it is locked afterwards */
  readonly keepOpen?: boolean;
  /** plain files of at least so many bytes are converted while they are read, without a copy */
  readonly directFromBytes?: number;
};
