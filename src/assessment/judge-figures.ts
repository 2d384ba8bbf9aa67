import { invoiceCurrency } from "../governance/contract/invoice-currency.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { MeasureSeries, Period } from "../metrics/measure.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import { findSignals, type SignalFindings } from "../pitfalls/judge-pitfalls.ts";
import type { SignalInput } from "../pitfalls/signal-input.ts";
import { levelInForce } from "../service-levels/service-level-definition.ts";
import type { PlainDate } from "../values/time.ts";
import { type DerivedRecords, readDerived } from "./derived-figures.ts";
import type { FailingItems } from "./failing-items.ts";
import { tellLeftOut, withoutFilling } from "./filled-log.ts";
import type { IssuedInvoice, RecordDays } from "./known-records.ts";
import { readKpi } from "./kpi-reading.ts";
import { judgeLevels } from "./level-verdicts.ts";
import type { FiguresAt } from "./measured-figures.ts";
import { factKindsOf } from "./metric-kinds.ts";
import { type AllObserved, observedAt } from "./observed-records.ts";
import { type ReportedFigure, reconcileReported } from "./reconcile-reported.ts";
import { ripePeriods, withUnripe } from "./ripe-periods.ts";
import type { SourceOfKind } from "./source-coverage.ts";
import type { KpiReading, Reconciliation, ServiceLevelVerdict } from "./verdict.ts";

/** Everything besides the figures that a judgement looks at; each part is cut to what was known at the date. */
export type KnownRecords = {
  readonly record: PartnershipRecord;
  readonly days: RecordDays;
  readonly invoices: readonly IssuedInvoice[];
  readonly reported: readonly ReportedFigure[];
  readonly derived: DerivedRecords;
  readonly observed: AllObserved;
  readonly sources: readonly SourceOfKind[];
  /** by id: the record's own and the standard ones */
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
};

/** What is said on one date. */
export type Judgement = {
  readonly asOf: PlainDate;
  readonly kpis: readonly KpiReading[];
  readonly serviceLevels: readonly ServiceLevelVerdict[];
  readonly reconciliations: readonly Reconciliation[];
  /** what the signals looked at, for the guards and fixes of the date that is reported */
  readonly input: SignalInput;
  readonly pitfalls: SignalFindings;
};

/** Decides everything from figures and records as they were known at one date; the same input gives the same words. */
export function judgeFigures(known: KnownRecords, figures: FiguresAt, failing: FailingItems): Judgement {
  const { asOf } = figures;
  const { record } = known;
  const currency = record.contract?.pricing === undefined ? null : invoiceCurrency(record.contract.pricing);
  const measured = figures.kpis.map(({ metric, series }) => {
    const ripe = ripePeriods(series, asOf);
    const read = withoutFilling(metric.plan, ripe);
    const reading = readKpi(metric, read, targetOf(record, metric.id, asOf));
    const told = tellLeftOut(reading, ripe.measures.length - read.measures.length);
    return withCurrency(withUnripe(told, series, ripe, asOf), currency);
  });
  const serviceLevels = judgeLevels({
    record,
    asOf,
    levels: figures.levels,
    reach: (id) => reachOf(known, figures, id),
    invoices: known.invoices.filter(({ issuedOn }) => issuedOn <= asOf),
    failing,
  });
  const reported = known.reported.filter(({ receivedOn }) => receivedOn <= asOf);
  const reconciliations = reconcileReported(reported, (kpi, period) => recomputedSeries(figures, kpi, period));
  const kpis = [...measured, ...readDerived(known.derived, reconciliations, (kpi) => betterOf(known, kpi), asOf)];
  const sources = known.sources.map((source) => ({
    ...source,
    to: known.days.lastDay(source.fact, asOf),
    usualGapDays: known.days.usualGapDays(source.fact, asOf),
  }));
  const input: SignalInput = {
    ...{ record, asOf, kpis, serviceLevels, reconciliations, sources },
    observed: observedAt(known.observed, asOf, record),
  };
  return { asOf, kpis, serviceLevels, reconciliations, input, pitfalls: findSignals(input) };
}

/** Money figures are sums of what was billed, so they are in the currency of the bills. */
function withCurrency(kpi: KpiReading, currency: string | null): KpiReading {
  return kpi.unit === "money" && currency !== null ? { ...kpi, currency } : kpi;
}

/** The wanted direction of a reported name: a metric's, or a service level's and then its metric's. */
function betterOf({ record, metrics }: KnownRecords, kpi: string): "higher" | "lower" | null {
  const metric = record.service_levels.find(({ id }) => id === kpi)?.metric ?? kpi;
  return metrics[metric]?.better ?? null;
}

function targetOf(record: PartnershipRecord, metric: string, asOf: PlainDate): number | null {
  const levels = record.service_levels.filter((level) => level.metric === metric);
  return levelInForce(levels, asOf)?.target ?? null;
}

function reachOf(known: KnownRecords, { levels, asOf }: FiguresAt, serviceLevelId: string): PlainDate | null {
  const metric = levels.find(({ level }) => level.id === serviceLevelId)?.level.metrics[0]?.counted;
  if (metric === undefined) return null;
  const days = factKindsOf(metric.definition, known.metrics).map((kind) => known.days.lastDay(kind, asOf));
  return days.includes(null) ? null : (days.flatMap((day) => day ?? []).sort()[0] ?? null);
}

function recomputedSeries({ reported }: FiguresAt, kpi: string, { start, end }: Period): MeasureSeries | null {
  const named = reported.filter((each) => each.kpi === kpi).map(({ series }) => series);
  const covers = ({ measures }: MeasureSeries) =>
    measures.some(({ period }) => period.start === start && period.end === end);
  return named.find(covers) ?? named[0] ?? null;
}
