import type { Measure, Period } from "../metrics/measure.ts";
import type { MetricUnit } from "../metrics/metric-definition.ts";
import { type Interval, wilsonInterval } from "../values/share.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { budgetSpentBy } from "./error-budget.ts";
import { type Better, type ExactFigure, exactFigure, isWorse, roundedFigure } from "./exact-figure.ts";
import { figureText } from "./level-text.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

export type LevelState = "met" | "missed" | "below-minimum";

/** What a judgement must know of the metric: how to read it and which way is good. */
export type JudgedMetric = { readonly unit: MetricUnit; readonly better: Better };

/** How one service level stood in one period: the published verdict without its credit and failing items. */
export type ServiceLevelJudgement = {
  readonly id: string;
  readonly metric: string;
  readonly clause: string | null;
  readonly period: Period;
  readonly complete: boolean;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number;
  readonly excluded: number;
  readonly pending: number;
  readonly valueWithoutExclusions: number | null;
  readonly interval: Interval | null;
  readonly target: number;
  readonly minimum: number | null;
  readonly state: LevelState | "unknown";
  readonly unknownBecause: string | null;
  /** where the items known so far put it, also while the state is unknown; no forecast. Null where there are too few items */
  readonly soFar: LevelState | null;
  /** share of the allowed failures that is used up; null where the level allows none, or is no share */
  readonly budgetSpent: number | null;
};

export type JudgementInput = {
  readonly level: ServiceLevelDefinition;
  readonly metric: JudgedMetric;
  /** the period's figure after agreed exclusions */
  readonly measure: Measure;
  /** the same with nothing excluded; null where no exclusion touches the period */
  readonly withoutExclusions: Measure | null;
  /** up to the end of this day things are known */
  readonly asOf: PlainDate;
  /** last day on which the metric's records say anything; null without records */
  readonly recordsReach: PlainDate | null;
};

/**
 * Holds one period's figure against its service level. Shares are compared as fractions, so 9 of 10 meets 90 %.
 * Unknown, never guessed: running periods, records that stop short, no or too few items, and open items that could still turn it.
 */
export function judgeServiceLevel(input: JudgementInput): ServiceLevelJudgement {
  const { level, metric, measure } = input;
  const soFar = measure.denominator < level.least_items ? null : stateOf(exactFigure(measure), level, metric.better);
  const unknownBecause = periodDoubt(input) ?? itemDoubt(input);
  return {
    id: level.id,
    metric: level.metric,
    clause: level.clause ?? null,
    period: measure.period,
    complete: measure.period.end <= input.asOf && !isStale(input),
    value: measure.value,
    numerator: measure.numerator,
    denominator: measure.denominator,
    excluded: measure.excluded,
    pending: measure.pending,
    valueWithoutExclusions: (input.withoutExclusions ?? measure).value,
    interval: intervalOf(measure, metric.unit),
    target: level.target,
    minimum: level.minimum ?? null,
    state: unknownBecause === null && soFar !== null ? soFar : "unknown",
    unknownBecause: unknownBecause ?? (soFar === null ? "the metric gives no figure" : null),
    soFar,
    budgetSpent: metric.unit === "share" ? budgetSpentBy(measure, level.target, metric.better) : null,
  };
}

function stateOf(figure: ExactFigure | null, level: ServiceLevelDefinition, better: Better): LevelState | null {
  if (figure === null) return null;
  const judged = roundedFigure(figure, level);
  if (level.minimum !== undefined && isWorse(judged, level.minimum, better)) return "below-minimum";
  return isWorse(judged, level.target, better) ? "missed" : "met";
}

/** Why the period as such cannot be judged yet; null when it can. */
function periodDoubt({ level, metric, measure, asOf, recordsReach, ...rest }: JudgementInput): string | null {
  if (measure.period.end > asOf) {
    const figure = exactFigure(measure);
    const soFar = figure === null ? "" : `; ${figureText(figure, level.target, metric.unit)} so far`;
    return `the ${level.every} runs until ${measure.period.end}${soFar}`;
  }
  if (recordsReach === null) return "there are no records";
  if (isStale({ level, metric, measure, asOf, recordsReach, ...rest })) {
    return `the records end on ${recordsReach}, before the ${level.every} does on ${measure.period.end}`;
  }
  return null;
}

function isStale({ level, measure, recordsReach }: JudgementInput): boolean {
  return recordsReach === null || recordsReach < addDays(measure.period.end, -level.stale_after_days);
}

/** Why the period's items do not decide it; null when they do. */
function itemDoubt({ level, metric, measure }: JudgementInput): string | null {
  const { denominator, excluded, pending } = measure;
  if (denominator === 0 && pending > 0) return `${items(pending)} not yet decided, and no other`;
  if (denominator === 0 && excluded > 0) return `every item falls into an exclusion (${excluded})`;
  if (denominator === 0) return `no item falls into the ${level.every}`;
  if (denominator < level.least_items) return `${items(denominator)}, and ${level.least_items} are needed`;
  if (metric.unit !== "share" || pending === 0 || measure.numerator === null) return null;
  const total = denominator + pending;
  const outcomes = [measure.numerator, measure.numerator + pending].map((numerator) =>
    stateOf(exactFigure({ value: numerator / total, numerator, denominator: total }), level, metric.better),
  );
  return outcomes[0] === outcomes[1] ? null : `${items(pending)} not yet decided could still turn it`;
}

function intervalOf(measure: Measure, unit: MetricUnit): Interval | null {
  const { numerator, denominator } = measure;
  if (unit !== "share" || numerator === null || denominator <= 0) return null;
  return wilsonInterval(numerator, denominator);
}

function items(count: number): string {
  return `${count} item${count === 1 ? "" : "s"}`;
}
