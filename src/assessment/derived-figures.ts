import type { FactStore } from "../facts/fact-store.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { type DerivedId, derivedIds } from "../metrics/figure-ids.ts";
import type { MeasureSeries, Period, PeriodLength } from "../metrics/measure.ts";
import { periodsBetween } from "../metrics/period.ts";
import type { PlainDate } from "../values/time.ts";
import { bunchingMeasures, outsideMeasures, spreadMeasures } from "./answer-figures.ts";
import { type AnswerTally, readAnswers } from "./answer-tallies.ts";
import { type FigureTraits, readFigure } from "./kpi-reading.ts";
import type { PlannedFigures } from "./planned-figures.ts";
import { goalRankDistances, pulseGaps, readSideAnswers, type SideAnswers } from "./side-figures.ts";
import type { KpiReading, Reconciliation } from "./verdict.ts";

/** One period of a derived figure: its value, what it counts (shares alone) and out of how many records. */
export type DerivedMeasure = {
  readonly period: PlainDate;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number;
};

/** What the figures that no metric definition makes are worked out from; read once for all dates. */
export type DerivedRecords = {
  readonly answers: readonly AnswerTally[];
  readonly sides: SideAnswers;
};

type DerivedFigure = Omit<FigureTraits, "metric" | "from"> & {
  readonly every: PeriodLength;
  /** how it is worked out, for `explain` */
  readonly how: string;
};

/** Figures that need more than one metric, both sides' answers, or the distribution behind a share. */
export const derivedFigures: Readonly<Record<DerivedId, DerivedFigure>> = {
  bunching: {
    title: "Answers in time that came in the last tenth of the limit",
    how: "Of the items that were answered within the limit of the record's first metric of that kind, those whose answer came in the last tenth of the limit before the deadline, by the week in which they were opened.",
    ...{ kind: "share", drawnAs: "share", unit: "share", better: "lower", every: "week", pitfalls: ["hollow-kpis"] },
  },
  "outside-overlap-share": {
    title: "Items opened outside the hours that both sides share, answered in time",
    how: "Of the items opened while the two sides' calendars are not both open, those answered within the limit of the record's first metric of that kind, by the week in which they were opened.",
    ...{
      kind: "share",
      drawnAs: "share",
      unit: "share",
      better: "higher",
      every: "week",
      pitfalls: ["wrong-location"],
    },
  },
  spread: {
    title: "Difference between teams in answers in time, as a multiple of chance",
    how: "Square root of chi-squared over its degrees of freedom, for the shares of items answered in time by team, in the week in which they were opened; 1 is what chance alone gives.",
    ...{
      kind: "mean",
      drawnAs: "value",
      unit: "ratio",
      better: "lower",
      every: "week",
      pitfalls: ["inconsistent-performance"],
    },
  },
  "reported-gap": {
    title: "Reported figures better than the records, on average",
    how: "For each month the mean of reported less recomputed over the figures reported for it, turned so that more is more flattering.",
    ...{ kind: "mean", drawnAs: "value", unit: "share", better: "lower", every: "month" },
    pitfalls: ["lack-of-transparency", "selection-red-flags"],
  },
  "pulse-gap": {
    title: "Distance of the two sides' pulse answers, mean over the dimensions (points of 5)",
    how: "For each quarter and dimension the distance of the client's mean answer from the provider's; the mean over the dimensions that both sides answered.",
    ...{
      kind: "mean",
      drawnAs: "value",
      unit: "score",
      better: "lower",
      every: "quarter",
      pitfalls: ["cultural-mismatch"],
    },
  },
  "goal-rank-distance": {
    title: "Distance of the two sides' ranks of the same goals, mean over the goals (places)",
    how: "For each quarter and goal the distance of the client's mean rank from the provider's; the mean over the goals that both sides ranked.",
    ...{
      kind: "mean",
      drawnAs: "value",
      unit: "score",
      better: "lower",
      every: "quarter",
      pitfalls: ["goal-misalignment"],
    },
  },
};

