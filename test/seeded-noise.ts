/**
 * Normal noise with variance 1 and the given lag-one autocorrelation, the same for the same seed.
 * Mulberry32 for the uniform numbers, Box–Muller for the normal ones.
 */
export function seededNoise(seed: number, count: number, autocorrelation: number): readonly number[] {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const values: number[] = [];
  let value = normal();
  for (let index = 0; index < count; index += 1) {
    values.push(value);
    value = autocorrelation * value + Math.sqrt(1 - autocorrelation ** 2) * normal();
  }
  return values;
}
