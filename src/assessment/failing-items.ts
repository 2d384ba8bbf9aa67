import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import type { MetricDefinition } from "../metrics/metric-definition.ts";
import type { PlainDate } from "../values/time.ts";
import { listJudgedItems } from "./measure-metrics.ts";
import { isInForce, type PlannedFigures } from "./planned-figures.ts";

const JudgedRow = z.object({ record_id: z.string(), period_start: z.string() });

/** The state of the items that spoil a figure: where lower is better, those that the definition looks for. */
export function failingState({ better }: Pick<MetricDefinition, "better">): "passed" | "failed" {
  return better === "lower" ? "passed" : "failed";
}

/** Ids of the items that failed a service level in the period that begins on a day, oldest first. */
export type FailingItems = (serviceLevelId: string, periodStart: PlainDate) => readonly string[];

/** The failing items of every service level, at most `most` for each period. */
export async function readFailingItems(
  store: FactStore,
  { levels }: PlannedFigures,
  asOf: PlainDate,
  most: number,
): Promise<FailingItems> {
  const failing = new Map<string, string[]>();
  for (const { id, metrics } of levels) {
    for (const { counted } of metrics) {
      const only = failingState(counted.definition);
      for (const item of await listJudgedItems(store, counted.plan, { asOf, only, mostPerPeriod: most })) {
        const { record_id, period_start } = JudgedRow.parse(item);
        if (!isInForce(counted, period_start)) continue;
        const key = `${id} ${period_start}`;
        const ids = failing.get(key) ?? [];
        ids.push(record_id);
        failing.set(key, ids);
      }
    }
  }
  return (serviceLevelId, periodStart) => failing.get(`${serviceLevelId} ${periodStart}`) ?? [];
}
