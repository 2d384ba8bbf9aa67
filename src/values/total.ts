/** The parts of all of them, added up; 0 of none. */
export function totalOf<T>(all: readonly T[], part: (one: T) => number): number {
  return all.reduce((total, one) => total + part(one), 0);
}

/** The arithmetic mean; NaN of none. */
export function meanOf(values: readonly number[]): number {
  return totalOf(values, (value) => value) / values.length;
}
