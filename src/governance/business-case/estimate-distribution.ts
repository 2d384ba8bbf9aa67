import type { Estimate } from "../../values/estimate.ts";

/**
 * The distribution that stands behind a range of P10, P50 and P90, exact in all three: a shifted lognormal, which is the
 * normal where the range is even and the lognormal where P10 × P90 = P50². Where only one side of a range is open it is
 * half of a normal, and one figure is certain.
 * @see Johnson 1949 (the SL system), fitted by symmetric percentiles
 */
export type EstimateDistribution = {
  readonly kind: "certain" | "normal" | "shifted-lognormal" | "half-normal";
  /** the value at a standard normal score; P10, P50 and P90 lie at −1.2816, 0 and 1.2816 */
  readonly valueAt: (score: number) => number;
};

/** Standard normal score of P90. */
const scoreOfP90 = 1.2815515655446004;

/** @param range rising, as its schema makes sure */
export function distributionOf({ p10, p50, p90 }: Estimate<number>): EstimateDistribution {
  const below = p50 - p10;
  const above = p90 - p50;
  if (below === 0 && above === 0) return { kind: "certain", valueAt: () => p50 };
  if (below === 0 || above === 0) {
    const valueAt = (score: number) => p50 + ((score < 0 ? below : above) * score) / scoreOfP90;
    return { kind: "half-normal", valueAt };
  }
  const bend = Math.log(above / below) / scoreOfP90;
  if (Math.abs(bend) < 1e-9) return { kind: "normal", valueAt: (score) => p50 + (above * score) / scoreOfP90 };
  const scale = above / (above / below - 1);
  return { kind: "shifted-lognormal", valueAt: (score) => p50 + scale * (Math.exp(bend * score) - 1) };
}
