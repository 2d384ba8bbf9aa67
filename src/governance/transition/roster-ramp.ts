import { survivalCurve, survivalQuantile } from "../../early-warning/kaplan-meier.ts";
import { type Interval, type Share, type TooLittleData, wilsonInterval } from "../../values/share.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import { type LearningCurve, productivityAt } from "./learning-curve.ts";

/** A row of the roster: `staff`. `production_on` is the first day of real work, `left_on` the last day that counts. */
export type RosterRow = {
  readonly agent: string;
  readonly hired_on: PlainDate;
  readonly production_on?: PlainDate | null;
  readonly left_on?: PlainDate | null;
  /** `transfer` is no turnover */
  readonly leave_kind?: "voluntary" | "involuntary" | "transfer" | null;
  readonly key_person?: boolean | null;
};

/** Where the people of the roster are on a day, by what was known then. */
export type RosterDay = {
  readonly on: PlainDate;
  readonly heads: number;
  readonly inTraining: number;
  readonly atWork: number;
  readonly effective: number;
};

/** The roster on a day, and its work in fully productive people by a learning curve. */
export function rosterOn(roster: readonly RosterRow[], curve: LearningCurve, on: PlainDate): RosterDay {
  const here = roster.filter((row) => isHere(row, on));
  const atWork = here.filter((row) => worksSince(row, on) !== null);
  const effective = atWork.reduce((sum, row) => sum + productivityAt(curve, (worksSince(row, on) ?? 0) / 7), 0);
  return { on, heads: here.length, inTraining: here.length - atWork.length, atWork: atWork.length, effective };
}

/** Whether somebody is on the roster on a day. */
export function isHere({ hired_on: hired, left_on: left }: RosterRow, on: PlainDate): boolean {
  return hired <= on && !(typeof left === "string" && left < on);
}

/** Days of real work up to a day; null for somebody still in training. */
export function worksSince({ production_on: works }: RosterRow, on: PlainDate): number | null {
  return typeof works === "string" && works <= on ? daysBetween(works, on) : null;
}

/** Of those whose training has come to an end, how many came to real work; people still in training count for neither. */
export type Graduation = {
  readonly share: (Share & { readonly interval: Interval }) | TooLittleData;
  readonly stillInTraining: number;
  /** days from hiring to real work by which half have come, with its interval; those still in training count as not yet */
  readonly medianDays: {
    readonly time: number | null;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
};

/** Graduation of the people hired up to a day. */
export function graduationOf(roster: readonly RosterRow[], asOf: PlainDate): Graduation {
  const known = roster.filter(({ hired_on: hired }) => hired <= asOf);
  const reached = known.filter((row) => worksSince(row, asOf) !== null);
  const dropped = known.filter((row) => worksSince(row, asOf) === null && !isHere(row, asOf));
  const ended = reached.length + dropped.length;
  const lifetimes = known.map((row) => {
    const works = worksSince(row, asOf) === null ? null : (row.production_on ?? null);
    const left = typeof row.left_on === "string" && row.left_on < asOf ? row.left_on : null;
    return { time: Math.max(0, daysBetween(row.hired_on, works ?? left ?? asOf)), hasEnded: works !== null };
  });
  return {
    share:
      ended === 0
        ? { kind: "too-little-data", have: 0, need: 1 }
        : {
            value: reached.length / ended,
            numerator: reached.length,
            denominator: ended,
            interval: wilsonInterval(reached.length, ended),
          },
    stillInTraining: known.length - ended,
    medianDays: lifetimes.length === 0 ? null : survivalQuantile(survivalCurve(lifetimes), 0.5),
  };
}

/** People who left in a stretch of days (transfers aside) and how long people were there: person-years of 365 days. */
export function turnoverOf(
  roster: readonly RosterRow[],
  { from, to }: { from: PlainDate; to: PlainDate },
): { readonly leavers: number; readonly personYears: number } {
  const leavers = roster.filter(
    ({ left_on: left, leave_kind: kind }) =>
      typeof left === "string" && left >= from && left <= to && kind !== "transfer",
  ).length;
  const days = roster.reduce((sum, { hired_on: hired, left_on: left }) => {
    const first = hired > from ? hired : from;
    const last = typeof left === "string" && left < to ? left : to;
    return sum + Math.max(0, daysBetween(first, addDays(last, 1)));
  }, 0);
  return { leavers, personYears: days / 365 };
}
