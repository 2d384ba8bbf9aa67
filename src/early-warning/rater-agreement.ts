import type { Interval, TooLittleData } from "../values/share.ts";

/** How far two raters of the same items agree beyond chance. */
export type RaterAgreement = {
  readonly kind: "agreement";
  readonly items: number;
  readonly observed: number;
  readonly expected: number;
  /** 1 is full agreement, 0 what chance gives, below 0 worse than chance */
  readonly kappa: number;
  /** standard error when there is none but chance agreement: for testing */
  readonly errorUnderChance: number;
  /** 95 % interval of kappa */
  readonly interval: Interval;
  /** mean difference of category, first rater minus second: the first is the milder where this is above zero */
  readonly bias: number;
};

/** How much a near miss counts: nothing, or less the further apart the categories are. */
export type AgreementWeights = "none" | "linear" | "quadratic";

/**
 * Cohen's kappa of a square table of counts: rows the first rater's categories, columns the second's, in order.
 * @returns too little data when one of them used a single category, so that chance explains everything
 * @see Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969
 */
export function rateAgreement(
  counts: readonly (readonly number[])[],
  weights: AgreementWeights = "none",
): RaterAgreement | TooLittleData {
  const items = sum(counts.map(sum));
  const size = counts.length;
  const rows = counts.map((row) => sum(row) / items);
  const columns = counts.map((_, column) => sum(counts.map((row) => row[column] ?? 0)) / items);
  const weight = (row: number, column: number) => {
    if (weights === "none") return row === column ? 1 : 0;
    const distance = Math.abs(row - column) / (size - 1);
    return 1 - (weights === "linear" ? distance : distance ** 2);
  };
  const overCells = (of: (row: number, column: number, share: number) => number) =>
    sum(counts.map((line, row) => sum(line.map((count, column) => of(row, column, count / items)))));
  const byChance = (row: number, column: number) => (rows[row] ?? 0) * (columns[column] ?? 0);
  const observed = overCells((row, column, share) => share * weight(row, column));
  const expected = overCells((row, column) => byChance(row, column) * weight(row, column));
  if (items === 0 || expected >= 1) return { kind: "too-little-data", have: items, need: items + 1 };
  const kappa = (observed - expected) / (1 - expected);
  const rowWeights = rows.map((_, row) => sum(columns.map((share, column) => share * weight(row, column))));
  const columnWeights = columns.map((_, column) => sum(rows.map((share, row) => share * weight(row, column))));
  const ends = (row: number, column: number) => (rowWeights[row] ?? 0) + (columnWeights[column] ?? 0);
  const underChance =
    overCells((row, column) => byChance(row, column) * (weight(row, column) - ends(row, column)) ** 2) - expected ** 2;
  const spread =
    overCells((row, column, share) => share * (weight(row, column) - ends(row, column) * (1 - kappa)) ** 2) -
    (kappa - expected * (1 - kappa)) ** 2;
  const error = (variance: number) => Math.sqrt(Math.max(0, variance) / items) / (1 - expected);
  const half = 1.959963984540054 * error(spread);
  return {
    kind: "agreement",
    items,
    observed,
    expected,
    kappa,
    errorUnderChance: error(underChance),
    interval: { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) },
    bias: overCells((row, column, share) => share * (row - column)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
