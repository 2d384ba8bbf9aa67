import type { FactColumn, FactKind } from "./schema/fact-kinds.ts";
import type { DurationUnit, EventMapping, ProfileName } from "./schema/source-definition.ts";

/** How one canonical column is read from the cells of a row. */
export type CellReading = {
  readonly column: FactColumn;
  /** positions in the header; the first filled one counts, or all where `joinedBy` is given */
  readonly cells: readonly number[];
  readonly joinedBy: string | null;
  readonly firstOf: string | null;
  readonly always: string | null;
  /** what a value means, by its lower-case text; null means not known */
  readonly values: ReadonlyMap<string, string | null> | null;
  /** strptime format, where the source states a pattern */
  readonly format: string | null;
  /** duration cell that is added to the moment */
  readonly plus: number | null;
  readonly unit: DurationUnit | null;
  readonly missing: readonly string[];
  readonly isUnreadableUnknown: boolean;
};

export type Attribute = { readonly name: string; readonly cells: readonly number[] };

/** One kind of record out of a row. */
export type RecordReading = {
  readonly kind: FactKind;
  readonly columns: readonly CellReading[];
  readonly attributes: readonly Attribute[];
};

/** Rows that tell of work items bit by bit: updates or events. */
export type LogReading = {
  readonly order: "time" | "file";
  readonly meanings: ReadonlyMap<string, EventMapping>;
};

/** Everything that is known before the first row is read, as plain data. */
export type ImportPlan = {
  readonly profile: ProfileName | null;
  readonly header: readonly string[];
  readonly records: readonly RecordReading[];
  readonly log: LogReading | null;
  readonly zone: string | null;
  readonly isMonthFirst: boolean | null;
  readonly ignoresOffsets: boolean;
  readonly shiftsSkipped: boolean;
  readonly decimal: "." | ",";
  readonly ragged: boolean;
  readonly footer: RegExp | null;
  /** attribute whose greatest text marks the latest of several rows of one record */
  readonly latestBy: string | null;
  /** cells that say that the export is incomplete */
  readonly incomplete: readonly { readonly cell: number; readonly value: string }[];
};

/** The columns of a log beside those of a work item. */
export const logColumns: readonly FactColumn[] = [
  { name: "at", type: "instant", required: true },
  { name: "activity", type: "text", required: false },
  { name: "by_side", type: "one-of", required: false, values: ["client", "provider", "customer"] },
  { name: "reason", type: "text", required: false },
];
