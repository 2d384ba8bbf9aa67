import { standardErrorOfMean } from "../../early-warning/step-spread.ts";
import { wilsonInterval } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";

/** A measured figure of the objective's metric; bounds are of its interval, where it has one. */
export type Reading = {
  /** the last day of its period */
  readonly on: PlainDate;
  /** the first day of its period */
  readonly from?: PlainDate;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** of shares: what was counted */
  readonly numerator?: number;
  readonly denominator?: number;
};

/** Where an objective stands against what is due on the day of asking. */
export type Standing = Reading & {
  /** periods that the figure is of: four, or one before there are four */
  readonly periods: number;
  readonly due: number;
  /** how far it is beyond what is due; negative is behind, in the metric's unit */
  readonly ahead: number;
  /** `unclear`: the interval of the figure holds what is due */
  readonly state: "ahead" | "behind" | "unclear";
};

/** Periods that say together where an objective stands: one alone is mostly noise. */
export const periodsTogether = 4;

/**
 * Where an objective stands: its last four periods together, give or take two standard errors (and at least what the number
 * of items leaves open), against what is due; once its date has come, the figure itself. Before there are four periods the last one stands alone, with its own interval.
 * @param readings up to the day of asking, in any order
 * @param due      what is due on the day of asking; `isUp` where the objective's date has come
 */
export function standingOf(
  readings: readonly Reading[],
  { due, better, isUp }: { readonly due: number; readonly better: "higher" | "lower"; readonly isUp: boolean },
): Standing | null {
  const known = readings.toSorted((one, other) => one.on.localeCompare(other.on));
  const figure = known.length < periodsTogether ? known.at(-1) : together(known.slice(-periodsTogether), isUp);
  if (figure === undefined) return null;
  const sign = better === "higher" ? 1 : -1;
  const [low, high] = [figure.low ?? figure.value, figure.high ?? figure.value];
  const [worst, best] = sign === 1 ? [low, high] : [high, low];
  const state = sign * (worst - due) >= 0 ? "ahead" : sign * (best - due) < 0 ? "behind" : "unclear";
  const periods = known.length < periodsTogether ? 1 : periodsTogether;
  return { ...figure, periods, due, ahead: sign * (figure.value - due), state };
}

/** Periods as one figure: a share of all that they counted, else the mean of their figures. */
function together(readings: readonly Reading[], isUp: boolean): Reading {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) throw new Error("no period was given to put together");
  const counted = readings.flatMap(({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined ? [] : [{ numerator, denominator }],
  );
  const sum = (part: "numerator" | "denominator") => counted.reduce((total, one) => total + one[part], 0);
  const isShare = counted.length === readings.length && sum("denominator") > 0;
  const values = readings.map(({ value }) => value);
  const value = isShare
    ? sum("numerator") / sum("denominator")
    : values.reduce((total, one) => total + one, 0) / values.length;
  const margin = 2 * standardErrorOfMean(values);
  // Few items leave a share open however alike its weeks are.
  const counts = isShare ? wilsonInterval(sum("numerator"), sum("denominator")) : { low: value, high: value };
  const interval = { low: Math.min(value - margin, counts.low), high: Math.max(value + margin, counts.high) };
  return {
    on: last.on,
    ...(first.from === undefined ? {} : { from: first.from }),
    ...{ value, ...(isUp ? { low: value, high: value } : interval) },
    ...(isShare ? { numerator: sum("numerator"), denominator: sum("denominator") } : {}),
  };
}
