import type { Criterion } from "../../values/criterion.ts";
import { type Figure, figureNumber, figureText } from "../../values/figure.ts";
import type { Interval } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import { fewestForMean, meanBounds, shareBounds } from "./one-sided-bound.ts";

/** A stretch of days; both count. */
export type Window = { readonly from: PlainDate; readonly to: PlainDate };

/** A figure measured over the window of a criterion: what a measure holds. */
export type CheckpointFigure = {
  readonly metric: string;
  readonly period: { readonly start: PlainDate; readonly end: PlainDate };
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number;
  /** standard deviation of single values, for means; null otherwise */
  readonly deviation: number | null;
  /** bounds that the caller has worked out, each one-sided at 95 %, for figures that are neither shares nor means */
  readonly bounds?: Interval;
};

/** What a criterion speaks of; the four that a checkpoint needs. */
export type CheckpointSide = "quality" | "performance" | "turnover" | "ramp";

export type CriterionVerdict = {
  readonly metric: string;
  readonly side: CheckpointSide | null;
  /** such as `at least 85 %` */
  readonly demanded: string;
  readonly unit: Figure["kind"];
  /** the same in figures of the unit; null where nothing is demanded on that side */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly window: Window;
  readonly value: number | null;
  /**
   * the bound that decided: the lower one of what must be high, the upper one of what must be low; of what has surely failed the
   * other one, which lies on the wrong side as well
   */
  readonly bound: number | null;
  readonly count: number;
  /** `unproven`: the demand lies within the interval; `failed`: the whole interval is on the wrong side */
  readonly state: "passed" | "unproven" | "failed" | "no-data" | "cannot-fail";
  readonly working: string;
};

export type Demand = {
  readonly metric: string;
  readonly side: CheckpointSide | null;
  readonly unit: Figure["kind"];
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly demanded: string;
  readonly window: Window;
};

/** A written criterion as numbers. */
export function demandOf(criterion: Criterion, side: CheckpointSide | null, window: Window): Demand {
  const { metric, at_least: least, at_most: most } = criterion;
  const parts = [
    least === undefined ? null : `at least ${figureText(least)}`,
    most === undefined ? null : `at most ${figureText(most)}`,
  ];
  return {
    metric,
    side,
    unit: (least ?? most)?.kind ?? "number",
    atLeast: least === undefined ? null : figureNumber(least),
    // A share of at most all holds of every figure: asking for it is asking for nothing.
    atMost: most === undefined || (most.kind === "share" && most.share >= 1) ? null : figureNumber(most),
    demanded: parts.filter((part) => part !== null).join(" and "),
    window,
  };
}

/**
 * Judges one demand on the confidence bound, not on the figure: 86 % of 40 answers has not shown 85 %.
 * Figures whose period reaches beyond the window are not used.
 */
export function judgeDemand(demand: Demand, figures: readonly CheckpointFigure[]): CriterionVerdict {
  const { metric, side, demanded, unit, window, atLeast, atMost } = demand;
  const figure = figures.find(
    (one) => one.metric === metric && one.period.start >= window.from && one.period.end <= window.to,
  );
  const verdict = {
    metric,
    side,
    demanded,
    unit,
    atLeast,
    atMost,
    window,
    value: figure?.value ?? null,
    bound: null,
    count: figure?.denominator ?? 0,
  };
  if (cannotFail(demand))
    return { ...verdict, state: "cannot-fail", working: `every figure is ${demanded}, so it says nothing` };
  const stretch = `${window.from} to ${window.to}`;
  if (figure === undefined || figure.value === null)
    return { ...verdict, state: "no-data", working: `no figure of ${metric} within ${stretch}` };
  const bounds = boundsOf(figure);
  if (bounds === null)
    return {
      ...verdict,
      state: "unproven",
      working: `${metric} has no confidence bound from ${figure.denominator} records`,
    };
  const isLow = atLeast !== null && bounds.low < atLeast;
  const isHigh = atMost !== null && bounds.high > atMost;
  const isBelow = atLeast !== null && bounds.high < atLeast;
  const isAbove = atMost !== null && bounds.low > atMost;
  const state = isBelow || isAbove ? "failed" : isLow || isHigh ? "unproven" : "passed";
  const isLowerSaid = isAbove || (!isBelow && atLeast !== null && (isLow || atMost === null));
  const bound = isLowerSaid ? bounds.low : bounds.high;
  const kind = isLowerSaid ? "lower" : "upper";
  const thresholds = [atLeast, atMost].filter((one) => one !== null);
  return {
    ...verdict,
    bound,
    state,
    working: `${plain(figure.value, unit, thresholds)} from ${figure.denominator} records in ${stretch}; the ${kind} 95 % bound is ${plain(bound, unit, thresholds)}, asked is ${demanded}`,
  };
}

/** At least nothing is no demand. */
function cannotFail({ atLeast, atMost }: Demand): boolean {
  return (atLeast ?? 0) <= 0 && atMost === null;
}

function boundsOf(figure: CheckpointFigure): Interval | null {
  const { value, numerator, denominator, deviation, bounds } = figure;
  if (bounds !== undefined) return bounds;
  if (value === null || denominator <= 0) return null;
  if (deviation !== null) return denominator < fewestForMean ? null : meanBounds(value, deviation, denominator);
  const isShare = numerator !== null && numerator <= denominator && Math.abs(numerator / denominator - value) < 1e-9;
  return isShare ? shareBounds(numerator, denominator) : null;
}

/** `75.3 %`, `86.9`: with as many decimals as it takes not to read like a threshold that it only comes near. */
function plain(value: number, unit: Figure["kind"], thresholds: readonly number[]): string {
  const spell = (one: number, extra: number) =>
    unit === "share" ? `${(one * 100).toFixed(1 + extra)} %` : String(Number(one.toPrecision(4 + extra)));
  const others = thresholds.filter((one) => one !== value);
  for (let extra = 0; extra < 4; extra += 1)
    if (!others.some((one) => spell(one, extra) === spell(value, extra))) return spell(value, extra);
  return spell(value, 4);
}
