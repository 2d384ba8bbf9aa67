import type { GuardCheck, GuardState } from "../../assessment/verdict.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import type { PlainDate } from "../../values/time.ts";

/** What a check found, before it has a name. */
export type GuardAnswer = Omit<GuardCheck, "id">;

/** One question asked of the record about one prevention. Ids are public and stable. */
export type GuardRule = {
  readonly id: string;
  readonly ask: (record: PartnershipRecord, asOf: PlainDate) => GuardAnswer;
};

export function inPlace(message: string, at?: string): GuardAnswer {
  return at === undefined ? { state: "in-place", message } : { state: "in-place", message, at };
}

export function partial(message: string, remedy: string, at?: string): GuardAnswer {
  return at === undefined ? { state: "partial", message, remedy } : { state: "partial", message, remedy, at };
}

export function missing(message: string, remedy: string, at?: string): GuardAnswer {
  return at === undefined ? { state: "missing", message, remedy } : { state: "missing", message, remedy, at };
}

/** One thing that is asked for, whether it is there, and its name among what lacks. */
export type Demand = { readonly met: boolean; readonly lack: string };

/**
 * An answer from several demands: all met is in place, some is partial, none is missing.
 * The message names what lacks; `done` is the message when nothing does.
 */
export function askAll(demands: readonly Demand[], words: { done: string; remedy: string; at: string }): GuardAnswer {
  const lacking = demands.filter(({ met }) => !met).map(({ lack }) => lack);
  if (lacking.length === 0) return inPlace(words.done, words.at);
  const message = `${capital(list(lacking))}.`;
  return lacking.length === demands.length
    ? missing(message, words.remedy, words.at)
    : partial(message, words.remedy, words.at);
}

/** How to ask the same of each entry of a list in the record. */
export type EachQuestion<T> = {
  readonly entries: readonly T[];
  /** one and many, such as "objective" and "objectives" */
  readonly noun: readonly [string, string];
  readonly nameOf: (entry: T) => string;
  /** path of an entry, such as `objectives[0].owner` */
  readonly at: (entry: T) => string;
  /** what is wrong with an entry, in words that follow its name; null when nothing is */
  readonly fault: (entry: T) => string | null;
  readonly done: string;
  readonly remedy: string;
  /** the answer when the list is empty; its path */
  readonly none: { readonly message: string; readonly at: string };
};

/** Asks each entry: all good is in place, some partial, none (or an empty list) missing. Names every entry at fault. */
export function askEach<T>(question: EachQuestion<T>): GuardAnswer {
  const { entries, noun, nameOf, at, fault, done, remedy, none } = question;
  if (entries.length === 0) return missing(none.message, remedy, none.at);
  const faults = entries.flatMap((entry) => {
    const wrong = fault(entry);
    return wrong === null ? [] : [{ entry, words: `${nameOf(entry)} ${wrong}` }];
  });
  const [first] = faults;
  if (first === undefined) return inPlace(done, none.at);
  const counted = `${faults.length} of ${entries.length} ${entries.length === 1 ? noun[0] : noun[1]}`;
  const message = `${counted}: ${faults.map(({ words }) => words).join("; ")}.`;
  const answer = faults.length === entries.length ? missing : partial;
  return answer(message, remedy, at(first.entry));
}

/** The guard of a pitfall from its checks: in place if all are, missing if all are, else partial. */
export function guardState(checks: readonly Pick<GuardCheck, "state">[]): GuardState {
  if (checks.every(({ state }) => state === "in-place")) return "in-place";
  return checks.every(({ state }) => state === "missing") ? "missing" : "partial";
}

/** `a`, `a and b`, `a, b and c` */
function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
