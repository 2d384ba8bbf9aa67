import { endedWords } from "../pitfalls/ended-words.ts";
import { subtractLength } from "../values/calendar-length.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { standAtDates, withFirstDay } from "./stand-at-dates.ts";
import { type Finding, lookBackWeeks, type ReplayLine } from "./verdict.ts";

export type ReplayStep = "day" | "week" | "month";

/**
 * Walks from one date to another and tells each change of what would have been said, using only what was known at the time.
 * The dates are counted back from the last one, so that replay and check agree on it. What stood on the first is told with
 * the day on which it was raised, looked for as far back as a check does.
 */
export async function replay(
  opened: OpenPartnership,
  { from, to, every }: { readonly from: PlainDate; readonly to: PlainDate; readonly every: ReplayStep },
): Promise<readonly ReplayLine[]> {
  const dates = datesBack(from, to, every);
  const first = dates[0] ?? to;
  const earlier = Array.from({ length: lookBackWeeks }, (_, index) => addDays(first, -7 * (lookBackWeeks - index)));
  const since = earlier[0] ?? first;
  const said = await standAtDates(opened, [...earlier, ...dates], { since, listsFailing: false });
  const lines: ReplayLine[] = [];
  let standing = new Map<string, Finding>();
  for (const [index, { asOf, pitfalls, input }] of said.entries()) {
    if (asOf < first) continue;
    const now = new Map<string, Finding>();
    for (const finding of pitfalls.findings) {
      const before = standing.get(finding.id);
      const dated = withFirstDay(said.slice(0, index + 1), finding);
      now.set(finding.id, dated);
      const stoodBefore = asOf === first && dated.raisedAt < first;
      if (before === undefined)
        lines.push({ at: asOf, change: "raised", finding: dated, ...(stoodBefore ? { stoodBefore } : {}) });
      else if (before.state === "watch" && finding.state === "alarm") {
        lines.push({ at: asOf, change: "escalated", finding: dated });
      }
    }
    const lastTold = said[index - 1]?.asOf ?? asOf;
    for (const [id, finding] of standing) {
      if (now.has(id)) continue;
      lines.push({
        at: asOf,
        change: "cleared",
        finding: { ...finding, statement: endedWords(finding, lastTold, { ...input, findings: pitfalls.findings }) },
      });
    }
    standing = now;
  }
  return lines;
}

/** `to`, and every step before it down to `from`, rising. */
export function datesBack(from: PlainDate, to: PlainDate, every: ReplayStep): readonly PlainDate[] {
  const dates: PlainDate[] = [];
  for (let step = 0, date = to; date >= from; date = subtractLength(to, { count: step, unit: every })) {
    dates.unshift(date);
    step += 1;
  }
  return dates;
}
