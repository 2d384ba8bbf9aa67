import type { MeasureSeries, Period } from "../../metrics/measure.ts";
import { unitOfMetric } from "../../metrics/plan-metric.ts";
import { CreditTerms } from "../../service-levels/credit-terms.ts";
import { designOf, type LevelDesign, type RoleCoverage, roleCoverage } from "../../service-levels/level-design.ts";
import {
  type CreditSimulation,
  judgePast,
  type LevelWithPast,
  type PastLevel,
  pastOf,
  simulateCredits,
} from "../../service-levels/past-levels.ts";
import { serviceLevelProblems } from "../../service-levels/service-level-problems.ts";
import { definitionInForce } from "../../values/effective.ts";
import { Money, type MoneyText } from "../../values/money.ts";
import { type Presence, presenceOf } from "../../values/presence.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { type NoticeReview, noticeDates } from "../contract/notice-dates.ts";
import { pricingProblems } from "../contract/pricing-problems.ts";
import { type KeptObligation, type ObligationsReview, reviewObligations } from "../contract/review-obligations.ts";
import { type LegalReview, reviewLegally, reviewTermChecklist, type TermReview } from "../contract/review-term.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { isOf, metricInForce, party, serviceLevelsInForce } from "./record-reading.ts";
import { borneOutBy, sourceOf } from "./terms-in-record.ts";

/** Service levels by design, and by how they would have done in the past. */
export type LevelsReview = {
  readonly state: Presence;
  readonly levels: readonly LevelDesign[];
  readonly roles: readonly RoleCoverage[];
  readonly past: readonly PastLevel[];
  readonly simulation: CreditSimulation;
};

/** On what terms: everything that the contract must settle, and how far it does. Plain data. */
export type TermsReview = {
  readonly asOf: PlainDate;
  readonly withinDays: number;
  readonly state: Presence;
  readonly terms: readonly TermReview[];
  readonly legalReview: LegalReview;
  readonly obligations: ObligationsReview["obligations"];
  readonly sides: ObligationsReview["sides"];
  readonly notice: Omit<NoticeReview, "problems">;
  readonly serviceLevels: LevelsReview;
  readonly problems: readonly PathProblem[];
};

export type TermsQuestion = {
  readonly asOf: PlainDate;
  /** how near a day must be to be told as coming; 90 without it */
  readonly withinDays?: number;
  /** past figures of the service levels' metrics, over the levels' own periods; one series for all of the work each */
  readonly pastMeasures?: readonly MeasureSeries[];
  /** what was billed before tax, for amounts at risk that are a share of it */
  readonly invoices?: readonly { readonly period: Period; readonly total: MoneyText }[];
  /** proof from records that obligations were kept */
  readonly kept?: readonly KeptObligation[];
};

/** Reviews the terms of the contract as of a day, from the record and, where given, from past figures. */
export function reviewTerms(record: PartnershipRecord, question: TermsQuestion): TermsReview {
  const { asOf, withinDays = 90, kept = [] } = question;
  const contract = record.contract ?? null;
  const terms = reviewTermChecklist(contract, borneOutBy(record, asOf), asOf);
  const legalReview = reviewLegally(contract, asOf);
  const obligations = reviewObligations(contract, {
    ...{ asOf, withinDays, kept },
    calendarOf: (side) => {
      const id = party(record, side).calendar;
      return id === undefined ? null : definitionInForce(record.calendars[id] ?? [], asOf);
    },
    isOf: (side, person) => isOf(record, side, person, asOf),
  });
  const { problems: noticeProblems, ...notice } = noticeDates(contract, asOf, withinDays);
  const pricing = contract?.pricing === undefined ? [] : pricingProblems(contract.pricing, contract);
  return {
    ...{ asOf, withinDays },
    state: presenceOf([...terms.map(({ state }) => state), legalReview.state]),
    ...{ terms, legalReview, obligations: obligations.obligations, sides: obligations.sides, notice },
    serviceLevels: reviewLevels(record, question),
    problems: [...obligations.problems, ...noticeProblems, ...pricing, ...levelProblems(record, asOf)],
  };
}

function reviewLevels(
  record: PartnershipRecord,
  { asOf, pastMeasures = [], invoices = [] }: TermsQuestion,
): LevelsReview {
  const inForce = serviceLevelsInForce(record, asOf).map(({ entry: level }) => ({
    level,
    metric: metricInForce(record, level.metric, asOf),
  }));
  const levels = inForce.map(({ level, metric }) =>
    designOf(level, {
      metric,
      isAgreed: record.metrics[level.metric] !== undefined,
      source: sourceOf(record.sources, metric),
    }),
  );
  const withPast = inForce.flatMap(({ level, metric }): readonly LevelWithPast[] => {
    if (metric?.better === undefined) return [];
    const judged = { unit: unitOfMetric(metric), better: metric.better };
    return [{ level, metric: judged, series: seriesOf(pastMeasures, level) }];
  });
  const judged = withPast.map((each) => judgePast(each, asOf));
  const past = withPast.map((each, at) => pastOf(each, judged[at] ?? []));
  const never = new Set(past.filter(({ verdict }) => verdict === "always-met").map(({ id }) => id));
  const billed = invoices.map(({ period, total }) => ({ period, total: new Money(total.amount, total.currency) }));
  return {
    state: presenceOf(levels.map(({ state }) => state)),
    levels,
    roles: roleCoverage(inForce, never),
    past,
    simulation: simulateCredits(record.contract ?? CreditTerms.parse({}), judged.flat(), billed),
  };
}

function seriesOf(
  series: readonly MeasureSeries[],
  { metric, every }: { readonly metric: string; readonly every: MeasureSeries["every"] },
): MeasureSeries | null {
  return (
    series.find((each) => each.metric === metric && each.every === every && Object.keys(each.segment).length === 0) ??
    null
  );
}

function levelProblems(record: PartnershipRecord, asOf: PlainDate): readonly PathProblem[] {
  const known = (id: string) => {
    const metric = metricInForce(record, id, asOf);
    return metric === null ? null : { unit: unitOfMetric(metric), better: metric.better ?? null };
  };
  return serviceLevelProblems(record.service_levels, known, record.contract ?? null);
}
