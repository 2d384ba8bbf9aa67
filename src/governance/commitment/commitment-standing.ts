import type { Side } from "../../values/side.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";

/** A row of `commitments` as it was known on a day; `doneOn` null while nothing says that it was done. */
export type CommitmentRow = {
  readonly id: string;
  readonly kind: "milestone" | "deliverable" | "action" | "obligation" | "report";
  readonly title: string | null;
  readonly side: Side;
  readonly owner: string | null;
  /** the day first promised */
  readonly firstDue: PlainDate;
  readonly due: PlainDate;
  readonly doneOn: PlainDate | null;
};

/** How one side keeps what it promises. */
export type CommitmentStanding = {
  readonly side: Side;
  /** fell due, by the day first promised, within the time looked at */
  readonly fellDue: number;
  readonly keptOnFirstDay: number;
  /** done, and later than first promised */
  readonly late: number;
  /** whose day was moved, whether or not the new one was kept */
  readonly moved: number;
  /** fell due at any time and are still not done, longest first */
  readonly open: readonly { readonly id: string; readonly title: string | null; readonly daysLate: number }[];
};

/** Days over which promises are counted: two quarters. */
const commitmentWindowDays = 182;

/** How both sides kept their promises up to a day. A promise counts by the day first given: moving it does not keep it. */
export function commitmentStanding(
  commitments: readonly CommitmentRow[],
  asOf: PlainDate,
): readonly CommitmentStanding[] {
  const from = addDays(asOf, -commitmentWindowDays);
  return (["client", "provider"] as const).map((side) => {
    const own = commitments.filter((one) => one.side === side && one.firstDue < asOf);
    const recent = own.filter(({ firstDue }) => firstDue > from);
    return {
      side,
      fellDue: recent.length,
      keptOnFirstDay: recent.filter(({ doneOn, firstDue }) => doneOn !== null && doneOn <= firstDue).length,
      late: recent.filter(({ doneOn, firstDue }) => doneOn !== null && doneOn > firstDue).length,
      moved: recent.filter(({ due, firstDue }) => due > firstDue).length,
      open: own
        .filter(({ doneOn }) => doneOn === null)
        .map(({ id, title, firstDue }) => ({ id, title, daysLate: daysBetween(firstDue, asOf) }))
        .sort((one, other) => other.daysLate - one.daysLate),
    };
  });
}
