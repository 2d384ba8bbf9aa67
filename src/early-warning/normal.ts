import { chiSquaredTail } from "./chi-squared.ts";

/** Chance that a standard normal variable is at least `z`, to the last digits. */
export function normalTail(z: number): number {
  const half = chiSquaredTail(z * z, 1) / 2;
  return z >= 0 ? half : 1 - half;
}

/**
 * Logarithm of the standard normal's cumulative distribution, to about 1e-7 relative, far into the left tail where the
 * chance itself is too small for a number; it is asked for every week of every series, so it must be quick.
 * @see Press et al., Numerical Recipes, `erfcc`: Chebyshev fit of the complementary error function
 */
export function logNormalCumulative(z: number): number {
  if (z > 0) return Math.log1p(-Math.exp(logNormalCumulative(-z)));
  const x = -z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  return Math.log(t / 2) - x * x + series;
}
