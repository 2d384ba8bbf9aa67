import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import type { Measure } from "../metrics/measure.ts";
import { periodFrom, periodStart } from "../metrics/period.ts";
import type { InvoicedPeriod } from "../service-levels/at-risk-amount.ts";
import {
  creditLedger,
  type JudgedPeriod,
  type LedgerEntry,
  type UnknownEntry,
} from "../service-levels/credit-ledger.ts";
import { judgeServiceLevel } from "../service-levels/judge-service-level.ts";
import { levelInForce } from "../service-levels/service-level-definition.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import type { FailingItems } from "./failing-items.ts";
import { withForecasts } from "./level-forecast.ts";
import type { MeasuredLevel } from "./measured-figures.ts";
import { isInForce, type PlannedLevel } from "./planned-figures.ts";
import type { ServiceLevelVerdict } from "./verdict.ts";

export type LevelInput = {
  readonly record: PartnershipRecord;
  readonly asOf: PlainDate;
  readonly levels: readonly MeasuredLevel[];
  /** last day on which the records behind a service level say anything; null without records */
  readonly reach: (serviceLevelId: string) => PlainDate | null;
  /** issued by `asOf` */
  readonly invoices: readonly InvoicedPeriod[];
  readonly failing: FailingItems;
};

/** Every period of every service level, judged, with the credit that it costs; oldest first within each level. */
export function judgeLevels(input: LevelInput): ServiceLevelVerdict[] {
  const judged = input.levels.flatMap((level) => judgePeriods(input, level));
  const terms = input.record.contract;
  const ledger = terms === undefined ? [] : creditLedger(terms, judged, input.invoices).entries;
  const credits = new Map(ledger.map((entry) => [keyOf(entry.serviceLevel, entry.period.start), entry]));
  const verdicts = judged.map(
    ({ metric, judgement: { soFar: _, ...judgement } }): ServiceLevelVerdict => ({
      ...judgement,
      unit: metric.unit,
      credit: creditOf(credits.get(keyOf(judgement.id, judgement.period.start))),
      failing: [...input.failing(judgement.id, judgement.period.start)],
    }),
  );
  return withForecasts(verdicts, (_, at) => judged[at]?.metric.better ?? "higher", input.asOf);
}

function judgePeriods({ record, asOf, reach }: LevelInput, { level, counted, whole }: MeasuredLevel): JudgedPeriod[] {
  const measures = counted.find(isWhole)?.measures ?? withoutRecords(level, record.contract?.starts ?? null, asOf);
  const wholes = new Map((whole.find(isWhole)?.measures ?? []).map((measure) => [measure.period.start, measure]));
  return measures.flatMap((measure) => {
    const version = levelInForce(level.versions, measure.period.start);
    const metric = level.metrics.find(({ counted: each }) => isInForce(each, measure.period.start))?.counted;
    if (version === null || metric === undefined) return [];
    // Where a level does not say since when it holds, the contract does.
    const since = version.effective_from ?? record.contract?.starts;
    if (since !== undefined && measure.period.end < since) return [];
    const judgedMetric = { unit: metric.plan.unit, better: metric.definition.better ?? "higher" };
    const judgement = judgeServiceLevel({
      level: version,
      metric: judgedMetric,
      measure,
      withoutExclusions: wholes.get(measure.period.start) ?? null,
      asOf,
      recordsReach: reach(level.id),
    });
    return [{ level: version, metric: judgedMetric, judgement }];
  });
}

/** The latest whole period of a level of whose metric there is no record: said to be unknown, not passed over. */
function withoutRecords({ id, versions }: PlannedLevel, starts: PlainDate | null, asOf: PlainDate): readonly Measure[] {
  const every = (levelInForce(versions, asOf) ?? versions[0])?.every ?? "month";
  const running = periodFrom(periodStart(asOf, every), every);
  const period = running.end <= asOf ? running : periodFrom(periodStart(addDays(running.start, -1), every), every);
  if (starts !== null && period.end < starts) return [];
  const nothing = { value: null, numerator: null, denominator: 0, excluded: 0, pending: 0, deviation: null };
  return [{ metric: id, period, segment: {}, ...nothing }];
}

function isWhole({ segment }: { readonly segment: Readonly<Record<string, string>> }): boolean {
  return Object.keys(segment).length === 0;
}

function creditOf(entry: LedgerEntry | UnknownEntry | undefined): ServiceLevelVerdict["credit"] {
  if (entry === undefined || entry.kind === "unknown") return null;
  return { owed: entry.owed.toJSON(), working: [...entry.working] };
}

function keyOf(serviceLevelId: string, periodStart: PlainDate): string {
  return `${serviceLevelId} ${periodStart}`;
}
