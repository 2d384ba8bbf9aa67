import { businessDayCount } from "../../calendar/business-day.ts";
import type { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { dateOfDay, dayOfDate } from "../../calendar/day-number.ts";
import { addWeekdays, periodEnds, repeatedDays } from "../../values/due-dates.ts";
import type { WrittenDuration } from "../../values/duration.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { Side } from "../../values/side.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Contract } from "./contract.ts";
import type { Obligation } from "./obligation.ts";

/** One day on which an obligation falls due, and when it was done; `doneOn` null where nothing says that it was. */
export type DueDay = { readonly due: PlainDate; readonly doneOn: PlainDate | null };

/** `not-on-record`: it fell due again and again, and no day on which it was done is known. */
export type ObligationState = "overdue" | "not-on-record" | "undated" | "due-soon" | "on-track" | "done";

export type ObligationReview = {
  readonly id: string;
  readonly title: string;
  readonly owedBy: Side;
  readonly owner: string | null;
  readonly state: ObligationState;
  readonly overdue: readonly { readonly due: PlainDate; readonly daysLate: number }[];
  readonly lastDue: PlainDate | null;
  readonly nextDue: PlainDate | null;
  /** all days that fall due from `asOf` on, within the days asked for */
  readonly coming: readonly PlainDate[];
  readonly reasons: readonly string[];
  readonly path: readonly (string | number)[];
};

/** What one side owes, taken together. */
export type SideOfObligations = {
  readonly side: Side;
  readonly count: number;
  readonly overdue: number;
  readonly reasons: readonly string[];
};

export type ObligationsReview = {
  readonly sides: readonly SideOfObligations[];
  readonly obligations: readonly ObligationReview[];
  readonly problems: readonly PathProblem[];
};

/** Proof from elsewhere that an obligation was kept on a due day. */
export type KeptObligation = {
  readonly obligation: string;
  readonly due: PlainDate;
  readonly doneOn: PlainDate | null;
};

export type ObligationQuestion = {
  readonly asOf: PlainDate;
  readonly withinDays: number;
  readonly kept: readonly KeptObligation[];
  /** on whose days a side counts business days; null: Monday to Friday */
  readonly calendarOf: (side: Side) => CalendarDefinition | null;
  /** whether a person is named, there, and of that side */
  readonly isOf: (side: Side, person: string | undefined) => boolean;
};

/** The obligations of both sides: when each falls due, what is overdue, what comes next, and what the record lacks. */
export function reviewObligations(contract: Contract | null, question: ObligationQuestion): ObligationsReview {
  const obligations = (contract?.obligations ?? []).map((obligation, index) =>
    reviewOne(obligation, index, contract, question),
  );
  return {
    sides: (["client", "provider"] as const).map((side) => sideOf(side, obligations)),
    obligations,
    problems: (contract?.obligations ?? []).flatMap((obligation, index) => dateProblems(obligation, index, contract)),
  };
}

function sideOf(side: Side, obligations: readonly ObligationReview[]): SideOfObligations {
  const own = obligations.filter(({ owedBy }) => owedBy === side);
  const reasons =
    own.length === 0 ? [`no obligation of the ${side} is on record: what it owes, nobody can ask for`] : [];
  return { side, count: own.length, overdue: own.filter(({ state }) => state === "overdue").length, reasons };
}

function reviewOne(
  obligation: Obligation,
  index: number,
  contract: Contract | null,
  question: ObligationQuestion,
): ObligationReview {
  const { asOf, withinDays, isOf } = question;
  const days = dueDays(obligation, contract, question);
  const past = days.filter(({ due }) => due < asOf);
  const overdue = past
    .filter(({ doneOn }) => doneOn === null)
    .map(({ due }) => ({ due, daysLate: daysBetween(due, asOf) }));
  const coming = days.filter(({ due, doneOn }) => due >= asOf && doneOn === null).map(({ due }) => due);
  const near = coming.filter((due) => daysBetween(asOf, due) <= withinDays);
  const isProven = obligation.every === undefined || days.some(({ doneOn }) => doneOn !== null);
  const state = stateOf(obligation, { overdue: overdue.length, isProven, coming, near: near.length });
  const { id, title, owed_by: owedBy, owner } = obligation;
  const lacks = [
    ...(isOf(owedBy, owner) ? [] : [ownerLack(owner, owedBy)]),
    ...(state === "undated" ? ["no day is agreed: say due or every"] : []),
    ...(state === "not-on-record"
      ? [`it fell due ${past.length} times, and no day on which it was done is on record`]
      : []),
    ...lateDone(days),
    ...(obligation.every !== undefined && contract?.starts === undefined && contract?.signed === undefined
      ? ["the contract's first day is not on record, so what fell due before cannot be listed"]
      : []),
  ];
  return {
    ...{ id, title, owedBy, owner: owner ?? null, state },
    overdue: state === "not-on-record" ? [] : overdue,
    lastDue: past.at(-1)?.due ?? null,
    nextDue: coming[0] ?? null,
    coming: near,
    reasons: lacks,
    path: ["contract", "obligations", index],
  };
}

