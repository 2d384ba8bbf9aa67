import {
  type Better,
  type DecisionMatrix,
  entry,
  mapColumns,
  partOf,
  sharesOf,
  total,
  transpose,
  zip,
} from "./decision-matrix.ts";
import { normalise } from "./normalise.ts";
import { pearson } from "./rank-correlation.ts";
import { entropyWeights } from "./spread-weights.ts";

/** Weights from what would be lost without a criterion. They sum to 1. */
type Weights = readonly number[];

/**
 * CRITIC: the spread of a criterion times how little it moves with the others.
 * @see Diakoulaki, Mavrotas & Papayannakis 1995; Tuş & Aytaç Adalı 2019
 */
export function criticWeights(matrix: DecisionMatrix): Weights {
  const columns = transpose(
    normalise(
      matrix,
      (matrix[0] ?? []).map(() => "higher"),
      "min-max",
    ),
  );
  return sharesOf(
    columns.map((column) => {
      const mean = total(column) / column.length;
      const deviation = Math.sqrt(total(column.map((x) => (x - mean) ** 2)) / column.length);
      return deviation * total(columns.map((other) => (other === column ? 0 : 1 - pearson(column, other))));
    }),
  );
}

/**
 * MEREC: how much the options' overall merit moves when the criterion is taken away.
 * @see Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis & Antucheviciene 2021
 */
export function removalWeights(matrix: DecisionMatrix, better: readonly Better[]): Weights {
  const ratios = mapColumns(matrix, (column, criterion) => {
    const sizes = column.map(Math.abs);
    return entry(better, criterion) === "higher"
      ? sizes.map((x) => Math.min(...sizes) / x)
      : sizes.map((x) => x / Math.max(...sizes));
  });
  const criteria = better.length;
  const merit = (logs: readonly number[]) => Math.log(1 + total(logs) / criteria);
  const effects = ratios.map((row) => {
    const logs = row.map((ratio) => Math.abs(Math.log(ratio)));
    return logs.map((_, removed) => Math.abs(merit(logs.filter((__, at) => at !== removed)) - merit(logs)));
  });
  return sharesOf(transpose(effects).map(total));
}

/**
 * CILOS: what the other criteria lose when each in turn is at its best, balanced by solving F q = 0.
 * @throws RangeError where losses leave more than one solution, as when two criteria are the same
 * @see Mirkin 1974; Zavadskas & Podvezko 2016, Integrated determination of objective criteria weights in MCDM
 */
export function impactLossWeights(matrix: DecisionMatrix, better: readonly Better[]): Weights {
  const gains = mapColumns(matrix, (column, criterion) => {
    const least = Math.min(...column);
    const asGains = entry(better, criterion) === "higher" ? column : column.map((x) => least / x);
    return asGains.map((x) => partOf(x, total(asGains)));
  });
  const atBest = transpose(gains).map((column) => entry(gains, column.indexOf(Math.max(...column))));
  const losses = atBest.map((row) =>
    zip(row, atBest, (x, bestRow, at) => partOf(entry(bestRow, at) - x, entry(bestRow, at))),
  );
  const sums = transpose(losses).map(total);
  // The columns of F sum to nil, so that one of its rows says nothing new: "the weights sum to 1" takes its place.
  const equations = losses.map((row, at) =>
    row.map((loss, criterion) => (at === criterion ? loss - entry(sums, at) : loss)),
  );
  equations[equations.length - 1] = better.map(() => 1);
  return solve(
    equations,
    better.map((_, at) => (at === better.length - 1 ? 1 : 0)),
  );
}

/** IDOCRIW: entropy weights times CILOS weights. @see Zavadskas & Podvezko 2016 */
export function integratedWeights(matrix: DecisionMatrix, better: readonly Better[]): Weights {
  return sharesOf(zip(entropyWeights(matrix), impactLossWeights(matrix, better), (one, other) => one * other));
}

/** Gauss with the largest pivot of each column. */
function solve(equations: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = equations.map((row, at) => [...row, entry(right, at)]);
  for (let step = 0; step < rows.length; step += 1) {
    const below = rows.map((row, at) => (at < step ? -1 : Math.abs(entry(row, step))));
    const pivot = below.indexOf(Math.max(...below));
    if (entry(below, pivot) < 1e-12) throw new RangeError("the criteria do not determine weights of their own");
    [rows[step], rows[pivot]] = [entry(rows, pivot), entry(rows, step)];
    const top = entry(rows, step);
    for (const [at, row] of rows.entries()) {
      if (at === step) continue;
      const factor = entry(row, step) / entry(top, step);
      rows[at] = zip(row, top, (x, y) => x - factor * y);
    }
  }
  return rows.map((row, at) => entry(row, row.length - 1) / entry(row, at));
}
