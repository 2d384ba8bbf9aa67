import { Decimal } from "decimal.js";
import type { Measure } from "../metrics/measure.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

/** Decimal arithmetic with room for a year of fractions brought to one denominator, so that equal stays equal. */
export const Exact = Decimal.clone({ precision: 300 });

/** A figure as a fraction of decimals: 0.9 of 10 items is 9/10 and nothing near it. */
export type ExactFigure = { readonly top: Decimal; readonly bottom: Decimal };

export type Better = "higher" | "lower";

/** The figure of a measure without the float's rounding where its working allows; `null` where the measure has no value. */
export function exactFigure(measure: Pick<Measure, "value" | "numerator" | "denominator">): ExactFigure | null {
  const { value, numerator, denominator } = measure;
  if (value === null) return null;
  if (numerator !== null && denominator > 0 && isClose(value, numerator / denominator)) {
    return { top: decimal(numerator), bottom: decimal(denominator) };
  }
  return { top: decimal(value), bottom: decimal(1) };
}

/** The figure that the contract compares: rounded by its rule, or exactly as it is where it states none. */
export function roundedFigure(
  figure: ExactFigure,
  level: Pick<ServiceLevelDefinition, "rounded_to" | "rounding">,
): ExactFigure {
  if (level.rounded_to === undefined) return figure;
  const rounded = figure.top.dividedBy(figure.bottom).toNearest(decimal(level.rounded_to), roundings[level.rounding]);
  return { top: rounded, bottom: decimal(1) };
}

/** How far the figure is on the wrong side of the level, in the figure's unit; 0 or less where it holds. */
export function shortfall(figure: ExactFigure, level: number, better: Better): ExactFigure {
  const above = figure.top.minus(decimal(level).times(figure.bottom));
  return { top: better === "higher" ? above.negated() : above, bottom: figure.bottom };
}

export function isWorse(figure: ExactFigure, level: number, better: Better): boolean {
  return shortfall(figure, level, better).top.greaterThan(0);
}

/** The arithmetic mean of figures, exact; `null` of none. */
export function meanFigure(figures: readonly ExactFigure[]): ExactFigure | null {
  if (figures.length === 0) return null;
  const sum = figures.reduce((one, other) => ({
    top: one.top.times(other.bottom).plus(other.top.times(one.bottom)),
    bottom: one.bottom.times(other.bottom),
  }));
  return { top: sum.top, bottom: sum.bottom.times(figures.length) };
}

/** The decimal that was written: 0.9 is nine tenths, not the float beside it. */
export function decimal(written: number): Decimal {
  return new Exact(String(written));
}

const roundings = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one));
}
