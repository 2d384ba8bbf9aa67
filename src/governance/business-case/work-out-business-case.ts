import { addLength } from "../../values/calendar-length.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import type { BusinessCase } from "./business-case.ts";
import type {
  BreakEven,
  BusinessCaseForecast,
  ForecastInput,
  ForecastMonth,
  TotalForecast,
  WorkedOutCase,
} from "./business-case-forecast.ts";
import { businessCaseProblems, caseCurrency, whyUnknown } from "./business-case-problems.ts";
import { caseFindings } from "./case-findings.ts";
import { type CaseInput, caseInputs } from "./case-input.ts";
import { caseTerms, type DrawnInputs, drawnValues } from "./case-terms.ts";
import { caseTornado } from "./case-tornado.ts";
import { caseWorking } from "./case-working.ts";
import { correlatedScores } from "./correlated-scores.ts";
import { distributionOf } from "./estimate-distribution.ts";
import { judgePromises, type Likelihoods } from "./judge-promises.ts";
import { type PercentileRange, percentileRange } from "./percentile-range.ts";
import { type CaseMonth, type CaseTotals, costParts, runCase } from "./run-case.ts";

/** The same seed and number of draws give the same forecast, to the last digit. */
export type ForecastOptions = {
  /** a whole number */
  readonly seed: number;
  /** how often the case is run, 100 to 1,000,000 */
  readonly draws: number;
};

/** Months looked at where the case does not say. */
const usualMonths = 36;
/** The parts of the cost are told from the first draws: their middle hardly moves, and all would take a third of the time. */
const partsOf = 2000;

/**
 * Works a business case out as a Monte Carlo: what outsourcing and staying in-house cost month by month, when the move has
 * paid for itself, what matters most, and how likely each promise is.
 * @throws RangeError for a seed or a number of draws that is none
 */
export function workOutBusinessCase(made: BusinessCase, { seed, draws }: ForecastOptions): BusinessCaseForecast {
  if (!Number.isInteger(seed)) throw new RangeError(`a seed is a whole number, not ${seed}`);
  if (!Number.isInteger(draws) || draws < 100 || draws > 1_000_000) {
    throw new RangeError(`a case is run 100 to 1,000,000 times, not ${draws}`);
  }
  const problems = businessCaseProblems(made);
  const because = whyUnknown(made) ?? (problems.length > 0 ? "the case has problems" : null);
  const currency = caseCurrency(made);
  if (because !== null || currency === null) {
    return { kind: "unknown", because: because ?? "no amount says in which currency it is", problems };
  }
  return forecast({ ...made, currency }, currency, { seed, draws });
}

function forecast(made: BusinessCase, currency: string, { seed, draws }: ForecastOptions): WorkedOutCase {
  const months = made.months ?? usualMonths;
  const inputs = caseInputs(made);
  const drawn = drawInputs(made, inputs, seed, draws);
  const promisedMonths = new Set(made.promises.map(({ about }) => about));
  const seen: SeenMonth[] = [];
  const savings: Float64Array[] = [];
  const totals = runCase(caseTerms(made, inputs, drawn, draws), {
    months,
    draws,
    partsOf,
    seen: (month) => {
      seen.push(rangesOf(month));
      if (promisedMonths.has("saving")) savings.push(Float64Array.from(month.saving));
    },
  });
  const paidBack = paidBackBy(totals, months, draws);
  const odds: Likelihoods = {
    months,
    paidBackBy: (month) => paidBack[Math.min(month, months)] ?? 0,
    fullyProductiveBy: fullyProductiveBy(made, drawn),
    savingIn: (month, atLeast) => shareOf(savings[month - 1], (saving) => saving >= atLeast),
  };
  const promises = judgePromises(made, odds);
  const result = {
    kind: "forecast" as const,
    seed,
    draws,
    months,
    currency,
    startsOn: made.starts ?? null,
    byMonth: seen.map((ranges, index) => monthOf(made.starts, index + 1, ranges, paidBack[index + 1] ?? 0)),
    total: totalsOf(totals, draws),
    breakEven: breakEvenOf(paidBack, months, draws),
    tornado: caseTornado(made, inputs, months, drawn, totals.saving),
    promises,
    inputs: inputs.map((input) => toldInput(input, drawn)),
  };
  return { ...result, findings: caseFindings(made, result, odds), working: caseWorking(made, result) };
}

function drawInputs(made: BusinessCase, inputs: readonly CaseInput[], seed: number, draws: number): DrawnInputs {
  const uncertain = inputs.filter(({ range }) => range.p10 < range.p90).map(({ name }) => name);
  const correlations = made.correlations.filter(({ between }) => between.every((name) => uncertain.includes(name)));
  const scores = correlatedScores(uncertain, correlations, seed, draws);
  const certain = new Float64Array(draws);
  return new Map(inputs.map((input) => [input.name, drawnValues(input, scores.get(input.name) ?? certain)]));
}

