import { expect, test } from "vitest";
import { recordWith } from "../../test/pitfalls/complete-record.ts";
import { endOfWeeks, firstMonday, weeklyKpi, weeksOf } from "../../test/pitfalls/kpi-worlds.ts";
import { addDays } from "../values/time.ts";
import { readAction } from "./action-reading.ts";

const started = addDays(firstMonday, 7 * 52);
const record = recordWith({
  actions: [{ id: "a", title: "A", pitfall: "poor-customer-feedback", measure: "csat", started }],
});

/** Of 40 worlds, the share with an outcome after twelve weeks. */
const shareWith = (outcome: string, level: (week: number) => number) => {
  const worlds = Array.from({ length: 40 }, (_, seed) => weeklyKpi(weeksOf(64, level, seed + 1)));
  const told = worlds.filter((kpi) => {
    const known = { record, asOf: endOfWeeks(64), kpis: [kpi], serviceLevels: [], reconciliations: [], sources: [] };
    return record.actions.some((action) => readAction(action, [], known).verdict.outcome === outcome);
  });
  return told.length / worlds.length;
};

test("a fall when it began is harm; a fall some weeks earlier, found or not, is not its harm", () => {
  expect(shareWith("did-harm", (week) => (week < 52 ? 0.86 : 0.78))).toBeGreaterThanOrEqual(0.85);
  expect(shareWith("did-harm", (week) => (week < 46 ? 0.86 : 0.78))).toBeLessThanOrEqual(0.15);
});

test("neither a steady level nor a rise that was there all along is credited", () => {
  expect(shareWith("worked", () => 0.86)).toBeLessThanOrEqual(0.05);
  expect(shareWith("worked", (week) => 0.7 + 0.003 * week)).toBeLessThanOrEqual(0.05);
});
