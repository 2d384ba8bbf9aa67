import { type PowerReading, readPower } from "../pitfalls/power/power-reading.ts";
import type { PlainDate } from "../values/time.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import type { OpenPartnership } from "./open-partnership.ts";

/** What can be seen, how soon, from the partnership's own volumes, noise and alarm budget, as of the end of a day. */
export async function power(opened: OpenPartnership, asOf: PlainDate): Promise<PowerReading> {
  const [said] = await judgeAtDates(opened, [asOf], { listsFailing: false });
  if (said === undefined) throw new Error("a judgement was asked for one date, and none came");
  return readPower({ record: opened.record, asOf, kpis: said.kpis });
}
