/** What a figure says of a lasting change at each of its points, as the first of the new level. */
export type ShiftFactors<Told extends Shift = Shift> = {
  /** logarithms of the Bayes factors of a change for the worse and for the better; null where too few points lie before */
  readonly worse: readonly (number | null)[];
  readonly better: readonly (number | null)[];
  /** how far the figure moved there */
  readonly shifts: readonly (Told | null)[];
};

export type Shift = LevelShift | EventSplit;

/** How far the level of a figure moved, up for the worse. */
export type LevelShift = {
  readonly kind: "level";
  readonly estimate: number;
  /** inverse of the variance of the estimate */
  readonly information: number;
  /** degrees of freedom of that variance */
  readonly free: number;
};

/** How events fall before and after a point. */
export type EventSplit = {
  readonly kind: "events";
  /** events since the point, and all */
  readonly since: number;
  readonly all: number;
  /** part of the exposure that lies after the point, 0 to 1 */
  readonly share: number;
  readonly dispersion: number;
  /** whether more events are worse */
  readonly grow: boolean;
};

/** Deviation of a trouble's move about its proportion to the others, as a share of it: no two partnerships are hit alike. */
export const proportionDeviation = 0.4;
