import { type CaseTerms, meanGap } from "./case-terms.ts";

/** One month in all draws. The arrays are used again for the next month: copy what is to be kept. */
export type CaseMonth = {
  /** 1 for the first */
  readonly month: number;
  readonly stayingInHouse: Float64Array;
  readonly outsourcing: Float64Array;
  readonly saving: Float64Array;
  readonly savingSoFar: Float64Array;
};

/** What outsourcing is made up of. */
export const costParts = [
  "provider's charge",
  "transition",
  "people kept in-house",
  "work that new people cannot do yet",
  "rework",
  "rehiring",
  "governance",
  "travel",
  "technology",
  "exit",
] as const;
export type CostPart = (typeof costParts)[number];

/** All months together, for each draw. */
export type CaseTotals = {
  readonly stayingInHouse: Float64Array;
  readonly saving: Float64Array;
  /** by part, for the first draws only */
  readonly parts: readonly Float64Array[];
  /** the first month by whose end the savings so far are not below nil and stay so, exit left out; months + 1 when there is none */
  readonly breakEvenMonth: Uint16Array;
};

export type CaseRun = {
  readonly months: number;
  readonly draws: number;
  /** of how many draws the parts of the cost are kept; they cost time */
  readonly partsOf?: number;
  /** called after each month */
  readonly seen?: (month: CaseMonth) => void;
};

/** Half a cent: less is the float's own rounding and no loss. */
const nil = -0.005;

/**
 * Runs a case month by month in all draws at once.
 *
 * Wages, prices and the amount of work rise once a year. The transition's cost is spread over its months; then the provider
 * does the work, and the people in-house are let go when the parallel run ends. New people learn along an exponential curve;
 * the mean gap of a team with turnover m follows gap ← (1 − m) × gap × left + m × gap of a beginner, which is exact.
 * What they cannot do yet is done in-house, at in-house cost, beyond what the parallel run does anyway.
 */
export function runCase(terms: CaseTerms, { months, draws, partsOf = 0, seen }: CaseRun): CaseTotals {
  const state = newState(terms, draws, Math.min(partsOf, draws));
  for (let before = 0; before < months; before += 12) {
    if (before > 0) growAYear(terms, state);
    const year = Math.min(12, months - before);
    // A block of draws stays in the processor's cache for a whole year; all draws together would not.
    for (let from = 0; from < draws; from += blockLength) {
      const to = Math.min(draws, from + blockLength);
      for (let of = 0; of < year; of++) advance(terms, state, { of, month: before + of + 1, months, from, to });
    }
    if (seen !== undefined) for (let of = 0; of < year; of++) seen(monthSeen(state, of, before + of + 1));
  }
  const { stayingInHouse, saving, parts } = state;
  return { stayingInHouse, saving, parts, breakEvenMonth: state.lastBelow.map((last) => last + 1) };
}

const blockLength = 1024;

function newState(terms: CaseTerms, draws: number, partsOf: number) {
  const array = () => new Float64Array(draws);
  return {
    draws,
    partsOf,
    stayingInHouse: array(),
    saving: array(),
    parts: costParts.map(() => new Float64Array(partsOf)),
    year: Array.from({ length: 12 }, () => ({ stayingInHouse: array(), saving: array() })),
    seen: { outsourcing: array(), savingSoFar: array() },
    wage: array().fill(1),
    price: array().fill(1),
    work: array().fill(1),
    gap: Float64Array.from(terms.startGap),
    lastBelow: new Uint16Array(draws),
  };
}

/** The year's arrays hold what one way costs and what is saved; the other two follow. */
function monthSeen({ year, seen, draws }: CaseState, of: number, month: number): CaseMonth {
  const now = year[of];
  if (now === undefined) throw new RangeError("a year has twelve months");
  for (let draw = 0; draw < draws; draw++) {
    const saving = at(now.saving, draw);
    seen.outsourcing[draw] = at(now.stayingInHouse, draw) - saving;
    seen.savingSoFar[draw] = at(seen.savingSoFar, draw) + saving;
  }
  return { month, ...now, ...seen };
}

type CaseState = ReturnType<typeof newState>;

function growAYear(terms: CaseTerms, { wage, price, work, draws }: CaseState): void {
  for (let draw = 0; draw < draws; draw++) {
    wage[draw] = at(wage, draw) * at(terms.wageGrowth, draw);
    price[draw] = at(price, draw) * at(terms.priceGrowth, draw);
    work[draw] = at(work, draw) * at(terms.workGrowth, draw);
  }
}

