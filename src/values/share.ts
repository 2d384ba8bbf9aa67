/** A proportion with its working: never a percent without its denominator. */
export type Share = { readonly value: number; readonly numerator: number; readonly denominator: number };

/** Not enough records to say anything: a value, not an error. */
export type TooLittleData = { readonly kind: "too-little-data"; readonly have: number; readonly need: number };

/** Bounds of an interval, inclusive. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * Wilson score interval of a proportion.
 * @param z standard normal quantile of the two-sided level; 1.959964 is 95 %
 * @see Wilson 1927; Brown, Cai & DasGupta 2001
 */
export function wilsonInterval(numerator: number, denominator: number, z = 1.959963984540054): Interval {
  if (denominator <= 0) return { low: 0, high: 1 };
  const p = numerator / denominator;
  const zz = (z * z) / denominator;
  const centre = (p + zz / 2) / (1 + zz);
  const half = (z / (1 + zz)) * Math.sqrt((p * (1 - p)) / denominator + zz / (4 * denominator));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
