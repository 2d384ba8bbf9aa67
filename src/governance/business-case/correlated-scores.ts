import { type Chance, seededChance } from "../../values/seeded-chance.ts";

/** A stated rank correlation between two inputs, by their names. */
export type StatedCorrelation = { readonly between: readonly [string, string]; readonly is: number };

/**
 * Standard normal scores for each input, correlated by a Gaussian copula: the stated rank correlation ρ is held by normal
 * scores correlated 2 sin(πρ/6) (Kruskal 1958). Each input draws from a stream of its own, so that adding one moves no other.
 * @returns one array of `draws` scores for each name
 * @throws RangeError when the correlations contradict each other; ask `contradicts` first
 */
export function correlatedScores(
  names: readonly string[],
  correlations: readonly StatedCorrelation[],
  seed: number,
  draws: number,
): ReadonlyMap<string, Float64Array> {
  const chance = seededChance(seed);
  const scores = new Map(names.map((name) => [name, independentScores(chance.split(name), draws)]));
  const bound = names.filter((name) => correlations.some(({ between }) => between.includes(name)));
  if (bound.length === 0) return scores;
  const factor = choleskyFactor(correlationMatrix(bound, correlations));
  if (factor === null) throw new RangeError("the correlations contradict each other");
  const independent = bound.map((name) => scores.get(name) ?? new Float64Array(draws));
  for (const [row, name] of bound.entries()) scores.set(name, mixed(factor[row] ?? [], independent, draws));
  return scores;
}

/** Whether no set of figures could be correlated in this way, such as A with B, B with C, and A against C. */
export function contradicts(correlations: readonly StatedCorrelation[]): boolean {
  const names = [...new Set(correlations.flatMap(({ between }) => between))];
  return choleskyFactor(correlationMatrix(names, correlations)) === null;
}

/** The correlation of normal scores that gives a rank correlation. */
export function scoreCorrelation(rank: number): number {
  return 2 * Math.sin((Math.PI * rank) / 6);
}

function independentScores(chance: Chance, draws: number): Float64Array {
  const scores = new Float64Array(draws);
  // Box and Muller 1958, with both of the pair.
  for (let draw = 0; draw < draws; draw += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - chance.uniform()));
    const angle = 2 * Math.PI * chance.uniform();
    scores[draw] = radius * Math.cos(angle);
    if (draw + 1 < draws) scores[draw + 1] = radius * Math.sin(angle);
  }
  return scores;
}

function mixed(weights: readonly number[], independent: readonly Float64Array[], draws: number): Float64Array {
  const scores = new Float64Array(draws);
  for (const [column, weight] of weights.entries()) {
    const own = independent[column];
    if (weight === 0 || own === undefined) continue;
    for (let draw = 0; draw < draws; draw++) scores[draw] = (scores[draw] ?? 0) + weight * (own[draw] ?? 0);
  }
  return scores;
}

function correlationMatrix(names: readonly string[], correlations: readonly StatedCorrelation[]): readonly number[][] {
  return names.map((row) =>
    names.map((column) => {
      if (row === column) return 1;
      const stated = correlations.find(({ between }) => between.includes(row) && between.includes(column));
      return stated === undefined ? 0 : scoreCorrelation(stated.is);
    }),
  );
}

/** The lower triangle L with L·Lᵀ = matrix; null when there is none. Full correlation, a zero on the diagonal, is allowed. */
function choleskyFactor(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const factor: number[][] = [];
  for (const [row, given] of matrix.entries()) {
    const line: number[] = [];
    for (let column = 0; column <= row; column++) {
      const other = column === row ? line : (factor[column] ?? []);
      let rest = given[column] ?? 0;
      for (let inner = 0; inner < column; inner++) rest -= (line[inner] ?? 0) * (other[inner] ?? 0);
      const pivot = factor[column]?.[column] ?? 0;
      if (column === row) {
        if (rest < -1e-9) return null;
        line.push(Math.sqrt(Math.max(0, rest)));
      } else if (pivot > 1e-9) line.push(rest / pivot);
      else if (Math.abs(rest) > 1e-6) return null;
      else line.push(0);
    }
    factor.push(line);
  }
  return factor;
}
