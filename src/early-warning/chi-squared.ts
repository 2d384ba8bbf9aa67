import { gammaln } from "simple-statistics";

/** Chance that a chi-squared variable with so many degrees of freedom is at least `value`. */
export function chiSquaredTail(value: number, degrees: number): number {
  return value <= 0 ? 1 : upperGamma(degrees / 2, value / 2);
}

/** Regularised upper incomplete gamma function: a series below shape + 1, a continued fraction above. DLMF 8.7.1, 8.9.2. */
function upperGamma(shape: number, value: number): number {
  if (value === 0) return 1;
  const scale = Math.exp(shape * Math.log(value) - value - gammaln(shape));
  if (value < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let step = 1; term > sum * 1e-17; step += 1) {
      term *= value / (shape + step);
      sum += term;
    }
    return 1 - scale * sum;
  }
  const tiny = 1e-300;
  let denominator = value + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / denominator;
  let fraction = d;
  for (let step = 1; step < 10_000; step += 1) {
    const numerator = -step * (step - shape);
    denominator += 2;
    d = 1 / nonZero(numerator * d + denominator, tiny);
    c = nonZero(denominator + numerator / c, tiny);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return scale * fraction;
}

const nonZero = (value: number, tiny: number) => (Math.abs(value) < tiny ? tiny : value);
