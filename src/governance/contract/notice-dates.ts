import { addLength, calendarLengthText, subtractLength } from "../../values/calendar-length.ts";
import { addWeekdays } from "../../values/due-dates.ts";
import type { PathProblem } from "../../values/problem.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Contract } from "./contract.ts";

/** A day on or before which somebody has to act, or be bound by what follows. */
export type NoticeDate = {
  /** `notice`: the last day to end it; `agreement`: the last day to agree on going on; `end`: the last day of the contract */
  readonly kind: "notice" | "agreement" | "end";
  readonly on: PlainDate;
  /** the last weekday on or before it: nobody takes a letter on a Sunday */
  readonly actBy: PlainDate;
  readonly daysLeft: number;
  readonly state: "passed" | "coming" | "later";
  /** what follows when nobody acts */
  readonly otherwise: string;
  readonly working: string;
};

export type NoticeReview = {
  readonly dates: readonly NoticeDate[];
  /** last day of the term that runs on `asOf`, after renewals; null where none is agreed */
  readonly runsUntil: PlainDate | null;
  /** times that it has renewed by itself */
  readonly renewals: number;
  /** what is lacking to compute the dates */
  readonly unknown: readonly string[];
  readonly problems: readonly PathProblem[];
};

/** More renewals than any contract lives through: beyond it the record is at fault. */
const mostRenewals = 200;

/**
 * The days to act on, as of a day: through every renewal that has happened since, where the contract renews by itself.
 * @param withinDays how near a day must be to be `coming`
 */
export function noticeDates(contract: Contract | null, asOf: PlainDate, withinDays: number): NoticeReview {
  const { ends, notice, renews, renews_for: renewsFor, signed } = contract ?? {};
  const unknown = lacking(contract);
  if (ends === undefined) return { dates: [], runsUntil: null, renewals: 0, unknown, problems: [] };
  let renewals = 0;
  let runsUntil = ends;
  while (renews === "automatically" && renewsFor !== undefined && runsUntil < asOf && renewals < mostRenewals) {
    renewals += 1;
    runsUntil = addLength(ends, { ...renewsFor, count: renewsFor.count * renewals });
  }
  const dated = (kind: NoticeDate["kind"], on: PlainDate, otherwise: string, working: string): NoticeDate => {
    const daysLeft = daysBetween(asOf, on);
    const state = daysLeft < 0 ? "passed" : daysLeft <= withinDays ? "coming" : "later";
    return { kind, on, actBy: addWeekdays(addDays(on, 1), -1), daysLeft, state, otherwise, working };
  };
  const dates: NoticeDate[] = [];
  if (notice !== undefined) {
    const last = subtractLength(runsUntil, notice);
    const working = `${runsUntil} less ${calendarLengthText(notice)} = ${last}`;
    if (renews === "by-agreement") {
      dates.push(dated("agreement", last, `it ends on ${runsUntil} and nothing is in its place`, working));
    } else {
      dates.push(dated("notice", last, whatFollows(renews, renewsFor, runsUntil), working));
    }
  }
  dates.push(
    dated("end", runsUntil, "the work has no contract from the next day on", `the term runs until ${runsUntil}`),
  );
  const [first] = dates;
  const problems =
    first !== undefined && signed !== undefined && first.on < signed ? [beforeSigning(first.on, signed)] : [];
  return { dates, runsUntil, renewals, unknown, problems };
}

function whatFollows(renews: Contract["renews"], renewsFor: Contract["renews_for"], runsUntil: PlainDate): string {
  if (renews !== "automatically") return `it can no longer be ended for ${runsUntil}`;
  if (renewsFor === undefined) return "it renews by itself, the record does not say for how long";
  return `it renews by itself for ${calendarLengthText(renewsFor)}, until ${addLength(runsUntil, renewsFor)}`;
}

function lacking(contract: Contract | null): readonly string[] {
  if (contract === null) return ["no contract is on record"];
  const { ends, notice, renews, renews_for: renewsFor } = contract;
  return [
    ...(ends === undefined ? ["the last day is not on record: say ends"] : []),
    ...(notice === undefined ? ["how long before the end notice must be given is not on record: say notice"] : []),
    ...(renews === undefined ? ["what happens when nobody gives notice is not on record: say renews"] : []),
    ...(renews === "automatically" && renewsFor === undefined
      ? ["it renews by itself, and for how long is not on record: say renews_for"]
      : []),
  ];
}

function beforeSigning(on: PlainDate, signed: PlainDate): PathProblem {
  return {
    code: "before-the-contract",
    path: ["contract", "notice"],
    message: `notice would have to be given by ${on}, before the contract was signed on ${signed}`,
    hint: "check notice, signed and ends",
  };
}
