import type { CalendarDefinition } from "../calendar/calendar-definition.ts";
import type { Span } from "../calendar/span.ts";
import type { ColumnType } from "../facts/schema/fact-kinds.ts";
import type { WrittenDuration } from "../values/duration.ts";
import type { TimeZone } from "../values/time.ts";
import type { PeriodLength } from "./measure.ts";
import type { MetricSubject, MetricUnit } from "./metric-definition.ts";
import type { Comparison, Scalar } from "./metric-filter.ts";

/**
 * A metric made definite: every column known, every default chosen, nothing left to mean. Plain data, kept in JSON as it is.
 * A dialect spells it as SQL and adds nothing of its own.
 */
export type MetricPlan = JudgedPlan | StandingPlan | TurnoverPlan | RatioPlan;

type PlanBasics = {
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly every: PeriodLength;
  /** the contract's zone, in which periods begin */
  readonly zone: TimeZone;
  /** choices made for the reader to know, one sentence each */
  readonly notes: readonly string[];
};

/** Where the records come from, which of them count and by what they are divided. */
export type RecordSelection = {
  readonly subject: MetricSubject;
  readonly stampType: StampType;
  /** columns that name a record, joined by `/` */
  readonly id: readonly string[];
  readonly where: readonly PlannedTest[];
  readonly by: readonly ColumnReference[];
};

/**
 * Each record is decided once, at a known moment: it counts from `counted_at` on, and passes from `passed_at` on.
 * As of a date is then only a comparison, for one date or for a hundred.
 */
export type JudgedPlan = PlanBasics &
  RecordSelection & {
    readonly kind: "judged";
    /** the stamp by which a period holds a record */
    readonly heldBy: string;
    /** the record counts once all of these are known; each is the first stamp that is there */
    readonly knownFrom: readonly Known[];
    /** from when a record is known to belong to its period, so that it can be pending there; null where only its outcome tells */
    readonly pendingFrom: readonly Known[] | null;
    readonly judgement: Judgement;
    readonly figure: Figure;
    readonly exclusions: readonly ExcludedTime[];
  };

/** Records begun and not ended at a moment: how many, or how old. */
export type StandingPlan = PlanBasics &
  RecordSelection & {
    readonly kind: "standing";
    readonly from: string;
    readonly to: string;
    readonly clock: PlannedClock;
    readonly figure:
      | { readonly kind: "count" }
      | { readonly kind: "mean" }
      | { readonly kind: "quantile"; readonly at: number };
  };

/** Leavers ÷ mean daily headcount. */
export type TurnoverPlan = PlanBasics &
  RecordSelection & {
    readonly kind: "turnover";
    readonly leavingWithinDays: number | null;
    readonly annualised: boolean;
  };

/** One figure divided by another of the same period and segment, times `per`. */
export type RatioPlan = PlanBasics & {
  readonly kind: "ratio";
  readonly numerator: MetricPlan;
  readonly denominator: MetricPlan;
  readonly per: number;
};

export type StampType = "instant" | "date";

export type ColumnReference =
  | { readonly kind: "column"; readonly name: string; readonly type: ColumnType }
  | { readonly kind: "attribute"; readonly name: string };

/** The first of `stamps` that is there, `plusDays` later. */
export type Known = { readonly stamps: readonly string[]; readonly plusDays: number };

export type PlannedTest =
  | {
      readonly kind: "compare";
      readonly column: ColumnReference;
      readonly comparison: Comparison;
      readonly with: Scalar;
    }
  | {
      readonly kind: "compare-columns";
      readonly column: ColumnReference;
      readonly comparison: Comparison;
      readonly with: ColumnReference;
      readonly plus: number;
    }
  | {
      readonly kind: "one-of";
      readonly column: ColumnReference;
      readonly values: readonly Scalar[];
      readonly negated: boolean;
    }
  | { readonly kind: "present" | "absent"; readonly column: ColumnReference };

/** What is asked of each record. */
export type Judgement =
  | { readonly kind: "each" }
  | { readonly kind: "value"; readonly value: ColumnReference }
  | {
      readonly kind: "elapsed";
      readonly from: string;
      readonly to: string;
      readonly clock: PlannedClock;
      readonly pauses: Pauses | null;
    }
  | {
      readonly kind: "within";
      readonly from: string;
      readonly to: string;
      readonly limit: WrittenDuration;
      readonly clock: PlannedClock;
      readonly pauses: Pauses | null;
    }
  | { readonly kind: "condition"; readonly tests: readonly PlannedTest[]; readonly passesFrom: readonly Known[] }
  | { readonly kind: "opposed"; readonly having: readonly PlannedTest[]; readonly against: readonly PlannedTest[] }
  | { readonly kind: "no-later-than"; readonly done: string; readonly due: string }
  | { readonly kind: "reopened"; readonly withinSeconds: number };

export type Figure =
  | { readonly kind: "share" }
  | { readonly kind: "net" }
  | { readonly kind: "mean" }
  | { readonly kind: "quantile"; readonly at: number }
  | { readonly kind: "count" }
  | { readonly kind: "sum" };

/** The hours that count, less `closed`; without a calendar every hour counts. */
export type PlannedClock = {
  readonly calendar: { readonly name: string; readonly definition: CalendarDefinition } | null;
  readonly closed: readonly Span[];
};

/** Which pauses stop the clock: by reason as recorded, by side, or all of them. */
export type Pauses = {
  readonly any: boolean;
  readonly reasons: readonly string[];
  readonly sides: readonly string[];
};

/** Agreed time that does not count, with its cause. */
export type ExcludedTime = Span & { readonly because: string };

/** A clock that runs all the time needs no lookup. */
export function alwaysRuns(clock: PlannedClock): boolean {
  return clock.calendar === null && clock.closed.length === 0;
}
