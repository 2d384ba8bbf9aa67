import { Temporal } from "temporal-polyfill";
import type { PlainDate } from "../../values/time.ts";
import type { BusinessCase, CasePromise } from "./business-case.ts";
import type { CaseFinding, JudgedPromise } from "./business-case-forecast.ts";

/** How likely things are by the end of a month, from the draws; 0 for month 0. */
export type Likelihoods = {
  readonly months: number;
  readonly paidBackBy: (month: number) => number;
  /** null where the case has no ramp */
  readonly fullyProductiveBy: (month: number) => number | null;
  /** that the saving of that month is at least so much; null outside of the months looked at */
  readonly savingIn: (month: number, atLeast: number) => number | null;
};

/** Rarer than this, a promise is earlier than plausible: it lies before the P10. */
const plausible = 0.1;
const even = 0.5;

/** Each promise of the case held against the forecast. */
export function judgePromises(made: BusinessCase, odds: Likelihoods): readonly JudgedPromise[] {
  return made.promises.map((promise, index) => {
    const month = made.starts === undefined ? null : fullMonths(made.starts, promise.by);
    const likely = month === null ? null : likelihoodOf(promise, month, odds);
    return {
      path: ["business_case", "promises", index],
      what: promise.what,
      saidBy: promise.said_by ?? null,
      month,
      likely,
      statement: statementOf(promise, month, likely),
    };
  });
}

/** Promises and claims that the forecast does not bear out. */
export function promiseFindings(
  made: BusinessCase,
  judged: readonly JudgedPromise[],
  odds: Likelihoods,
): readonly CaseFinding[] {
  const promised = judged.flatMap(({ path, what, likely, statement }, index): readonly CaseFinding[] => {
    if (likely === null || likely >= even) return [];
    const about = made.promises[index]?.about ?? "promise";
    const isEarly = likely < plausible;
    const code = isEarly ? `${about}-earlier-than-plausible` : `${about}-hopeful`;
    return [{ code, state: isEarly ? "alarm" : "watch", path, statement: `${what}: ${statement}` }];
  });
  return [...promised, ...claimFinding(made, odds)];
}

/** The case's own range for the break-even: its P50 claims even odds. */
function claimFinding({ break_even_in_months: claimed }: BusinessCase, odds: Likelihoods): readonly CaseFinding[] {
  if (claimed === undefined) return [];
  const likely = odds.paidBackBy(Math.floor(claimed.p50));
  if (likely >= even / 2) return [];
  const isEarly = likely < plausible;
  const statement = `break-even is claimed as likely as not by month ${claimed.p50}: ${percent(likely)} likely`;
  const code = isEarly ? "break-even-earlier-than-plausible" : "break-even-hopeful";
  return [{ code, state: isEarly ? "alarm" : "watch", path: ["business_case", "break_even_in_months"], statement }];
}

/** Months of the case that are over by the end of a day. */
function fullMonths(starts: PlainDate, by: PlainDate): number {
  const after = Temporal.PlainDate.from(by).add({ days: 1 });
  return Math.max(0, Temporal.PlainDate.from(starts).until(after, { largestUnit: "months" }).months);
}

function likelihoodOf(promise: CasePromise, month: number, odds: Likelihoods): number | null {
  switch (promise.about) {
    case undefined:
      return null;
    case "break-even":
      return month > odds.months ? null : odds.paidBackBy(month);
    case "full-productivity":
      return odds.fullyProductiveBy(month);
    case "saving":
      return promise.saving_a_month === undefined
        ? null
        : odds.savingIn(Math.max(1, month), promise.saving_a_month.amount.toNumber());
  }
}

function statementOf({ about }: CasePromise, month: number | null, likely: number | null): string {
  if (month === null) return "the case does not say when it starts, so the promise has no month";
  if (likely !== null) return `promised in month ${month}: ${percent(likely)} likely`;
  if (about === undefined)
    return `promised in month ${month}: what the forecast should hold it against is not said (about:)`;
  if (about === "full-productivity") return `promised in month ${month}: the case gives no ramp to hold it against`;
  return `promised in month ${month}, after the months looked at`;
}

/** Never 0 % or 100 % of a chance that is neither. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "less than 1 %";
  if (share < 1 && share > 0.995) return "more than 99 %";
  return `${Math.round(share * 100)} %`;
}
