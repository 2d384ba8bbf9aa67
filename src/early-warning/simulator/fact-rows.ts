import type { FactKind } from "../../facts/schema/fact-kinds.ts";

/** One record as it is written to a file: column to value, null for unknown. */
export type FactRow = Readonly<Record<string, string | number | boolean | null>>;

export type FactRows = Readonly<Record<FactKind, readonly FactRow[]>>;

/** `2026-03-08T14:05:09Z` */
export function stamp(at: number): string {
  return new Date(Math.round(at) * 1000).toISOString().replace(".000", "");
}
