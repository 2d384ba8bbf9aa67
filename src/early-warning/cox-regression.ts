import type { TooLittleData } from "../values/share.ts";
import type { Lifetime } from "./lifetime.ts";
import { logRiskOf, partialLikelihood } from "./partial-likelihood.ts";
import { solveSymmetric } from "./symmetric-matrix.ts";

/** A lifetime with what may speed up or slow down its end, in a fixed order. */
export type CovariateLifetime = Lifetime & { readonly covariates: readonly number[] };

/** How ends at the same time are weighed. */
export type Ties = "efron" | "breslow";

/** Effects are logs of hazard ratios: exp(0.7) ≈ 2 means that one unit more doubles the rate of ending. */
export type HazardModel = {
  readonly kind: "hazard-model";
  readonly effects: readonly number[];
  readonly standardErrors: readonly number[];
  /** log partial likelihood without and with the covariates */
  readonly logLikelihood: { readonly none: number; readonly fitted: number };
  /** share of comparable pairs whose order the model tells rightly; 0.5 is chance */
  readonly concordance: number;
  readonly steps: number;
};

/**
 * Cox's proportional hazards, fitted by Newton's method with halved steps.
 * @param ties how ends at the same time are weighed: Efron's way is the more exact
 * @returns too little data when the covariates cannot be told apart (fewer ends than covariates, one is constant, or
 *   one alone decides who ends)
 * @see Cox 1972; Efron 1977; Breslow 1974
 */
export function fitHazards(lifetimes: readonly CovariateLifetime[], ties: Ties = "efron"): HazardModel | TooLittleData {
  const count = lifetimes[0]?.covariates.length ?? 0;
  const ends = lifetimes.filter((lifetime) => lifetime.hasEnded).length;
  const impossible: TooLittleData = { kind: "too-little-data", have: ends, need: Math.max(ends, count) + 1 };
  if (count === 0 || ends <= count) return impossible;
  const centred = centre(lifetimes, count);
  let effects: readonly number[] = new Array<number>(count).fill(0);
  let state = partialLikelihood(centred, effects, ties);
  const none = state.logLikelihood;
  for (let steps = 1; steps <= 50; steps += 1) {
    const solved = solveSymmetric(state.information, state.score);
    if (solved === null) return impossible;
    const next = halvedStep(centred, effects, solved.solution, state.logLikelihood, ties);
    const gain = next.state.logLikelihood - state.logLikelihood;
    ({ effects, state } = next);
    if (Math.abs(gain) > 1e-12 * (1 + Math.abs(state.logLikelihood))) continue;
    const inverse = solveSymmetric(state.information, state.score)?.inverse;
    if (inverse === undefined) return impossible;
    return {
      kind: "hazard-model",
      effects,
      standardErrors: inverse.map((row, index) => Math.sqrt(row[index] ?? 0)),
      logLikelihood: { none, fitted: state.logLikelihood },
      concordance: concordance(centred, effects),
      steps,
    };
  }
  return impossible;
}

/** Newton's step, halved until the likelihood does not fall. */
function halvedStep(
  lifetimes: readonly CovariateLifetime[],
  effects: readonly number[],
  step: readonly number[],
  logLikelihood: number,
  ties: Ties,
) {
  for (let share = 1; ; share /= 2) {
    const tried = effects.map((effect, index) => effect + share * (step[index] ?? 0));
    const state = partialLikelihood(lifetimes, tried, ties);
    const isBetter = state.logLikelihood >= logLikelihood - 1e-12 * Math.abs(logLikelihood);
    if (isBetter || share < 1e-6) return { effects: tried, state };
  }
}

/** Harrell's concordance: the one who ends first should have the higher risk; equal risks count half. */
function concordance(lifetimes: readonly CovariateLifetime[], effects: readonly number[]): number {
  const scored = lifetimes.map((lifetime) => ({ ...lifetime, risk: logRiskOf(lifetime.covariates, effects) }));
  let comparable = 0;
  let right = 0;
  for (const early of scored) {
    if (!early.hasEnded) continue;
    for (const late of scored) {
      const isLater = late.time > early.time || (late.time === early.time && !late.hasEnded);
      if (!isLater || (late.entry ?? -Infinity) >= early.time) continue;
      comparable += 1;
      const lead = early.risk - late.risk;
      right += Math.abs(lead) < 1e-12 ? 0.5 : lead > 0 ? 1 : 0;
    }
  }
  return comparable === 0 ? 0.5 : right / comparable;
}

/** Means taken away, so that exponentials stay small; effects do not change. */
function centre(lifetimes: readonly CovariateLifetime[], count: number): readonly CovariateLifetime[] {
  const means = Array.from(
    { length: count },
    (_, index) => lifetimes.reduce((total, { covariates }) => total + (covariates[index] ?? 0), 0) / lifetimes.length,
  );
  return lifetimes.map((lifetime) => ({
    ...lifetime,
    covariates: lifetime.covariates.map((value, index) => value - (means[index] ?? 0)),
  }));
}
