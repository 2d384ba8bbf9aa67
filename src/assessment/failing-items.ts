import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import type { PlainDate } from "../values/time.ts";
import { listJudgedItems } from "./measure-metrics.ts";
import { isInForce, type PlannedFigures } from "./planned-figures.ts";

const JudgedRow = z.object({ record_id: z.string(), period_start: z.string() });

/** Ids of the items that failed each service level, by the first day of the period, oldest first, at most `most` each. */
export async function readFailingItems(
  store: FactStore,
  { levels }: PlannedFigures,
  asOf: PlainDate,
  most: number,
): Promise<(serviceLevelId: string, periodStart: PlainDate) => readonly string[]> {
  const failing = new Map<string, string[]>();
  for (const { id, metrics } of levels) {
    for (const { counted } of metrics) {
      for (const item of await listJudgedItems(store, counted.plan, { asOf, only: "failing" })) {
        const { record_id, period_start } = JudgedRow.parse(item);
        if (!isInForce(counted, period_start)) continue;
        const key = `${id} ${period_start}`;
        const ids = failing.get(key) ?? [];
        if (ids.length < most) ids.push(record_id);
        failing.set(key, ids);
      }
    }
  }
  return (serviceLevelId, periodStart) => failing.get(`${serviceLevelId} ${periodStart}`) ?? [];
}
