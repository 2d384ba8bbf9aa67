import { subtractLength } from "../values/calendar-length.ts";
import type { PlainDate } from "../values/time.ts";
import { firstSaid, judgeAtDates } from "./check.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import type { Finding, ReplayLine } from "./verdict.ts";

export type ReplayStep = "day" | "week" | "month";

/**
 * Walks from one date to another and tells each change of what would have been said, using only what was known at the time.
 * The dates are counted back from the last one, so that replay and check agree on it.
 */
export async function replay(
  opened: OpenPartnership,
  { from, to, every }: { readonly from: PlainDate; readonly to: PlainDate; readonly every: ReplayStep },
): Promise<readonly ReplayLine[]> {
  const said = await judgeAtDates(opened, datesBack(from, to, every), { listsFailing: false });
  const lines: ReplayLine[] = [];
  let standing = new Map<string, Finding>();
  for (const [index, { asOf, pitfalls }] of said.entries()) {
    const now = new Map<string, Finding>();
    for (const finding of pitfalls.findings) {
      const before = standing.get(finding.id);
      const dated = { ...finding, raisedAt: firstSaid(said.slice(0, index + 1), finding) };
      now.set(finding.id, dated);
      if (before === undefined) lines.push({ at: asOf, change: "raised", finding: dated });
      else if (before.state === "watch" && finding.state === "alarm") {
        lines.push({ at: asOf, change: "escalated", finding: dated });
      }
    }
    for (const [id, finding] of standing) if (!now.has(id)) lines.push({ at: asOf, change: "cleared", finding });
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
