/**
 * Cumulative distribution of the standard normal, to about 1e-7 relative over the whole line.
 * @see Press et al., Numerical Recipes, `erfcc`: Chebyshev fit of the complementary error function
 */
export function normalCumulative(z: number): number {
  return Math.exp(logNormalCumulative(z));
}

/** Logarithm of the standard normal's cumulative distribution; keeps its digits far in the left tail. */
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
