import type { Finding, SinceLastWeek } from "./verdict.ts";

/**
 * What was said a week before and what is said now, held against each other by the ids of the findings. A forecast that came true
 * and a change whose name went to another pitfall are not over: the finding that tells them now is named.
 * @param toldUnder ids of findings of others by which a pitfall is told now
 */
export function sinceLastWeek(
  from: string,
  then: readonly Finding[],
  now: readonly Finding[],
  toldUnder: (pitfall: string) => readonly string[],
): SinceLastWeek {
  const before = new Map(then.map(({ id, state }) => [id, state]));
  const ids = (isAsked: (was: Finding["state"] | undefined, is: Finding["state"]) => boolean) =>
    now.filter(({ id, state }) => isAsked(before.get(id), state)).map(({ id }) => id);
  const standing = new Set(now.map(({ id }) => id));
  return {
    from,
    raised: ids((was) => was === undefined),
    risen: ids((was, is) => was === "watch" && is === "alarm"),
    eased: ids((was, is) => was === "alarm" && is === "watch"),
    cleared: then
      .filter(({ id }) => !standing.has(id))
      .map((finding) => {
        const { id, pitfall, state, statement } = finding;
        return {
          id,
          pitfall,
          state,
          statement,
          nowToldBy:
            successorOf(finding, now)?.id ?? (finding.detector === "worsening" ? toldUnder(pitfall)[0] : null) ?? null,
        };
      }),
  };
}

/** A finding of the same pitfall on the same subject, where the subject is one thing and not a figure. */
function successorOf({ pitfall, subject }: Finding, now: readonly Finding[]): Finding | undefined {
  return now.find(
    (one) =>
      one.pitfall === pitfall &&
      subject.kind !== "metric" &&
      one.subject.kind === subject.kind &&
      one.subject.id === subject.id,
  );
}
