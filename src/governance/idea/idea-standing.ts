import { Money } from "../../values/money.ts";
import type { Actor } from "../../values/side.ts";
import { daysBetween, type PlainDate } from "../../values/time.ts";

/** A row of `ideas`; `value` is decimal text in the contract's currency. */
export type IdeaRow = {
  readonly idea_id: string;
  readonly submitted_on: PlainDate;
  readonly by_side: Actor;
  readonly title?: string | null;
  readonly decided_on?: PlainDate | null;
  readonly decision?: "accepted" | "declined" | null;
  readonly value?: string | null;
};

export type IdeaStanding = {
  readonly submitted: number;
  readonly accepted: number;
  readonly declined: number;
  /** undecided on the day, longest first, and whether the agreed time has passed; null where no time is agreed */
  readonly waiting: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly days: number;
    readonly isOverdue: boolean | null;
  }[];
  readonly medianDaysToDecide: number | null;
  readonly bySide: Readonly<Record<Actor, number>>;
  /** what accepted ideas brought; ideas without a figure are counted apart */
  readonly realised: { readonly value: Money; readonly withFigure: number; readonly withoutFigure: number };
};

/**
 * The idea register on a day. A decision or a value that came later does not count; a declined idea brings nothing.
 * @param lastDayToDecide the last day on which an idea of that day is decided in time; null where nothing is agreed
 */
export function ideaStanding(
  ideas: readonly IdeaRow[],
  {
    asOf,
    currency,
    lastDayToDecide,
  }: { asOf: PlainDate; currency: string; lastDayToDecide: (submitted: PlainDate) => PlainDate | null },
): IdeaStanding {
  const known = ideas.filter(({ submitted_on: on }) => on <= asOf);
  const isDecided = ({ decided_on: on, decision }: IdeaRow) =>
    typeof on === "string" && on <= asOf && (decision ?? null) !== null;
  const decided = known.filter(isDecided);
  const accepted = decided.filter(({ decision }) => decision === "accepted");
  const valued = accepted.filter(({ value }) => typeof value === "string" && value !== "");
  const days = decided
    .map(({ submitted_on: from, decided_on: to }) => Math.max(0, daysBetween(from, to ?? from)))
    .sort((a, b) => a - b);
  const countBy = (side: Actor) => known.filter(({ by_side: by }) => by === side).length;
  return {
    submitted: known.length,
    accepted: accepted.length,
    declined: decided.length - accepted.length,
    waiting: known
      .filter((idea) => !isDecided(idea))
      .map(({ idea_id: id, title, submitted_on: on }) => {
        const last = lastDayToDecide(on);
        return { id, title: title ?? null, days: daysBetween(on, asOf), isOverdue: last === null ? null : last < asOf };
      })
      .sort((one, other) => other.days - one.days),
    medianDaysToDecide: medianOf(days),
    bySide: { client: countBy("client"), provider: countBy("provider"), customer: countBy("customer") },
    realised: {
      value: valued.reduce((sum, { value }) => sum.plus(new Money(value ?? "0", currency)), new Money(0, currency)),
      withFigure: valued.length,
      withoutFigure: accepted.length - valued.length,
    },
  };
}

function medianOf(inOrder: readonly number[]): number | null {
  const [low, high] = [inOrder[Math.floor((inOrder.length - 1) / 2)], inOrder[Math.floor(inOrder.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
