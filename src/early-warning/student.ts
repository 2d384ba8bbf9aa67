/**
 * Chance that Student's t is at least `value`, for whole degrees of freedom: the finite sums in the angle.
 * @see Abramowitz & Stegun 1964, 26.7.3 and 26.7.4
 */
export function studentTail(value: number, degrees: number): number {
  const angle = Math.atan(Math.abs(value) / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine ** 2 * (power - 1)) / power;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  const tail = (1 - within) / 2;
  return value >= 0 ? tail : 1 - tail;
}

/** The value that Student's t exceeds by a chance of `tail`, at most a half; to the last digits that the tail can tell apart. */
export function studentQuantile(tail: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (studentTail(high, degrees) > tail) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
