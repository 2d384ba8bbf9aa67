import type { CovariateLifetime, Ties } from "./cox-regression.ts";

/** Log partial likelihood of Cox's model at some effects, its slope, and minus its curvature. */
export type PartialLikelihood = {
  readonly logLikelihood: number;
  readonly score: readonly number[];
  readonly information: readonly (readonly number[])[];
};

/** The partial likelihood of lifetimes, walking back in time so that each joins those at risk once. */
export function partialLikelihood(
  lifetimes: readonly CovariateLifetime[],
  effects: readonly number[],
  ties: Ties,
): PartialLikelihood {
  const leaving = lifetimes.map((lifetime) => ({ ...lifetime, logRisk: logRiskOf(lifetime.covariates, effects) }));
  const entering = [...leaving].sort((a, b) => (b.entry ?? -Infinity) - (a.entry ?? -Infinity));
  leaving.sort((a, b) => b.time - a.time);
  const total = new RunningLikelihood(effects.length);
  const atRisk = new RiskSums(effects.length);
  let notEntered = 0;
  for (let index = 0; index < leaving.length; ) {
    const time = leaving[index]?.time ?? 0;
    const ended = new RiskSums(effects.length);
    for (let each = leaving[index]; each?.time === time; each = leaving[index]) {
      index += 1;
      atRisk.add(each.covariates, Math.exp(each.logRisk));
      if (!each.hasEnded) continue;
      ended.add(each.covariates, Math.exp(each.logRisk));
      total.addEnd(each.covariates, each.logRisk);
    }
    for (let each = entering[notEntered]; (each?.entry ?? -Infinity) >= time; each = entering[notEntered]) {
      notEntered += 1;
      if (each !== undefined) atRisk.add(each.covariates, -Math.exp(each.logRisk));
    }
    for (let tie = 0; tie < ended.members; tie += 1) {
      total.addRiskSet(atRisk, ended, ties === "efron" ? tie / ended.members : 0);
    }
  }
  return total.result();
}

/** Log of the hazard relative to one with all covariates zero. */
export const logRiskOf = (covariates: readonly number[], effects: readonly number[]) =>
  covariates.reduce((total, value, index) => total + value * (effects[index] ?? 0), 0);

/** Sums of risks, of risks × covariates and, below the diagonal, of risks × pairs of covariates. */
class RiskSums {
  members = 0;
  risk = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(count: number) {
    this.first = new Float64Array(count);
    this.second = new Float64Array(count * count);
  }

  add(covariates: readonly number[], risk: number): void {
    const count = covariates.length;
    this.members += 1;
    this.risk += risk;
    for (const [row, value] of covariates.entries()) {
      this.first[row] = (this.first[row] ?? 0) + risk * value;
      for (let column = 0; column <= row; column += 1) {
        const cell = row * count + column;
        this.second[cell] = (this.second[cell] ?? 0) + risk * value * (covariates[column] ?? 0);
      }
    }
  }
}

class RunningLikelihood {
  private logLikelihood = 0;
  private readonly count: number;
  private readonly score: number[];
  private readonly information: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.score = new Array<number>(count).fill(0);
    this.information = new Float64Array(count * count);
  }

  addEnd(covariates: readonly number[], logRisk: number): void {
    this.logLikelihood += logRisk;
    for (const [row, value] of covariates.entries()) this.score[row] = (this.score[row] ?? 0) + value;
  }

  /** @param share how much of those ending now has already left the risk set (Efron) */
  addRiskSet(atRisk: RiskSums, ended: RiskSums, share: number): void {
    const total = atRisk.risk - share * ended.risk;
    const mean = atRisk.first.map((sum, row) => (sum - share * (ended.first[row] ?? 0)) / total);
    this.logLikelihood -= Math.log(total);
    for (let row = 0; row < this.count; row += 1) {
      this.score[row] = (this.score[row] ?? 0) - (mean[row] ?? 0);
      for (let column = 0; column <= row; column += 1) {
        const cell = row * this.count + column;
        const second = ((atRisk.second[cell] ?? 0) - share * (ended.second[cell] ?? 0)) / total;
        this.information[cell] = (this.information[cell] ?? 0) + second - (mean[row] ?? 0) * (mean[column] ?? 0);
      }
    }
  }

  result(): PartialLikelihood {
    const rows = this.score.map((_, row) =>
      this.score.map((__, column) => this.information[Math.max(row, column) * this.count + Math.min(row, column)] ?? 0),
    );
    return { logLikelihood: this.logLikelihood, score: this.score, information: rows };
  }
}
