import { median } from "simple-statistics";

/** One measured period of a figure. */
export type StreamPoint = {
  /** day in the middle of the period, counted from any fixed day */
  readonly day: number;
  readonly value: number;
  /** events or passes that the figure counts; null where it counts nothing */
  readonly count: number | null;
  /** items or exposure behind the figure; 0 where unknown */
  readonly of: number;
};

/** A figure over time, with the direction that is not wanted. Measured periods only, oldest first. */
export type FigureStream = {
  /** a share counts items of items, a rate events over exposure, a mean has items behind it, a value stands alone */
  readonly kind: "share" | "rate" | "mean" | "value";
  readonly worse: "up" | "down";
  /** whether troubles add in proportion to a mean or value, as to times and amounts, and not in its unit */
  readonly proportional: boolean;
  readonly points: readonly StreamPoint[];
};

/** A figure on a scale where its noise does not depend on its level and up is worse. */
export type SteadyPoint = {
  readonly day: number;
  readonly level: number;
  /** variance of the level that chance alone gives; relative where only its shape over the periods is known */
  readonly variance: number;
};

/** Counts below this, on average a period, are too few for a scale that treats them as continuous. */
export const fewestEvents = 3;

/** The rarer of passes and failures of a share, events of a rate; null for figures that count nothing. */
export function eventsOf({
  kind,
  points,
}: FigureStream): readonly { day: number; events: number; of: number }[] | null {
  if (kind !== "share" && kind !== "rate") return null;
  const counted = points.flatMap(({ day, count, of }) =>
    count === null || of <= 0 ? [] : [{ day, events: count, of }],
  );
  if (counted.length < points.length) return null;
  if (kind === "rate") return counted;
  const passes = counted.reduce((sum, { events }) => sum + events, 0);
  const items = counted.reduce((sum, { of }) => sum + of, 0);
  return passes * 2 <= items ? counted : counted.map((each) => ({ ...each, events: each.of - each.events }));
}

/** Whether the events that `eventsOf` counts become more as the figure turns worse. */
export function eventsGrowWorse({ kind, worse, points }: FigureStream): boolean {
  if (kind === "rate") return worse === "up";
  const passes = points.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const items = points.reduce((sum, { of }) => sum + of, 0);
  return passes * 2 <= items === (worse === "up");
}

/** A figure's points on the steady scale, and the way back: the value that a level stands for. */
export type SteadyScale = { readonly points: readonly SteadyPoint[]; readonly valueAt: (level: number) => number };

/**
 * Takes a figure to the steady scale: the arcsine for shares (variance 1/n), twice the square root for rates (variance
 * 1/exposure), the logarithm for times, amounts and numbers that are skewed, and the figure itself else.
 * @see Anscombe 1948, Biometrika 35, for the small shifts of 3/8
 */
export function steadyScale({ kind, points, worse, proportional }: FigureStream): SteadyScale {
  const sign = worse === "up" ? 1 : -1;
  if (kind === "share") {
    return {
      points: points.map(({ day, count, of, value }) => {
        const share = Math.min(1, Math.max(0, ((count ?? value * of) + 0.375) / (of + 0.75)));
        return { day, level: sign * 2 * Math.asin(Math.sqrt(share)), variance: 1 / (of + 0.5) };
      }),
      valueAt: (level) => Math.sin(Math.min(Math.PI, Math.max(0, sign * level)) / 2) ** 2,
    };
  }
  if (kind === "rate") {
    return {
      points: points.map(({ day, count, of, value }) => ({
        ...{ day, variance: 1 / of, level: sign * 2 * Math.sqrt(((count ?? value * of) + 0.375) / of) },
      })),
      valueAt: (level) => (Math.max(0, sign * level) / 2) ** 2,
    };
  }
  const middle = median(points.map(({ value }) => value));
  const isSkewed = proportional && middle > 0 && points.every(({ value }) => value >= 0) && spreadRatio(points) > 0.25;
  // A nil among times or amounts has no logarithm, and would be a shock of its own: it counts as a twentieth of the usual.
  const onScale = (value: number) => (isSkewed ? Math.log(Math.max(value, middle / 20)) : value);
  const sizes = points.map(({ of }) => of).filter((of) => of > 0);
  const usual = sizes.length === points.length ? sizes.length / sizes.reduce((sum, of) => sum + 1 / of, 0) : null;
  return {
    points: points.map(({ day, value, of }) => ({
      day,
      level: sign * onScale(value),
      // Part of a mean's noise is of its items and shrinks with them, part is of the period and does not: half and half.
      variance: kind === "mean" && usual !== null ? 0.5 + (0.5 * usual) / of : 1,
    })),
    valueAt: (level) => (isSkewed ? Math.exp(sign * level) : sign * level),
  };
}

/**
 * A value on the scale on which a trouble adds: logits of a share, logarithms of a rate and of what is proportional, and
 * other means and values as they are; up is worse.
 */
export function additive({ kind, worse, proportional }: FigureStream, value: number): number {
  const sign = worse === "up" ? 1 : -1;
  if (kind === "share") {
    const share = Math.min(0.9995, Math.max(0.0005, value));
    return sign * Math.log(share / (1 - share));
  }
  return sign * (kind === "rate" || proportional ? Math.log(Math.max(value, 1e-12)) : value);
}

/** Deviation of the values over their mean. */
function spreadRatio(points: readonly StreamPoint[]): number {
  const values = points.map(({ value }) => value);
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return Math.sqrt(square) / centre;
}
