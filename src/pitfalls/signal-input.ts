import type { KpiReading, Reconciliation, ServiceLevelVerdict, SourceCoverage } from "../assessment/verdict.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { PlainDate } from "../values/time.ts";
import type { ObservedRecords } from "./observed-records.ts";
import type { WeighedPitfalls } from "./signals/figures/pitfall-evidence.ts";

/**
 * All that the signals look at, known by the end of day `asOf` and nothing later.
 * A list left empty is a closed eye: what it would show is answered `blind`, never clear.
 */
export type SignalInput = {
  readonly record: PartnershipRecord;
  readonly asOf: PlainDate;
  /** every KPI, of the whole partnership (`segment` is `{}`) and of its segments; `pitfalls` says what each speaks to */
  readonly kpis: readonly KpiReading[];
  /** every period of every service level, in any order */
  readonly serviceLevels: readonly ServiceLevelVerdict[];
  readonly reconciliations: readonly Reconciliation[];
  /** `to` is the date of the last record of the source that was known at `asOf` */
  readonly sources: readonly KnownSource[];
  /** records about which nothing has to be estimated; absent, nothing is judged by them */
  readonly observed?: ObservedRecords;
};

/** A kind of record as it was known at a date. */
export type KnownSource = Pick<SourceCoverage, "source" | "fact" | "rows" | "to"> & {
  /** the longest of the latest pauses between two days with records, from three on; null where there are fewer */
  readonly usualGapDays?: number | null;
};

/** What a detector looks at: all that is known, and what the KPIs say together under the alarm budget. */
export type LookInput = SignalInput & { readonly weighed: WeighedPitfalls };
