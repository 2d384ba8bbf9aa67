import { keptWeeks, standingFindings } from "../pitfalls/standing-findings.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import type { Judgement } from "./judge-figures.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import type { Finding } from "./verdict.ts";

/**
 * What stands at each of the dates: what its own figures give, and what those of the weeks before it did. A date's memory is
 * of judgements a week apart, so a date gives the same whichever others are asked with it.
 * @param dates rising, each once
 * @param since no date before it is judged: those within four weeks of it remember only what came from then on
 */
export async function standAtDates(
  opened: OpenPartnership,
  dates: readonly PlainDate[],
  { since, listsFailing }: { readonly since: PlainDate; readonly listsFailing: boolean },
): Promise<readonly Judgement[]> {
  const windows = dates.map((date) => weeksBefore(date).filter((each) => each >= since || each === date));
  const judged = await judgeAtDates(opened, [...new Set(windows.flat())].sort(), { listsFailing });
  const byDate = new Map(judged.map((each) => [each.asOf, each]));
  return windows.flatMap((window) => {
    const known = window.flatMap((date) => byDate.get(date) ?? []);
    const own = known.at(-1);
    return own === undefined ? [] : [{ ...own, pitfalls: standingFindings(known) }];
  });
}

/** A date and the weeks before it that it remembers, rising. */
function weeksBefore(date: PlainDate): readonly PlainDate[] {
  return Array.from({ length: keptWeeks + 1 }, (_, index) => addDays(date, -7 * (keptWeeks - index)));
}

/** What was told on a date. */
export type SaidFindings = Pick<Judgement, "asOf"> & { readonly pitfalls: Pick<Judgement["pitfalls"], "findings"> };

/** A finding of the last of the dates with the first day of the unbroken run of dates on which it stood. */
export function withFirstDay(said: readonly SaidFindings[], finding: Finding): Finding {
  const without = said.findLastIndex(({ pitfalls }) => !pitfalls.findings.some(({ id }) => id === finding.id));
  const raisedAt = said[without + 1]?.asOf ?? finding.raisedAt;
  return { ...finding, raisedAt, ...(without < 0 && said.length > 1 ? { mayBeOlder: true } : {}) };
}