/** One month of the draws `from` to `to`; `of` is its place in the year. */
type Step = {
  readonly of: number;
  readonly month: number;
  readonly months: number;
  readonly from: number;
  readonly to: number;
};

function advance(terms: CaseTerms, state: CaseState, { of, month, months, from, to }: Step): void {
  const { year, partsOf, lastBelow, stayingInHouse, saving: savingSoFar } = state;
  const { wage: wages, price: prices, work: works } = state;
  const { inHouseRun, inHouseFixed, charge: charges, transitionMonths, parallelMonths, transitionCost } = terms;
  const { rework: reworks, rehiring: rehirings, governance: governances, travel: travels, exit: exits } = terms;
  const { technology: technologies, technologyOnce, clientPaysRamp } = terms;
  const now = year[of];
  if (now === undefined) throw new RangeError("a year has twelve months");
  for (let draw = from; draw < to; draw++) {
    const wage = wages[draw] ?? 0;
    const work = works[draw] ?? 0;
    const people = (inHouseRun[draw] ?? 0) * wage * work;
    const fixed = inHouseFixed[draw] ?? 0;
    const takeover = transitionMonths[draw] ?? 0;
    const handed = partOfMonth(month - takeover);
    const kept = 1 - partOfMonth(month - takeover - (parallelMonths[draw] ?? 0));
    const missing = handed > 0 ? missingWork(terms, state, draw, handed) : 0;

    const charge = handed * (charges[draw] ?? 0) * (prices[draw] ?? 0) * work;
    const transition = movedInMonth(month, takeover) * (transitionCost[draw] ?? 0);
    const inHouse = kept * (people + fixed);
    const ramp = clientPaysRamp ? Math.max(0, missing - kept) * people : 0;
    const rework = (reworks[draw] ?? 0) * charge;
    const rehiring = handed * (rehirings[draw] ?? 0) * wage * work;
    const governance = (governances[draw] ?? 0) * wage;
    const travel = travels[draw] ?? 0;
    const technology = handed * (technologies[draw] ?? 0) + (month === 1 ? (technologyOnce[draw] ?? 0) : 0);
    const exit = month === months ? (exits[draw] ?? 0) : 0;
    if (draw < partsOf) {
      addParts(state, draw, [
        charge,
        transition,
        inHouse,
        ramp,
        rework,
        rehiring,
        governance,
        travel,
        technology,
        exit,
      ]);
    }
    const outsourced =
      charge + transition + inHouse + ramp + rework + rehiring + governance + travel + technology + exit;
    const staying = people + fixed;
    const soFar = (savingSoFar[draw] ?? 0) + staying - outsourced;
    now.stayingInHouse[draw] = staying;
    now.saving[draw] = staying - outsourced;
    savingSoFar[draw] = soFar;
    stayingInHouse[draw] = (stayingInHouse[draw] ?? 0) + staying;
    if (soFar + exit < nil) lastBelow[draw] = month;
  }
}

/** How much of a month lies after a point in time that is so many months before the month's end, 0–1. */
function partOfMonth(monthsSince: number): number {
  return monthsSince <= 0 ? 0 : monthsSince >= 1 ? 1 : monthsSince;
}

/** Which part of the move falls into a month; all of it into the first where it takes no time. */
function movedInMonth(month: number, takeover: number): number {
  if (takeover <= 0) return month === 1 ? 1 : 0;
  return month - 1 >= takeover ? 0 : (Math.min(month, takeover) - (month - 1)) / takeover;
}

/** The share of a month's work that new people cannot do yet; moves the gap on to the month's end. */
function missingWork(terms: CaseTerms, { gap }: CaseState, draw: number, handed: number): number {
  const before = at(gap, draw);
  const left = at(terms.gapLeft, draw);
  const replaced = at(terms.leavers, draw) * handed;
  const closed = handed === 1 ? left : left ** handed;
  gap[draw] = (1 - replaced) * before * closed + replaced * at(terms.startGap, draw);
  return before * (handed === 1 ? at(terms.gapMean, draw) : meanGap(left, handed));
}

function addParts({ parts }: CaseState, draw: number, amounts: readonly number[]): void {
  for (const [part, amount] of amounts.entries()) {
    const sums = parts[part];
    if (sums !== undefined) sums[draw] = at(sums, draw) + amount;
  }
}

function at(values: Float64Array, draw: number): number {
  return values[draw] ?? 0;
}
