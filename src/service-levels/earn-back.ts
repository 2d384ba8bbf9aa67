import { z } from "zod";
import type { Period } from "../metrics/measure.ts";
import { addLength, type CalendarLength, calendarLengthText, readCalendarLength } from "../values/calendar-length.ts";
import { Percentage } from "../values/percentage.ts";
import { addDays } from "../values/time.ts";
import { type Better, exactFigure, isWorse, meanFigure } from "./exact-figure.ts";
import type { ServiceLevelJudgement } from "./judge-service-level.ts";

/** What the provider must show to be given a credit back. */
export type EarnBackCondition =
  | { readonly kind: "met-running"; readonly of: "target" | "minimum"; readonly length: CalendarLength }
  | { readonly kind: "yearly-average"; readonly of: "target" | "minimum" };

/** `target met 3 months running` or `yearly average meets target`. Output: {@link EarnBackCondition}. */
const WrittenEarnBackCondition = z.string().transform((text, context): EarnBackCondition => {
  const condition = readCondition(text);
  if (condition === null) {
    const message = `earn-back is written as target met 3 months running, or yearly average meets target, not ${JSON.stringify(text)}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }
  return condition;
});

/** A credit given back once the level recovers. */
export const EarnBack = z.strictObject({
  when: WrittenEarnBackCondition.describe("such as target met 3 months running, or yearly average meets target"),
  returns: Percentage.refine((share) => share >= 0 && share <= 1, "a credit can be returned from 0 % to 100 %")
    .default(1)
    .describe("share of the credit that is returned"),
});
export type EarnBack = z.infer<typeof EarnBack>;

/** Whether a credit came back, when, and for what. */
export type EarnBackDecision =
  | { readonly kind: "earned"; readonly on: string; readonly because: string }
  | { readonly kind: "not-earned"; readonly because: string };

type Stood = Pick<
  ServiceLevelJudgement,
  "period" | "state" | "value" | "numerator" | "denominator" | "target" | "minimum"
>;

/**
 * Whether the credit of one missed period is earned back by the periods that follow it, or by its year.
 * A run is of whole periods in a row: an unknown period or a gap breaks it, for what is unknown is not met.
 * The yearly average is the mean of the periods' figures, held against the level of the year's last period;
 * it needs every period of the year to be known.
 * @param history all judged periods of the same service level, in any order
 * @param year the credit year that the miss lies in
 */
export function decideEarnBack(
  condition: EarnBackCondition,
  miss: Stood,
  history: readonly Stood[],
  year: Period,
  better: Better,
): EarnBackDecision {
  const sorted = [...history].sort((one, other) => one.period.end.localeCompare(other.period.end));
  if (condition.kind === "yearly-average") return decideByAverage(condition.of, sorted, year, better);
  const after = sorted.filter(({ period }) => period.start > miss.period.end);
  const awaited = `${condition.of} met ${calendarLengthText(condition.length)} running`;
  let runStart: string | null = null;
  let next = addDays(miss.period.end, 1);
  for (const { period, state } of after) {
    const holds = state === "met" || (condition.of === "minimum" && state === "missed");
    if (!holds) runStart = null;
    else if (runStart === null || period.start !== next) runStart = period.start;
    next = addDays(period.end, 1);
    if (runStart !== null && next >= addLength(runStart, condition.length)) {
      return { kind: "earned", on: period.end, because: `${awaited}, ${runStart} to ${period.end}` };
    }
  }
  return { kind: "not-earned", because: `not yet: ${awaited}` };
}

function decideByAverage(
  of: EarnBackCondition["of"],
  history: readonly Stood[],
  year: Period,
  better: Better,
): EarnBackDecision {
  const inYear = history.filter(({ period }) => year.start <= period.end && period.end <= year.end);
  const last = inYear.at(-1);
  if (
    last === undefined ||
    addDays(last.period.end, 1) < addDays(year.end, -6) ||
    inYear.some(({ state }) => state === "unknown")
  ) {
    return { kind: "not-earned", because: `not yet: every period of the year to ${year.end} must be known` };
  }
  const average = meanFigure(inYear.flatMap((stood) => exactFigure(stood) ?? []));
  const level = of === "minimum" ? (last.minimum ?? last.target) : last.target;
  if (average === null || isWorse(average, level, better)) {
    return { kind: "not-earned", because: `the average of the year to ${year.end} is worse than the ${of}` };
  }
  return { kind: "earned", on: year.end, because: `the average of the year to ${year.end} reaches the ${of}` };
}

function readCondition(text: string): EarnBackCondition | null {
  const running = /^\s*(target|minimum)\s+met\s+(?:for\s+)?(.+?)\s+(?:running|in a row)\s*$/i.exec(text);
  const length = running?.[2] === undefined ? null : readCalendarLength(running[2]);
  if (length !== null) return { kind: "met-running", of: levelNamed(running?.[1]), length };
  const average = /^\s*yearly average (?:meets|at|reaches)\s+(?:the\s+)?(target|minimum)\s*$/i.exec(text);
  return average === null ? null : { kind: "yearly-average", of: levelNamed(average[1]) };
}

function levelNamed(word: string | undefined): "target" | "minimum" {
  return word?.toLowerCase() === "minimum" ? "minimum" : "target";
}