/** Reads what the derived figures need: one pass over the items where the record has a limit on answers, and both sides' answers. */
export async function readDerivedRecords(
  store: FactStore,
  record: PartnershipRecord,
  planned: PlannedFigures,
  present: ReadonlySet<FactKind>,
  dates: readonly PlainDate[],
): Promise<DerivedRecords> {
  return {
    answers: await readAnswers(store, record, planned, dates),
    sides: await readSideAnswers(store, record.zone, present),
  };
}

/** The derived figures as of a date; those that nothing can be said about are left out. */
export function readDerived(
  records: DerivedRecords,
  reconciliations: readonly Reconciliation[],
  betterOf: (kpi: string) => "higher" | "lower" | null,
  asOf: PlainDate,
): readonly KpiReading[] {
  const answers = records.answers.filter(({ knownBy }) => knownBy <= asOf);
  const measured: Readonly<Record<DerivedId, readonly DerivedMeasure[]>> = {
    bunching: bunchingMeasures(answers),
    "outside-overlap-share": outsideMeasures(answers),
    spread: spreadMeasures(answers),
    "reported-gap": reportedGaps(reconciliations, betterOf),
    "pulse-gap": pulseGaps(records.sides.pulses, asOf),
    "goal-rank-distance": goalRankDistances(records.sides.ranks, asOf),
  };
  return derivedIds.flatMap((id) => {
    const series = seriesOf(id, measured[id], asOf);
    const { how: _, every: __, ...traits } = derivedFigures[id];
    return series === null ? [] : [readFigure({ ...traits, metric: id, from: null }, series, null)];
  });
}

/** Without holes: a period about which nothing is known has no value. Null where no period has ended. */
function seriesOf(id: DerivedId, measures: readonly DerivedMeasure[], asOf: PlainDate): MeasureSeries | null {
  const { every } = derivedFigures[id];
  const first = measures.map(({ period }) => period).sort()[0];
  if (first === undefined) return null;
  const byStart = new Map(measures.map((measure) => [measure.period, measure]));
  const periods = periodsBetween(first, asOf, every).filter(({ end }) => end <= asOf);
  if (periods.length === 0) return null;
  const whole = (period: Period) => {
    const { value, numerator, denominator } = byStart.get(period.start) ?? {
      value: null,
      numerator: null,
      denominator: 0,
    };
    return { metric: id, period, segment: {}, value, numerator, denominator, excluded: 0, pending: 0, deviation: null };
  };
  return { metric: id, every, segment: {}, measures: periods.map(whole) };
}

/** How much better than the records a report of a whole month reads; null where that cannot be told. */
export function flattery(
  { period, reported, recomputed }: Pick<Reconciliation, "period" | "reported" | "recomputed">,
  better: "higher" | "lower" | null,
): number | null {
  const isMonth = periodsBetween(period.start, period.start, "month")[0]?.end === period.end;
  if (recomputed === null || better === null || !isMonth || !period.start.endsWith("-01")) return null;
  return better === "higher" ? reported - recomputed : recomputed - reported;
}

/** Whole months alone: a mean over periods of several lengths would be no series. */
function reportedGaps(
  reconciliations: readonly Reconciliation[],
  betterOf: (kpi: string) => "higher" | "lower" | null,
): readonly DerivedMeasure[] {
  const months = new Map<PlainDate, { gaps: number[]; records: number }>();
  for (const { kpi, period, reported, recomputed, denominator } of reconciliations) {
    const gap = flattery({ period, reported, recomputed }, betterOf(kpi));
    if (gap === null) continue;
    const month = months.get(period.start) ?? { gaps: [], records: 0 };
    month.gaps.push(gap);
    month.records += denominator;
    months.set(period.start, month);
  }
  return [...months].map(([period, { gaps, records }]) => ({
    period,
    value: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    numerator: null,
    denominator: records,
  }));
}