type Standing = { overdue: number; isProven: boolean; coming: readonly PlainDate[]; near: number };

function stateOf({ due, every }: Obligation, { overdue, isProven, coming, near }: Standing): ObligationState {
  if (due === undefined && every === undefined) return "undated";
  if (overdue > 0) return isProven ? "overdue" : "not-on-record";
  if (coming.length === 0) return "done";
  return near > 0 ? "due-soon" : "on-track";
}

function ownerLack(owner: string | undefined, side: Side): string {
  return owner === undefined ? "nobody sees to it" : `${owner} is nobody who is there for the ${side}`;
}

function lateDone(days: readonly DueDay[]): readonly string[] {
  const late = days.filter(({ due, doneOn }) => doneOn !== null && doneOn > due);
  return late.length === 0
    ? []
    : [`done late ${late.length === 1 ? "once" : `${late.length} times`}, last for ${late.at(-1)?.due}`];
}

/** Every day on which it falls due, from the contract's beginning to a year past the days asked for. */
function dueDays(obligation: Obligation, contract: Contract | null, question: ObligationQuestion): readonly DueDay[] {
  const { asOf, withinDays, kept } = question;
  const { every, due, done_on: written } = obligation;
  const doneOn = written !== undefined && written <= asOf ? written : null;
  const proofs = new Map(
    kept
      .filter((each) => each.obligation === obligation.id && (each.doneOn === null || each.doneOn <= asOf))
      .map((each) => [each.due, each.doneOn]),
  );
  if (every === undefined) return due === undefined ? [] : [{ due, doneOn: proofs.get(due) ?? doneOn }];
  const horizon = addDays(asOf, Math.max(withinDays, 366));
  const to =
    contract?.ends !== undefined && contract.renews !== "automatically" && contract.ends < horizon
      ? contract.ends
      : horizon;
  const from = contract?.starts ?? contract?.signed ?? asOf;
  const ends = due === undefined ? periodEnds(every, { from, to }) : repeatedDays(due, every, to);
  return ends.map((end) => {
    const on = due === undefined ? dueAfter(end, obligation, question) : end;
    // The last time it was done covers every stretch that had ended by then.
    return { due: on, doneOn: proofs.get(on) ?? (doneOn !== null && end <= doneOn ? doneOnFor(on, doneOn) : null) };
  });
}

/** Earlier stretches count as done in time: only the last day of doing is known. */
function doneOnFor(due: PlainDate, doneOn: PlainDate): PlainDate {
  return due < doneOn ? due : doneOn;
}

function dueAfter(
  end: PlainDate,
  { within, owed_by: side }: Obligation,
  { calendarOf }: ObligationQuestion,
): PlainDate {
  return within === undefined ? end : dayAfter(end, within, calendarOf(side));
}

function dayAfter(end: PlainDate, within: WrittenDuration, calendar: CalendarDefinition | null): PlainDate {
  if (within.kind === "seconds") return addDays(end, Math.ceil(within.seconds / 86_400));
  if (calendar === null) return addWeekdays(end, within.days);
  const day = businessDayCount(calendar)(dayOfDate(end), within.days, 1);
  return day === null ? addWeekdays(end, within.days) : dateOfDay(day);
}

function dateProblems(obligation: Obligation, index: number, contract: Contract | null): readonly PathProblem[] {
  const signed = contract?.signed;
  if (signed === undefined) return [];
  return (["due", "done_on"] as const).flatMap((key) => {
    const on = obligation[key];
    if (on === undefined || on >= signed) return [];
    return [
      {
        code: "before-the-contract",
        path: ["contract", "obligations", index, key],
        message: `${key} of ${obligation.id} is ${on}, before the contract was signed on ${signed}`,
        hint: "check this date and contract.signed",
      },
    ];
  });
}
