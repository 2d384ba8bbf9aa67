import type { PlainDate } from "../values/time.ts";

/** A stretch of whole days in the contract's zone; both days count. */
export type Period = { readonly start: PlainDate; readonly end: PlainDate };

export type PeriodLength = "day" | "week" | "month" | "quarter";

/** The part of the work that a figure is about; `{}` is all of it. Keys are columns or attributes, `{ team: "A" }`. */
export type Segment = Readonly<Record<string, string>>;

/**
 * One figure of one metric over one period, with its working.
 * `value` is null where the definition gives none (no denominator); it is never zero for want of records.
 */
export type Measure = {
  readonly metric: string;
  readonly period: Period;
  readonly segment: Segment;
  readonly value: number | null;
  /** items that passed, sum, or leavers: what the definition counts */
  readonly numerator: number | null;
  /** items that count: for means and percentiles the number of items measured */
  readonly denominator: number;
  /** items that would have counted and were left out by an agreed exclusion */
  readonly excluded: number;
  /** items of the period whose outcome was not yet known at the date of asking */
  readonly pending: number;
  /** standard deviation of the item values, for means; null otherwise */
  readonly deviation: number | null;
};

/** All measures of one metric in one segment, oldest first, one for each period from the first record to the date of asking. */
export type MeasureSeries = {
  readonly metric: string;
  readonly every: PeriodLength;
  readonly segment: Segment;
  readonly measures: readonly Measure[];
};
