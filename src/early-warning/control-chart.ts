/** One point of a control chart. Where nothing was measured the value is null, and so is whatever cannot be said of it. */
export type LimitedPoint = {
  readonly value: number | null;
  readonly centre: number | null;
  /** three standard deviations below and above the centre, kept within what the value can be */
  readonly lower: number | null;
  readonly upper: number | null;
  /** two standard deviations: beyond them a point is near its limit */
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
  /** standard deviation of the process at this point; null where the chart has none of its own, as the T chart */
  readonly sigma: number | null;
  /** 0 until the first rebase, then 1, 2, …; rules never look across a rebase */
  readonly phase: number;
};

/** Which points the centre and the limits are computed from: all of each phase, unless said otherwise. */
export type ChartBaseline = {
  /** only the first so many points of each phase; the limits are then frozen */
  readonly frozenAfter?: number;
  /** indexes at which a new phase begins, with limits of its own */
  readonly rebasedAt?: readonly number[];
  /** indexes of points with a known special cause: drawn, but not part of the baseline */
  readonly leftOut?: readonly number[];
};

/** The centre and spread of one phase: limits are centre ± 3 sigma, where sigma may differ by point. */
export type PhaseLimits = {
  readonly centre: number | null;
  readonly sigmaAt: (index: number) => number | null;
  readonly floor?: number;
  readonly ceiling?: number;
};

/**
 * Draws a chart phase by phase.
 * @param values     in order of time; null where nothing was measured
 * @param describe   centre and spread from the indexes of one phase's baseline
 */
export function drawChart(
  values: readonly (number | null)[],
  baseline: ChartBaseline,
  describe: (baselineIndexes: readonly number[]) => PhaseLimits,
): readonly LimitedPoint[] {
  return phasesOf(values.length, baseline).flatMap((phase, number) => {
    const limits = describe(phase.baseline);
    return phase.indexes.map((index) => limitPoint(values[index] ?? null, index, number, limits));
  });
}

function limitPoint(value: number | null, index: number, phase: number, limits: PhaseLimits): LimitedPoint {
  const sigma = limits.sigmaAt(index);
  const { centre } = limits;
  if (centre === null || sigma === null) {
    return { value, centre, lower: null, upper: null, nearLower: null, nearUpper: null, sigma: null, phase };
  }
  const keep = (limit: number) => Math.min(limits.ceiling ?? Infinity, Math.max(limits.floor ?? -Infinity, limit));
  return {
    value,
    centre,
    lower: keep(centre - 3 * sigma),
    upper: keep(centre + 3 * sigma),
    nearLower: keep(centre - 2 * sigma),
    nearUpper: keep(centre + 2 * sigma),
    sigma,
    phase,
  };
}

function phasesOf(count: number, baseline: ChartBaseline) {
  const inside = (baseline.rebasedAt ?? []).filter((index) => index > 0 && index < count);
  const starts = [...new Set([0, ...inside])].sort((a, b) => a - b);
  const leftOut = new Set(baseline.leftOut);
  return starts.map((start, phase) => {
    const indexes = Array.from({ length: (starts[phase + 1] ?? count) - start }, (_, step) => start + step);
    const frozen = indexes.slice(0, baseline.frozenAfter ?? indexes.length);
    return { indexes, baseline: frozen.filter((index) => !leftOut.has(index)) };
  });
}
