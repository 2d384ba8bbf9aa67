import { daysBetween, type PlainDate } from "../../values/time.ts";
import type { Action } from "./action.ts";

/** An action that is not done, and how high it has come. */
export type OpenAction = {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: PlainDate | null;
  /** negative while it is ahead; null without a date */
  readonly daysLate: number | null;
  /** 0 with its owner, then one step of the escalation path for each step of days */
  readonly level: number;
  /** who is to look at it now: its owner, or the person of that step; null when there is nobody */
  readonly with: string | null;
  /** `ownerless` and `undated` actions cannot become late, so they are told apart */
  readonly fault: "late" | "ownerless" | "undated" | null;
};

/** Days late after which the next person is asked: a week, then two, then every two. */
const stepDays = [7, 21, 35, 49] as const;

/**
 * Actions that are open on a day, the highest first. An action that nobody owns, or that has no date, starts at the first step.
 * @param pathOf   people to turn to for an owner, first to last
 * @param isThere  whether a person of the record still is
 */
export function openActions(
  actions: readonly Action[],
  {
    asOf,
    pathOf,
    isThere,
  }: {
    asOf: PlainDate;
    pathOf: (owner: string | undefined) => readonly string[];
    isThere: (person: string | undefined) => boolean;
  },
): readonly OpenAction[] {
  return actions
    .map((action, index) => ({ action, index }))
    .filter(({ action: { done_on: done } }) => done === undefined || done > asOf)
    .map(({ action: { id, title, owner, due }, index }): OpenAction => {
      const daysLate = due === undefined ? null : daysBetween(due, asOf);
      const fault = !isThere(owner) ? "ownerless" : daysLate === null ? "undated" : daysLate > 0 ? "late" : null;
      const steps = stepDays.filter((days) => (daysLate ?? 0) >= days).length;
      const level = fault === "ownerless" || fault === "undated" ? Math.max(1, steps) : steps;
      const path = pathOf(owner).filter((person) => person !== owner && isThere(person));
      const reached = Math.min(level, path.length);
      const person = reached === 0 ? (isThere(owner) ? (owner ?? null) : null) : (path[reached - 1] ?? null);
      return {
        id,
        at: `actions[${index}]`,
        title,
        owner: owner ?? null,
        due: due ?? null,
        daysLate,
        level,
        with: person,
        fault,
      };
    })
    .sort((one, other) => other.level - one.level || (other.daysLate ?? 0) - (one.daysLate ?? 0));
}
