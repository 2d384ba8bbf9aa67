import type { ChangePointWorkspace } from "./change-point-workspace.ts";
import { likelyCuts } from "./likely-cuts.ts";
import { optimalPartition } from "./optimal-partition.ts";
import { stepDeviation } from "./outlying-values.ts";
import { type SegmentEvidence, type StretchSums, segmentEvidence, stretchSums } from "./segment-evidence.ts";

/** A guess at the noise of a series, with what its stretches cost under it. */
export type NoiseModel = SegmentEvidence & {
  readonly autocorrelation: number;
  /** where the series is most likely cut */
  readonly likelyCuts: Int32Array;
};

/** Noise of periodic figures remembers little; what remembers more is a moving level, and is told as such. */
const autocorrelations: readonly number[] = [0, 0.25, 0.5];
const variancesTried = 4;

/**
 * The autocorrelation and usual variance under which the best partition has the most evidence. The partitions compared
 * cut at likely places alone: a small part of the work of all places, and seldom another choice.
 * @param values  centred and scaled
 */
export function chooseNoiseModel(
  values: readonly number[],
  fewestInStretch: number,
  perCut: number,
  { room, termsOf }: ChangePointWorkspace,
): NoiseModel {
  const places = likelyCuts(values);
  let best: { readonly model: NoiseModel; readonly cost: number } | null = null;
  for (const autocorrelation of autocorrelations) {
    const sums = stretchSums(values, autocorrelation);
    for (const variance of variancesToTry(values, sums)) {
      const model = { ...segmentEvidence(sums, variance, termsOf), autocorrelation, likelyCuts: places };
      const { cost } = optimalPartition(places, model.settledAmong(places, fewestInStretch), perCut, room);
      if (best === null || cost < best.cost) best = { model, cost };
    }
  }
  if (best === null) throw new Error("no autocorrelation was tried");
  return best.model;
}

/** From the noise between neighbours (as if every wave were a change) to the noise around one line (no change). */
function variancesToTry(values: readonly number[], sums: StretchSums): readonly number[] {
  const innovations = values.slice(1).map((value, index) => value - sums.autocorrelation * (values[index] ?? 0));
  const least = Math.max(stepDeviation(innovations) ** 2, 1e-10);
  const whole = new Float64Array(2);
  sums.residualsInto(whole, 0, values.length);
  const most = Math.max((whole[1] ?? 0) / (values.length - 2), least * 1.01);
  return Array.from({ length: variancesTried }, (_, step) => least * (most / least) ** (step / (variancesTried - 1)));
}