type SeenMonth = Pick<ForecastMonth, "stayingInHouse" | "outsourcing" | "saving" | "savingSoFar">;

function rangesOf(month: CaseMonth): SeenMonth {
  return {
    stayingInHouse: wholeRange(month.stayingInHouse),
    outsourcing: wholeRange(month.outsourcing),
    saving: wholeRange(month.saving),
    savingSoFar: wholeRange(month.savingSoFar),
  };
}

function monthOf(
  starts: PlainDate | undefined,
  month: number,
  ranges: SeenMonth,
  likelyPaidBack: number,
): ForecastMonth {
  const endsOn = starts === undefined ? null : addDays(addLength(starts, { count: month, unit: "month" }), -1);
  return { month, endsOn, ...ranges, likelyPaidBack };
}

/** Share of the draws that have paid for the move by the end of each month; index 0 is before the first. */
function paidBackBy({ breakEvenMonth }: CaseTotals, months: number, draws: number): readonly number[] {
  const counts = new Array<number>(months + 2).fill(0);
  for (const month of breakEvenMonth) counts[month] = (counts[month] ?? 0) + 1;
  let sum = 0;
  return counts.slice(0, months + 1).map((count) => {
    sum += count;
    return sum / draws;
  });
}

function breakEvenOf(paidBack: readonly number[], months: number, draws: number): BreakEven {
  const monthOfShare = (share: number) => {
    const month = paidBack.findIndex((likely) => likely >= share);
    return month === -1 ? null : month;
  };
  const without = Math.round((1 - (paidBack[months] ?? 0)) * draws);
  return {
    p10: monthOfShare(0.1),
    p50: monthOfShare(0.5),
    p90: monthOfShare(0.9),
    notWithin: { value: without / draws, numerator: without, denominator: draws },
  };
}

function fullyProductiveBy(made: BusinessCase, drawn: DrawnInputs): Likelihoods["fullyProductiveBy"] {
  const ramp = drawn.get("outsourcing.ramp.full_productivity_in_months") ?? drawn.get("full_productivity_in_months");
  const takeover = made.outsourcing === undefined ? undefined : drawn.get("outsourcing.transition.months");
  const whole = ramp?.map((length, draw) => length + (takeover?.[draw] ?? 0));
  return (month) => shareOf(whole, (length) => length <= month);
}

function shareOf(values: Float64Array | undefined, is: (value: number) => boolean): number | null {
  if (values === undefined || values.length === 0) return null;
  let count = 0;
  for (const value of values) if (is(value)) count++;
  return count / values.length;
}

function totalsOf(totals: CaseTotals, draws: number): WorkedOutCase["total"] {
  const outsourcing = totals.stayingInHouse.map((staying, draw) => staying - (totals.saving[draw] ?? 0));
  const saves = Math.round((shareOf(totals.saving, (saving) => saving > 0) ?? 0) * draws);
  return {
    stayingInHouse: totalOf(totals.stayingInHouse),
    outsourcing: totalOf(outsourcing),
    saving: totalOf(totals.saving),
    likelyToSave: { value: saves / draws, numerator: saves, denominator: draws },
    parts: costParts.map((part, index) => ({ part, ...wholeRange(totals.parts[index] ?? new Float64Array(1)) })),
  };
}

/** The interval of P50 by order statistics: ranks n/2 ± 1.96 √n / 2. */
function totalOf(values: Float64Array): TotalForecast {
  const sorted = Float64Array.from(values).sort();
  const half = (1.96 * Math.sqrt(sorted.length)) / 2;
  const rank = (at: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.max(0, at))] ?? 0);
  const middle = sorted.length / 2;
  return {
    ...wholeRange(values),
    mean: Math.round(values.reduce((sum, value) => sum + value, 0) / values.length),
    p50Within: { low: rank(Math.floor(middle - half)), high: rank(Math.ceil(middle + half)) },
  };
}

function wholeRange(values: Float64Array): PercentileRange {
  const { p10, p50, p90 } = percentileRange(values);
  // No -0: it reads as a loss of nothing.
  return { p10: Math.round(p10) + 0, p50: Math.round(p50) + 0, p90: Math.round(p90) + 0 };
}

function toldInput({ name, unit, currency, range, least, most }: CaseInput, drawn: DrawnInputs): ForecastInput {
  const { kind } = distributionOf(range);
  const bounded =
    kind === "certain" ? 0 : (shareOf(drawn.get(name), (value) => value === least || value === most) ?? 0);
  return { name, unit, currency, ...range, distribution: kind, bounded };
}
