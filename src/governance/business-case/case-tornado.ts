import { sampleRankCorrelation } from "simple-statistics";
import type { BusinessCase } from "./business-case.ts";
import type { TornadoBar } from "./business-case-forecast.ts";
import type { CaseInput } from "./case-input.ts";
import { caseTerms, type DrawnInputs } from "./case-terms.ts";
import { runCase } from "./run-case.ts";

const ranked = 2000;

/** What matters: each uncertain input at its P10 and P90 with all others at their P50, and its rank correlation with the total saving. */
export function caseTornado(
  made: BusinessCase,
  inputs: readonly CaseInput[],
  months: number,
  drawn: DrawnInputs,
  saving: Float64Array,
): readonly TornadoBar[] {
  const uncertain = inputs.filter(({ range }) => range.p10 < range.p90);
  const scenarios = new Map(
    inputs.map(({ name, range }) => [name, new Float64Array(2 * uncertain.length).fill(range.p50)]),
  );
  for (const [index, { name, range }] of uncertain.entries())
    scenarios.get(name)?.set([range.p10, range.p90], 2 * index);
  const draws = 2 * uncertain.length;
  const totals = runCase(caseTerms(made, inputs, scenarios, draws), { months, draws }).saving;
  const sampled = Array.from(saving.subarray(0, ranked));
  const bars = uncertain.map(({ name }, index) => {
    const [savingAtP10 = 0, savingAtP90 = 0] = totals.subarray(2 * index, 2 * index + 2);
    const values = Array.from(drawn.get(name)?.subarray(0, ranked) ?? []);
    return {
      input: name,
      savingAtP10: Math.round(savingAtP10),
      savingAtP90: Math.round(savingAtP90),
      swing: Math.round(Math.abs(savingAtP90 - savingAtP10)),
      rankCorrelation: roundedCorrelation(values, sampled),
    };
  });
  return bars.toSorted((one, other) => other.swing - one.swing);
}

function roundedCorrelation(values: number[], saving: number[]): number {
  if (values.length < 3) return 0;
  return Math.round(sampleRankCorrelation(values, saving) * 1000) / 1000;
}
